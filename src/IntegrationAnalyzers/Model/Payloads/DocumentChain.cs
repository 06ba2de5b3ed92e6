using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>One step of a walk through a document.</summary>
/// <param name="Lookup">The call or indexer.</param>
/// <param name="Document">What it looks into.</param>
/// <param name="Name">The name it looks for; null where that is a number or not known.</param>
/// <param name="Index">The number it looks for.</param>
/// <param name="Key">What gives that name or number.</param>
/// <param name="FailsWhereMissing">Whether what is not there fails here: at once, or because the next step goes through null.</param>
internal sealed record DocumentStep(IOperation Lookup, IOperation Document, string? Name, int? Index, IOperation Key, bool FailsWhereMissing)
{
    /// <summary>As it stands in a path: <c>.a</c>, <c>[0]</c>, <c>[name]</c> by a variable.</summary>
    public string Path => Name is not null ? "." + Name : Index is { } index ? "[" + index + "]" : Key.Unwrap().Syntax is IdentifierNameSyntax variable ? "[" + variable + "]" : "[…]";
}

/// <summary>A walk through a parsed document in one expression: <c>doc.RootElement.GetProperty("data")[0].GetProperty("id")</c>.</summary>
/// <param name="Kind">The library.</param>
/// <param name="Steps">The lookups, in the order in which they run.</param>
internal sealed record DocumentChain(DocumentKind Kind, ImmutableArray<DocumentStep> Steps)
{
    /// <summary>What the walk starts from.</summary>
    public IOperation Root => Steps[0].Document;

    /// <summary>The last lookup: the whole expression of the walk.</summary>
    public IOperation Last => Steps[Steps.Length - 1].Lookup;

    /// <summary>What is looked for, as a path: <c>data[0].id</c>.</summary>
    public string Path => PathTo(Steps.Length - 1);

    public string PathTo(int step)
    {
        var path = "";
        for (var i = 0; i <= step; i++)
            path += Steps[i].Path;
        return path.TrimStart('.');
    }
}
