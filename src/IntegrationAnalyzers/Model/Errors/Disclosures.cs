using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Finds what of a failed call goes out to our own caller.</summary>
internal sealed partial class Disclosures(SourceIndex source)
{
    private readonly PayloadOrigins _origins = new(source);

    /// <summary>What a clause hands out of the exception it caught; one an answer.</summary>
    public IEnumerable<Disclosure> In(ICatchClauseOperation clause, CancellationToken cancellationToken) => In(clause, static _ => true, isBody: false, cancellationToken);

    private IEnumerable<Disclosure> In(ICatchClauseOperation clause, Func<IOperation, bool> isLeak, bool isBody, CancellationToken cancellationToken)
    {
        var answered = new HashSet<IOperation>();
        foreach (var operation in clause.Handler.Tree())
        {
            if (operation is not ILocalReferenceOperation reference || !CatchFilters.IsCaught(reference, clause))
                continue;
            var leak = Text(reference);
            if (!isLeak(leak))
                continue;
            var seen = new HashSet<SyntaxNode>();
            foreach (var place in Places(leak, clause.Handler, 0, seen, cancellationToken))
            {
                if (Answer(place) is not { } answer)
                    continue;
                if (answered.Add(answer))
                    yield return new Disclosure(leak, answer, isBody || ReadsBody(leak));
                break;
            }
        }
    }

    /// <summary>The body of a failed response in the answer, a call or a result that is made; null where none goes out there, or only one of a success.</summary>
    public Disclosure? In(IOperation answer, CancellationToken cancellationToken)
    {
        foreach (var value in Given(answer))
        {
            if (value.Unwrap().ConstantValue.HasValue)
                continue;
            foreach (var part in Parts(value))
            {
                if (part.Type?.AwaitedType().SpecialType == SpecialType.System_String && (IsOfFailure(part, answer, cancellationToken) || IsHandedFailure(part, cancellationToken)))
                    return new Disclosure(part, answer, IsBody: true);
            }
        }

        return null;
    }

    /// <summary>What the answer is made of; nothing where it is none.</summary>
    private static IEnumerable<IOperation> Given(IOperation answer)
    {
        var arguments = answer switch
        {
            IInvocationOperation call when AnswerApis.IsAnswer(call.TargetMethod) => call.Arguments,
            IObjectCreationOperation created when AnswerApis.IsResult(created.Type) => created.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue)
                yield return argument.Value;
        }

