using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;

namespace IntegrationAnalyzers.Apis;

/// <summary>
/// Names under which providers take an idempotency key, a de-duplication ID or a precondition. Names that only correlate
/// (<c>x-ms-client-request-id</c>, <c>X-Correlation-ID</c>, <c>traceparent</c>, <c>I-Twilio-Idempotency-Token</c>) are left out on purpose.
/// </summary>
internal static class IdempotencyNames
{
    /// <summary>The header of the IETF draft, which most providers took over.</summary>
    public const string Header = "Idempotency-Key";

    private static readonly HashSet<string> Headers = new(StringComparer.OrdinalIgnoreCase)
    {
        Header,
        "X-Idempotency-Key",
        "PayPal-Request-Id",
        "Cko-Idempotency-Key",
        "Klarna-Idempotency-Key",
        "X-Payout-Idempotency",
        "chargebee-idempotency-key",
        "x-amz-pay-idempotency-key",
        "v-c-idempotency-id",
        "X-GCS-Idempotence-Key",
        "X-idempotence-uuid",
        "X-Qonto-Idempotency-Key",
        "sd-idempotency-key",
        "Repeatability-Request-ID",
        "opc-retry-token",
        "idempotency",
        "x-requestid",
        "Upstash-Deduplication-Id",
        "Upstash-Content-Based-Deduplication",
        "If-Match",
        "If-None-Match",
        "If-Unmodified-Since",
    };

    /// <summary>Members of a request's body, without case, hyphens and underscores.</summary>
    private static readonly HashSet<string> BodyMembers = new(StringComparer.Ordinal)
    {
        "idempotencykey",
        "idempotencyid",
        "idempotencytoken",
        "requestid",
        "clientrequestid",
        "clienttoken",
        "clientrequesttoken",
        "customertransactionid",
        "clientorderid",
        "externaldeliveryid",
        "dedupeid",
        "deduplicationid",
        "messagededuplicationid",
        "callerreference",
        "transactionid",
        "merchanttransactionid",
        "merchantreference",
        "orderreference",
        "opcretrytoken",
    };

    private static readonly HashSet<string> CorrelationHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-ms-client-request-id",
        "client-request-id",
        "X-Request-ID",
        "X-Correlation-ID",
        "I-Twilio-Idempotency-Token",
    };

    public static bool IsHeader(string name) => Headers.Contains(name);

    /// <summary>A member of the body by which the provider knows the operation again.</summary>
    public static bool IsBodyMember(string name)
    {
        if (CorrelationHeaders.Contains(name))
            return false;
        return BodyMembers.Contains(name.Replace("_", "").Replace("-", "").ToLowerInvariant());
    }

    /// <summary>Any name that speaks of idempotency: a property, a helper, a constant.</summary>
    public static bool SpeaksOfIdempotency(string name) =>
        name.ContainsIgnoreCase("idempot") && !CorrelationHeaders.Contains(name);

    /// <summary>Members of <c>HttpRequestHeaders</c> that make a repeated write safe.</summary>
    public static bool IsPrecondition(string memberName) => memberName is "IfMatch" or "IfNoneMatch" or "IfUnmodifiedSince";
}
