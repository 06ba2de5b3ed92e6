using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>A client as the container hands it out: the defaults of all, every registration of its name, and what its own type's constructor does.</summary>
internal sealed class RegisteredClient
{
    private readonly ClientRegistrations _owner;
    private readonly SourceIndex _source;
    private TypedClient? _typed;

    public RegisteredClient(
        ImmutableArray<ClientRegistration> registrations, ImmutableArray<ClientRegistration> defaults, ClientRegistrations owner, SourceIndex source)
    {
        _owner = owner;
        _source = source;
        Registrations = registrations;
        Defaults = registrations[0].Kind == RegistrationKind.Plain ? ImmutableArray<ClientRegistration>.Empty : defaults;
    }

    /// <summary>Its name in the factory; null where the code does not say it.</summary>
    public string? Name => Registrations[0].Name;

    /// <summary>At least one; of one name.</summary>
    public ImmutableArray<ClientRegistration> Registrations { get; }

    /// <summary>What <c>ConfigureHttpClientDefaults</c> in this compilation does for every client.</summary>
    public ImmutableArray<ClientRegistration> Defaults { get; }

    /// <summary>All that is done to it, in the order in which it takes effect: the defaults before its own.</summary>
    public IEnumerable<RegistrationStep> Steps
    {
        get
        {
            foreach (var registration in Defaults)
            {
                foreach (var step in registration.Steps)
                    yield return step;
            }

            foreach (var registration in Registrations)
            {
                foreach (var step in registration.Steps)
                    yield return step;
            }
        }
    }

    /// <summary>Its handlers, outermost first: the defaults' stand outside its own.</summary>
    public ImmutableArray<RegistrationStep> Handlers
    {
        get
        {
            var handlers = ImmutableArray.CreateBuilder<RegistrationStep>();
            foreach (var step in Steps)
            {
                if (step.Kind == RegistrationStepKind.Handler)
                    handlers.Add(step);
                else if (step.Kind == RegistrationStepKind.RemovesResilience)
                    handlers.RemoveAll(static h => h.Handler is HandlerKind.StandardResilience or HandlerKind.StandardHedging or HandlerKind.Resilience);
            }

            return handlers.ToImmutable();
        }
    }

    /// <summary>Whether it calls the server that the page came from: Blazor's own client.</summary>
    public bool IsHostOwned
    {
        get
        {
            foreach (var setting in RegisteredAddresses)
            {
                if (OutboundClients.IsHostOwned(setting.Value))
                    return true;
            }

            return false;
        }
    }

    private IEnumerable<ClientSetting> RegisteredAddresses
    {
        get
        {
            foreach (var step in Steps)
            {
                foreach (var setting in step.Configuration.Settings)
                {
                    if (setting.IsBaseAddress)
                        yield return setting;
                }
            }
        }
    }

    /// <summary>The base addresses it is given, in the order in which they take effect: those of its own type's constructor last.</summary>
    public IEnumerable<ClientSetting> BaseAddresses(CancellationToken cancellationToken)
    {
        foreach (var setting in RegisteredAddresses)
            yield return setting;
        foreach (var setting in Typed(cancellationToken).Configuration.Settings)
        {
            if (setting.IsBaseAddress)
                yield return setting;
        }
    }

    /// <summary>
    /// Whether all that is done to it stands in this compilation: unknown where its builder goes out of sight, a step does something out of sight, or the defaults
    /// may be set elsewhere.
    /// </summary>
    public Certainty IsWhole(CancellationToken cancellationToken)
    {
        foreach (var registration in Registrations)
        {
            if (registration.IsOpen)
                return Certainty.Unknown;
        }

        foreach (var registration in Defaults)
        {
            if (registration.IsOpen)
                return Certainty.Unknown;
        }

        foreach (var step in Steps)
        {
            if (step.Kind == RegistrationStepKind.Unknown || !step.Configuration.IsWhole)
                return Certainty.Unknown;
        }

        return _owner.IsWhole(cancellationToken);
    }

    /// <summary>What the constructors of its own type do to the client that they are handed; they run last.</summary>
    public TypedClient Typed(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _typed) is { } known)
            return known;
        var read = TypedClient.None;
        foreach (var registration in Registrations)
        {
            if (registration.ImplementationType is INamedTypeSymbol type && registration.Kind != RegistrationKind.Grpc)
                read = read.With(TypedClientReader.Read(type, _source, cancellationToken));
        }

        Interlocked.CompareExchange(ref _typed, read, null);
        return _typed!;
    }

    /// <summary>
    /// Whether something on purpose ends its requests: a timeout of the client, in its registration, defaults or constructor, or a handler that ends them. No only
    /// where nothing out of sight could.
    /// </summary>
    public Certainty IsBounded(CancellationToken cancellationToken)
    {
        var unknown = false;
        foreach (var step in Steps)
        {
            if (step.Configuration.SetsTimeout == Certainty.Yes || step.Bounds == Certainty.Yes)
                return Certainty.Yes;
            unknown |= step.Bounds == Certainty.Unknown;
        }

        var typed = Typed(cancellationToken).Configuration.SetsTimeout;
        if (typed == Certainty.Yes)
            return Certainty.Yes;
        return unknown || typed == Certainty.Unknown || IsWhole(cancellationToken) != Certainty.Yes ? Certainty.Unknown : Certainty.No;
    }

    /// <summary>
    /// What switches its timeout off; null where one of the timeouts set on it may be finite, a handler may end its requests, or something out of sight may do either.
    /// </summary>
    public ClientSetting? EndlessTimeout(CancellationToken cancellationToken)
    {
        ClientSetting? found = null;
        foreach (var step in Steps)
        {
            if (step.Bounds != Certainty.No || !AreEndless(step.Configuration))
                return null;
        }

        return AreEndless(Typed(cancellationToken).Configuration) && found is not null && IsWhole(cancellationToken) == Certainty.Yes ? found : null;

        bool AreEndless(ClientConfiguration configuration)
        {
            foreach (var setting in configuration.Settings)
            {
                if (setting.IsTimeout && setting.Span != System.Threading.Timeout.InfiniteTimeSpan)
                    return false;
                if (setting.IsTimeout)
                    found = setting;
            }

            return true;
        }
    }

    /// <summary>
    /// The timeout that its <c>HttpClient</c> ends up with, and where it is set; null where it is not set in sight. The standard handlers make it infinite where they
    /// stand, what is set after them stays.
    /// </summary>
    public EffectiveTimeout? Timeout(CancellationToken cancellationToken)
    {
        EffectiveTimeout? found = null;
        foreach (var step in Steps)
        {
            if (step.Handler is not null && RegistrationApis.SwitchesTimeoutOff(step.Invocation.TargetMethod))
                found = new EffectiveTimeout(System.Threading.Timeout.InfiniteTimeSpan, step.Invocation, step, step.IsConditional);
            foreach (var setting in step.Configuration.Settings)
            {
                if (setting.IsTimeout)
                    found = new EffectiveTimeout(setting.Span, setting.Assignment, step, step.IsConditional || setting.IsConditional);
            }
        }

        foreach (var setting in Typed(cancellationToken).Configuration.Settings)
        {
            if (setting.IsTimeout)
                found = new EffectiveTimeout(setting.Span, setting.Assignment, null, setting.IsConditional);
        }

        return found;
    }
}
