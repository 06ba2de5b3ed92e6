using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>What the functions of this compilation do with a parameter, read once each.</summary>
internal sealed class CalleeEffects(FlowGraphs graphs)
{
    private readonly Memo<(IParameterSymbol Parameter, int Depth), ArgumentEffect?> _known = new();

    /// <summary>The effect, or null where there is no one body to look at.</summary>
    public ArgumentEffect? Of(IMethodSymbol method, IParameterSymbol parameter, FlowScope scope, int depth, CancellationToken cancellationToken)
    {
        if (scope.Source.Implementation(method, cancellationToken) is not { } implementation || CallSites.Received(method, parameter, implementation) is not { } own)
            return null;
        if (_known.TryGetValue((own, depth), out var known))
            return known;
        var receiver = (IMethodSymbol)own.ContainingSymbol;
        return _known.GetOrAdd((own, depth), Read(receiver, own, scope.Source.Body(receiver, cancellationToken)?.Syntax, scope.Deeper(), cancellationToken));
    }

    /// <summary>
    /// What the functions behind a delegate do with what it is called with: those that callers hand over for a parameter, or the one in a variable. One that takes no null
    /// is enough; only where all look at it, it is looked at.
    /// </summary>
    public ArgumentEffect OfDelegate(IOperation called, int ordinal, FlowScope scope, int depth, CancellationToken cancellationToken)
    {
        var effects = new List<ArgumentEffect>();
        foreach (var handed in Handed(called, scope.Source, cancellationToken))
            effects.Add(OfFunction(handed, ordinal, scope, depth, cancellationToken) ?? ArgumentEffect.None);
        return effects.Contains(ArgumentEffect.Dereferenced) ? ArgumentEffect.Dereferenced
            : effects.Contains(ArgumentEffect.PassedOn) ? ArgumentEffect.PassedOn
            : effects.Count > 0 && effects.All(static effect => effect == ArgumentEffect.Checked) ? ArgumentEffect.Checked
            : ArgumentEffect.None;
    }

    private static IEnumerable<IOperation> Handed(IOperation called, SourceIndex source, CancellationToken cancellationToken)
    {
        if (called.Unwrap() is not IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } method } parameter })
            return [called];
        return CallSites.Of(method, source, cancellationToken).Select(site => CallSites.Argument(site, parameter)).OfType<IOperation>();
    }

    private ArgumentEffect? OfFunction(IOperation handed, int ordinal, FlowScope scope, int depth, CancellationToken cancellationToken)
    {
        if (handed.Unwrap() is IParameterReferenceOperation)
            return depth > 1 ? OfDelegate(handed, ordinal, scope.Deeper(), depth - 1, cancellationToken) : null;
        if (FunctionValue.Of(handed, scope.Source, cancellationToken) is not { } function || ordinal >= function.Parameters.Length)
            return null;
        var own = function.Parameters[ordinal];
        if (function.Symbol.MethodKind != MethodKind.AnonymousFunction)
            return Of(function.Symbol, own, scope, depth, cancellationToken);
        return _known.TryGetValue((own, depth), out var known)
            ? known
            : _known.GetOrAdd((own, depth), Read(function.Symbol, own, function.Syntax, scope.Deeper(), cancellationToken));
    }

    private ArgumentEffect? Read(IMethodSymbol function, IParameterSymbol parameter, SyntaxNode? syntax, FlowScope scope, CancellationToken cancellationToken)
    {
        if (syntax is null || graphs.Of(syntax, cancellationToken) is not { } graph)
            return null;
        var facts = PayloadFlow.Of(graph, function, parameter, scope, cancellationToken);
        if (!facts.Unchecked.IsEmpty)
            return facts.Unchecked[0].Kind == PayloadUseKind.Dereferenced ? ArgumentEffect.Dereferenced : ArgumentEffect.PassedOn;
        return facts.ReachesEnd ? ArgumentEffect.None : facts.IsChecked ? ArgumentEffect.Checked : null;
    }
}
