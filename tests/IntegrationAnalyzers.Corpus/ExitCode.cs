namespace IntegrationAnalyzers.Corpus;

/// <summary>What the program tells a build server.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A rule threw, or a fix was bad.</summary>
    public const int Faults = 1;

    public const int BadArguments = 2;
}
