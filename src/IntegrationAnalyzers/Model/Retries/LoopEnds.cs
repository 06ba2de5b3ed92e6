using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Whether anything but a success ends a hand-written retry. A counter that is compared, a clock, a token, an exit of a handler or a question asked elsewhere may,
/// and then it is unknown.
/// </summary>
internal static class LoopEnds
{
    public static Certainty IsEndless(RetriedCall call, SourceIndex source, CancellationToken cancellationToken)
    {
        var region = call.Scope.Region;
        if (call.Scope.Kind == RetryKind.Loop && !IsOpen(region))
            return IsCounted(region) ? Certainty.No : Certainty.Unknown;

        if (SelfCalls.ChangeAnArgument(call))
            return Certainty.Unknown;

        var model = source.Model(region.SyntaxTree);
        foreach (var node in region.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (node)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression } compared
                    when !IsAboutStatus(compared):
                case RelationalPatternSyntax { Parent: not null } pattern when !IsAboutStatus(pattern.FirstAncestorOrSelf<IsPatternExpressionSyntax>() ?? (SyntaxNode)pattern):
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equal when !IsNothing(equal.Right) && (IsCount(equal.Left, region) || IsCount(equal.Right, region)):
                case ThrowStatementSyntax or ThrowExpressionSyntax or ReturnStatementSyntax or BreakStatementSyntax or GotoStatementSyntax when IsInHandler(node, region) && !IsSelfCall(node, call):
                case CatchFilterClauseSyntax { FilterExpression: var filter } when HoldsUnknownQuestion(filter, model, source, cancellationToken) || AsksMoreThanException(filter, region):
                case IfStatementSyntax { Condition: var asked } when HoldsUnknownQuestion(asked, model, source, cancellationToken) && !asked.Span.Contains(call.Place.Span):
                    return Certainty.Unknown;
                case IdentifierNameSyntax name when IsToken(name, model, cancellationToken):
                    return Certainty.Unknown;
            }
        }

        return IsBackground(region, model, cancellationToken) ? Certainty.Unknown : Certainty.Yes;
    }

    /// <summary>The condition of the loop; null where it has none.</summary>
    public static ExpressionSyntax? ConditionOf(SyntaxNode loop) => loop switch
    {
        ForStatementSyntax { Condition: var condition } => condition,
        WhileStatementSyntax { Condition: var condition } => condition,
        DoStatementSyntax { Condition: var condition } => condition,
        _ => null,
    };

    /// <summary>No condition, or one that only says whether there was a success.</summary>
    private static bool IsOpen(SyntaxNode loop) => loop is not CommonForEachStatementSyntax && (ConditionOf(loop) is not { } condition || IsFlag(condition, loop));

    /// <summary>Whether the condition looks at a number, a clock or an end: a list that is gone through, <c>n &lt; 3</c>, <c>left-- != 0</c>.</summary>
    private static bool IsCounted(SyntaxNode loop)
    {
        if (ConditionOf(loop) is not { } condition)
            return loop is CommonForEachStatementSyntax;
        foreach (var node in condition.DescendantNodesAndSelf())
        {
            if (node is RelationalPatternSyntax or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }
                or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
                or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression } ||
                node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } equal && (IsCount(equal.Left, loop) || IsCount(equal.Right, loop)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFlag(ExpressionSyntax condition, SyntaxNode loop) => condition switch
    {
        IdentifierNameSyntax flag => IsSetByHand(flag.Identifier.ValueText, loop),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } => true,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: IdentifierNameSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsSuccessStatusCode" or "IsSuccessful" } } => true,
        IsPatternExpressionSyntax { Expression: IdentifierNameSyntax, Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: IdentifierNameSyntax, Right: var right } => IsNothing(right),
        _ => false,
    };

    private static bool IsNothing(ExpressionSyntax value) =>
        value is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } or LiteralExpressionSyntax { Token.Value: "" };

    /// <summary>A flag that the loop only ever sets to <c>true</c> and <c>false</c> as they are written: <c>retry = false</c> behind the call, or <c>again = true</c> in the clause.</summary>
    private static bool IsSetByHand(string flag, SyntaxNode loop)
    {
        var found = false;
        foreach (var node in loop.DescendantNodes())
        {
            if (node is not IdentifierNameSyntax name || name.Identifier.ValueText != flag || name.Parent is not (AssignmentExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 }))
                continue;
            if (name.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right.RawKind: (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } set || set.Left != name)
                return false;
            found = true;
        }

        return found;
    }

    private static bool IsAboutStatus(SyntaxNode comparison)
    {
        foreach (var node in comparison.DescendantNodesAndSelf())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: var name } && name.ContainsIgnoreCase("status"))
                return true;
        }

        return false;
    }

    /// <summary>A variable that the retry counts.</summary>
    private static bool IsCount(ExpressionSyntax side, SyntaxNode region)
    {
        if (side is PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression })
            return true;
        if (side is not IdentifierNameSyntax name)
            return false;
        foreach (var node in region.DescendantNodes())
        {
            if (node is PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax post } && post.Identifier.ValueText == name.Identifier.ValueText ||
                node is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: IdentifierNameSyntax pre } && pre.Identifier.ValueText == name.Identifier.ValueText ||
                node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } && left.Identifier.ValueText == name.Identifier.ValueText)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInHandler(SyntaxNode node, SyntaxNode region)
    {
        for (var parent = node.Parent; parent is not null && parent != region; parent = parent.Parent)
        {
            if (parent is CatchClauseSyntax)
                return true;
            if (parent is AnonymousFunctionExpressionSyntax)
                return false;
        }

        return false;
    }

    /// <summary><c>return Send();</c> in the handler of a method that calls itself is the repeat.</summary>
    private static bool IsSelfCall(SyntaxNode node, RetriedCall call)
    {
        if (call.Scope.Kind != RetryKind.Recursion || node is not ReturnStatementSyntax { Expression: { } returned } ||
            call.Scope.Region is not MethodDeclarationSyntax { Identifier.ValueText: var name })
        {
            return false;
        }

        foreach (var inner in returned.DescendantNodesAndSelf())
        {
            if (inner is InvocationExpressionSyntax self && self.CalledText() == name)
                return true;
        }

        return false;
    }

    /// <summary>A method of somebody else's, or of this code, that decides: what it asks is not known.</summary>
    private static bool HoldsUnknownQuestion(ExpressionSyntax condition, SemanticModel model, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var node in condition.DescendantNodesAndSelf())
        {
            if (node is InvocationExpressionSyntax invocation && (model.GetSymbolInfo(invocation, cancellationToken).Symbol is not IMethodSymbol method || source.IsSource(method) ||
                method.MethodKind == MethodKind.DelegateInvoke))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the filter asks for what the retry uses up: the next of a list of pauses (<c>waits.TryDequeue(out _)</c>), a flag that the retry sets.</summary>
    private static bool AsksMoreThanException(ExpressionSyntax filter, SyntaxNode region)
    {
        var caught = filter.FirstAncestorOrSelf<CatchClauseSyntax>()?.Declaration?.Identifier.ValueText ?? "";
        foreach (var node in filter.DescendantNodesAndSelf())
        {
            if (node is InvocationExpressionSyntax && !RepeatingSyntax.Mentions(node, caught) || node is IdentifierNameSyntax name && name.Parent is not MemberAccessExpressionSyntax && IsSet(name.Identifier.ValueText, region))
                return true;
        }

        return false;
    }

    private static bool IsSet(string name, SyntaxNode region)
    {
        foreach (var node in region.DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax set } && set.Identifier.ValueText == name)
                return true;
        }

        return false;
    }

    private static bool IsToken(IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        var text = name.Identifier.ValueText;
        if (text is "IsCancellationRequested" or "ThrowIfCancellationRequested" or "Token")
            return true;
        if (name.Parent is MemberAccessExpressionSyntax { Name: var member } && member == name || name.Parent is NameColonSyntax)
            return false;
        return (text.ContainsIgnoreCase("token") || text.ContainsIgnoreCase("cancel") || text.Length <= 3) && model.GetSymbolInfo(name, cancellationToken).Symbol switch
        {
            IParameterSymbol parameter => parameter.Type.Name == "CancellationToken",
            ILocalSymbol local => local.Type.Name == "CancellationToken",
            IFieldSymbol field => field.Type.Name is "CancellationToken" or "CancellationTokenSource",
            _ => false,
        };
    }

    private static bool IsBackground(SyntaxNode region, SemanticModel model, CancellationToken cancellationToken) =>
        region.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && model.GetDeclaredSymbol(type, cancellationToken) is { } symbol && IsHosted(symbol);

    private static bool IsHosted(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (BoundaryApis.IsHostedWorker(current.Name))
                return true;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (BoundaryApis.IsHostedWorker(implemented.Name))
                return true;
        }

        return false;
    }
}
