using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Model.Vocabularies;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>
/// Reads what becomes of the responses that calls leave unlooked at: by the member's name or the method's type first, then by its flow through the
/// function, helpers and what runs a lambda. A method that hands a response on is a call like the library's, at each place that calls it.
/// </summary>
internal sealed class ResponseUses(IntegrationModel model)
{
    /// <summary>How many methods that only hand the response on are followed.</summary>
    private const int MaxHops = 3;

    private readonly SourceIndex _source = model.Source;
    private readonly ResponseHelpers _helpers = new(model.Source, model.Team);
    private readonly CheckingHandlers _handlers = new(model.Source, model.Registrations);
    private readonly Memo<(SyntaxNode, int), ResponseUse?> _read = new();
    private readonly Memo<(IMethodSymbol, int), ResponseUse?> _wrapped = new();

    /// <summary>The cheap look, by name and type.</summary>
    public bool MayLeave(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (!StatusApis.IsUnchecked(method.ReturnType.AwaitedType()))
            return false;
        return SendingMembers.HasName(method.Name) || model.Team.Is(VocabularyKind.Call, method) == Certainty.Yes || method.ContainingType?.TypeKind == TypeKind.Interface ||
            (_source.IsSource(method) && (method.MethodKind == MethodKind.LocalFunction || model.CallNames.MayReach(method.Name)));
    }

    /// <summary>The path from the call to the use of its content; null where the invocation gives no response whose status is left to its caller.</summary>
    public ResponseUse? Read(IInvocationOperation invocation, CancellationToken cancellationToken) =>
        MayLeave(invocation) ? Read(invocation, MaxHops, cancellationToken) : null;

    private ResponseUse? Read(IInvocationOperation invocation, int hops, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue((invocation.Syntax, hops), out var known))
            return known;

        if (model.Calls.Read(invocation, cancellationToken) is { } call)
        {
            if (!StatusApis.LeavesStatus(call.Member, invocation.TargetMethod) && !StatusApis.AllowsAnyStatus(invocation))
                return null;
            var use = IsLookedAtNext(invocation.Syntax) ? Use(StatusLook.ByCode, call.Member)
                : _handlers.MayLook(call, cancellationToken) ? Use(StatusLook.ByHandler, call.Member)
                : Follow(invocation, invocation, call.Member, hops, cancellationToken);
            return _read.GetOrAdd((invocation.Syntax, hops), use);
        }

        if (hops == 0 || !_source.IsSource(invocation.TargetMethod) || Wrapped(invocation.TargetMethod, hops - 1, cancellationToken) is not { } inner)
            return null;
        var wrapper = IsLookedAtNext(invocation.Syntax) ? Use(StatusLook.ByCode, inner.Member) : Follow(invocation, invocation, inner.Member, hops, cancellationToken);
        return _read.GetOrAdd((invocation.Syntax, hops), wrapper);

