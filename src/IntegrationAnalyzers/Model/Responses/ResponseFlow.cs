using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>
/// Walks one function's control flow from where a response comes in, and tells which uses of its body reach the function's end although nothing on
/// the way, before or behind the use, looked at the status. A response that goes out of sight counts as looked at.
/// </summary>
internal sealed partial class ResponseFlow : ForwardFlow<ResponseState>
{
    private const int MaxBlocks = 400;

    private readonly SyntaxNode? _start;
    private readonly ResponseForm _startsAs;
    private readonly bool _isCallee;
    private readonly ResponseHelpers _helpers;
    private readonly HashSet<SyntaxNode> _uses = new();
    private readonly HashSet<CaptureId> _parts = new();

    /// <summary>Where the status chooses what is logged: what is read of the body in there goes into that log.</summary>
    private readonly HashSet<SyntaxNode> _logChoices = new();
    private ResponseForm _returned;
    private bool _isLookedAt;
    private bool _isLeft;
    private bool _hasTest;
    private bool _meansSuccess;
    private bool _saysOutcome;
    private InvocationExpressionSyntax? _log;

    private ResponseFlow(
        ControlFlowGraph graph, ResponseState initial, SyntaxNode? start, ResponseForm startsAs, bool isCallee, ResponseHelpers helpers, CancellationToken cancellationToken)
        : base(graph, initial, cancellationToken)
    {
        _start = start;
        _startsAs = startsAs;
        _isCallee = isCallee;
        _helpers = helpers;
    }

    /// <summary>What becomes of the response, or of its body, that the invocation gives; null where the function is too large.</summary>
    public static ResponseFacts? Of(
        ControlFlowGraph graph, SyntaxNode start, ResponseHelpers helpers, CancellationToken cancellationToken, ResponseForm form = ResponseForm.Response) =>
        graph.Blocks.Length > MaxBlocks
            ? null
            : new ResponseFlow(graph, ResponseState.None, start, form, isCallee: false, helpers, cancellationToken).Run();

    /// <summary>What a function does with what it is handed: a body that it returns is its caller's to use.</summary>
    public static ResponseFacts? Of(ControlFlowGraph graph, IParameterSymbol parameter, ResponseForm form, ResponseHelpers helpers, CancellationToken cancellationToken) =>
        graph.Blocks.Length > MaxBlocks
            ? null
            : new ResponseFlow(graph, ResponseState.Open.With(parameter, form), null, form, isCallee: true, helpers, cancellationToken).Run();

    private ResponseFacts Run()
    {
        Walk();
        return new ResponseFacts(_uses.OrderBy(static node => node.SpanStart).ToImmutableArray(), _isLookedAt, _returned, _isLeft, _hasTest, _meansSuccess, _saysOutcome);
    }

    /// <summary>Nothing comes any more that could look.</summary>
    protected override void End()
    {
        if (!State.IsOpen)
            return;
        if (State.Use is { } use)
            _uses.Add(use);
        else
            _isLeft = true;
    }

    protected override void Evaluate(IOperation operation) => Visit(operation);

    protected override void Leave(BasicBlock block)
    {
        if (block.ConditionKind != ControlFlowConditionKind.None && OneCode(block) is { } branches)
        {
            Flow(branches.WhenTaken, block.ConditionalSuccessor?.Destination);
            Flow(branches.Otherwise, block.FallThroughSuccessor?.Destination);
            return;
        }

        if (block.BranchValue is { } value)
        {
            var form = Visit(value);
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
                Return(value, form);
        }

        if (block.FallThroughSuccessor?.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow)
            return;

        if (FlowsByConstant(block))
            return;

        if (State.IsOpen && block.ConditionKind != ControlFlowConditionKind.None && CallersChoice.Decides(block.BranchValue!))
            LookedAt();

        // A response that is null is none.
        var whenNull = block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is IIsNullOperation { Operand: var operand } && FormOf(operand) == ResponseForm.Response
            ? block.ConditionKind == ControlFlowConditionKind.WhenTrue
            : (bool?)null;
        Flow(whenNull == true ? ResponseState.None : State, block.ConditionalSuccessor?.Destination);
        Flow(whenNull == false ? ResponseState.None : State, block.FallThroughSuccessor?.Destination);
    }

    /// <summary>Where the condition tells one failure from the rest: that one has been looked at, the rest not, unless it is the second of its kind.</summary>
    private (ResponseState WhenTaken, ResponseState Otherwise)? OneCode(BasicBlock block)
    {
        if (StatusTest.Of(block.BranchValue!) is not { } test || FormOf(test.Response) != ResponseForm.Response)
            return null;

        _hasTest = true;
        _meansSuccess |= test.Code < 400;
        var rest = State.Code == 0 || State.Code == test.Code ? State with { Code = test.Code } : ResponseState.None;
        if (!rest.IsOpen)
            _isLookedAt = true;
        return (block.ConditionKind == ControlFlowConditionKind.WhenTrue) == test.EqualWhen ? (ResponseState.None, rest) : (rest, ResponseState.None);
    }

    /// <summary>In what form the operation carries the response right now, without looking at it as a use.</summary>
    private ResponseForm FormOf(IOperation operation)
    {
        operation = operation.Unwrap();
        return operation switch
        {
            IFlowCaptureReferenceOperation capture => State[capture.Id],
            ILocalReferenceOperation local => State[local.Local],
            IParameterReferenceOperation parameter => State[parameter.Parameter],
            IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when TaskApis.IsTaskOrAwaiter(task.Type) => FormOf(task),
            IInvocationOperation { Instance: { } task } call when Apis.StatusApis.HandsOnTask(call.TargetMethod) => FormOf(task),
            IInvocationOperation when operation.Syntax == _start => _startsAs,
            _ => ResponseForm.Nothing,
        };
    }

    private void Return(IOperation value, ResponseForm form)
    {
        if (form == ResponseForm.Nothing)
            return;
        if (form == ResponseForm.Body && !_isCallee)
        {
            Use(value.Syntax);
            return;
        }

        if (form == ResponseForm.Unasked)
        {
            Escape(form);
            return;
        }

        if (form > _returned)
            _returned = form;

        // The callers have it now.
        State = ResponseState.None;
    }

    private void Use(SyntaxNode syntax)
    {
        if (State is { IsOpen: true, Use: null } && (_logChoices.Count == 0 || !syntax.Ancestors().Any(_logChoices.Contains)))
            State = State with { Use = syntax };
    }

    /// <summary>Somebody looked, or may have: from here on it is theirs.</summary>
    private void LookedAt()
    {
        if (State.IsOpen)
            _isLookedAt = true;
        State = ResponseState.None;
    }
}
