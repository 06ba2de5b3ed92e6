using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>What a policy or pipeline does, as far as it concerns repeating.</summary>
internal readonly record struct PolicyFact(Certainty Retries, RetryLimit Limit = default, Certainty OnlyUnprocessed = Certainty.No)
{
    public static PolicyFact Unknown => default;

    public static PolicyFact No => new(Certainty.No);
}

/// <summary>
/// Follows a value of Polly's to where it was made: locals, fields, properties, factory methods, wraps, builders. A policy that is chosen
/// at run time retries only if every choice does.
/// </summary>
internal sealed class RetryPolicies(SourceIndex source)
{
    private const int MaxSteps = 8;

    public PolicyFact Of(IOperation value, CancellationToken cancellationToken) => Of(value, 0, cancellationToken);

    private PolicyFact Of(IOperation value, int step, CancellationToken cancellationToken)
    {
        if (step > MaxSteps)
            return PolicyFact.Unknown;

        cancellationToken.ThrowIfCancellationRequested();
        value = ValueOrigin.Of(value, source, cancellationToken);
        var fact = value switch
        {
            IInvocationOperation made => OfInvocation(made, step, cancellationToken),
            IConditionalOperation { WhenFalse: { } whenFalse } choice => All(step, cancellationToken, choice.WhenTrue, whenFalse),
            ISwitchExpressionOperation choice => OfArms(choice, step, cancellationToken),
            ICoalesceOperation coalesce => All(step, cancellationToken, coalesce.Value, coalesce.WhenNull),
            ISimpleAssignmentOperation assignment => Of(assignment.Value, step + 1, cancellationToken),
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => OfMember(member.Member, step, cancellationToken),
            ILocalReferenceOperation local => OfMember(local.Local, step, cancellationToken),
            IParameterReferenceOperation parameter => OfParameter(parameter.Parameter, step, cancellationToken),
            _ => PolicyFact.Unknown,
        };
        return fact.Retries == Certainty.Unknown && PollyApis.IsRetryType(value.Type) ? new PolicyFact(Certainty.Yes) : fact;
    }

    private PolicyFact OfInvocation(IInvocationOperation made, int step, CancellationToken cancellationToken)
    {
        var method = made.TargetMethod;
        if (PollyApis.MakesRetry(method))
            return new PolicyFact(Certainty.Yes, PolicyPredicates.Limit(made, source, cancellationToken), PolicyPredicates.OnlyUnprocessed(made, source, cancellationToken));
        if (PollyApis.Combines(method))
            return OfWrap(made, step, cancellationToken);
        if (PollyApis.Adapts(method))
            return made.Receiver() is { } same ? Of(same, step + 1, cancellationToken) : PolicyFact.Unknown;
        if (PollyApis.Builds(method))
            return OfBuilder(made.Receiver(), step, cancellationToken);
        if (PollyApis.GetsPipeline(method))
            return OfNamed(made, cancellationToken);
        if (source.IsSource(method))
            return OfReturns(method, step, cancellationToken);
        return PollyApis.MakesOther(method) ? PolicyFact.No : PolicyFact.Unknown;
    }

    /// <summary>Several policies as one retry where any of them does.</summary>
    private PolicyFact OfWrap(IInvocationOperation wrap, int step, CancellationToken cancellationToken)
    {
        var result = PolicyFact.No;
        foreach (var part in Parts(wrap))
        {
            var fact = Of(part, step + 1, cancellationToken);
            if (fact.Retries == Certainty.Yes)
                return fact;
            if (fact.Retries == Certainty.Unknown)
                result = PolicyFact.Unknown;
        }

        return result;
    }

    private static IEnumerable<IOperation> Parts(IInvocationOperation wrap)
    {
        if (wrap.Instance is { } outer)
            yield return outer;
        foreach (var argument in wrap.Arguments)
        {
            if (argument.Value.Unwrap() is IArrayCreationOperation { Initializer: { } elements })
            {
                foreach (var element in elements.ElementValues)
                    yield return element;
            }
            else
            {
                yield return argument.Value;
            }
        }
    }

    private PolicyFact OfBuilder(IOperation? builder, int step, CancellationToken cancellationToken)
    {
        for (var depth = 0; builder is not null && depth < 30; depth++)
        {
            builder = builder.Unwrap();
            switch (builder)
            {
                case IInvocationOperation call when PollyApis.AddsRetry(call.TargetMethod):
                    return new PolicyFact(Certainty.Yes, PolicyPredicates.Limit(call, source, cancellationToken), PolicyPredicates.OnlyUnprocessed(call, source, cancellationToken));
                case IInvocationOperation call when PollyApis.AddsPipeline(call.TargetMethod) && call.Arguments.Length > 0:
                    var added = Of(call.Arguments[call.Arguments.Length - 1].Value, step + 1, cancellationToken);
                    if (added.Retries != Certainty.No)
                        return added;
                    builder = call.Receiver();
                    break;
                case IInvocationOperation call when PollyApis.IsBuilder(call.Type) && !source.IsSource(call.TargetMethod):
                    builder = call.Receiver();
                    break;
                case IObjectCreationOperation:
                    return PolicyFact.No;
                case ILocalReferenceOperation local:
                    return OfBuilderVariable(local.Local, cancellationToken) is { } fact
                        ? fact
                        : ValueOrigin.Of(local, source, cancellationToken) is var origin && origin != local && origin is not ILocalReferenceOperation
                            ? OfBuilder(origin, step + 1, cancellationToken)
                            : PolicyFact.Unknown;
                default:
                    return PolicyFact.Unknown;
            }
        }

        return PolicyFact.Unknown;
    }

