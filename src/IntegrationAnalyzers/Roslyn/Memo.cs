using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// Answers kept by what was asked. The table is made when the first is kept: a compilation has dozens of these, and most projects ask few of them anything.
/// </summary>
/// <param name="comparer">Which questions are the same; null for those that say so themselves.</param>
internal sealed class Memo<TKey, TValue>(IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private ConcurrentDictionary<TKey, TValue>? _kept;

    private ConcurrentDictionary<TKey, TValue> Kept =>
        Volatile.Read(ref _kept) ??
        Interlocked.CompareExchange(ref _kept, new ConcurrentDictionary<TKey, TValue>(comparer ?? EqualityComparer<TKey>.Default), null) ?? _kept;

    public bool TryGetValue(TKey key, out TValue value)
    {
        if (Volatile.Read(ref _kept) is { } kept)
            return kept.TryGetValue(key, out value!);
        value = default!;
        return false;
    }

    public bool TryAdd(TKey key, TValue value) => Kept.TryAdd(key, value);

    /// <summary>The answer that is kept, which another thread may have brought first.</summary>
    public TValue GetOrAdd(TKey key, TValue value) => Kept.GetOrAdd(key, value);

    /// <inheritdoc cref="GetOrAdd(TKey, TValue)"/>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> answer) => Kept.GetOrAdd(key, answer);
}
