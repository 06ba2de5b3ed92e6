using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>What tells RestSharp's two shapes apart: up to 106 the client has the settings, and a response cannot be asked to throw.</summary>
internal static class RestSharpApis
{
    public static bool IsBefore107(Compilation compilation) => compilation.FindType("RestSharp.RestClientOptions") is null;
}
