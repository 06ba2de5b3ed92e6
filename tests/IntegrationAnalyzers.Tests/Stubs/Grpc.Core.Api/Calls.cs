using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace Grpc.Core;

public interface IAsyncStreamReader<out T>
{
    T Current { get; }

    Task<bool> MoveNext(CancellationToken cancellationToken);
}

public interface IAsyncStreamWriter<in T>
{
    WriteOptions? WriteOptions { get; set; }

    Task WriteAsync(T message);
}

public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    Task CompleteAsync();
}

public static class AsyncStreamReaderExtensions
{
    public static Task<bool> MoveNext<T>(this IAsyncStreamReader<T> streamReader)
        where T : class => throw null!;

    public static IAsyncEnumerable<T> ReadAllAsync<T>(this IAsyncStreamReader<T> streamReader, CancellationToken cancellationToken = default) => throw null!;
}

public sealed class AsyncUnaryCall<TResponse> : IDisposable
{
    public Task<TResponse> ResponseAsync => throw null!;

    public Task<Metadata> ResponseHeadersAsync => throw null!;

    public TaskAwaiter<TResponse> GetAwaiter() => throw null!;

    public ConfiguredTaskAwaitable<TResponse> ConfigureAwait(bool continueOnCapturedContext) => throw null!;

    public Status GetStatus() => throw null!;

    public Metadata GetTrailers() => throw null!;

    public void Dispose()
    {
    }
}

public sealed class AsyncServerStreamingCall<TResponse> : IDisposable
{
    public IAsyncStreamReader<TResponse> ResponseStream => throw null!;

    public Task<Metadata> ResponseHeadersAsync => throw null!;

    public Status GetStatus() => throw null!;

    public void Dispose()
    {
    }
}

public sealed class AsyncClientStreamingCall<TRequest, TResponse> : IDisposable
{
    public Task<TResponse> ResponseAsync => throw null!;

    public IClientStreamWriter<TRequest> RequestStream => throw null!;

    public TaskAwaiter<TResponse> GetAwaiter() => throw null!;

    public void Dispose()
    {
    }
}

public sealed class AsyncDuplexStreamingCall<TRequest, TResponse> : IDisposable
{
    public IAsyncStreamReader<TResponse> ResponseStream => throw null!;

    public IClientStreamWriter<TRequest> RequestStream => throw null!;

    public void Dispose()
    {
    }
}
