namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>From where a setting can be read in the way that one place reads it.</summary>
internal enum ReadReach
{
    /// <summary>There alone: by a parameter or a local.</summary>
    Place,

    /// <summary>From all members of the instance.</summary>
    Instance,

    /// <summary>From all members of the type.</summary>
    Type,
}
