using System.Collections.Immutable;
using IntegrationAnalyzers.Roslyn;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>In what form a value carries the payload.</summary>
internal enum Held
{
    Nothing,

    /// <summary>The object itself, or the task that brings it.</summary>
    Payload,

    /// <summary>A library's response that has it in a property.</summary>
    Envelope,

    /// <summary>An action result made of it.</summary>
    Result,
}

/// <summary>Who holds the unchecked payload at a point of the program: locals, parameters, members, temporaries of the compiler.</summary>
internal readonly struct PayloadHolders : IFlowState<PayloadHolders>
{
    public static readonly PayloadHolders None = new(ImmutableDictionary<object, Held>.Empty);

    private readonly ImmutableDictionary<object, Held> _holders;

    private PayloadHolders(ImmutableDictionary<object, Held> holders) => _holders = holders;

    public bool Any => !_holders.IsEmpty;

    public Held this[object holder] => _holders.TryGetValue(holder, out var held) ? held : Held.Nothing;

    public PayloadHolders With(object holder, Held held) =>
        new(held == Held.Nothing ? _holders.Remove(holder) : _holders.SetItem(holder, held));

    /// <summary>Where two paths meet, what either holds is held.</summary>
    public PayloadHolders Join(PayloadHolders other)
    {
        var joined = _holders;
        foreach (var pair in other._holders)
        {
            if (!joined.ContainsKey(pair.Key))
                joined = joined.Add(pair.Key, pair.Value);
        }

        return new(joined);
    }

    public bool SameAs(PayloadHolders other)
    {
        if (_holders.Count != other._holders.Count)
            return false;
        foreach (var pair in _holders)
        {
            if (other[pair.Key] != pair.Value)
                return false;
        }

        return true;
    }
}
