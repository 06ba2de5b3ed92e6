using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>One place where an object is made from a body: the call of a deserializing member, or of a method here that hands its result on.</summary>
/// <param name="Call">The invocation.</param>
/// <param name="Member">The library's member behind it.</param>
/// <param name="PayloadType">What the body is read as; null where the code does not say.</param>
/// <param name="Origin">Where the text comes from, as far as the function says.</param>
/// <param name="Upstream">Whether the text came over the wire, the callers asked.</param>
/// <param name="Options">The serializer's options as written at the call.</param>
/// <param name="IsErrorBody">Whether it is read after a failed status, or is a description of a failure.</param>
/// <param name="IsSelfChecked">Whether the type or the options make the serializer refuse what is missing, or what was sent along with the request has looked at the answer.</param>
/// <param name="Uses">What is done with it in its function.</param>
/// <param name="CallerUses">What callers do with it, where the function hands it on without a word about null.</param>
internal sealed record PayloadRead(
    IInvocationOperation Call,
    DeserializingMember Member,
    ITypeSymbol? PayloadType,
    PayloadOrigin Origin,
    Certainty Upstream,
    IOperation? Options,
    bool IsErrorBody,
    bool IsSelfChecked,
    PayloadFacts Uses,
    PayloadFacts CallerUses)
{
    /// <summary>The call's name as the source writes it, for messages.</summary>
    public string Name => Call.TargetMethod.Name;

    /// <summary>Whether anybody looks at it before it is used: unknown where no use is seen.</summary>
    public Certainty Checked =>
        FirstUnchecked is not null ? Certainty.No
        : Uses.IsChecked || CallerUses.IsChecked || IsSelfChecked ? Certainty.Yes
        : Certainty.Unknown;

    /// <summary>The first use that a null reaches: here, or at a caller where no caller checks.</summary>
    public PayloadUse? FirstUnchecked => First(Uses.Unchecked) ?? (CallerUses.IsChecked ? null : First(CallerUses.Unchecked));

    private static PayloadUse? First(ImmutableArray<PayloadUse> uses) => uses.IsEmpty ? null : uses[0];
}
