using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Responses;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>Why a retry cannot fire for the failure it is written for.</summary>
internal enum DeadRetryReason
{
    None,

    /// <summary>The call never throws, and the retry looks at exceptions alone.</summary>
    NeverThrows,

    /// <summary>The call throws other exceptions than those handled.</summary>
    OtherException,

    /// <summary>A timeout inside it throws <c>TimeoutRejectedException</c>, which it does not handle.</summary>
    TimeoutInside,

    /// <summary>It is made for answers, and its default looks at exceptions alone.</summary>
    AnswersUnseen,
}

/// <param name="Thrown">What the call throws instead; null where it throws nothing.</param>
internal readonly record struct DeadRetry(DeadRetryReason Reason, string? Call = null, FailureType? Thrown = null, SyntaxNode? Place = null);

/// <summary>Holds what a retry handles against what can arrive at it.</summary>
internal sealed partial class DeadRetries(IntegrationModel model)
{
    public DeadRetry Of(OutboundRetry retry, CancellationToken cancellationToken)
    {
        var handles = retry.Strategy.Handles;
        if (handles.IsDefault && handles.AnyStatus == Certainty.No && retry.Strategy.Result?.Name == "HttpResponseMessage" && SeesAnswers(retry))
            return new DeadRetry(DeadRetryReason.AnswersUnseen);
        if (TimeoutInside(retry) is { } timeout && handles.Exception(FailureSample.PipelineTimeout) == Certainty.No && IsForTransport(handles))
            return new DeadRetry(DeadRetryReason.TimeoutInside, Place: timeout.Origin);
        return handles.AnyStatus == Certainty.No && !AnyLooksAtResults(handles.Links) ? OfExceptions(retry, cancellationToken) : default;
    }

    /// <summary>Whether it repeats refused connections; a filter that a status must pass makes it no less written for them.</summary>
    private static bool IsForTransport(HandledFailures handles) =>
        handles.Exception(FailureSample.Transport) == Certainty.Yes ||
        (handles.Exception(FailureSample.Transport) == Certainty.Unknown && !handles.Types.IsDefault && handles.Types.Any(static type => type.Name == "HttpRequestException"));

    /// <summary>Whether every place hands it the bare answer: a handler, or a delegate that does nothing but the call.</summary>
    private static bool SeesAnswers(OutboundRetry retry)
    {
        var isRun = false;
        foreach (var use in retry.Uses)
        {
            // The end of the builder itself runs nothing.
            if (use is { IsHandler: false, Delegate: null })
                continue;
            if (!use.IsHandler && OnlyCall(use) is not { Call.Member.Status: StatusCheck.ByCaller })
                return false;
            isRun = true;
        }

        return isRun;
    }

    private static TimeoutStrategy? TimeoutInside(OutboundRetry retry)
    {
        foreach (var use in retry.Uses)
        {
            var isInside = false;
            TimeoutStrategy? found = null;
            foreach (var strategy in use.Pipeline.Strategies)
            {
                if (strategy.Kind is StrategyKind.Fallback or StrategyKind.Unknown)
                    return null;
                if (isInside && strategy is TimeoutStrategy timeout)
                    found = timeout;
                isInside |= strategy is RetryStrategy && strategy.Origin == retry.Strategy.Origin;
            }

            foreach (var strategy in use.Inner.Strategies)
            {
                if (strategy.Kind is StrategyKind.Fallback or StrategyKind.Unknown or StrategyKind.Retry)
                    break;
                if (isInside && strategy is TimeoutStrategy timeout)
                    found ??= timeout;
            }

            if (found is not null)
                return found;
        }

        return null;
    }

