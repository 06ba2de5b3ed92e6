using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>
/// Bodies that have arrived with their response: <c>HttpClient</c> answers a call that was waited for when it has read the whole body, unless it is told to end at the headers. Reading
/// such a body holds no thread for the other side.
/// </summary>
internal sealed class BufferedBodies(SourceIndex source, OutboundCalls calls)
{
    private const int MaxDepth = 4;
    private const int MaxCallers = 40;
    private const int MaxValues = 8;

    /// <summary>Whether the task reads such a body, as far as the code shows where the response comes from.</summary>
    public bool IsRead(IOperation task, IOperation wait, CancellationToken cancellationToken) =>
        Started(task.Unwrap(), wait, cancellationToken) is { } read && BodyReads.Content(read) is { } content && read.TargetMethod.Name is not "CopyToAsync" &&
        BodyReads.ResponseOf(ValueOrigin.Of(content, source, cancellationToken)) is { } response && IsWhole(response, 0, cancellationToken);

    /// <summary>The read itself, or the one whose task a local keeps: <c>var reading = content.ReadAsStringAsync(); … reading.Result</c>.</summary>
    private IInvocationOperation? Started(IOperation task, IOperation wait, CancellationToken cancellationToken) =>
        (task is ILocalReferenceOperation local ? TaskLocals.Started(local, wait, source, cancellationToken)?.Unwrap() : task) as IInvocationOperation;

    private bool IsWhole(IOperation response, int depth, CancellationToken cancellationToken)
    {
        if (depth > MaxDepth)
            return false;
        var origin = ValueOrigin.Of(response, source, cancellationToken);
        if (BlockingWaits.Task(origin) is { } waited)
            return IsWhole(waited, depth + 1, cancellationToken);
        switch (origin)
        {
            case ILocalReferenceOperation { Local: var local }:
                return AllGivenAreWhole(local, origin.Root(), depth, cancellationToken);
            case IInvocationOperation { TargetMethod.Name: "EnsureSuccessStatusCode", Instance: { } same }:
                return IsWhole(same, depth + 1, cancellationToken);
            case IInvocationOperation invocation when calls.Read(invocation, cancellationToken) is { } call:
                return invocation.Receiver()?.Unwrap().Type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpClient") == true && SaysWhole(call, invocation, cancellationToken);
            case IInvocationOperation invocation:
                return IsWholeFrom(invocation, depth, cancellationToken);
            case IParameterReferenceOperation parameter:
                return AllHandWhole(parameter.Parameter, depth, cancellationToken);
            case IMemberReferenceOperation { Member: var member } when source.IsSource(member) && member is IFieldSymbol or IPropertySymbol:
                return AllGivenAreWhole(member, depth, cancellationToken);
            default:
                return false;
        }
    }

    /// <summary>A local that is used again for the next request: whatever it is given has its body.</summary>
    private bool AllGivenAreWhole(ILocalSymbol local, IOperation function, int depth, CancellationToken cancellationToken)
    {
        var found = 0;
        foreach (var operation in function.Tree())
        {
            IOperation? given;
            switch (operation)
            {
                case IVariableDeclaratorOperation { Symbol: var declared } declarator when declared.IsSame(local):
                    given = declarator.GetVariableInitializer()?.Value;
                    break;
                case ILocalReferenceOperation { Local: var used } reference when used.IsSame(local):
                    if (reference.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } or ITupleOperation)
                        return false;
                    given = reference.Parent is IAssignmentOperation assignment && assignment.Target.Syntax == reference.Syntax ? assignment.Value : null;
                    break;
                default:
                    continue;
            }

            if (given is null || given.Unwrap().ConstantValue is { HasValue: true, Value: null } || IsItself(given.Unwrap(), local))
                continue;
            if (++found > MaxValues || !IsWhole(given, depth + 1, cancellationToken))
                return false;
        }

        return found > 0;
    }

    /// <summary>The same for a member that keeps the response, as far as this compilation sets it.</summary>
    private bool AllGivenAreWhole(ISymbol member, int depth, CancellationToken cancellationToken)
    {
        var found = 0;
        if (DeclaredValues.Of(member, source, cancellationToken).Any() || source.Uses(member, cancellationToken) is not { } uses)
            return false;
        foreach (var use in uses)
        {
            if (use.IsDeconstructed || use.Name.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
                return false;
            if (use.Assignment is null || use.Assigned(cancellationToken) is not { } given || given.Unwrap().ConstantValue is { HasValue: true, Value: null })
                continue;
            if (++found > MaxValues || !IsWhole(given, depth + 1, cancellationToken))
                return false;
        }

        return found > 0;
    }

    /// <summary><c>response = response.EnsureSuccessStatusCode();</c></summary>
    private static bool IsItself(IOperation given, ILocalSymbol local) =>
        given is IInvocationOperation { TargetMethod.Name: "EnsureSuccessStatusCode", Instance: { } instance } && instance.Unwrap() is ILocalReferenceOperation { Local: var same } && same.IsSame(local);

    /// <summary>Whether nothing tells the call to end at the headers; an option that is no constant may.</summary>
    private bool SaysWhole(OutboundCall call, IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        if (call.Member.IsBodyOutsideTimeout)
            return false;
        return invocation.ArgumentOfType("HttpCompletionOption") is not { } option || ValueOrigin.Constant(option, source, cancellationToken) is { HasValue: true, Value: 0 };
    }

    private bool IsWholeFrom(IInvocationOperation invocation, int depth, CancellationToken cancellationToken)
    {
        if (!source.IsSource(invocation.TargetMethod) || source.BodyBehind(invocation.TargetMethod, cancellationToken) is not { } body)
            return false;
        var found = false;
        foreach (var returned in body.Returned())
        {
            if (!IsWhole(returned, depth + 1, cancellationToken))
                return false;
            found = true;
        }

        return found;
    }

    /// <summary>Whether nobody here asks for the headers alone; else, whether all callers hand in such a response, and nobody out of sight can call.</summary>
    private bool AllHandWhole(IParameterSymbol parameter, int depth, CancellationToken cancellationToken)
    {
        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } && !source.TreesWith("ResponseHeadersRead").Any())
            return true;
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method || method.IsVisibleOutside() || Aliases.Has(method) ||
            source.Uses(method.OriginalDefinition, cancellationToken) is not { Length: > 0 and <= MaxCallers } uses)
        {
            return false;
        }

        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IInvocationOperation call || call.Argument(parameter.Name) is not { } handed || !IsWhole(handed, depth + 1, cancellationToken))
                return false;
        }

        return true;
    }
}
