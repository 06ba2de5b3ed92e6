using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>Whether a gRPC call has a deadline, in the call, its options, its token, or by what its client is registered with; and whether that is in UTC.</summary>
internal sealed class GrpcDeadlines(IntegrationModel model)
{
    private readonly TokenDeadlines _tokens = new(model.Source);

    /// <summary>No where the call, and all that could give it a deadline, is in sight and does not.</summary>
    public Certainty Of(OutboundCall call, CancellationToken cancellationToken)
    {
        var own = OfArguments(call.Operation.Arguments, cancellationToken);
        return own == Certainty.No ? OfClient(call, cancellationToken) : own;
    }

    /// <summary>The value in local time that is given as a deadline; null where it is in UTC or unknown.</summary>
    public IOperation? Local(IOperation deadline, CancellationToken cancellationToken)
    {
        var value = ValueOrigin.Of(deadline, model.Source, cancellationToken);
        while (true)
        {
            switch (value)
            {
                case IInvocationOperation { Instance: { } added } add when add.TargetMethod.ContainingType.SpecialType == SpecialType.System_DateTime && add.TargetMethod.Name.StartsWith("Add", System.StringComparison.Ordinal):
                    value = ValueOrigin.Of(added, model.Source, cancellationToken);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: var left } when left.Type?.SpecialType == SpecialType.System_DateTime:
                    value = ValueOrigin.Of(left, model.Source, cancellationToken);
                    break;
                case IPropertyReferenceOperation { Property: { Name: "Now" or "Today", ContainingType.SpecialType: SpecialType.System_DateTime } }:
                    return value;
                default:
                    return null;
            }
        }
    }

    private Certainty OfArguments(ImmutableArray<IArgumentOperation> arguments, CancellationToken cancellationToken)
    {
        var found = Certainty.No;
        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter is not { } parameter)
                continue;
            var one = GrpcApis.IsCallOptions(parameter.Type) ? OfOptions(argument.Value, cancellationToken)
                : DeadlineApis.IsToken(parameter.Type) ? _tokens.Of(argument.Value, cancellationToken)
                : parameter.Name == GrpcApis.Deadline ? OfDeadline(argument.Value, cancellationToken)
                : Certainty.No;
            if (one == Certainty.Yes)
                return one;
            found = one == Certainty.Unknown ? one : found;
        }

        return found;
    }

    private Certainty OfDeadline(IOperation value, CancellationToken cancellationToken)
    {
        var origin = ValueOrigin.Of(value, model.Source, cancellationToken);
        return origin is IDefaultValueOperation or ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } ? Certainty.No : Certainty.Yes;
    }

    private Certainty OfOptions(IOperation options, CancellationToken cancellationToken)
    {
        var chained = ValueOrigin.Of(options, model.Source, cancellationToken);
        while (chained is IInvocationOperation { Instance: { } before } with && GrpcApis.IsCallOptions(with.Type))
        {
            if (with.TargetMethod.Name == "WithDeadline" || (with.TargetMethod.Name == "WithCancellationToken" && _tokens.Of(with.Arguments[0].Value, cancellationToken) == Certainty.Yes))
                return Certainty.Yes;
            if (!with.TargetMethod.Name.StartsWith("With", System.StringComparison.Ordinal))
                return Certainty.Unknown;
            chained = ValueOrigin.Of(before, model.Source, cancellationToken);
        }

        return chained switch
        {
            IObjectCreationOperation creation => OfArguments(creation.Arguments, cancellationToken),
            IDefaultValueOperation => Certainty.No,
            _ => Certainty.Unknown,
        };
    }

    /// <summary>A client made here is as it was made; a registered one may be given deadlines by propagation, an interceptor, or options of its calls.</summary>
    private Certainty OfClient(OutboundCall call, CancellationToken cancellationToken)
    {
        if (call.Client?.Type is not { } type)
            return Certainty.Unknown;
        var origin = ValueOrigin.Of(call.Client, model.Source, cancellationToken);
        if (origin is IObjectCreationOperation creation)
            return OfChannel(creation, cancellationToken);

        var clients = model.Registrations.For(type, cancellationToken);
        if (clients.IsEmpty)
            return Certainty.Unknown;
        foreach (var client in clients)
        {
            if (client.IsWhole(cancellationToken) != Certainty.Yes)
                return Certainty.Unknown;
            foreach (var step in client.Steps)
            {
                if (step.Bounds != Certainty.No || GrpcApis.MayGiveDeadline(step.Invocation))
                    return Certainty.Unknown;
            }

            foreach (var registration in client.Registrations)
            {
                if (GrpcApis.MayGiveDeadline(registration.Invocation))
                    return Certainty.Unknown;
            }
        }

        return Certainty.No;
    }

    /// <summary><c>new Client(channel.Intercept(…))</c> may do anything; a plain channel gives no deadline.</summary>
    private Certainty OfChannel(IObjectCreationOperation creation, CancellationToken cancellationToken)
    {
        if (creation.Arguments is not [var only])
            return Certainty.Unknown;
        var channel = ValueOrigin.Of(only.Value, model.Source, cancellationToken);
        return channel is IInvocationOperation made && GrpcApis.MakesChannel(made.TargetMethod) || (channel.Type is { } type && GrpcApis.IsChannel(type)) ? Certainty.No : Certainty.Unknown;
    }
}
