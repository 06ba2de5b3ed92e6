using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Requests whose timeout is switched off where they are put together: <c>url.WithTimeout(Timeout.InfiniteTimeSpan).GetStringAsync()</c>.</summary>
internal static class EndlessRequests
{
    /// <summary>The member that sets a request's timeout: the look before binding.</summary>
    public const string Setter = "WithTimeout";

    /// <summary>The endless value, where the request is sent in the same chain by a call without a token.</summary>
    public static IOperation? In(IInvocationOperation setter, OutboundCalls calls, SourceIndex source, CancellationToken cancellationToken)
    {
        if (setter.TargetMethod.Name != Setter || setter.TargetMethod.DeclaringType()?.ContainingNamespace.Is(SendingMembers.FlurlHttp) != true || setter.Receiver() is not { } receiver ||
            ClientTypes.IsClient(receiver.Unwrap().Type) || EndlessTimeouts.Value(setter) is not { } value || !EndlessTimeouts.Is(value, source, cancellationToken))
        {
            return null;
        }

        for (IOperation current = setter; ;)
        {
            var outer = current.Wrapped();
            var next = (outer.Parent is IArgumentOperation argument ? argument.Parent : outer.Parent) as IInvocationOperation;
            if (next is null || next.Receiver()?.Unwrap().Syntax != current.Syntax || next.TargetMethod.Name == Setter)
                return null;
            if (calls.Read(next, cancellationToken) is not null)
                return HasToken(next) ? null : value;
            current = next;
        }
    }

    private static bool HasToken(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && DeadlineApis.IsToken(argument.Parameter?.Type))
                return true;
        }

        return false;
    }
}
