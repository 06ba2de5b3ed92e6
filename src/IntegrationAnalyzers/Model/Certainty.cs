namespace IntegrationAnalyzers.Model;

/// <summary>
/// How sure a fact is. A rule reports on <see cref="Yes"/> (or <see cref="No"/>, where absence is the mistake) alone:
/// <see cref="Unknown"/> is always quiet.
/// </summary>
internal enum Certainty
{
    /// <summary>The code does not say, or another project may say otherwise.</summary>
    Unknown,

    /// <summary>The code shows that it is so.</summary>
    Yes,

    /// <summary>The code shows that it is not so.</summary>
    No,
}
