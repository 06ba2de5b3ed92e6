using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The assertions a test makes, so that any test framework can stand behind them.</summary>
public interface IVerifier
{
    void Equal<T>(T expected, T actual, string? message = null);

    void True([DoesNotReturnIf(false)] bool assert, string? message = null);

    void False([DoesNotReturnIf(true)] bool assert, string? message = null);

    [DoesNotReturn]
    void Fail(string? message = null);

    IVerifier PushContext(string context);
}

/// <summary>Throws <see cref="InvalidOperationException"/>, with the contexts it was pushed.</summary>
public class DefaultVerifier : IVerifier
{
    private readonly ImmutableStack<string> _context;

    public DefaultVerifier()
        : this(ImmutableStack<string>.Empty)
    {
    }

    protected DefaultVerifier(ImmutableStack<string> context) => _context = context;

    public virtual void Equal<T>(T expected, T actual, string? message = null)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            Fail(message ?? $"items not equal. expected:'{expected}' actual:'{actual}'");
    }

    public virtual void True([DoesNotReturnIf(false)] bool assert, string? message = null)
    {
        if (!assert)
            Fail(message ?? "Expected value to be 'true' but was 'false'");
    }

    public virtual void False([DoesNotReturnIf(true)] bool assert, string? message = null)
    {
        if (assert)
            Fail(message ?? "Expected value to be 'false' but was 'true'");
    }

    [DoesNotReturn]
    public virtual void Fail(string? message = null) =>
        throw new InvalidOperationException(
            string.Concat(_context.Reverse().Select(static c => "Context: " + c + Environment.NewLine)) + (message ?? "Verification failed"));

    public virtual IVerifier PushContext(string context) => new DefaultVerifier(_context.Push(context));
}
