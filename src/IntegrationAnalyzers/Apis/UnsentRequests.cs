using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>
/// The codes by which a client says that no connection came about: nothing of the request left, so that a write may be sent again. One that broke off or ran out of time is none of them.
/// </summary>
internal static class UnsentRequests
{
    private static readonly Dictionary<string, HashSet<string>> Codes = new(StringComparer.Ordinal)
    {
        ["HttpRequestError"] = new(StringComparer.Ordinal) { "NameResolutionError", "ConnectionError", "SecureConnectionError", "ProxyTunnelError" },
        ["SocketError"] = new(StringComparer.Ordinal) { "ConnectionRefused", "HostNotFound", "HostUnreachable", "HostDown", "NetworkUnreachable", "NetworkDown", "NoData", "TryAgain" },
        ["WebExceptionStatus"] = new(StringComparer.Ordinal) { "ConnectFailure", "NameResolutionFailure", "ProxyNameResolutionFailure", "SecureChannelFailure", "TrustFailure" },
    };

    /// <summary>Whether the operand is such a code.</summary>
    public static bool IsCode(IOperation operand) => operand.Unwrap() is IFieldReferenceOperation { Field: { IsConst: true, ContainingType: var type, Name: var name } } &&
        Codes.TryGetValue(type.Name, out var names) && names.Contains(name);

    /// <summary>Whether the predicate tells such failures apart and no others: no further code, no status.</summary>
    public static bool AreAllOf(IOperation predicate)
    {
        var found = false;
        foreach (var operation in predicate.Tree())
        {
            switch (operation)
            {
                case IFieldReferenceOperation { Field: { IsConst: true, ContainingType.TypeKind: TypeKind.Enum } }:
                    if (!IsCode(operation))
                        return false;
                    found = true;
                    break;
                case IPropertyReferenceOperation { Property.Name: StatusApis.StatusCode or StatusApis.IsSuccess }:
                    return false;
            }
        }

        return found;
    }
}
