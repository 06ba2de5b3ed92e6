using System;
using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// One more attempt that a function writes out by hand, with neither loop nor recursion: the same call with the same arguments again, where a failure of the first one leads and its success does not.
/// Quiet where anything between the two says that the second is another request (a value set anew, another host, a new token), or that the first was refused.
/// </summary>
internal sealed class SecondAttempts(SourceIndex source)
{
    /// <summary>Words of calls after which a request is another one: it goes elsewhere, or is sent as somebody else.</summary>
    private static readonly string[] RenewingWords = ["Token", "Auth", "Login", "LogIn", "SignIn", "Refresh", "Renew", "Session", "Connect", "Switch", "Fallback", "Failover", "Rotate", "Next", "Reset"];

    /// <summary>Refusals by their names in <c>HttpStatusCode</c>: whoever asks for one knows that nothing has happened.</summary>
    private static readonly string[] Refusals =
        ["BadRequest", "NotFound", "Conflict", "Gone", "PreconditionFailed", "MethodNotAllowed", "NotAcceptable", "UnsupportedMediaType", "UnprocessableEntity", "UnprocessableContent", "RequestEntityTooLarge", "Locked"];

    private readonly Memo<SyntaxNode, RetryScope?> _scopes = new();

    /// <summary>Whether, by syntax alone, the invocation repeats an earlier one of its function.</summary>
    public static bool MayBe(InvocationExpressionSyntax invocation) => Earlier(invocation, FlowGraphs.FunctionOf(invocation)).Count > 0;

    /// <summary>The first attempt and this one as a retry; null where the invocation is no second attempt.</summary>
    public RetryScope? Of(InvocationExpressionSyntax again, CancellationToken cancellationToken) =>
        _scopes.TryGetValue(again, out var known) ? known : _scopes.GetOrAdd(again, Find(again, cancellationToken));

    private RetryScope? Find(InvocationExpressionSyntax again, CancellationToken cancellationToken)
    {
        var function = FlowGraphs.FunctionOf(again);
        foreach (var first in Earlier(again, function))
        {
            if (IsAnotherRequest(first, again) || !FollowsFailure(first, again, cancellationToken) || !IsSame(first, again, cancellationToken) || !IsRepeated(function!, first, again, cancellationToken))
                continue;
            var region = again.FirstAncestorOrSelf<SyntaxNode>(node => node.Span.Contains(first.Span))!;
            SyntaxNode boundary = region is BlockSyntax or SwitchSectionSyntax ? first.FirstAncestorOrSelf<StatementSyntax>(statement => statement.Parent == region) ?? region : region;
            return new RetryScope(RetryKind.SecondAttempt, region, boundary, first.CalledPlace().GetLocation(), new RetryLimit(1), Certainty.No) { First = first };
        }

        return null;
    }

    /// <summary>The earlier calls of the function that are written like this one but for their arguments, the nearest first.</summary>
    private static List<InvocationExpressionSyntax> Earlier(InvocationExpressionSyntax again, SyntaxNode? function)
    {
        var earlier = new List<InvocationExpressionSyntax>();
        if (function is null || again.CalledText() is not { } name)
            return earlier;
        var before = TextSpan.FromBounds(function.SpanStart, again.SpanStart);
        foreach (var position in TextWords.PositionsOf(name, function.SyntaxTree.GetText(), before))
        {
            if (function.FindToken(position).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } first && first.CalledText() == name && first.CalledToken().SpanStart == position &&
                first.ArgumentList.Arguments.Count == again.ArgumentList.Arguments.Count && !first.Span.Contains(again.Span) && IsWrittenAlike(first.Expression, again.Expression) && FlowGraphs.FunctionOf(first) == function)
            {
                earlier.Insert(0, first);
            }
        }

