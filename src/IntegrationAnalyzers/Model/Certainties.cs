namespace IntegrationAnalyzers.Model;

/// <summary>How facts of several places become one.</summary>
internal static class Certainties
{
    /// <summary>Whether either holds: yes wherever one is sure to, no where both are sure not to.</summary>
    public static Certainty Or(this Certainty left, Certainty right) =>
        left == Certainty.Yes || right == Certainty.Yes ? Certainty.Yes
        : left == Certainty.Unknown || right == Certainty.Unknown ? Certainty.Unknown
        : Certainty.No;
}
