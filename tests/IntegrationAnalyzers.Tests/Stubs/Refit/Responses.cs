using System;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;

namespace Refit;

public interface IApiResponse : IDisposable
{
    HttpResponseHeaders? Headers { get; }

    HttpContentHeaders? ContentHeaders { get; }

    bool IsSuccessStatusCode { get; }

    bool IsSuccessful { get; }

    bool IsReceived { get; }

    HttpStatusCode? StatusCode { get; }

    string? ReasonPhrase { get; }

    HttpRequestMessage? RequestMessage { get; }

    Version? Version { get; }

    ApiExceptionBase? Error { get; }

    bool HasRequestError(out ApiRequestException? error);

    bool HasResponseError(out ApiException? error);
}

public interface IApiResponse<out T> : IApiResponse
{
    T? Content { get; }

    bool IsSuccessfulWithContent { get; }
}

public sealed class ApiResponse<T>(HttpRequestMessage request, HttpResponseMessage? response, T? content, RefitSettings settings, ApiExceptionBase? error = null)
    : IApiResponse<T>
{
    public T? Content { get; } = content;

    public RefitSettings Settings { get; } = settings;

    public HttpResponseHeaders? Headers => response?.Headers;

    public HttpContentHeaders? ContentHeaders => response?.Content.Headers;

    public bool IsSuccessStatusCode => response?.IsSuccessStatusCode ?? false;

    public bool IsSuccessful => IsSuccessStatusCode && Error is null;

    public bool IsSuccessfulWithContent => IsSuccessful && Content is not null;

    public bool IsReceived => response is not null;

    public HttpStatusCode? StatusCode => response?.StatusCode;

    public string? ReasonPhrase => response?.ReasonPhrase;

    public HttpRequestMessage? RequestMessage => request;

    public Version? Version => response?.Version;

    public ApiExceptionBase? Error { get; } = error;

    public bool HasRequestError([NotNullWhen(true)] out ApiRequestException? error) => (error = Error as ApiRequestException) is not null;

    public bool HasResponseError([NotNullWhen(true)] out ApiException? error) => (error = Error as ApiException) is not null;

    public Task<ApiResponse<T>> EnsureSuccessStatusCodeAsync() => Task.FromResult(this);

    public Task<ApiResponse<T>> EnsureSuccessfulAsync() => Task.FromResult(this);

    public void Dispose() => response?.Dispose();
}

public static class IApiResponseExtensions
{
    public static Task<IApiResponse<T>> EnsureSuccessStatusCodeAsync<T>(this IApiResponse<T> response) => Task.FromResult(response);

    public static Task<IApiResponse<T>> EnsureSuccessfulAsync<T>(this IApiResponse<T> response) => Task.FromResult(response);

    public static Task<IApiResponse> EnsureSuccessStatusCodeAsync(this IApiResponse response) => Task.FromResult(response);

    public static Task<IApiResponse> EnsureSuccessfulAsync(this IApiResponse response) => Task.FromResult(response);
}

public abstract class ApiExceptionBase : Exception
{
    private protected ApiExceptionBase(string message, Exception? inner)
        : base(message, inner)
    {
    }

    public HttpMethod HttpMethod => HttpMethod.Get;

    public Uri? Uri => null;
}

/// <summary>No answer came: Refit 11 and later wrap transport errors and timeouts in it.</summary>
public class ApiRequestException(string message, Exception? inner) : ApiExceptionBase(message, inner);

public class ApiException(string message, Exception? inner) : ApiExceptionBase(message, inner)
{
    public HttpStatusCode StatusCode => default;

    public string? ReasonPhrase => null;

    public string? Content => null;

    public bool HasContent => false;

    public Task<T?> GetContentAsAsync<T>() => Task.FromResult<T?>(default);
}

public class ValidationApiException(string message, Exception? inner) : ApiException(message, inner);
