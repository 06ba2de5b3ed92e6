using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>A timeout on the request itself: RestSharp's request, Flurl's chain, Refit's attribute.</summary>
internal static class RequestTimeouts
{
    public static Certainty Of(OutboundCall call, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var attribute in call.Operation.TargetMethod.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "TimeoutAttribute")
                return Certainty.Yes;
        }

        if (call.Member.Namespace == SendingMembers.FlurlHttp && call.Client is { } chain && ClientSettings.SetsTimeout(ValueOrigin.Of(chain, source, cancellationToken)))
            return Certainty.Yes;
        if (call.Request is not { } request || call.Member.Namespace != SendingMembers.RestSharp)
            return Certainty.No;

        request = request.Unwrap();
        if (request.ReferencedSymbol() is ILocalSymbol local && source.Uses(local, cancellationToken) is { } uses)
        {
            foreach (var use in uses)
            {
                if (use.Operation(cancellationToken) is { Parent: IPropertyReferenceOperation { Property.Name: var name } property } &&
                    ClientTypes.IsTimeoutMember(name) && property.Setting() is not null)
                {
                    return Certainty.Yes;
                }
            }
        }

        return ClientSettings.SetsTimeout(ValueOrigin.Of(request, source, cancellationToken)) ? Certainty.Yes : Certainty.No;
    }
}
