using System;
using System.Collections.Immutable;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using static IntegrationAnalyzers.Apis.FailureKinds;

namespace IntegrationAnalyzers.Apis;

/// <summary>An exception type by which a library says that a call failed.</summary>
/// <param name="Kinds">The failures that whoever catches it has told apart from all others.</param>
/// <param name="IsOptional">Whether only some versions of the library have it.</param>
internal sealed record FailureType(string Namespace, string Name, FailureKinds Kinds, bool IsOptional = false)
{
    public string FullName => Namespace + "." + Name;
}

/// <summary>Which exceptions mean transport, timeout and payload, and which of them each library throws.</summary>
internal static class FailureTypes
{
    /// <summary>The member of Flurl's exception that reads the body of the response it was made for.</summary>
    public const string ReadsBody = "GetResponseStringAsync";

    private const string Stripe = "Stripe";

    public static readonly FailureType HttpRequest = new(SendingMembers.NetHttp, "HttpRequestException", Transport);
    public static readonly FailureType TaskCanceled = new("System.Threading.Tasks", "TaskCanceledException", Timeout);
    public static readonly FailureType OperationCanceled = new("System", "OperationCanceledException", Timeout);
    public static readonly FailureType TimedOut = new("System", "TimeoutException", Timeout);
    public static readonly FailureType Web = new(SendingMembers.Net, "WebException", Transport | Timeout);
    public static readonly FailureType TextJson = new("System.Text.Json", "JsonException", Payload);
    public static readonly FailureType NewtonsoftJson = new("Newtonsoft.Json", "JsonException", Payload);
    public static readonly FailureType Xml = new("System.Xml", "XmlException", Payload);
    public static readonly FailureType Serialization = new("System.Runtime.Serialization", "SerializationException", Payload);

    /// <summary>What <c>decimal.Parse</c> and its like throw.</summary>
    public static readonly FailureType Format = new("System", "FormatException", Payload);

    /// <summary>What <c>XmlSerializer</c> throws; too common a type to be named in any other place.</summary>
    public static readonly FailureType InvalidOperation = new("System", "InvalidOperationException", Payload);

    /// <summary>What a resilience pipeline's own timeout throws in place of a cancellation.</summary>
    public static readonly FailureType TimeoutRejected = new("Polly.Timeout", "TimeoutRejectedException", Timeout, IsOptional: true);

    /// <summary>One type a kind of failure that retries are asked about, in the order of <c>FailureSample</c>; a bug last.</summary>
    public static readonly ImmutableArray<string> Samples = ImmutableArray.Create(
        HttpRequest.FullName, TaskCanceled.FullName, OperationCanceled.FullName, TimeoutRejected.FullName, "Polly.CircuitBreaker.BrokenCircuitException", "System.ArgumentNullException");

    /// <summary>Members that put a resilience pipeline round a client.</summary>
    public static readonly ImmutableArray<string> PipelineMembers = ImmutableArray.Create(
        "AddStandardResilienceHandler", "AddStandardHedgingHandler", "AddResilienceHandler", "AddPolicyHandler", "AddPolicyHandlerFromRegistry");

    private static readonly FailureType Flurl = new(SendingMembers.FlurlHttp, "FlurlHttpException", All);
    private static readonly FailureType Rpc = new("Grpc.Core", "RpcException", All);
    private static readonly FailureType StripeError = new(Stripe, "StripeException", All);
    private static readonly FailureType RefitError = new("Refit", "ApiException", Transport | Payload);
    private static readonly FailureType RefitRequest = new("Refit", "ApiRequestException", Transport | Timeout, IsOptional: true);
    private static readonly FailureType RestSharpPayload = new(SendingMembers.RestSharp, "DeserializationException", Payload, IsOptional: true);

    /// <summary>Most derived first: Flurl's timeout is a Flurl exception too.</summary>
    private static readonly ImmutableArray<FailureType> Known = ImmutableArray.Create(
        HttpRequest,
        TaskCanceled,
        OperationCanceled,
        TimedOut,
        TimeoutRejected,
        Web,
        TextJson,
        NewtonsoftJson,
        Xml,
        Serialization,
        Format,
        InvalidOperation,
        new("System", "NotSupportedException", Payload),
        new(SendingMembers.FlurlHttp, "FlurlHttpTimeoutException", Timeout),
        new(SendingMembers.FlurlHttp, "FlurlParsingException", Payload),
        Flurl,
        Rpc,
        StripeError,
        RefitError,
        RefitRequest,
        new("Refit", "ApiExceptionBase", All),
        RestSharpPayload);

