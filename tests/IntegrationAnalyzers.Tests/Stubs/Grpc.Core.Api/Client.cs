using System;
using System.Collections;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Grpc.Core;

public abstract class ClientBase
{
    protected ClientBase()
    {
    }

    protected ClientBase(ChannelBase channel)
    {
    }

    protected ClientBase(CallInvoker callInvoker)
    {
    }

    protected ClientBase(ClientBaseConfiguration configuration)
    {
    }

    protected CallInvoker CallInvoker => throw null!;

    protected internal class ClientBaseConfiguration;
}

public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    protected ClientBase()
    {
    }

    protected ClientBase(ChannelBase channel)
        : base(channel)
    {
    }

    protected ClientBase(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    public T WithHost(string host) => throw null!;

    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}

public abstract class CallInvoker
{
    public abstract TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    public abstract AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    public abstract AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    public abstract AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
        where TRequest : class
        where TResponse : class;

    public abstract AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
        where TRequest : class
        where TResponse : class;
}

public abstract class ChannelBase(string target)
{
    public string Target { get; } = target;

    public Task ShutdownAsync() => Task.CompletedTask;

    public abstract CallInvoker CreateCallInvoker();
}

public abstract class ChannelCredentials
{
    public static ChannelCredentials Insecure => throw null!;

    public static ChannelCredentials SecureSsl => throw null!;

    public static ChannelCredentials Create(ChannelCredentials channelCredentials, CallCredentials callCredentials) => throw null!;
}

public abstract class CallCredentials;

public readonly struct CallOptions
{
    public CallOptions(
        Metadata? headers = null,
        DateTime? deadline = null,
        CancellationToken cancellationToken = default,
        WriteOptions? writeOptions = null,
        ContextPropagationToken? propagationToken = null,
        CallCredentials? credentials = null)
    {
        Headers = headers;
        Deadline = deadline;
        CancellationToken = cancellationToken;
    }

    public Metadata? Headers { get; }

    public DateTime? Deadline { get; }

    public CancellationToken CancellationToken { get; }

    public bool IsWaitForReady => false;

    public CallOptions WithHeaders(Metadata headers) => this;

    public CallOptions WithDeadline(DateTime deadline) => this;

    public CallOptions WithCancellationToken(CancellationToken cancellationToken) => this;

    public CallOptions WithWaitForReady(bool waitForReady = true) => this;
}

public class WriteOptions;

public abstract class ContextPropagationToken;

public sealed class Metadata : IList<Metadata.Entry>
{
    public static readonly Metadata Empty = new();

    public int Count => 0;

    public bool IsReadOnly => false;

    public Entry this[int index]
    {
        get => throw null!;
        set => throw null!;
    }

    public void Add(Entry item) => throw null!;

    public void Add(string key, string value) => throw null!;

    public void Add(string key, byte[] valueBytes) => throw null!;

    public Entry? Get(string key) => throw null!;

    public string? GetValue(string key) => throw null!;

    public IEnumerable<Entry> GetAll(string key) => throw null!;

    public int IndexOf(Entry item) => throw null!;

    public void Insert(int index, Entry item) => throw null!;

    public void RemoveAt(int index) => throw null!;

    public void Clear() => throw null!;

    public bool Contains(Entry item) => throw null!;

    public void CopyTo(Entry[] array, int arrayIndex) => throw null!;

    public bool Remove(Entry item) => throw null!;

    public IEnumerator<Entry> GetEnumerator() => throw null!;

    IEnumerator IEnumerable.GetEnumerator() => throw null!;

    public class Entry(string key, string value)
    {
        public string Key { get; } = key;

        public string Value { get; } = value;
    }
}