        if (answer is IObjectCreationOperation { Initializer.Initializers: var set } result && AnswerApis.IsResult(result.Type))
        {
            foreach (var member in set)
            {
                if (member is ISimpleAssignmentOperation { Value: var given })
                    yield return given;
            }
        }
    }

    /// <summary>Whether the text is what an upstream answered, and the place comes only after a status that says no.</summary>
    private bool IsOfFailure(IOperation text, IOperation place, CancellationToken cancellationToken) =>
        !ResponseBodies.IsReason(text) && _origins.Of(text, cancellationToken).Upstream == Certainty.Yes &&
        StatusPaths.OnlyAfterFailure(place.Syntax, source.Graphs, cancellationToken);

    /// <summary>The text, or the whole exception: <c>ex.InnerException?.Message</c> is one leak.</summary>
    private static IOperation Text(IOperation reference)
    {
        var value = reference;
        while (true)
        {
            switch (value.Parent)
            {
                case IPropertyReferenceOperation property when property.Instance == value:
                case IInvocationOperation { TargetMethod.Name: "ToString" or "GetBaseException" } call when call.Instance == value:
                case IInvocationOperation { TargetMethod.Name: FailureTypes.ReadsBody or "ConfigureAwait" } read when read.Instance == value:
                case IAwaitOperation:
                    value = value.Parent;
                    continue;
                case IConditionalAccessOperation access when access.Operation == value:
                    value = access;
                    continue;
                default:
                    return value;
            }
        }
    }

    /// <summary><c>await ex.GetResponseStringAsync()</c></summary>
    private static bool ReadsBody(IOperation leak) => leak.Tree().Any(static part => part is IInvocationOperation { TargetMethod.Name: FailureTypes.ReadsBody });

    /// <summary>The values that the text is a part of; a local that holds it is followed to its uses in the clause.</summary>
    private IEnumerable<IOperation> Places(IOperation leak, IOperation scope, int hops, HashSet<SyntaxNode> seen, CancellationToken cancellationToken)
    {
        // Texts that are joined of one another (b = a + a; c = b + b; …) are gone through once.
        var value = leak;
        if (SaysNoText(leak.Type) || !seen.Add(leak.Syntax))
            yield break;
        for (var parent = value.Parent; parent is not null && parent != scope; value = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IReturnOperation when Endpoints.Hold(parent, source, cancellationToken):
                    yield return parent;
                    yield break;
                case IConditionalOperation conditional when conditional.Condition == value:
                case IIsPatternOperation or IIsTypeOperation or IThrowOperation or IExpressionStatementOperation or IReturnOperation or IBlockOperation:
                case IBinaryOperation { OperatorKind: not BinaryOperatorKind.Add }:
                    yield break;
                case IVariableDeclaratorOperation { Symbol: var local }:
                    foreach (var use in scope.Tree())
                    {
                        if (use is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference.Parent is not IAssignmentOperation)
                        {
                            foreach (var place in Places(reference, scope, hops, seen, cancellationToken))
                                yield return place;
                        }
                    }

                    yield break;
                case IAssignmentOperation { Target: var target, Value: var set } when set == value && IsHeaderOfAnswer(target):
                    yield return parent;
                    yield break;
                case IAssignmentOperation { Target: var target, Value: var set } when set == value && RootOf(target, out var member) is { } kept:
                    foreach (var place in PlacesOf(kept, member, parent, scope, hops, seen, cancellationToken))
                        yield return place;
                    yield break;
                case IInvocationOperation { TargetMethod.Name: var put } putting when Collects(put) && putting.Receiver() is { } holder && value is IArgumentOperation { Value: var item } && item != holder && (IsHeaderOfAnswer(holder.Unwrap()) || holder.Unwrap() is ILocalReferenceOperation):
                    if (holder.Unwrap() is not ILocalReferenceOperation collection)
                    {
                        yield return parent;
                        yield break;
                    }

                    foreach (var place in PlacesOf(collection.Local, member: null, parent, scope, hops, seen, cancellationToken))
                        yield return place;
                    yield break;
                case IInvocationOperation { TargetMethod: var adder } when AnswerApis.AddsModelError(adder):
                    foreach (var later in scope.Tree())
                    {
                        if (later is IInvocationOperation state && AnswerApis.AnswersWithModelState(state))
                            yield return state;
                    }

                    yield break;
                case IInvocationOperation call when !AnswerApis.IsAnswer(call.TargetMethod) && !ReportingApis.Formats(call.TargetMethod.Name) && !Serializes(call.TargetMethod):
                    var helper = hops < MaxHelpers && value is IArgumentOperation { Parameter: { } taken } ? Taker(call, taken, cancellationToken) : null;
                    foreach (var inside in helper?.Uses ?? [])
                    {
                        foreach (var place in Places(Text(inside), helper!.Value.Body, hops + 1, seen, cancellationToken))
                            yield return place;
                    }

                    if (helper is not { } given || !(call.Type?.SpecialType == SpecialType.System_String ? GivesBack(given) : PutsIntoResult(given, call.TargetMethod)))
                        yield break;
                    break;
            }

            yield return parent;
        }
    }

    private static bool SaysNoText(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] }
            ? SaysNoText(inner)
            : type is { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Boolean or SpecialType.System_Int32 };

    private static bool Serializes(IMethodSymbol method) => method.Name is "Serialize" or "SerializeObject";

    private static IOperation? Answer(IOperation place) => place switch
    {
        IInvocationOperation call when AnswerApis.IsAnswer(call.TargetMethod) || AnswerApis.AnswersWithModelState(call) => call,
        IObjectCreationOperation created when AnswerApis.IsAnswer(created.Type) => created,
        IReturnOperation => place,
        IAssignmentOperation { Target: var header } when IsHeaderOfAnswer(header) => place,
        IInvocationOperation { TargetMethod.Name: var put } putting when Collects(put) && putting.Receiver() is { } headers && IsHeaderOfAnswer(headers.Unwrap()) => place,
        _ => null,
    };

    /// <summary>The parts of a text that is put together.</summary>
    private static IEnumerable<IOperation> Parts(IOperation value)
    {
        StackGuard.Check();
        while (value is IConversionOperation { IsImplicit: true } converted)
            value = converted.Operand;
        switch (value)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                foreach (var part in Parts(sum.LeftOperand))
                    yield return part;
                foreach (var part in Parts(sum.RightOperand))
                    yield return part;
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                {
                    if (part is IInterpolationOperation { Expression: var expression })
                        yield return expression;
                }

                break;
            case IInvocationOperation { Arguments: [var serialized, ..] } call when Serializes(call.TargetMethod):
                foreach (var part in Parts(serialized.Value))
                    yield return part;
                break;
            case IAnonymousObjectCreationOperation created:
                foreach (var part in Members(created.Initializers))
                    yield return part;
                break;
            case IObjectCreationOperation { Initializer.Initializers: var set } problem when AnswerApis.IsAnswer(problem.Type):
                foreach (var part in Members(set))
                    yield return part;
                break;
            default:
                yield return value;
                break;
        }
    }

    private static IEnumerable<IOperation> Members(ImmutableArray<IOperation> initializers)
    {
        foreach (var member in initializers)
        {
            if (member is ISimpleAssignmentOperation { Value: var given })
            {
                foreach (var part in Parts(given))
                    yield return part;
            }
        }
    }
}
