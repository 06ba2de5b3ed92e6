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

    [MemberNotNullWhen(true, nameof(Headers), nameof(StatusCode), nameof(Version))]
    bool IsSuccessStatusCode { get; }

    [MemberNotNullWhen(true, nameof(Headers), nameof(StatusCode), nameof(Version))]
    bool IsSuccessful { get; }

    [MemberNotNullWhen(true, nameof(Headers), nameof(StatusCode), nameof(Version))]
    bool IsReceived { get; }

    HttpStatusCode? StatusCode { get; }

    string? ReasonPhrase { get; }

    HttpRequestMessage? RequestMessage { get; }

    Version? Version { get; }

    ApiExceptionBase? Error { get; }

    bool HasRequestError([NotNullWhen(true)] out ApiRequestException? error);

    bool HasResponseError([NotNullWhen(true)] out ApiException? error);
}

public interface IApiResponse<out T> : IApiResponse
{
    T? Content { get; }

    [MemberNotNullWhen(true, nameof(Content))]
    bool HasContent { get; }

    [MemberNotNullWhen(true, nameof(Content))]
    bool IsSuccessfulWithContent { get; }
}

public sealed class ApiResponse<T>(HttpRequestMessage request, HttpResponseMessage? response, T? content, RefitSettings settings, ApiExceptionBase? error = null)
    : IApiResponse<T>
{
    public T? Content { get; } = content;

    public RefitSettings Settings { get; } = settings;

    public HttpResponseHeaders? Headers => response?.Headers;

    public HttpContentHeaders? ContentHeaders => response?.Content.Headers;

    [MemberNotNullWhen(true, nameof(Content))]
    public bool HasContent => Content is not null;

    [MemberNotNullWhen(true, nameof(Headers), nameof(StatusCode), nameof(Version))]
    public bool IsSuccessStatusCode => response?.IsSuccessStatusCode ?? false;

    [MemberNotNullWhen(true, nameof(Headers), nameof(StatusCode), nameof(Version))]
    public bool IsSuccessful => IsSuccessStatusCode && Error is null;

    [MemberNotNullWhen(true, nameof(Content))]
    public bool IsSuccessfulWithContent => IsSuccessful && Content is not null;

    [MemberNotNullWhen(true, nameof(Headers), nameof(StatusCode), nameof(Version))]
    public bool IsReceived => response is not null;

    public HttpStatusCode? StatusCode => response?.StatusCode;

    public string? ReasonPhrase => response?.ReasonPhrase;

    public HttpRequestMessage? RequestMessage => request;

    public Version? Version => response?.Version;

    public ApiExceptionBase? Error { get; } = error;

    public bool HasRequestError([NotNullWhen(true)] out ApiRequestException? error) => (error = Error as ApiRequestException) is not null;

    public bool HasResponseError([NotNullWhen(true)] out ApiException? error) => (error = Error as ApiException) is not null;

    public ValueTask<ApiResponse<T>> EnsureSuccessStatusCodeAsync() => new(this);

    public ValueTask<ApiResponse<T>> EnsureSuccessfulAsync() => new(this);

    public void Dispose() => response?.Dispose();
}

public static class ApiResponseExtensions
{
    public static ValueTask<IApiResponse<T>> EnsureSuccessStatusCodeAsync<T>(this IApiResponse<T> response) => new(response);

    public static ValueTask<IApiResponse<T>> EnsureSuccessfulAsync<T>(this IApiResponse<T> response) => new(response);

    public static ValueTask<IApiResponse> EnsureSuccessStatusCodeAsync(this IApiResponse response) => new(response);

    public static ValueTask<IApiResponse> EnsureSuccessfulAsync(this IApiResponse response) => new(response);
}

public abstract class ApiExceptionBase : Exception
{
    private protected ApiExceptionBase(string message, Exception? inner)
        : base(message, inner)
    {
    }

    public HttpMethod HttpMethod => throw null!;

    public Uri? Uri => null;

    public HttpRequestMessage RequestMessage => throw null!;

    public RefitSettings RefitSettings => throw null!;
}

/// <summary>No answer came: Refit 11 and later wrap transport errors and timeouts in it.</summary>
public class ApiRequestException(string message, Exception? inner) : ApiExceptionBase(message, inner);

public class ApiException(string message, Exception? inner) : ApiExceptionBase(message, inner)
{
    public HttpStatusCode StatusCode => default;

    public HttpResponseHeaders Headers => throw null!;

    public string? ReasonPhrase => null;

    public string? Content => null;

    public bool HasContent => false;

    public Task<T?> GetContentAsAsync<T>() => Task.FromResult<T?>(default);
}

public class ValidationApiException(string message, Exception? inner) : ApiException(message, inner);
