using System;
using System.Globalization;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Where a retry that has used up its attempts ends as if nothing had happened: it goes on to a default value or to the end of its method.</summary>
internal static class SilentEnds
{
    /// <summary>The default that is returned, or the loop where the method just ends; null where somebody is told.</summary>
    public static SyntaxNode? Of(RetryLoop loop, SourceIndex source, CancellationToken cancellationToken)
    {
        if (loop.Scope.Kind != RetryKind.Loop || loop.Region is not StatementSyntax statement || loop.IsEndless != Certainty.No || Tells(loop, cancellationToken))
            return null;
        if (IsUntilCancelled(statement) || statement.Parent is not BlockSyntax block || block.Parent is not (MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            return null;
        if (block.Parent is MethodDeclarationSyntax { Identifier.ValueText: var name } && name.StartsWith("Try", StringComparison.Ordinal))
            return null;

        var next = block.Statements.IndexOf(statement) + 1;
        if (next == block.Statements.Count)
            return LeavesOnSuccess(loop) ? statement : null;
        if (block.Statements[next] is not ReturnStatementSyntax { Expression: { } value } ||
            source.Model(value.SyntaxTree).GetOperation(Plain(value), cancellationToken) is not { } returned)
        {
            return null;
        }

        var result = returned.Unwrap();
        if (result.ConstantValue is { HasValue: true, Value: null } && WaitsForWhatIsMissing(loop.Region))
            return null;
        if (IsDefault(result) || IsZero(result) && AnswersByTheCall(loop))
            return value;

        // What the local is left at, or what stands in for that: name ?? "".
        if (result is ICoalesceOperation { WhenNull: var otherwise, Value: var first } && IsDefault(otherwise.Unwrap()))
            result = first.Unwrap();
        return result is ILocalReferenceOperation local && IsLeftAtDefault(local.Local, loop, source, cancellationToken) ? value : null;
    }

    /// <summary>A wait that nothing ends but the answer and the caller's own cancellation has no last attempt.</summary>
    private static bool IsUntilCancelled(StatementSyntax loop) =>
        loop is WhileStatementSyntax { Condition: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCancellationRequested" } } };

    /// <summary><c>null!</c> has no operation of its own.</summary>
    private static ExpressionSyntax Plain(ExpressionSyntax value)
    {
        while (value is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inner })
            value = inner;
        return value;
    }

    /// <summary>Nothing, an empty one or a success made up. False and a variable may be an answer.</summary>
    private static bool IsDefault(IOperation value)
    {
        if (value is ILocalReferenceOperation or IParameterReferenceOperation || value.ConstantValue is { HasValue: true, Value: not (null or "" or true) } || value.Syntax is DefaultExpressionSyntax && value.Type?.IsValueType == true)
            return false;
        if (value is ITupleOperation tuple)
        {
            foreach (var element in tuple.Elements)
            {
                // (false, null) is a failure said aloud.
                if (element.ConstantValue is not { HasValue: true, Value: null or "" or true } && element.Unwrap() is not IDefaultValueOperation)
                    return false;
            }
        }

        var acts = Defaults.Of(value);
        return acts == CatchActs.None || acts == CatchActs.FabricatesSuccess;
    }

    /// <summary>A zero says that there are none, or that it costs nothing. Minus one is a failure said aloud.</summary>
    private static bool IsZero(IOperation value) => value.Type.IsNumber() && value.ConstantValue is { HasValue: true, Value: { } number } && Convert.ToDouble(number, CultureInfo.InvariantCulture) == 0;

    /// <summary>A constant that may be an answer: no <c>-1</c>, <c>int.MinValue</c> or <c>int.MaxValue</c>, by which a caller knows that there is none.</summary>
    private static bool IsMadeUp(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: { } constant } && value.Syntax is LiteralExpressionSyntax && Convert.ToDouble(constant, CultureInfo.InvariantCulture) >= 0;

    /// <summary>Whether the loop returns what the call gave: else the number is another one, an exit code for instance.</summary>
    private static bool AnswersByTheCall(RetryLoop loop) =>
        loop.Call.Place.FirstAncestorOrSelf<StatementSyntax>() is ReturnStatementSyntax { Expression: var answered } && answered!.Span.Contains(loop.Call.Place.Span);

    /// <summary>
    /// A local that is nothing, or a number made up, before the loop and that only an attempt which went well sets: <c>List&lt;T> found = []; while (…) { try { found = await …; break; } catch { … } } return found;</c>
    /// A response may be the failed one.
    /// </summary>
    private static bool IsLeftAtDefault(ILocalSymbol local, RetryLoop loop, SourceIndex source, CancellationToken cancellationToken)
    {
        if (local.Type.Name.EndsWith("Response", StringComparison.Ordinal) || local.Type.Name.EndsWith("ResponseMessage", StringComparison.Ordinal) ||
            !(local.Type.SpecialType is SpecialType.None or SpecialType.System_String or SpecialType.System_Object || local.Type.IsNumber()) ||
            local.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } initial } ||
            loop.Region.Span.Contains(initial.Span) || source.Model(initial.SyntaxTree).GetOperation(Plain(initial), cancellationToken) is not { } value ||
            !(local.Type.IsNumber() ? IsMadeUp(value.Unwrap()) : IsDefault(value.Unwrap())) ||
            source.Uses(local, cancellationToken) is not { } uses)
        {
            return false;
        }

        var isSet = false;
        foreach (var use in uses)
        {
            if (use.Name.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
                return false;
            if (use.Name.Parent is not AssignmentExpressionSyntax assignment || assignment.Left != use.Name)
                continue;
            if (local.Type.IsNumber() && !assignment.Right.Span.Contains(loop.Call.Place.Span))
                return false;
            if (assignment.FirstAncestorOrSelf<CatchClauseSyntax>() is not null || assignment.FirstAncestorOrSelf<TryStatementSyntax>() is not { } attempt || !loop.Region.Span.Contains(attempt.Span))
                return false;
            isSet = true;
        }

        return isSet;
    }

    /// <summary>A failure is logged, kept, thrown or handed on anywhere in the loop.</summary>
    private static bool Tells(RetryLoop loop, CancellationToken cancellationToken)
    {
        foreach (var node in loop.Region.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (node)
            {
                case ThrowStatementSyntax or ThrowExpressionSyntax when !IsOfOneAttempt(node, loop):
                    return true;
                case InvocationExpressionSyntax invocation when invocation.CalledText() is { } name && ReportingApis.Tells(name) && !ReportingApis.IsHousekeeping(name):
                    return true;
                case CatchFilterClauseSyntax { FilterExpression: var filter } when AsksCount(filter, loop):
                case InvocationExpressionSyntax ensure when ensure.CalledText() == StatusApis.Ensure && HangsOnCount(ensure, loop):
                    return true;
                case CatchClauseSyntax { Declaration.Identifier: { RawKind: not 0 } caught, Block: var handler } when RepeatingSyntax.Mentions(handler, caught.ValueText):
                    return true;
                case CatchClauseSyntax { Block: var handler } when Leaves(handler):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the condition asks which attempt it is: by the loop's counter, a number that is stepped in it, or what is gone through.</summary>
    private static bool AsksCount(ExpressionSyntax condition, RetryLoop loop)
    {
        foreach (var node in condition.DescendantNodesAndSelf())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: var name } && (name == loop.Counter?.Name || AttemptCounter.IsStepped(loop.Region, name) || loop.Region is ForEachStatementSyntax each && each.Identifier.ValueText == name))
                return true;
        }

        return false;
    }

    private static bool HangsOnCount(SyntaxNode node, RetryLoop loop)
    {
        for (var parent = node.Parent; parent is not null && parent != loop.Region; parent = parent.Parent)
        {
            if (parent is IfStatementSyntax choice && !choice.Condition.Span.Contains(node.Span) && AsksCount(choice.Condition, loop))
                return true;
        }

        return false;
    }

    /// <summary>Goes on after a 404 alone, and every other failure throws: then null says what it says elsewhere, that there is none.</summary>
    private static bool WaitsForWhatIsMissing(SyntaxNode region)
    {
        var (isMissing, isEnsured) = (false, false);
        foreach (var node in region.DescendantNodes())
        {
            switch (node)
            {
                case TryStatementSyntax { Catches.Count: > 0 }:
                case SimpleNameSyntax { Identifier.ValueText: StatusApis.IsSuccess }:
                case CastExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: StatusApis.StatusCode } }:
                case MemberAccessExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: "HttpStatusCode" }, Name.Identifier.ValueText: not "NotFound" }:
                    return false;
                case MemberAccessExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: "HttpStatusCode" } }:
                    isMissing = true;
                    break;
                case InvocationExpressionSyntax call when call.CalledText() == StatusApis.Ensure:
                    isEnsured = true;
                    break;
            }
        }

        return isMissing && isEnsured;
    }

    /// <summary>
    /// Thrown by an attempt for a reason of its own, as in <c>return await ReadAsync() ?? throw …</c>: where the clause takes it the next attempt follows, and else it has nothing to
    /// do with the last one. Not where it hangs on the count of attempts.
    /// </summary>
    private static bool IsOfOneAttempt(SyntaxNode thrown, RetryLoop loop)
    {
        if (loop.Counter is not { } counter || thrown.FirstAncestorOrSelf<TryStatementSyntax>() is not { } attempt || !loop.Region.Span.Contains(attempt.Span) || !attempt.Block.Span.Contains(thrown.Span))
            return false;
        for (var node = thrown.Parent; node is not null && node != attempt.Block; node = node.Parent)
        {
            if (node is IfStatementSyntax { Condition: { } condition } && RepeatingSyntax.Mentions(condition, counter.Name))
                return false;
        }

        return true;
    }

    /// <summary>A method that just ends looks the same after a success: only where that returned or broke off is the end a failure.</summary>
    private static bool LeavesOnSuccess(RetryLoop loop)
    {
        for (SyntaxNode? node = loop.Call.Place; node is not null && node != loop.Region; node = node.Parent)
        {
            if (node is StatementSyntax { Parent: BlockSyntax block } statement)
            {
                for (var i = block.Statements.IndexOf(statement); i < block.Statements.Count; i++)
                {
                    foreach (var inner in block.Statements[i].DescendantNodesAndSelf())
                    {
                        if (inner is ReturnStatementSyntax { Expression: null } or BreakStatementSyntax || inner is AssignmentExpressionSyntax flag && EndsLoop(flag, loop.Region))
                            return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary><c>ok = true;</c> of a local, where the loop goes on while <c>!ok &amp;&amp; n &lt; 3</c>: what else is set, others may look at.</summary>
    private static bool EndsLoop(AssignmentExpressionSyntax set, SyntaxNode loop) =>
        set is { Left: IdentifierNameSyntax { Identifier.ValueText: var flag }, Right.RawKind: (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } &&
        LoopEnds.ConditionOf(loop) is { } condition && RepeatingSyntax.Mentions(condition, flag) && IsLocal(flag, loop);

    private static bool IsLocal(string name, SyntaxNode loop)
    {
        foreach (var node in (FlowGraphs.FunctionOf(loop) ?? loop).DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax variable && variable.Identifier.ValueText == name)
                return true;
        }

        return false;
    }

    private static bool Leaves(BlockSyntax handler)
    {
        foreach (var node in handler.DescendantNodes())
        {
            if (node is ReturnStatementSyntax or BreakStatementSyntax or GotoStatementSyntax)
                return true;
        }

        return false;
    }
}
