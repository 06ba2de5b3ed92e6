using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

// The real package is compiled without nullable annotations.
#nullable disable

namespace Stripe;

public static class StripeConfiguration
{
    public static string ApiVersion => null;

    public static string ApiKey { get; set; }

    public static string ClientId { get; set; }

    public static int MaxNetworkRetries { get; set; }

    public static IStripeClient StripeClient { get; set; }

    public static void SetApiKey(string newApiKey) => ApiKey = newApiKey;
}

public interface IHttpClient;

public class SystemNetHttpClient(HttpClient httpClient = null, int maxNetworkRetries = 2, bool enableTelemetry = true) : IHttpClient
{
    public static TimeSpan DefaultHttpTimeout => TimeSpan.FromSeconds(80);

    public int MaxNetworkRetries { get; } = maxNetworkRetries;
}

public interface IStripeClient
{
    string ApiBase { get; }

    string ApiKey { get; }
}

public class StripeClientOptions
{
    public string ApiKey { get; set; }

    public string ClientId { get; set; }

    public string ApiBase { get; set; }

    public IHttpClient HttpClient { get; set; }
}

public class StripeClient : IStripeClient
{
    public StripeClient(StripeClientOptions options) => throw null;

    public StripeClient(string apiKey = null, string clientId = null, IHttpClient httpClient = null, string apiBase = null, string connectBase = null, string filesBase = null) =>
        throw null;

    public string ApiBase => null;

    public string ApiKey => null;
}

public class RequestOptions
{
    public string ApiKey { get; set; }

    public string IdempotencyKey { get; set; }

    public string StripeAccount { get; set; }
}

public class BaseOptions
{
    public void AddExpand(string value) => throw null;

    public void AddExtraParam(string key, object value) => throw null;
}

public class ListOptions : BaseOptions
{
    public long? Limit { get; set; }

    public string StartingAfter { get; set; }
}

public abstract class StripeEntity
{
    public StripeResponse StripeResponse { get; set; }
}

public class StripeResponse
{
    public HttpStatusCode StatusCode => default;

    public string Content => null;

    public string IdempotencyKey => null;

    public string RequestId => null;
}

public class StripeList<T> : StripeEntity
{
    public List<T> Data { get; set; }

    public bool HasMore { get; set; }
}

public class StripeError : StripeEntity
{
    public string Code { get; set; }

    public string Message { get; set; }

    public string Type { get; set; }
}

public class StripeException : Exception
{
    public StripeException()
    {
    }

    public StripeException(string message)
        : base(message)
    {
    }

    public StripeException(string message, Exception err)
        : base(message, err)
    {
    }

    public HttpStatusCode HttpStatusCode { get; set; }

    public StripeError StripeError { get; set; }
}

public abstract class Service
{
    protected Service()
    {
    }

    protected Service(IStripeClient client)
    {
    }
}

public static class EventUtility
{
    public static Event ParseEvent(string json, bool throwOnApiVersionMismatch = true) => throw null;

    public static Event ConstructEvent(string json, string stripeSignatureHeader, string secret, long tolerance = 300, bool throwOnApiVersionMismatch = true) =>
        throw null;
}

public class Event : StripeEntity
{
    public string Id { get; set; }

    public string Type { get; set; }
}
