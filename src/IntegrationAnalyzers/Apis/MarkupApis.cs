using System;

namespace IntegrationAnalyzers.Apis;

/// <summary>Pages and components in markup, whose code the compiler's generators write.</summary>
internal static class MarkupApis
{
    /// <summary>Members by which a program says that it has some.</summary>
    public static readonly string[] Words = ["AddRazorComponents", "AddServerSideBlazor", "MapBlazorHub", "AddRazorPages", "MapRazorPages"];

    /// <summary>Whether the file holds what a generator made of one.</summary>
    public static bool IsGenerated(string path) => path.EndsWith("_razor.g.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith("_cshtml.g.cs", StringComparison.OrdinalIgnoreCase);
}
