// needs: Flurl
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

[assembly: AssemblyVersion("4.0.2.0")]

namespace Flurl.Http;

public class FlurlHttpSettings
{
    public TimeSpan? Timeout { get; set; }

    public string? AllowedHttpStatusRange { get; set; }
}

public interface ISettingsContainer
{
    FlurlHttpSettings Settings { get; }
}

public interface IHeadersContainer
{
    IList<(string Name, string Value)> Headers { get; }
}

public interface IFlurlRequest : ISettingsContainer, IHeadersContainer
{
    HttpMethod Verb { get; set; }

    Url Url { get; set; }

    Task<IFlurlResponse> SendAsync(
        HttpMethod verb,
        HttpContent? content = null,
        HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead,
        CancellationToken cancellationToken = default);
}

public interface IFlurlResponse : IDisposable
{
    HttpResponseMessage ResponseMessage { get; }

    int StatusCode { get; }

    Task<T> GetJsonAsync<T>();

    Task<string> GetStringAsync();

    Task<byte[]> GetBytesAsync();
}

public interface IFlurlClient : ISettingsContainer, IHeadersContainer, IDisposable
{
    HttpClient HttpClient { get; }

    string BaseUrl { get; set; }

    IFlurlRequest Request(params object[] urlSegments);
}

public class FlurlClient : IFlurlClient
{
    public FlurlClient(string? baseUrl = null) => throw null!;

    public FlurlClient(HttpClient httpClient, string? baseUrl = null) => throw null!;

    public HttpClient HttpClient => throw null!;

    public string BaseUrl { get; set; } = "";

    public FlurlHttpSettings Settings => throw null!;

    public IList<(string Name, string Value)> Headers => throw null!;

    public IFlurlRequest Request(params object[] urlSegments) => throw null!;

    public void Dispose()
    {
    }
}

public class FlurlRequest : IFlurlRequest
{
    public FlurlRequest(string? baseUrl = null, params object[] urlSegments) => throw null!;

    public FlurlRequest(Url url) => throw null!;

    public HttpMethod Verb { get; set; } = HttpMethod.Get;

    public Url Url { get; set; } = null!;

    public FlurlHttpSettings Settings => throw null!;

    public IList<(string Name, string Value)> Headers => throw null!;

    public Task<IFlurlResponse> SendAsync(
        HttpMethod verb,
        HttpContent? content = null,
        HttpCompletionOption completionOption = HttpCompletionOption.ResponseContentRead,
        CancellationToken cancellationToken = default) => throw null!;
}

public class FlurlCall
{
    public IFlurlRequest Request { get; set; } = null!;

    public IFlurlResponse Response { get; set; } = null!;
}

public class FlurlHttpException(FlurlCall call, string message, Exception? inner) : Exception(message, inner)
{
    public FlurlCall Call { get; } = call;

    public int? StatusCode => null;

    public Task<T> GetResponseJsonAsync<T>() => throw null!;

    public Task<string> GetResponseStringAsync() => throw null!;
}

public class FlurlHttpTimeoutException(FlurlCall call, Exception inner) : FlurlHttpException(call, "", inner);

public static class ResponseExtensions
{
    public static Task<T> ReceiveJson<T>(this Task<IFlurlResponse> response) => throw null!;

    public static Task<string> ReceiveString(this Task<IFlurlResponse> response) => throw null!;

    public static Task<byte[]> ReceiveBytes(this Task<IFlurlResponse> response) => throw null!;
}

public static class SettingsExtensions
{
    public static T WithTimeout<T>(this T obj, TimeSpan timespan)
        where T : ISettingsContainer => obj;

    public static T WithTimeout<T>(this T obj, int seconds)
        where T : ISettingsContainer => obj;

    public static T AllowHttpStatus<T>(this T obj, params int[] statusCodes)
        where T : ISettingsContainer => obj;

    public static T AllowAnyHttpStatus<T>(this T obj)
        where T : ISettingsContainer => obj;

    public static T WithSettings<T>(this T obj, Action<FlurlHttpSettings> action)
        where T : ISettingsContainer => obj;
}

public static class HeaderExtensions
{
    public static T WithHeader<T>(this T obj, string name, object value)
        where T : IHeadersContainer => obj;

    public static T WithHeaders<T>(this T obj, object headers, bool replaceUnderscoreWithHyphen = true)
        where T : IHeadersContainer => obj;

    public static T WithBasicAuth<T>(this T obj, string username, string password)
        where T : IHeadersContainer => obj;

    public static T WithOAuthBearerToken<T>(this T obj, string token)
        where T : IHeadersContainer => obj;
}
