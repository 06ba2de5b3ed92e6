using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Finds what of a failed call goes out to our own caller.</summary>
internal sealed class Disclosures(SourceIndex source)
{
    private readonly FlowGraphs _graphs = new(source);
    private readonly PayloadOrigins _origins = new(source);

    /// <summary>What a clause hands out of the exception it caught; one an answer.</summary>
    public static IEnumerable<Disclosure> In(ICatchClauseOperation clause)
    {
        var answered = new HashSet<IOperation>();
        foreach (var operation in clause.Handler.Tree())
        {
            if (operation is not ILocalReferenceOperation reference || !CatchFilters.IsCaught(reference, clause))
                continue;
            var leak = Text(reference);
            foreach (var place in Places(leak, clause.Handler))
            {
                if (Answer(place) is not { } answer)
                    continue;
                if (answered.Add(answer))
                    yield return new Disclosure(leak, answer, IsBody: false);
                break;
            }
        }
    }

    /// <summary>The body of a failed response in the answer; null where none goes out there, or only one of a success.</summary>
    public Disclosure? In(IInvocationOperation answer, CancellationToken cancellationToken)
    {
        if (!AnswerApis.IsAnswer(answer.TargetMethod))
            return null;
        foreach (var argument in answer.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Value.Unwrap().ConstantValue.HasValue)
                continue;
            foreach (var part in Parts(argument.Value))
            {
                if (part.Type?.AwaitedType().SpecialType == SpecialType.System_String && !ResponseBodies.IsReason(part) && _origins.Of(part, cancellationToken).Upstream == Certainty.Yes &&
                    FlowGraphs.FunctionOf(answer.Syntax) is { } function && _graphs.Of(function, cancellationToken) is { } graph &&
                    StatusPaths.OnlyAfterFailure(graph, answer.Syntax))
                {
                    return new Disclosure(part, answer, IsBody: true);
                }
            }
        }

        return null;
    }

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

    /// <summary>The values that the text is a part of; a local that holds it is followed to its uses in the clause.</summary>
    private static IEnumerable<IOperation> Places(IOperation leak, IOperation scope)
    {
        var value = leak;
        if (leak.Type?.SpecialType == SpecialType.System_Boolean || leak.Type is { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Int32 })
            yield break;
        for (var parent = value.Parent; parent is not null && parent != scope; value = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IConditionalOperation conditional when conditional.Condition == value:
                case IIsPatternOperation or IIsTypeOperation or IThrowOperation or IExpressionStatementOperation or IReturnOperation or IBlockOperation:
                case IBinaryOperation { OperatorKind: not BinaryOperatorKind.Add }:
                    yield break;
                case IVariableDeclaratorOperation { Symbol: var local }:
                    foreach (var use in scope.Tree())
                    {
                        if (use is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference.Parent is not IAssignmentOperation)
                        {
                            foreach (var place in Places(reference, scope))
                                yield return place;
                        }
                    }

                    yield break;
                case IInvocationOperation call when !AnswerApis.IsAnswer(call.TargetMethod) && !ReportingApis.Formats(call.TargetMethod.Name) && !Serializes(call.TargetMethod):
                    yield break;
            }

            yield return parent;
        }
    }

    private static bool Serializes(IMethodSymbol method) => method.Name is "Serialize" or "SerializeObject";

    private static IOperation? Answer(IOperation place) => place switch
    {
        IInvocationOperation call when AnswerApis.IsAnswer(call.TargetMethod) => call,
        IObjectCreationOperation created when AnswerApis.IsAnswer(created.Type) => created,
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
            case IAnonymousObjectCreationOperation created:
                foreach (var member in created.Initializers)
                {
                    if (member is ISimpleAssignmentOperation { Value: var given })
                    {
                        foreach (var part in Parts(given))
                            yield return part;
                    }
                }

                break;
            default:
                yield return value;
                break;
        }
    }
}
