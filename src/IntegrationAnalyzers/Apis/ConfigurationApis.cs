using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>What a project reads its settings by.</summary>
internal static class ConfigurationApis
{
    /// <summary>What code names that reads settings, binds them, or builds the host that brings them.</summary>
    private static readonly HashSet<uint> Readers = TextWords.Hashes(
    [
        "IConfiguration", "IConfigurationRoot", "IConfigurationSection", "IConfigurationManager", "ConfigurationBuilder", "ConfigurationManager", "WebConfigurationManager",
        "IOptions", "IOptionsSnapshot", "IOptionsMonitor", "WebApplication", "IWebHostBuilder", "IHostBuilder", "HostApplicationBuilder", "IHostApplicationBuilder", "FunctionsApplication",
        "CreateApplicationBuilder", "CreateDefaultBuilder",
    ]);

    /// <summary>By type and not by file: .NET comes with a System.Configuration.dll that holds nothing.</summary>
    public static bool Any(Compilation compilation) =>
        compilation.FindType("Microsoft.Extensions.Configuration.IConfiguration") is not null ||
        compilation.FindType("System.Configuration.ConfigurationManager") is not null;

    /// <summary>Whether any file names what reads settings: by words, so that a comment counts, too.</summary>
    public static bool IsRead(Compilation compilation) => TreeIndex.AnyNames(compilation, Readers);
}
