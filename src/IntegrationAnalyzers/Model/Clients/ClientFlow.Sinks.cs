using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>What may be done with a client: calling it, setting it up, handing it on.</summary>
internal sealed partial class ClientFlow
{
    /// <summary>A method is called on the client or on what holds it.</summary>
    private void Called(IInvocationOperation invocation, IOperation value, int hops)
    {
        var method = invocation.TargetMethod;
        if (calls.Read(invocation, cancellationToken) is { } call)
        {
            if (_called.Add(invocation.Syntax))
                Calls.Add(new ClientCall(invocation, deadlines.Of(call, cancellationToken)));
            return;
        }

        if (method.MethodKind == MethodKind.DelegateInvoke || method.Name is "GetAwaiter" or "GetResult" or "AsTask" or "ConfigureAwait" or "WaitAsync")
        {
            Follow(invocation, hops);
            return;
        }

        if (!ClientTypes.IsClient(value.Unwrap().Type))
        {
            Requested(invocation, hops);
            return;
        }

        HandOnReceiver(method, hops);
        _isUsedOtherwise |= method.Name != "Dispose";
        if (SetsTimeout(invocation))
            Timeouts.Add(invocation);
        else if (method.Name == "Abort" && value.Unwrap().Type.IsOrDerivesFrom(SendingMembers.Net, "WebRequest"))
            Escapes = true; // A timer's way to end the wait.
        else
            FollowResult(invocation, hops);
    }

    /// <summary>A call on what a client made: Flurl's request, a holder of clients.</summary>
    private void Requested(IInvocationOperation invocation, int hops)
    {
        if (ClientTypes.Carries(invocation.Type, clientType) || invocation.Type is { Name: "IFlurlRequest" or "FlurlRequest" })
            Follow(invocation, hops);
    }

    /// <summary>A fluent method gives the client back, Flurl's <c>Request()</c> what is sent.</summary>
    private void FollowResult(IInvocationOperation invocation, int hops)
    {
        if (ClientTypes.IsClient(invocation.Type) || invocation.Type is { Name: "IFlurlRequest" or "FlurlRequest" })
            Follow(invocation, hops);
    }

    /// <summary>By its name, by a lambda that sets it, or in its body.</summary>
    private bool SetsTimeout(IInvocationOperation invocation)
    {
        if (ClientTypes.NamesTimeout(invocation.TargetMethod.Name))
            return true;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Value.Unwrap() is IDelegateCreationOperation or IAnonymousFunctionOperation && ClientSettings.SetsTimeout(argument.Value))
                return true;
        }

        return source.IsSource(invocation.TargetMethod) && !invocation.TargetMethod.IsStatic &&
            source.Body(invocation.TargetMethod, cancellationToken) is { } body && ClientSettings.SetsOwnTimeout(body);
    }

    /// <summary>A property of the client, or of what holds it, is read or set.</summary>
    private void Member(IPropertyReferenceOperation property, int hops)
    {
        var name = property.Property.Name;
        if (ClientTypes.IsTimeoutMember(name))
        {
            if (property.Setting() is { } setting)
                Timeouts.Add(setting);
        }
        else if (name == "BaseAddress")
        {
            if (property.Setting() is { } setting)
                BaseAddresses.Add(setting);
        }
        else if (ClientTypes.IsSettingsMember(name) && property.Parent is IPropertyReferenceOperation nested)
        {
            Member(nested, hops);
        }
        else if (name is "Result" or "Value" && ClientTypes.Carries(property.Type, clientType))
        {
            Follow(property, hops);
        }
        else if (!ClientTypes.SetsUp(name))
        {
            _isUsedOtherwise = true;
        }
    }

    /// <summary>To a library: known to leave it as it is, known to hand it back, or out of sight.</summary>
    private void HandOut(IArgumentOperation argument, IMethodSymbol method, IParameterSymbol parameter, IOperation value, int hops)
    {
        var taker = argument.Parent!;
        if (taker is IInvocationOperation invocation)
        {
            if (invocation.Receiver() == argument.Value)
            {
                Called(invocation, value, hops);
                return;
            }

            if (calls.Read(invocation, cancellationToken) is not null)
            {
                _isUsedOtherwise = true;
                return;
            }
        }

        if (ClientTypes.Registers(method))
        {
            IsRegistered = true;
            _isShared |= ClientTypes.RegistersOnce(method);
        }
        else if (ClientTypes.WrapsAsIs(method))
            Wrapped(taker, hops);
        else if (IsExchange(method) && taker is IInvocationOperation { Arguments: [var cell, ..] })
        {
            Store(cell.Value, hops);
            Follow(taker, hops);
        }
        else if (PollyApis.IsExecutor(method) && TakerOf(taker) is { } state)
        {
            Track(state, hops);
        }
        else if (method.IsGenericMethod || method.ContainingType.IsGenericType)
        {
            // What is generic in the client cannot know of its timeout: Task.FromResult, Lazy<T>, GetOrAdd(key, factory).
            if (ClientTypes.Carries(taker.Type, clientType))
                Follow(taker, hops);
            else
                Escapes = true;
        }
        else if (!IsHarmless(parameter))
            Escapes = true;
    }

    /// <summary>The parameter of the delegate which a pipeline hands its state to: <c>ExecuteAsync(static async (client, token) => …, http, token)</c>; null where it is not written there.</summary>
    private IParameterSymbol? TakerOf(IOperation taker)
    {
        foreach (var argument in taker is IInvocationOperation run ? run.Arguments : ImmutableArray<IArgumentOperation>.Empty)
        {
            if (argument.Value.Unwrap() is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: var parameters } })
                continue;
            foreach (var parameter in parameters)
            {
                if (SymbolEqualityComparer.Default.Equals(parameter.Type, clientType))
                    return parameter;
            }
        }

        return null;
    }

    /// <summary>What wraps the client may have a timeout of its own: RestSharp's options beside the <c>HttpClient</c>.</summary>
    private void Wrapped(IOperation taker, int hops)
    {
        if (taker is IObjectCreationOperation creation)
        {
            var (own, setting) = ClientSettings.OwnTimeout(creation, source, cancellationToken);
            if (own == Certainty.Yes)
                Timeouts.Add(setting ?? creation);
            Escapes |= own == Certainty.Unknown;
        }

        _wrapped = true;
        Follow(taker, hops);
    }

    private bool _wrapped;

    /// <summary>Whether a library's client stands round it.</summary>
    public bool IsWrapped => _wrapped;

    private static bool IsExchange(IMethodSymbol method) =>
        method.ContainingType is { Name: "Interlocked" or "Volatile" or "LazyInitializer" } && method.Parameters is [{ RefKind: RefKind.Ref }, ..];

    /// <summary>A null check or a disposal list does not reach a timeout.</summary>
    private static bool IsHarmless(IParameterSymbol parameter) =>
        parameter.Type.Is("System", "IDisposable") || parameter.Type.Is("System", "IAsyncDisposable") ||
        (parameter.Type.SpecialType == SpecialType.System_Object && parameter.ContainingSymbol is IMethodSymbol { ReturnsVoid: true } or IMethodSymbol { Name: "ReferenceEquals" or "Equals" });
}
