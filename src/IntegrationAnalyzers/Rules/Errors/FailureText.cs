using System.Collections.Generic;
using IntegrationAnalyzers.Model.Summaries;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Rules.Errors;

/// <summary>How the messages of this family name a clause and the call whose failure comes to it.</summary>
internal static class FailureText
{
    /// <summary><c>catch (HttpRequestException)</c>, without the name and the filter.</summary>
    public static string Of(CatchClauseSyntax clause) => clause.Declaration is null ? "catch" : $"catch ({clause.Declaration.Type})";

    /// <summary><c>'SendAsync' (reached through 'GetAsync')</c>.</summary>
    public static string Of(ReachedCall reached)
    {
        if (reached.Path.IsEmpty)
            return $"'{reached.Call.Name}'";

        var path = new List<string>(reached.Path.Length);
        foreach (var hop in reached.Path)
            path.Add($"'{hop.TargetMethod.Name}'");
        return $"'{reached.Call.Name}' (reached through {string.Join(" and ", path)})";
    }
}
