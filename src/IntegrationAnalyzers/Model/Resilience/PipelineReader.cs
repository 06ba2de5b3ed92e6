using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>
/// Follows a value of Polly's to where it was made: locals, fields, properties, factory methods, wraps, builders, registries. What has several
/// values is a choice.
/// </summary>
internal sealed partial class PipelineReader(SourceIndex source, Lazy<PipelineNames> names, CancellationToken cancellationToken)
{
    private const int MaxSteps = 8;

    private FailureReader? _failures;
    private DelayReader? _delays;

    private FailureReader Failures => _failures ??= new FailureReader(source, IsTransientBuilder, cancellationToken);

    private DelayReader Delays => _delays ??= new DelayReader(source, cancellationToken);

    public ResiliencePipeline Of(IOperation value) => Of(value, 0);

    private ResiliencePipeline Of(IOperation value, int step)
    {
        if (step > MaxSteps)
            return ResiliencePipeline.Unknown(value.Syntax);

        cancellationToken.ThrowIfCancellationRequested();
        value = ValueOrigin.Of(value, source, cancellationToken);
        var pipeline = value switch
        {
            IInvocationOperation made => OfInvocation(made, step),
            IConditionalOperation { WhenFalse: { } whenFalse } choice => OneOf(choice, step, IsByMethod(choice.Condition), choice.WhenTrue, whenFalse),
            ISwitchExpressionOperation choice => OfArms(choice, step),
            ICoalesceOperation coalesce => OneOf(coalesce, step, Certainty.No, coalesce.Value, coalesce.WhenNull),
            ISimpleAssignmentOperation assignment => Of(assignment.Value, step + 1),

            // pipeline ??= provider.GetPipeline("orders"): what is kept is every value ever given to it, this one among them.
            ICoalesceAssignmentOperation { Target: var kept } lazily => kept.ReferencedSymbol() is { } variable && source.IsSource(variable) && !variable.IsImplicitlyDeclared
                ? OfMember(variable, lazily, step)
                : Of(lazily.Value, step + 1),
            IPropertyReferenceOperation { Property: { IsIndexer: true } } named when PolicyApis.IsRegistry(named.Instance?.Type) && named.Arguments is [{ Value: var key }] =>
                OfNamed(key, named, step),
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => OfMember(member.Member, member, step),
            ILocalReferenceOperation local => OfMember(local.Local, local, step),
            IParameterReferenceOperation parameter => OfParameter(parameter, step),
            _ => ResiliencePipeline.Unknown(value.Syntax),
        };
        return pipeline.Has(StrategyKind.Retry) != Certainty.Yes && !pipeline.IsWhole && PollyApis.IsRetryType(value.Type)
            ? ResiliencePipeline.Of(RetryStrategy.Opaque(value.Syntax, RetrySource.Policy))
            : pipeline;
    }

    private ResiliencePipeline OfInvocation(IInvocationOperation made, int step)
    {
        var method = made.TargetMethod;
        if (Policy(made) is { } policy)
            return policy.Kind == StrategyKind.Neutral ? ResiliencePipeline.Empty : ResiliencePipeline.Of(policy);
        if (PollyApis.Combines(method))
            return OfWrap(made, step);
        if (PollyApis.Adapts(method))
            return made.Receiver() is { } same ? Of(same, step + 1) : ResiliencePipeline.Unknown(made.Syntax);
        if (PollyApis.Builds(method))
            return made.Receiver() is { } builder ? OfBuilder(builder, step + 1) : ResiliencePipeline.Unknown(made.Syntax);
        if (PolicyApis.GetsNamed(method))
            return made.Arguments.Length > 0 ? OfNamed(made.Arguments[0].Value, made, step) : ResiliencePipeline.Unknown(made.Syntax);
        return source.IsSource(method) ? OfReturns(method, made, step) : ResiliencePipeline.Unknown(made.Syntax);
    }

