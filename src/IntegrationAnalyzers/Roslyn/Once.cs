using System;
using System.Threading;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// What is read for a whole compilation when somebody asks for the first time, by that asker's token: one who gives up leaves it to the next, which <see cref="Lazy{T}"/> does not.
/// </summary>
internal sealed class Once<T>
    where T : class
{
    private readonly object _gate = new();
    private T? _known;

    /// <param name="read">Reads it; others who ask meanwhile wait.</param>
    /// <param name="cancellationToken">The asker's.</param>
    public T Get(Func<CancellationToken, T> read, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _known) is { } known)
            return known;
        lock (_gate)
        {
            if (_known is null)
                Volatile.Write(ref _known, read(cancellationToken));
            return _known!;
        }
    }
}
