using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// What the variables of the requests are called that the fix makes in one member. Those of the calls before take their names first, mended or not: one by one gives what all at once gives.
/// </summary>
internal static class RequestNames
{
    /// <summary>The member that the call stands in; the file for statements without one.</summary>
    public static SyntaxNode Scope(SyntaxNode place) =>
        place.FirstAncestorOrSelf<MemberDeclarationSyntax>(static m => m is not GlobalStatementSyntax) is { } member and not BaseTypeDeclarationSyntax ? member : place.SyntaxTree.GetRoot();

    /// <param name="calls">The calls of the member that become requests, in the order of the text, up to the one that is asked about.</param>
    /// <param name="model">The file's model.</param>
    public static (string Request, string Response) OfLast(IEnumerable<RequestOfCall> calls, SemanticModel model, CancellationToken cancellationToken)
    {
        var names = (Request: "", Response: "");
        HashSet<string>? taken = null;
        foreach (var call in calls)
        {
            cancellationToken.ThrowIfCancellationRequested();
            taken ??= new HashSet<string>(Scope(call.Statement).DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText), StringComparer.Ordinal);
            var visible = new HashSet<string>(model.LookupSymbols(call.Statement.SpanStart).Select(static s => s.Name), StringComparer.Ordinal);
            names = (Free("request", taken, visible), call.ReadsBody ? Free("response", taken, visible) : "");
        }

        return names;
    }

    private static string Free(string wanted, HashSet<string> taken, HashSet<string> visible)
    {
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? wanted : wanted + number;
            if (!visible.Contains(name) && taken.Add(name))
                return name;
        }
    }
}
