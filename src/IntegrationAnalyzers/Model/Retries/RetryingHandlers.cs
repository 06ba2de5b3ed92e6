using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Responses;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Handlers of this compilation that send again what they are given. The verb is the caller's; a handler that looks at nothing of the request repeats
/// every verb, writes too.
/// </summary>
internal sealed class RetryingHandlers(IntegrationModel model)
{
    /// <summary>Words by which a compilation shows that it sends writes at all.</summary>
    private static readonly string[] WriteWords =
    [
        "PostAsync", "PostAsJsonAsync", "PatchAsync", "PatchAsJsonAsync", "Post", "Patch", "POST", "PATCH", "ExecutePostAsync", "PostJsonAsync", "PostUrlEncodedAsync",
    ];

    /// <summary>Whether the reached call is the handler's own passing on of its request, and nothing in the handler asks which request it is.</summary>
    public bool RepeatsEveryVerb(SyntaxNode place, ReachedCall reached, CancellationToken cancellationToken)
    {
        if (reached.Verb != HttpVerb.Unknown || reached.Call.Member is not { Namespace: SendingMembers.NetHttp, Type: "HttpMessageHandler" } ||
            RequestAt(reached, cancellationToken) is not { ContainingSymbol: IMethodSymbol { IsOverride: true, ContainingType: { } handler } } request)
        {
            return false;
        }

        foreach (var reference in handler.DeclaringSyntaxReferences)
        {
            if (LooksAt(request.Name, reference.GetSyntax(cancellationToken)))
                return false;
        }

        return IsSentWrites(handler);
    }

    /// <summary>The parameter that the request comes in by at the outermost place.</summary>
    private IParameterSymbol? RequestAt(ReachedCall reached, CancellationToken cancellationToken)
    {
        var verb = reached.Call.Verb;
        for (var i = reached.Path.Length - 1; i >= 0 && verb.From is not null; i--)
            verb = RequestVerb.Resolve(verb, reached.Path[i], model.Source, 0, cancellationToken);
        return verb.From is { Type.Name: "HttpRequestMessage" } request ? request : null;
    }

    /// <summary>Whether a condition is about the request (its content, which is buffered before a repeat, left out), or anything is about its method.</summary>
    private static bool LooksAt(string request, SyntaxNode handler)
    {
        foreach (var node in handler.DescendantNodes())
        {
            if (node is not IdentifierNameSyntax name)
                continue;
            if (name.Identifier.ValueText is "Method" or "HttpMethod" && !LoggedValue.IsOnlyLogged(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name))
                return true;
            if (name.Identifier.ValueText == request && name.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Content" } && IsInCondition(name))
                return true;
        }

        return false;
    }

    private static bool IsInCondition(SyntaxNode node)
    {
        for (var child = node; child.Parent is { } parent and not StatementSyntax; child = parent)
        {
            // What is sent in a condition is not looked at.
            if (parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } })
                return false;
            if (parent is CatchFilterClauseSyntax or SwitchExpressionSyntax || parent is ConditionalExpressionSyntax choice && choice.Condition == child)
                return true;
            if (parent.Parent is IfStatementSyntax @if && @if.Condition == parent || parent.Parent is WhileStatementSyntax @while && @while.Condition == parent ||
                parent.Parent is DoStatementSyntax @do && @do.Condition == parent || parent.Parent is ForStatementSyntax @for && @for.Condition == parent ||
                parent.Parent is SwitchStatementSyntax @switch && @switch.Expression == parent)
            {
                return true;
            }
        }

        return node.Parent is IfStatementSyntax or SwitchStatementSyntax;
    }

    /// <summary>A handler for reads alone repeats nothing that matters; of a library's public one, others decide.</summary>
    private bool IsSentWrites(INamedTypeSymbol handler)
    {
        foreach (var word in WriteWords)
        {
            foreach (var tree in model.Source.TreesWith(word))
            {
                if (model.CallNames.IsClientTree(tree))
                    return true;
            }
        }

        return model.Project.IsLibrary && handler.DeclaredAccessibility == Accessibility.Public;
    }
}
