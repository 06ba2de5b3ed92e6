using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// Whether a text came over the wire: yes, no (we made it, or read it from our own), unknown; or the parameter of the enclosing
/// function that brings it, then each caller's argument decides.
/// </summary>
internal readonly record struct PayloadOrigin(Certainty Upstream, IParameterSymbol? From = null)
{
    public static PayloadOrigin Unknown => default;

    public static PayloadOrigin Yes => new(Certainty.Yes);

    public static PayloadOrigin No => new(Certainty.No);
}