        ResponseUse Use(StatusLook look, SendingMember member) => new(invocation, member, look, null, false, false);
    }

    /// <summary>What becomes of the result of <paramref name="value"/>, which is the call itself or what runs the lambda it stands in.</summary>
    private ResponseUse Follow(IInvocationOperation call, IInvocationOperation value, SendingMember member, int hops, CancellationToken cancellationToken)
    {
        var unknown = new ResponseUse(call, member, StatusLook.Unknown, null, false, false);
        if (_source.Graphs.Around(value.Syntax, cancellationToken) is not { } graph ||
            ResponseFlow.Of(graph, value.Syntax, _helpers, cancellationToken) is not { } facts)
        {
            return unknown;
        }

        if (!facts.Uses.IsEmpty && BodyCallers.Look(value, facts.Uses, _source, _helpers, cancellationToken))
            return unknown with { Look = StatusLook.ByCaller, HasOwnTest = facts.HasTest || facts.IsLookedAt };
        if (!facts.Uses.IsEmpty)
            return unknown with { Look = StatusLook.ByNobody, Use = facts.Uses[0], HasOwnTest = facts.HasTest || facts.IsLookedAt };
        if (facts.IsLookedAt)
            return unknown with { Look = StatusLook.ByCode };
        if (facts.Returned == ResponseForm.Response)
        {
            if (FlowGraphs.FunctionOf(value.Syntax) is not AnonymousFunctionExpressionSyntax lambda)
                return unknown with { Look = StatusLook.ByCaller, HasOwnTest = facts.HasTest };
            return hops > 0 && Runner(lambda, cancellationToken) is { } runner ? Follow(call, runner, member, hops - 1, cancellationToken) : unknown;
        }

        return facts.IsLeft && facts.Returned == ResponseForm.Nothing && !facts.MeansSuccess && IsDropped(call, value, cancellationToken)
            ? unknown with { Look = StatusLook.ByNobody, IsDropped = true, HasOwnTest = facts.HasTest }
            : unknown;
    }

    /// <summary>The call in the method whose response it returns as it came.</summary>
    private ResponseUse? Wrapped(IMethodSymbol method, int hops, CancellationToken cancellationToken)
    {
        if (method.IsVirtual || method.IsOverride || _source.Implementation(method, cancellationToken) is not { } implementation)
            return null;
        implementation = (implementation.ReducedFrom ?? implementation).OriginalDefinition;
        return _wrapped.TryGetValue((implementation, hops), out var known)
            ? known
            : _wrapped.GetOrAdd((implementation, hops), ReadWrapped(implementation, hops, cancellationToken));
    }

    private ResponseUse? ReadWrapped(IMethodSymbol method, int hops, CancellationToken cancellationToken)
    {
        if (_source.Body(method, cancellationToken) is not { } body)
            return null;
        ResponseUse? found = null;
        foreach (var operation in body.Tree())
        {
            if (operation is not IInvocationOperation invocation || !MayLeave(invocation) || Read(invocation, hops, cancellationToken) is not { } use)
                continue;

            // One that looks, anywhere, has a reason of its own for what it returns.
            if (use.Look != StatusLook.ByCaller || use.HasOwnTest)
                return null;
            found ??= use;
        }

        return found;
    }

    /// <summary>What runs the lambda and gives what that gives: Polly, <c>Task.Run</c>, a helper of ours that hands the result on unlooked at.</summary>
    private IInvocationOperation? Runner(AnonymousFunctionExpressionSyntax lambda, CancellationToken cancellationToken)
    {
        if (lambda.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax outer } argument ||
            _source.Model(lambda.SyntaxTree).GetOperation(outer, cancellationToken) is not IInvocationOperation runner || !StatusApis.IsUnchecked(runner.Type?.AwaitedType()))
        {
            return null;
        }

        return PollyApis.IsExecutor(runner.TargetMethod) || TaskApis.TakesWork(runner.TargetMethod) || HandsOn(runner, argument, cancellationToken) ? runner : null;
    }

    private bool HandsOn(IInvocationOperation runner, ArgumentSyntax lambda, CancellationToken cancellationToken)
    {
        if (!_source.IsSource(runner.TargetMethod) || runner.TargetMethod.IsVirtual || _source.BodyBehind(runner.TargetMethod, cancellationToken) is not { } body || _source.Graphs.Of(body.Syntax, cancellationToken) is not { } graph)
        {
            return false;
        }

        foreach (var argument in runner.Arguments)
        {
            if (argument.Syntax != lambda || argument.Parameter is not { } parameter)
                continue;
            foreach (var operation in body.Tree())
            {
                if (operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IParameterReferenceOperation { Parameter.Name: var name } } run && name == parameter.Name)
                {
                    return FlowGraphs.FunctionOf(run.Syntax) == body.Syntax &&
                        ResponseFlow.Of(graph, run.Syntax, _helpers, cancellationToken) is { IsLookedAt: false, HasTest: false, Uses.IsEmpty: true, Returned: ResponseForm.Response };
                }
            }
        }

        return false;
    }

    /// <summary>A write whose response is left where it is, by a method whose end says that it is done.</summary>
    private bool IsDropped(IInvocationOperation call, IInvocationOperation value, CancellationToken cancellationToken)
    {
        if (!ResponseSyntax.IsAwaited(value) && StartedTasks.AwaitOf(value.Syntax) is null && !ResponseSyntax.IsAwaitedWithOthers(value.Syntax) || ResponseSyntax.IsBestEffort(value.Syntax) ||
            ResponseSyntax.IsAskedByItsCookies(value.Syntax))
        {
            return false;
        }

        var reached = model.Summaries.Reach(call, cancellationToken);
        foreach (var one in reached)
        {
            if (one.Verb is not (HttpVerb.Post or HttpVerb.Put or HttpVerb.Patch or HttpVerb.Delete))
                return false;
        }

        return !reached.IsEmpty;
    }

    /// <summary>The most common form needs no flow: the next statement is <c>response.EnsureSuccessStatusCode();</c>.</summary>
    private static bool IsLookedAtNext(SyntaxNode call) =>
        call.FirstAncestorOrSelf<StatementSyntax>() is LocalDeclarationStatementSyntax
        {
            Declaration.Variables: [{ Initializer.Value: var value, Identifier.ValueText: var local }],
            Parent: BlockSyntax block,
        } statement &&
        ResponseSyntax.Inner(value) == call && block.Statements.IndexOf(statement) + 1 is var next && next < block.Statements.Count &&
        block.Statements[next] is ExpressionStatementSyntax
        {
            Expression: InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var looked }, Name.Identifier.ValueText: StatusApis.Ensure },
            },
        } &&
        looked == local;
}
