using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// A function that gives the client out. Where it keeps the client, all its callers share one, and what one of them sets holds for all. Where it makes a
/// new one each time, each caller is looked at by itself: one that bounds its own says nothing about the next.
/// </summary>
internal sealed partial class ClientFlow
{
    /// <summary>What this flow alone says about the client's wait.</summary>
    private Certainty Verdict
    {
        get
        {
            if (Timeouts.Count > 0)
                return Certainty.Yes;
            return Escapes || IsHandedOutUnseen ? Certainty.Unknown : CallDeadlines.OfAll(Calls);
        }
    }

    private bool _isOfProperty;
    private bool _isKeptByCaller;
    private bool _isReadAgain;

    /// <summary>Whether a property makes it, a new one for each that reads it, and those send through theirs and leave it: <c>HttpClient Client => new()</c>.</summary>
    private bool IsMadeAtEachRead => _isOfProperty && _isReadAgain && !_isKeptByCaller;

    /// <summary>Looked at last, when it is known whether the client is kept.</summary>
    private void Factory(ISymbol function, int hops)
    {
        if (_tracked.Add(function.OriginalDefinition))
            _factories.Enqueue((function.OriginalDefinition, hops));
    }

    private void HandedOut(ISymbol function, int hops)
    {
        var callers = new List<IOperation>();
        var isUnknown = !AddCallers(function, callers);
        foreach (var alias in Aliases.Of(function))
        {
            isUnknown |= !source.IsSource(alias);
            isUnknown |= !AddCallers(alias, callers);
        }

        if (callers.Count == 0 && function.IsVisibleOutside() &&
            source.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication))
        {
            IsHandedOutUnseen = true;
        }

        if (_isKept)
        {
            foreach (var caller in callers)
                Follow(caller, hops + 1);
            Escapes |= isUnknown;
        }
        else
        {
            OneByOne(callers, isUnknown, hops + 1);
        }
    }

    private void OneByOne(List<IOperation> callers, bool isUnknown, int hops)
    {
        if (hops > MaxHops)
        {
            Escapes = true;
            return;
        }

        var bounds = new List<IOperation>();
        var fallbacks = 0;
        var shared = 0;
        var isUnbounded = false;
        foreach (var caller in callers)
        {
            var flow = new ClientFlow(clientType, source, calls, deadlines, cancellationToken);
            flow.Run(caller, hops);
            shared += flow.IsShared ? 1 : 0;
            IsRegistered |= flow.IsRegistered;
            _wrapped |= flow.IsWrapped;
            _isKeptByCaller |= flow.Outlives || flow.Escapes;
            _isReadAgain |= flow.Calls.Count > 0 && Repetition.Of(caller, source, cancellationToken) == Certainty.Yes;
            if (flow.IsFallback)
            {
                fallbacks++;
                continue;
            }

            var verdict = flow.Verdict;
            isUnknown |= verdict == Certainty.Unknown;
            if (verdict == Certainty.Yes)
            {
                bounds.AddRange(flow.Timeouts);
                isUnknown |= flow.Timeouts.Count == 0;
            }

            isUnbounded |= verdict == Certainty.No && flow.Calls.Count > 0;
            Calls.AddRange(flow.Calls);
        }

        IsFallback |= callers.Count > 0 && fallbacks == callers.Count;
        _isShared |= callers.Count > 0 && shared == callers.Count;
        if (isUnbounded)
            return;
        Timeouts.AddRange(bounds);
        Escapes |= isUnknown && bounds.Count == 0 && CallDeadlines.OfAll(Calls) != Certainty.Yes;
    }

    /// <summary>False where they are too many to follow.</summary>
    private bool AddCallers(ISymbol function, List<IOperation> callers)
    {
        if (source.Uses(function, cancellationToken) is not { } uses)
            return false;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is { } operation)
                callers.Add(operation);
        }

        return true;
    }
}