        return earlier;
    }

    /// <summary>Whether both are called on the same, but for how long they may take: <c>….WithTimeout(4)</c>, <c>….WithTimeout(9)</c>.</summary>
    private static bool IsWrittenAlike(ExpressionSyntax first, ExpressionSyntax again)
    {
        if (SyntaxFactory.AreEquivalent(first, again))
            return true;
        return (first, again) switch
        {
            (MemberAccessExpressionSyntax one, MemberAccessExpressionSyntax other) => SyntaxFactory.AreEquivalent(one.Name, other.Name) && IsWrittenAlike(one.Expression, other.Expression),
            (InvocationExpressionSyntax one, InvocationExpressionSyntax other) =>
                (one.CalledText() == "WithTimeout" || SyntaxFactory.AreEquivalent(one.ArgumentList, other.ArgumentList)) && IsWrittenAlike(one.Expression, other.Expression),
            _ => false,
        };
    }

    /// <summary>Whether the arguments are the same values: written alike, or locals that are made alike. A token says how long to wait, not what is asked.</summary>
    private bool IsSame(InvocationExpressionSyntax first, InvocationExpressionSyntax again, CancellationToken cancellationToken)
    {
        for (var i = 0; i < first.ArgumentList.Arguments.Count; i++)
        {
            var (one, other) = (first.ArgumentList.Arguments[i], again.ArgumentList.Arguments[i]);
            if (!SyntaxFactory.AreEquivalent(one, other) && !IsToken(other.Expression, cancellationToken) && !(MadeBy(one.Expression, cancellationToken) is { } made && MadeBy(other.Expression, cancellationToken) is { } madeAgain && SyntaxFactory.AreEquivalent(made, madeAgain)))
                return false;
        }

        return true;
    }

    private bool IsToken(ExpressionSyntax argument, CancellationToken cancellationToken) =>
        argument is not LiteralExpressionSyntax { RawKind: not (int)SyntaxKind.DefaultLiteralExpression } && DeadlineApis.IsToken(source.Model(argument.SyntaxTree).GetTypeInfo(argument, cancellationToken).ConvertedType);

    private SyntaxNode? MadeBy(ExpressionSyntax argument, CancellationToken cancellationToken) =>
        argument is IdentifierNameSyntax name && source.Model(name.SyntaxTree).GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declared] } &&
        declared.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? value
            : null;

    /// <summary>Whether something between the two makes the second one another request, or says that the first was refused.</summary>
    private static bool IsAnotherRequest(InvocationExpressionSyntax first, InvocationExpressionSyntax again)
    {
        var used = new HashSet<string>();
        foreach (var token in again.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
                used.Add(token.ValueText);
        }

        var between = TextSpan.FromBounds(first.Span.End, again.SpanStart);
        var region = again.FirstAncestorOrSelf<SyntaxNode>(node => node.Span.Contains(first.Span))!;
        foreach (var node in region.DescendantNodes(between))
        {
            if (!between.Contains(node.Span) && node is not AssignmentExpressionSyntax)
                continue;
            switch (node)
            {
                case AssignmentExpressionSyntax { Left: var target } when between.Contains(target.Span) && used.Contains(RootOf(target)):
                case ArgumentSyntax { RefKindKeyword.RawKind: not 0 and not (int)SyntaxKind.InKeyword, Expression: var handed } when used.Contains(RootOf(handed)):
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner } } call when call.CalledText() is not ("Dispose" or "DisposeAsync" or "CancelAfter") && used.Contains(RootOf(owner)):
                case InvocationExpressionSyntax renewing when renewing.CalledText() is { } name && Array.Exists(RenewingWords, word => name.Contains(word)):
                case IdentifierNameSyntax { Parent: not ObjectCreationExpressionSyntax, Identifier.ValueText: var status } when (Array.IndexOf(Refusals, status) >= 0 || FailureTest.NamesUnprocessed(status)) && !IsLeftOut(node, again):
                case LiteralExpressionSyntax { Token.Value: int and >= 400 and < 500 }:
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the status is one after which there is no second attempt: <c>if (!r.IsSuccessStatusCode &amp;&amp; r.StatusCode != HttpStatusCode.BadRequest) r = …</c>.</summary>
    private static bool IsLeftOut(SyntaxNode status, SyntaxNode again)
    {
        var isLeftOut = false;
        for (var node = status; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression }:
                case UnaryPatternSyntax when parent.Parent is IsPatternExpressionSyntax:
                    isLeftOut = true;
                    break;
                case BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } when !isLeftOut:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression }:
                case MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax or ParenthesizedPatternSyntax or ConstantPatternSyntax or IsPatternExpressionSyntax:
                    break;
                case IfStatementSyntax choice:
                    return isLeftOut && choice.Condition == node && choice.Statement.Span.Contains(again.Span);
                default:
                    return false;
            }
        }

        return false;
    }

    private static string RootOf(ExpressionSyntax target)
    {
        while (true)
        {
            switch (target)
            {
                case MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax and var owner }:
                    target = owner;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var own }:
                    return own;
                case ElementAccessExpressionSyntax { Expression: var list }:
                    target = list;
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: var name }:
                    return name;
                default:
                    return "";
            }
        }
    }

    /// <summary>Whether the clauses in between, where there are any, take the failures of a call, and no bug or refusal.</summary>
    private bool FollowsFailure(InvocationExpressionSyntax first, InvocationExpressionSyntax again, CancellationToken cancellationToken)
    {
        for (SyntaxNode? node = first; node is not null && !(node.Span.Contains(again.Span) && node is not TryStatementSyntax); node = node.Parent)
        {
            if (node.Parent is not TryStatementSyntax { Catches: { Count: > 0 } catches } tried || tried.Block != node)
                continue;
            var isTaken = false;
            foreach (var clause in catches)
            {
                if (tried.Span.Contains(again.Span) && !clause.Span.Contains(again.Span))
                    continue;
                var type = clause.Declaration is { Type: var named } ? source.Model(clause.SyntaxTree).GetTypeInfo(named, cancellationToken).Type : null;
                isTaken |= clause.Declaration is null || FailureTypes.IsGeneral(type) || (FailureTypes.KindsOf(type) & (FailureKinds.Transport | FailureKinds.Timeout)) != FailureKinds.None;
            }

            if (!isTaken)
                return false;
        }

        return true;
    }

    private bool IsRepeated(SyntaxNode function, InvocationExpressionSyntax first, InvocationExpressionSyntax again, CancellationToken cancellationToken) =>
        source.Graphs.Of(function, cancellationToken) is { } graph && FlowBlocks.Find(graph, again) is { IsReachable: true } goal &&
        RetryFlow.Of(graph, first, source, cancellationToken)?.Repeats(new FlowGoal(0, int.MaxValue, [goal.Ordinal])) == true;
}