    private DeadRetry OfExceptions(OutboundRetry retry, CancellationToken cancellationToken)
    {
        var handles = retry.Strategy.Handles;
        if (retry.Uses.IsEmpty || handles.Types.IsDefault && !(handles.IsDefault && retry.Strategy.Source == RetrySource.Options && retry.Strategy.HonoursRetryAfter != Certainty.Yes))
            return default;

        DeadRetry dead = default;
        foreach (var use in retry.Uses)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (use.IsHandler || !use.Pipeline.IsWhole || use.Pipeline.Strategies.Length != 1 || (OnlyCall(use) ?? OnlySilentCall(use, cancellationToken)) is not { } call || MayThrowAll(cancellationToken))
                return default;
            var thrown = FailureTypes.ThrownBy(call.Call.Member, model.Compilation);
            if (thrown.IsEmpty && call.Call.Member.Status == StatusCheck.NeverThrows)
            {
                dead = new DeadRetry(DeadRetryReason.NeverThrows, call.Call.Name);
                continue;
            }

            if (handles.Types.IsDefaultOrEmpty || thrown.IsEmpty || MayHandle(handles.Types, thrown))
                return default;
            dead = new DeadRetry(DeadRetryReason.OtherException, call.Call.Name, thrown[0]);
        }

        return dead;
    }

    /// <summary>A setting of RestSharp's by which everything throws after all.</summary>
    private bool MayThrowAll(CancellationToken cancellationToken) =>
        ThrowingOptions.MayBeOn(StatusApis.ThrowsOnAnyError, model.Source, cancellationToken) || ThrowingOptions.MayBeOn("ThrowOnDeserializationError", model.Source, cancellationToken);

    /// <summary>Whether a handled type is, or is above or below, one that is thrown; or may come from a handler or a wrapper of the code's own.</summary>
    private bool MayHandle(ImmutableArray<ITypeSymbol> handled, ImmutableArray<FailureType> thrown)
    {
        foreach (var type in handled)
        {
            if (FailureTypes.IsGeneral(type) || FailureTypes.KindsOf(type) == FailureKinds.None || type.Name == FailureTypes.TimeoutRejected.Name)
                return true;
            foreach (var one in thrown)
            {
                if (type.Is(one.Namespace, one.Name) || type.IsOrDerivesFrom(one.Namespace, one.Name) ||
                    model.Compilation.FindType(one.FullName) is not { } known || known.IsOrDerivesFrom(type))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The call that is all the delegate does; null where it does more, which may throw as well.</summary>
    private static ReachedCall? OnlyCall(PipelineUse use)
    {
        if (use.Calls is not [{ Path.IsEmpty: true } call] || use.Delegate is not { } given)
            return null;
        return IsAll(given, call) ? call : null;
    }

    private static bool IsAll(IOperation given, ReachedCall call)
    {
        foreach (var operation in given.Tree())
        {
            if (operation is IThrowOperation || operation is IInvocationOperation { TargetMethod.Name: not ("ConfigureAwait" or "WaitAsync") } other && other.Syntax != call.Call.Operation.Syntax && !Prepares(other, call) && !OnlyComputes(other))
                return false;
        }

        return true;
    }

    /// <summary>Flurl's <c>client.Request("orders").WithHeader(…)</c> in front of the call puts the request together and sends nothing.</summary>
    private static bool Prepares(IInvocationOperation other, ReachedCall call) =>
        other.TargetMethod.DeclaringType()?.ContainingNamespace is { } space && space.ToDisplayString().StartsWith("Flurl", System.StringComparison.Ordinal) &&
        call.Call.Operation.Receiver() is { } receiver && receiver.Syntax.Span.Contains(other.Syntax.Span);

    /// <summary><c>Uri.EscapeDataString(id)</c> and its like in the middle of the request: no failure of a call comes out of them. A delegate is somebody's code.</summary>
    private static bool OnlyComputes(IInvocationOperation other) =>
        other.TargetMethod is { MethodKind: not MethodKind.DelegateInvoke } method && method.DeclaringType() is { Name: "Uri" or "String" or "Guid" or "Convert" or "Math" or "DateTime" or "DateTimeOffset" or "Int32" or "Int64" } type &&
        type.ContainingNamespace.Is("System");

    private static bool AnyLooksAtResults(ImmutableArray<SyntaxNode> links)
    {
        foreach (var link in links)
        {
            if (LooksAtResults(link))
                return true;
        }

        return false;
    }

    private static bool LooksAtResults(SyntaxNode link) =>
        link is Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax invocation && invocation.CalledText() is { } name &&
        (name.Contains("Result") || name.Contains("Transient"));
}
