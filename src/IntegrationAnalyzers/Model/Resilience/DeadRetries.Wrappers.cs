using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <content>A call that never throws, behind wrappers.</content>
internal sealed partial class DeadRetries
{
    private const int MaxWrappers = 2;

    /// <summary>The call that never throws behind wrappers of this compilation that throw nothing either.</summary>
    private ReachedCall? OnlySilentCall(PipelineUse use, CancellationToken cancellationToken)
    {
        if (use.Calls is not [{ Path.IsEmpty: false, Call.Member.Status: StatusCheck.NeverThrows } call] || use.Delegate is not { } given || !IsPlain(given, call, MaxWrappers, cancellationToken))
            return null;
        foreach (var step in call.Path)
        {
            if (model.Source.BodyBehind(step.TargetMethod, cancellationToken) is not { } body ||
                !IsPlain(body, call, MaxWrappers, cancellationToken))
            {
                return null;
            }
        }

        return call;
    }

    /// <summary>Whether the code throws nothing: neither by itself nor by what it calls beside the call.</summary>
    private bool IsPlain(IOperation code, ReachedCall call, int depth, CancellationToken cancellationToken)
    {
        foreach (var operation in code.Tree())
        {
            if (operation is IThrowOperation)
                return false;
            if (operation is not IInvocationOperation { TargetMethod: var method } other || other.Syntax == call.Call.Operation.Syntax || call.Path.Any(step => step.Syntax == other.Syntax) ||
                method.Name is "ConfigureAwait" or "WaitAsync" || OnlyComputes(other) || method.DeclaringType()?.ContainingNamespace.Is(SendingMembers.RestSharp) == true)
            {
                continue;
            }

            if (depth == 0 || !model.Source.IsSource(method) || model.Source.BodyBehind(method, cancellationToken) is not { } body ||
                !IsPlain(body, call, depth - 1, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }
}
