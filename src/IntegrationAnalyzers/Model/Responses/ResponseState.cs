using System.Collections.Immutable;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>In what form a value carries the response.</summary>
internal enum ResponseForm
{
    Nothing,

    /// <summary>The response, or the task that brings it.</summary>
    Response,

    /// <summary>Its content, not read yet.</summary>
    Content,

    /// <summary>What was read: text, stream, object, and what is made of them.</summary>
    Body,

    /// <summary>An object that says itself how it went, and whom no code here asks: who gets the whole of it may ask, who takes a part does not.</summary>
    Unasked,
}

/// <summary>What is known at a point of the program of a response whose status nobody has looked at.</summary>
/// <param name="IsOpen">Whether there is such a response.</param>
/// <param name="Code">The one failure code that it is known not to be; 0 for none.</param>
/// <param name="Use">The first use so far, which a look further down may still make good.</param>
/// <param name="Holders">Who holds it, or a part: locals, parameters, temporaries of the compiler.</param>
internal sealed record ResponseState(bool IsOpen, int Code, SyntaxNode? Use, ImmutableDictionary<object, ResponseForm> Holders) : IFlowState<ResponseState>
{
    public static readonly ResponseState None = new(false, 0, null, ImmutableDictionary<object, ResponseForm>.Empty);

    public static readonly ResponseState Open = None with { IsOpen = true };

    public ResponseForm this[object holder] => Holders.TryGetValue(holder, out var form) ? form : ResponseForm.Nothing;

    public ResponseState With(object holder, ResponseForm form) =>
        this with { Holders = form == ResponseForm.Nothing ? Holders.Remove(holder) : Holders.SetItem(holder, form) };

    /// <summary>Where two paths meet, it is open if either leaves it open.</summary>
    public ResponseState Join(ResponseState other)
    {
        if (!IsOpen)
            return other;
        if (!other.IsOpen)
            return this;
        var holders = Holders;
        foreach (var pair in other.Holders)
        {
            if (!holders.ContainsKey(pair.Key))
                holders = holders.Add(pair.Key, pair.Value);
        }

        var use = Use is null || (other.Use is not null && other.Use.SpanStart < Use.SpanStart) ? other.Use : Use;
        return new ResponseState(true, Code == other.Code ? Code : 0, use, holders);
    }

    public bool SameAs(ResponseState other)
    {
        if (IsOpen != other.IsOpen || Code != other.Code || Use != other.Use || Holders.Count != other.Holders.Count)
            return false;
        foreach (var pair in Holders)
        {
            if (other[pair.Key] != pair.Value)
                return false;
        }

        return true;
    }
}

/// <summary>What one function does with a response.</summary>
/// <param name="Uses">The uses that reach the function's end without a look, in the order of the source.</param>
/// <param name="IsLookedAt">Whether anything looks at its status, or takes it out of sight.</param>
/// <param name="Returned">In what form the function returns it, unlooked at.</param>
/// <param name="IsLeft">Whether a path ends with it neither looked at nor used.</param>
/// <param name="HasTest">Whether one failure alone is told from the rest.</param>
/// <param name="MeansSuccess">Whether what is told from the rest may be how it went well: a redirect behind a form.</param>
/// <param name="SaysOutcome">Whether what its body is read into says how it went.</param>
internal sealed record ResponseFacts(ImmutableArray<SyntaxNode> Uses, bool IsLookedAt, ResponseForm Returned, bool IsLeft, bool HasTest, bool MeansSuccess, bool SaysOutcome);