    /// <summary>A policy or pipeline by its name, where this compilation gives something that name.</summary>
    private ResiliencePipeline OfNamed(IOperation key, IOperation place, int step)
    {
        if (ValueOrigin.ConstantText(key, source, cancellationToken) is not { } name || names.Value.Find(name, cancellationToken) is not { } given)
            return ResiliencePipeline.Unknown(place.Syntax);
        return FunctionValue.Of(given, source, cancellationToken) is { Parameters: [{ Type: var type }, ..] } && PollyApis.IsBuilder(type)
            ? OfConfigure(given, step + 1)
            : Of(given, step + 1);
    }

    private ResiliencePipeline OfReturns(IMethodSymbol method, IOperation place, int step)
    {
        if (source.BodyBehind(method, cancellationToken) is not { } body)
            return ResiliencePipeline.Unknown(place.Syntax);
        return OneOf(place, step, Certainty.No, body.Returned().ToArray());
    }

    /// <summary>A variable, field or property: every value ever given to it.</summary>
    private ResiliencePipeline OfMember(ISymbol member, IOperation place, int step)
    {
        if (!source.IsSource(member) || source.Uses(member, cancellationToken) is not { } uses)
            return ResiliencePipeline.Unknown(place.Syntax);

        var values = new List<IOperation>();
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var model = source.Model(reference.SyntaxTree);
            switch (reference.GetSyntax(cancellationToken))
            {
                case VariableDeclaratorSyntax { Initializer.Value: { } initial }:
                    Add(model.GetOperation(initial, cancellationToken));
                    break;
                case PropertyDeclarationSyntax { Initializer.Value: { } initial }:
                    Add(model.GetOperation(initial, cancellationToken));
                    break;
                case PropertyDeclarationSyntax when member is IPropertySymbol { GetMethod: { } getter } && getter.DeclaringSyntaxReferences.Length > 0 &&
                    source.Body(getter, cancellationToken) is not null:
                    return OfReturns(getter, place, step + 1);
            }
        }

        foreach (var use in uses)
        {
            if (use.Assigned(cancellationToken) is { } assigned)
                values.Add(assigned);
        }

        return OneOf(place, step, Certainty.No, values.ToArray());

        void Add(IOperation? value)
        {
            if (value is not null && value.Unwrap().ConstantValue is not { HasValue: true, Value: null })
                values.Add(value);
        }
    }

    /// <summary>A parameter is what every caller in this compilation hands over, where nobody else can call.</summary>
    private ResiliencePipeline OfParameter(IParameterReferenceOperation reference, int step)
    {
        var parameter = reference.Parameter;
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method ||
            source.Uses(method, cancellationToken) is not { Length: > 0 } uses)
        {
            return ResiliencePipeline.Unknown(reference.Syntax);
        }

        var values = new List<IOperation>();
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IInvocationOperation call)
                return ResiliencePipeline.Unknown(reference.Syntax);
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.Ordinal == parameter.Ordinal)
                    values.Add(argument.Value);
            }
        }

        return OneOf(reference, step, Certainty.No, values.ToArray());
    }

    private ResiliencePipeline OfArms(ISwitchExpressionOperation choice, int step)
    {
        var values = new List<IOperation>();
        foreach (var arm in choice.Arms)
        {
            if (arm.Value.Unwrap() is not IThrowOperation)
                values.Add(arm.Value);
        }

        return OneOf(choice, step, IsByMethod(choice.Value), values.ToArray());
    }

    private ResiliencePipeline OneOf(IOperation place, int step, Certainty byMethod, params IOperation[] values)
    {
        if (values.Length == 0)
            return ResiliencePipeline.Unknown(place.Syntax);
        if (values.Length == 1)
            return Of(values[0], step + 1);

        var alternatives = System.Collections.Immutable.ImmutableArray.CreateBuilder<ResiliencePipeline>(values.Length);
        foreach (var value in values)
            alternatives.Add(Of(value, step + 1));
        return ResiliencePipeline.Of(new ChoiceStrategy(place.Syntax, alternatives.MoveToImmutable(), byMethod));
    }

    /// <summary>Whether a condition asks for the request's method.</summary>
    private static Certainty IsByMethod(IOperation condition)
    {
        foreach (var operation in condition.Tree())
        {
            if (RequestApis.IsRequestMethod(operation))
                return Certainty.Yes;
            if (operation is IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: > 0 })
                return Certainty.Unknown;
        }

        return Certainty.No;
    }
}
