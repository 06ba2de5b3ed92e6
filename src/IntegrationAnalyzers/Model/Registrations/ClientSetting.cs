using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>Something that a registration sets on its <c>HttpClient</c>.</summary>
/// <param name="Member">The property: <c>Timeout</c>, <c>BaseAddress</c> and so on.</param>
/// <param name="Assignment">Where it is set.</param>
/// <param name="Value">What it is set to, as written.</param>
/// <param name="IsConditional">Whether it may not run: under an <c>if</c>, in a <c>switch</c>.</param>
/// <param name="Span">The length, where it is a timeout that the code spells out.</param>
/// <param name="Text">The address, where it is one that the code spells out.</param>
internal sealed record ClientSetting(string Member, IOperation Assignment, IOperation Value, bool IsConditional, TimeSpan? Span, string? Text)
{
    public bool IsTimeout => Member == "Timeout";

    public bool IsBaseAddress => Member == "BaseAddress";
}

/// <summary>What some code does to an <c>HttpClient</c> that it is handed.</summary>
/// <param name="Settings">What it sets, in order.</param>
/// <param name="IsWhole">False where the client goes out of sight: something more may be set on it.</param>
internal sealed record ClientConfiguration(ImmutableArray<ClientSetting> Settings, bool IsWhole)
{
    public static readonly ClientConfiguration Nothing = new(ImmutableArray<ClientSetting>.Empty, true);
    public static readonly ClientConfiguration Unseen = new(ImmutableArray<ClientSetting>.Empty, false);

    /// <summary>Whether a timeout is set; unknown where something may be set out of sight.</summary>
    public Certainty SetsTimeout
    {
        get
        {
            foreach (var setting in Settings)
            {
                if (setting.IsTimeout)
                    return Certainty.Yes;
            }

            return IsWhole ? Certainty.No : Certainty.Unknown;
        }
    }
}
