using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>What a project reads its settings by.</summary>
internal static class ConfigurationApis
{
    /// <summary>By type and not by file: .NET comes with a System.Configuration.dll that holds nothing.</summary>
    public static bool Any(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Microsoft.Extensions.Configuration.IConfiguration") is not null ||
        compilation.GetTypeByMetadataName("System.Configuration.ConfigurationManager") is not null;
}
