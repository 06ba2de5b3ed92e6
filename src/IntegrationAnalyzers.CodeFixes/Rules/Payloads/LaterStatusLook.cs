using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>A look at the status that comes behind the read: what is thrown before it hides the status, and whatever the code does about it.</summary>
internal static class LaterStatusLook
{
    /// <summary>Whether a status is first asked for after the call, in the same function.</summary>
    public static bool Follows(InvocationExpressionSyntax call)
    {
        var function = Awaiting.FunctionOf(call) ?? call.SyntaxTree.GetRoot();
        var before = new HashSet<string>();
        foreach (var name in function.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (!StatusApis.Looks(name.Identifier.ValueText) || name.Parent is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var response } } access || access.Name != name)
                continue;
            if (name.SpanStart < call.SpanStart)
                before.Add(response);
            else if (name.SpanStart > call.Span.End && !before.Contains(response) && IsKnownBefore(response, call, function))
                return true;
        }

        return false;
    }

    /// <summary>A response to a request that only follows is another one.</summary>
    private static bool IsKnownBefore(string response, InvocationExpressionSyntax call, SyntaxNode function) =>
        function.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(declared => declared.Identifier.ValueText == response && declared.SpanStart < call.SpanStart) &&
        !function.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(set => set.SpanStart > call.Span.End && set.Left is IdentifierNameSyntax { Identifier.ValueText: var left } && left == response);
}
