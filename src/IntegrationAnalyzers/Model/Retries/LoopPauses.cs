using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Whether a hand-written retry waits before it tries again: by a member that says so, or by a method of this compilation that calls one.</summary>
internal static class LoopPauses
{
    private const int MaxDepth = 2;

    public static Certainty Of(RetriedCall call, SourceIndex source, CancellationToken cancellationToken)
    {
        var model = source.Model(call.Place.SyntaxTree);
        var result = Certainty.No;
        foreach (var node in call.Scope.Region.DescendantNodes())
        {
            if (node is not InvocationExpressionSyntax invocation)
                continue;
            if (invocation == call.Place)
            {
                if (model.GetSymbolInfo(invocation, cancellationToken).Symbol is IMethodSymbol attempt && WaitsAsOnePart(attempt, cancellationToken))
                    return Certainty.Yes;
                continue;
            }

            if (SaysPause(invocation.Expression))
                return Certainty.Yes;
            if (model.GetSymbolInfo(invocation, cancellationToken).Symbol is not IMethodSymbol method)
                result = Certainty.Unknown;
            else if (method.MethodKind == MethodKind.DelegateInvoke && !IsGetter(method))
                result = Certainty.Unknown;
            else if (source.IsSource(method) && Waits(method, source, 0, cancellationToken))
                return Certainty.Yes;
            else if (IsLeftToCallers(method, source, cancellationToken))
                result = Certainty.Unknown;
        }

        return result == Certainty.No && (IsFailover(call) || SelfCalls.EndByAnArgument(call) || RefusalFilters.Only(call) || IsMended(call, model, cancellationToken)) ? Certainty.Unknown : result;
    }

    /// <summary>A delegate that gives a part of the request and is handed nothing (<c>clientSecret()</c>, <c>makeRequest()</c>): what waits gives a task, nothing, or whether to go on.</summary>
    private static bool IsGetter(IMethodSymbol invoked) =>
        invoked.Parameters.IsEmpty && invoked.ReturnType is { } given &&
        (given.SpecialType is not (SpecialType.None or SpecialType.System_Void or SpecialType.System_Boolean or SpecialType.System_Object) ||
            given.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpRequestMessage") || given.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpContent"));

    /// <summary>Another call out stands between the failed one and the repeat, in the repeat's own block: a stale lock is deleted before it is taken again, a missing index is made.</summary>
    private static bool IsMended(RetriedCall call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (call.Scope.Kind != RetryKind.Recursion || call.Scope.Region.FindNode(call.Scope.Location.SourceSpan).FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax block } repeat)
            return false;
        foreach (var statement in block.Statements)
        {
            if (statement == repeat)
                return false;
            if (statement.SpanStart <= call.Place.SpanStart || statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax))
                continue;
            foreach (var node in statement.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax))
            {
                if (node is AwaitExpressionSyntax { Expression: InvocationExpressionSyntax other } && model.GetSymbolInfo(other, cancellationToken).Symbol is IMethodSymbol method && OutboundCalls.FindMember(method) is not null)
                    return true;
            }
        }

        return false;
    }

    /// <summary>A task of an interface that nobody here implements: what it does, a question to a person for instance, is its callers' own.</summary>
    private static bool IsLeftToCallers(IMethodSymbol method, SourceIndex source, CancellationToken cancellationToken)
    {
        if (method.ContainingType.TypeKind != TypeKind.Interface || !TaskApis.IsTask(method.ReturnType) || !source.IsSource(method) || OutboundCalls.FindMember(method) is not null)
            return false;
        foreach (var _ in source.DerivedTypes(method.ContainingType, cancellationToken))
            return false;
        return true;
    }

    private static bool SaysPause(ExpressionSyntax called)
    {
        foreach (var node in called.DescendantNodesAndSelf(static n => n is not ArgumentListSyntax))
        {
            if (node is SimpleNameSyntax { Identifier.ValueText: var name } && SaysPause(name))
                return true;
        }

        return false;
    }

    /// <summary>Whether a member of that name waits, or lets somebody decide when to go on.</summary>
    public static bool SaysPause(string name)
    {
        if (PauseNames.WaitsForSomethingElse(name))
            return true;
        foreach (var word in ReadOnlyNames.Words(name))
        {
            if (PauseNames.IsPause(word))
                return true;
        }

        return false;
    }

    /// <summary>An attempt that was taken out into a method of its own, with the pause in it. What waits in a loop there waits between attempts of that one.</summary>
    private static bool WaitsAsOnePart(IMethodSymbol attempt, CancellationToken cancellationToken)
    {
        if (attempt is not ({ DeclaredAccessibility: Accessibility.Private } or { MethodKind: MethodKind.LocalFunction }) || attempt.OriginalDefinition.DeclaringSyntaxReferences is not [var declared])
            return false;
        foreach (var node in declared.GetSyntax(cancellationToken).DescendantNodes(static node => node is
            not (ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (node is InvocationExpressionSyntax { Parent: AwaitExpressionSyntax or ExpressionStatementSyntax } pause && SaysPause(pause.Expression))
                return true;
        }

        return false;
    }

    private static bool Waits(IMethodSymbol method, SourceIndex source, int depth, CancellationToken cancellationToken)
    {
        if (source.Implementation(method, cancellationToken) is not { } implementation || depth > MaxDepth)
            return false;
        foreach (var reference in (implementation.ReducedFrom ?? implementation).OriginalDefinition.DeclaringSyntaxReferences)
        {
            var body = reference.GetSyntax(cancellationToken);
            foreach (var node in body.DescendantNodes())
            {
                if (node is not InvocationExpressionSyntax invocation)
                    continue;
                if (SaysPause(invocation.Expression))
                    return true;
                if (depth < MaxDepth && source.Model(body.SyntaxTree).GetSymbolInfo(invocation, cancellationToken).Symbol is IMethodSymbol inner && source.IsSource(inner) &&
                    !SymbolEqualityComparer.Default.Equals(inner, method) && Waits(inner, source, depth + 1, cancellationToken))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A list that the attempt's number picks from: another host each time.</summary>
    private static bool IsFailover(RetriedCall call)
    {
        if (call.Scope.Region is not ForStatementSyntax { Declaration.Variables: [var counter] } loop)
            return false;
        foreach (var node in loop.Statement.DescendantNodes())
        {
            if (node is not ElementAccessExpressionSyntax { ArgumentList: var index })
                continue;
            foreach (var name in index.DescendantNodes())
            {
                if (name is IdentifierNameSyntax id && id.Identifier.ValueText == counter.Identifier.ValueText)
                    return true;
            }
        }

        return false;
    }
}
