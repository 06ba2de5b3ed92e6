using System;
using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Resilience;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>Holds the timeouts of registered clients against the pipelines round their requests; read once a compilation.</summary>
internal sealed class TimeoutConflicts(ClientRegistrations registrations, ResiliencePipelines pipelines)
{
    private Dictionary<SyntaxNode, TimeoutConflict>? _conflicts;

    /// <summary>The conflict to be told at that place: an assignment of <c>Timeout</c>, or a call that adds a handler.</summary>
    public TimeoutConflict? At(SyntaxNode place, CancellationToken cancellationToken)
    {
        var conflicts = Volatile.Read(ref _conflicts);
        if (conflicts is null)
        {
            conflicts = Read(cancellationToken);
            conflicts = Interlocked.CompareExchange(ref _conflicts, conflicts, null) ?? conflicts;
        }

        return conflicts.TryGetValue(place, out var conflict) ? conflict : null;
    }

    private Dictionary<SyntaxNode, TimeoutConflict> Read(CancellationToken cancellationToken)
    {
        var found = new Dictionary<SyntaxNode, TimeoutConflict>();
        foreach (var client in registrations.Clients(cancellationToken))
        {
            foreach (var registration in client.Registrations)
                Own(registration, found, cancellationToken);
            if (client.Registrations.Length == 1)
                Against(client, found, cancellationToken);
        }

        foreach (var registration in registrations.Defaults(cancellationToken))
            Own(registration, found, cancellationToken);
        return found;
    }

    /// <summary>One registration by itself: its members run in the order in which they are written.</summary>
    private void Own(ClientRegistration registration, Dictionary<SyntaxNode, TimeoutConflict> found, CancellationToken cancellationToken)
    {
        ClientSetting? timeout = null;
        foreach (var step in registration.Steps)
        {
            if (step.Kind == RegistrationStepKind.Unknown || !step.Configuration.IsWhole || step.IsConditional)
            {
                timeout = null;
                continue;
            }

            foreach (var setting in step.Configuration.Settings)
            {
                if (setting.IsTimeout)
                    timeout = setting is { IsConditional: false, Span: { } span } && span > TimeSpan.Zero ? setting : null;
            }

            if (timeout?.Span is { } length && step.Handler is not null && RegistrationApis.SwitchesTimeoutOff(step.Invocation.TargetMethod))
            {
                Add(found, new TimeoutConflict(TimeoutConflictKind.Discarded, timeout.Assignment.Syntax, step.Invocation.Syntax, step.Invocation.TargetMethod.Name, length, TimeSpan.Zero));
                timeout = null;
            }
        }

        // What is left is set after every handler that would take it away, and ends them all.
        if (timeout?.Span is { } last && !registration.IsOpen)
        {
            foreach (var step in registration.Steps)
                CutsShort(timeout, last, step, found, cancellationToken);
        }
    }

    /// <summary>A client against the handlers of the defaults, its constructor's timeout against its handlers, and the timeout that nobody set.</summary>
    private void Against(RegisteredClient client, Dictionary<SyntaxNode, TimeoutConflict> found, CancellationToken cancellationToken)
    {
        var typed = client.Typed(cancellationToken);
        if (!typed.Configuration.IsWhole || client.Registrations[0].IsOpen)
            return;

        if (client.Timeout(cancellationToken) is { } effective)
        {
            var setting = Setting(client, effective, cancellationToken);
            if (effective is not { IsConditional: false, Span: { } span } || span <= TimeSpan.Zero || setting is null)
                return;
            if (effective.Step is null)
            {
                foreach (var step in client.Steps)
                    CutsShort(setting, span, step, found, cancellationToken);
            }
            else if (IsOwn(client, effective.Step))
            {
                foreach (var registration in client.Defaults)
                {
                    foreach (var step in registration.Steps)
                        CutsShort(setting, span, step, found, cancellationToken);
                }
            }

            return;
        }

        if (client.IsWhole(cancellationToken) != Certainty.Yes || registrations.IsSetLate(client, cancellationToken))
            return;
        foreach (var step in client.Handlers)
        {
            if (!step.IsConditional && Budget(step, cancellationToken) is { } budget && budget.Needs > ClientTypes.DefaultTimeout)
                Add(found, new TimeoutConflict(TimeoutConflictKind.Default, step.Invocation.Syntax, step.Invocation.Syntax, step.Invocation.TargetMethod.Name, ClientTypes.DefaultTimeout, budget.MayTake) { IsPausesAlone = budget.Hanging is null });
        }
    }

    private void CutsShort(ClientSetting setting, TimeSpan timeout, RegistrationStep step, Dictionary<SyntaxNode, TimeoutConflict> found, CancellationToken cancellationToken)
    {
        if (!step.IsConditional && Budget(step, cancellationToken) is { } budget && budget.Needs > timeout)
            Add(found, new TimeoutConflict(TimeoutConflictKind.CutsShort, setting.Assignment.Syntax, step.Invocation.Syntax, step.Invocation.TargetMethod.Name, timeout, budget.MayTake) { IsPausesAlone = budget.Hanging is null });
    }

    private PipelineBudget? Budget(RegistrationStep step, CancellationToken cancellationToken) =>
        step.Kind == RegistrationStepKind.Handler && pipelines.OfHandler(step.Invocation, cancellationToken) is { } pipeline
            ? PipelineBudget.Of(pipeline)
            : null;

    private static ClientSetting? Setting(RegisteredClient client, EffectiveTimeout effective, CancellationToken cancellationToken)
    {
        var configuration = effective.Step is { } step ? step.Configuration : client.Typed(cancellationToken).Configuration;
        foreach (var setting in configuration.Settings)
        {
            if (setting.Assignment == effective.Origin)
                return setting;
        }

        return null;
    }

    private static bool IsOwn(RegisteredClient client, RegistrationStep step)
    {
        foreach (var own in client.Registrations[0].Steps)
        {
            if (ReferenceEquals(own, step))
                return true;
        }

        return false;
    }

    private static void Add(Dictionary<SyntaxNode, TimeoutConflict> found, TimeoutConflict conflict)
    {
        if (!found.ContainsKey(conflict.Place))
            found.Add(conflict.Place, conflict);
    }
}