    /// <summary>A builder in a variable: the statements that put a retry into it.</summary>
    private PolicyFact? OfBuilderVariable(ISymbol variable, CancellationToken cancellationToken)
    {
        foreach (var use in source.Uses(variable, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            for (IOperation? chain = use.Operation(cancellationToken); chain is not null; chain = chain.Parent)
            {
                if (chain is IInvocationOperation call && PollyApis.AddsRetry(call.TargetMethod))
                    return new PolicyFact(Certainty.Yes, PolicyPredicates.Limit(call, source, cancellationToken), PolicyPredicates.OnlyUnprocessed(call, source, cancellationToken));
                if (chain is IBlockOperation or IAnonymousFunctionOperation)
                    break;
            }
        }

        return null;
    }

    /// <summary><c>GetPipeline("name")</c>: what <c>AddResiliencePipeline("name", …)</c> of this compilation puts into it.</summary>
    private PolicyFact OfNamed(IInvocationOperation get, CancellationToken cancellationToken)
    {
        if (get.Arguments.Length == 0 || ValueOrigin.ConstantText(get.Arguments[0].Value, source, cancellationToken) is not { } name)
            return PolicyFact.Unknown;

        foreach (var tree in source.TreesWith(PollyApis.AddResiliencePipeline))
        {
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
            {
                if (node is not InvocationExpressionSyntax invocation || RetryScopes.SimpleName(invocation) != PollyApis.AddResiliencePipeline ||
                    source.Model(tree).GetOperation(invocation, cancellationToken) is not IInvocationOperation registration ||
                    registration.Argument("key") is not { } key || ValueOrigin.ConstantText(key, source, cancellationToken) != name)
                {
                    continue;
                }

                foreach (var inner in registration.Tree())
                {
                    if (inner is IInvocationOperation call && PollyApis.AddsRetry(call.TargetMethod))
                        return new PolicyFact(Certainty.Yes, PolicyPredicates.Limit(call, source, cancellationToken), PolicyPredicates.OnlyUnprocessed(call, source, cancellationToken));
                }
            }
        }

        return PolicyFact.Unknown;
    }

    private PolicyFact OfReturns(IMethodSymbol method, int step, CancellationToken cancellationToken)
    {
        if (source.Implementation(method, cancellationToken) is not { } implementation || source.Body(implementation, cancellationToken) is not { } body)
            return PolicyFact.Unknown;

        var returned = new List<IOperation>();
        foreach (var operation in body.Tree())
        {
            if (operation is IReturnOperation { ReturnedValue: { } value } && operation.EnclosingFunction() is { MethodKind: not MethodKind.AnonymousFunction })
                returned.Add(value);
        }

        return All(step, cancellationToken, returned.ToArray());
    }

    /// <summary>A variable, field or property: every value ever given to it.</summary>
    private PolicyFact OfMember(ISymbol member, int step, CancellationToken cancellationToken)
    {
        if (!source.IsSource(member) || source.Uses(member, cancellationToken) is not { } uses)
            return PolicyFact.Unknown;

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
                    return OfReturns(getter, step + 1, cancellationToken);
            }
        }

        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is { Parent: IAssignmentOperation assignment } target && assignment.Target == target)
                values.Add(assignment.Value);
        }

        return All(step, cancellationToken, values.ToArray());

        void Add(IOperation? value)
        {
            if (value is not null && value.Unwrap().ConstantValue is not { HasValue: true, Value: null })
                values.Add(value);
        }
    }

    /// <summary>A parameter is what every caller in this compilation hands over, where nobody else can call.</summary>
    private PolicyFact OfParameter(IParameterSymbol parameter, int step, CancellationToken cancellationToken)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method ||
            source.Uses(method, cancellationToken) is not { Length: > 0 } uses)
        {
            return PolicyFact.Unknown;
        }

        var values = new List<IOperation>();
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IInvocationOperation call)
                return PolicyFact.Unknown;
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.Ordinal == parameter.Ordinal)
                    values.Add(argument.Value);
            }
        }

        return All(step, cancellationToken, values.ToArray());
    }

    private PolicyFact OfArms(ISwitchExpressionOperation choice, int step, CancellationToken cancellationToken)
    {
        var values = new List<IOperation>();
        foreach (var arm in choice.Arms)
        {
            if (arm.Value.Unwrap() is not IThrowOperation)
                values.Add(arm.Value);
        }

        return All(step, cancellationToken, values.ToArray());
    }

    private PolicyFact All(int step, CancellationToken cancellationToken, params IOperation[] values)
    {
        PolicyFact? result = null;
        foreach (var value in values)
        {
            var fact = Of(value, step + 1, cancellationToken);
            if (result is { } other && other.Retries != fact.Retries)
                return PolicyFact.Unknown;
            result ??= fact;
        }

        return result ?? PolicyFact.Unknown;
    }
}