    private static readonly ImmutableArray<FailureType> OfHttpClient = ImmutableArray.Create(HttpRequest, TaskCanceled);
    private static readonly ImmutableArray<FailureType> OfJsonClient = ImmutableArray.Create(HttpRequest, TaskCanceled, TextJson);
    private static readonly ImmutableArray<FailureType> OfWebRequest = ImmutableArray.Create(Web);
    private static readonly ImmutableArray<FailureType> OfFlurl = ImmutableArray.Create(Flurl);
    private static readonly ImmutableArray<FailureType> OfGrpc = ImmutableArray.Create(Rpc);
    private static readonly ImmutableArray<FailureType> OfStripe = ImmutableArray.Create(StripeError, HttpRequest, TaskCanceled);
    private static readonly ImmutableArray<FailureType> OfRefit = ImmutableArray.Create(RefitError, RefitRequest, HttpRequest, TaskCanceled);
    private static readonly ImmutableArray<FailureType> OfRestSharp = ImmutableArray.Create(HttpRequest, TimedOut, TaskCanceled, RestSharpPayload);

    /// <summary>The failures that the exception type stands for; none for one that has nothing to do with calls.</summary>
    public static FailureKinds KindsOf(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var known in Known)
            {
                if (current.Is(known.Namespace, known.Name))
                    return known.Kinds;
            }
        }

        return None;
    }

    /// <summary>The failures of which none is left where exceptions of the type are left out. What anybody throws, a derived type, stands for a part of them.</summary>
    public static FailureKinds KindsGoneWithout(ITypeSymbol type)
    {
        foreach (var known in Known)
        {
            if (type.Is(known.Namespace, known.Name))
                return known.Namespace == "System" && !IsCancellation(type) ? None : known.Kinds;
        }

        return None;
    }

    public static bool IsCancellation(ITypeSymbol? type) => type.IsOrDerivesFrom(OperationCanceled.Namespace, OperationCanceled.Name);

    public static bool IsTransport(ITypeSymbol? type) => type.IsOrDerivesFrom(HttpRequest.Namespace, HttpRequest.Name);

    /// <summary>Whether the exception has the status of the response that it was made for.</summary>
    public static bool HasStatus(ITypeSymbol? type) => IsTransport(type) || type.IsOrDerivesFrom(RefitError.Namespace, RefitError.Name);

    /// <summary>Whether whoever throws the type says that it was called wrongly: a bug, no failure of a call.</summary>
    public static bool IsMisuse(ITypeSymbol type) =>
        type.IsOrDerivesFrom("System", "ArgumentException") || type.Is("System", "NotImplementedException") || type.Is("System", "ObjectDisposedException");

    /// <summary>Whether the type is <c>Exception</c> or <c>SystemException</c>: whoever catches it tells nothing apart.</summary>
    public static bool IsGeneral(ITypeSymbol? type) => type.Is("System", "Exception") || type.Is("System", "SystemException");

    /// <summary>Whether the library's, or an own, exception that is not in the table may stand for a failed call: what the runtime itself has does not.</summary>
    public static bool MayBeFailure(ITypeSymbol type) => type.ContainingNamespace.RootName() is not ("System" or "Microsoft") && !SaysOneAnswer(type.Name);

    /// <summary>What the member throws when the call fails; nothing where it puts all failures into its result.</summary>
    public static ImmutableArray<FailureType> ThrownBy(SendingMember member, Compilation compilation)
    {
        // Refit takes transport failures into its responses since it has a type for them.
        var isRefit = member.Namespace == RefitRequest.Namespace;
        if (member.Status == StatusCheck.NeverThrows)
            return isRefit && compilation.FindType(RefitRequest.FullName) is null ? OfHttpClient : ImmutableArray<FailureType>.Empty;
        return member.Namespace switch
        {
            _ when isRefit => OfRefit,
            SendingMembers.NetHttpJson when member.Result == CallResult.Payload => OfJsonClient,
            SendingMembers.Net => OfWebRequest,
            SendingMembers.FlurlHttp => OfFlurl,
            SendingMembers.RestSharp => OfRestSharp,
            Stripe => OfStripe,
            _ when member.Namespace == Rpc.Namespace => OfGrpc,
            _ => OfHttpClient,
        };
    }

    /// <summary>Exceptions for one answer of the other side leave all other failures untold.</summary>
    private static bool SaysOneAnswer(string name)
    {
        foreach (var word in new[] { "NotFound", "Unauthorized", "Forbidden", "Conflict", "Validation", "RateLimit", "AlreadyExists", "Argument" })
        {
            if (name.IndexOf(word, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
