using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// Walks one function's control flow graph and follows a value that may be null: from where it is made (or comes in) to the uses
/// that a null reaches. A condition that excludes null ends it on that branch, as the compiler's own null analysis does; unlike that,
/// it works without annotations and is not silenced by <c>!</c>.
/// </summary>
internal sealed partial class PayloadFlow : ForwardFlow<PayloadHolders>
{
    /// <summary>A larger function is left alone.</summary>
    private const int MaxBlocks = 2000;

    private readonly IMethodSymbol _function;
    private readonly FlowScope _scope;
    private readonly SyntaxNode? _start;
    private readonly Held _startsAs;
    private readonly Dictionary<SyntaxNode, PayloadUseKind> _unchecked = new();
    private readonly Dictionary<ISymbol, SyntaxNode> _stored = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> _asked = new();
    private bool _isChecked;
    private bool _escapes;
    private bool _reachesEnd;

    private PayloadFlow(
        ControlFlowGraph graph, PayloadHolders initial, IMethodSymbol function, FlowScope scope, SyntaxNode? start, Held startsAs, CancellationToken cancellationToken)
        : base(graph, initial, cancellationToken)
    {
        _function = function;
        _scope = scope;
        _start = start;
        _startsAs = startsAs;
    }

    /// <summary>What becomes of the value that the expression makes.</summary>
    public static PayloadFacts Of(ControlFlowGraph graph, IMethodSymbol function, SyntaxNode start, Held startsAs, FlowScope scope, CancellationToken cancellationToken) =>
        graph.Blocks.Length > MaxBlocks
            ? PayloadFacts.Unknown
            : new PayloadFlow(graph, PayloadHolders.None, function, scope, start, startsAs, cancellationToken).Run();

    /// <summary>What becomes of the value that a parameter brings.</summary>
    public static PayloadFacts Of(ControlFlowGraph graph, IMethodSymbol function, IParameterSymbol parameter, FlowScope scope, CancellationToken cancellationToken) =>
        graph.Blocks.Length > MaxBlocks
            ? PayloadFacts.Unknown
            : new PayloadFlow(graph, PayloadHolders.None.With(parameter, Held.Payload), function, scope, null, Held.Nothing, cancellationToken).Run();

    private PayloadFacts Run()
    {
        Walk();
        var uses = _unchecked
            .OrderBy(static pair => pair.Key.SpanStart)
            .Select(static pair => new PayloadUse(pair.Value, pair.Key))
            .ToImmutableArray();
        return new PayloadFacts(uses, _isChecked, _escapes, _reachesEnd);
    }

    protected override void End() => _reachesEnd |= State.Any;

    protected override void Evaluate(IOperation operation) => Visit(operation);

    protected override void Leave(BasicBlock block)
    {
        var value = block.BranchValue is { } branchValue ? Visit(branchValue) : Held.Nothing;
        if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return && value != Held.Nothing)
            Return(block.BranchValue!, value);

        // Whatever happens inside a try may go on in its handlers.
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try && region.EnclosingRegion is { } whole)
            {
                foreach (var handler in whole.NestedRegions)
                {
                    if (handler != region)
                        Flow(State, Graph.Blocks[handler.FirstBlockOrdinal]);
                }
            }
        }

        if (FlowsByConstant(block))
            return;

        var whenTaken = State;
        var otherwise = State;
        if (block.ConditionKind != ControlFlowConditionKind.None && State.Any && Check(block.BranchValue!) is { Any: true } check)
        {
            _isChecked = true;
            AskedAbout(block.BranchValue!);
            var takenOnTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            if (takenOnTrue ? check.WhenTrue : check.WhenFalse)
                whenTaken = PayloadHolders.None;
            if (takenOnTrue ? check.WhenFalse : check.WhenTrue)
                otherwise = PayloadHolders.None;
        }

        // (await …) is var order: it never says no.
        if (block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue!.Unwrap() is IIsPatternOperation { Pattern: IDeclarationPatternOperation { MatchesNull: true } or IDiscardPatternOperation })
            (whenTaken, otherwise) = block.ConditionKind == ControlFlowConditionKind.WhenTrue ? (whenTaken, PayloadHolders.None) : (PayloadHolders.None, otherwise);

        Flow(whenTaken, block.ConditionalSuccessor?.Destination);
        Flow(otherwise, block.FallThroughSuccessor?.Destination);
    }

    /// <summary>The condition as the graph has it; where that says nothing, as it is written (<c>?.</c> is taken apart in the graph).</summary>
    private NotNull Check(IOperation condition)
    {
        var lowered = new NullChecks(HeldBy, _scope, _ => null).Of(condition);
        if (lowered.Any || _scope.Source.Model(condition.Syntax.SyntaxTree).GetOperation(condition.Syntax, CancellationToken) is not { } written)
            return lowered;
        var checks = new NullChecks(HeldBy, _scope, local => _scope.OnlyValue(local, CancellationToken));
        return condition is IIsNullOperation ? new NotNull(false, checks.IsRootedIn(written)) : checks.Of(written);
    }

    /// <summary>In what form the operation carries the payload right now, without looking at it as a use.</summary>
    private Held HeldBy(IOperation operation)
    {
        operation = operation.Unwrap();
        return operation switch
        {
            IFlowCaptureReferenceOperation capture => State[capture.Id],
            ILocalReferenceOperation local => State[local.Local],
            IParameterReferenceOperation parameter => State[parameter.Parameter],
            ISimpleAssignmentOperation assignment => HeldBy(assignment.Target),
            IPropertyReferenceOperation { Instance: { } instance } property when ResponseBodies.IsPayloadProperty(property.Property) =>
                HeldBy(instance) == Held.Envelope ? Held.Payload : Held.Nothing,
            IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member => State[member.Member],
            _ when operation.Syntax == _start && operation is IInvocationOperation => _startsAs,
            _ => Held.Nothing,
        };
    }

    private void Use(PayloadUseKind kind, SyntaxNode syntax)
    {
        if (!_unchecked.ContainsKey(syntax) && !_asked.Contains(syntax))
            _unchecked.Add(syntax, kind);
    }

    /// <summary>A member that is asked about behind the assignment holds its null for that moment alone.</summary>
    private void AskedAbout(IOperation condition)
    {
        foreach (var operation in condition.Tree())
        {
            if (Written(operation) is IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation, Member: var member } && _stored.TryGetValue(member, out var assigned))
            {
                _asked.Add(assigned);
                _unchecked.Remove(assigned);
            }
        }
    }

    /// <summary>Somebody looked: from here on it is theirs.</summary>
    private void Checked()
    {
        _isChecked = true;
        State = PayloadHolders.None;
    }
}
