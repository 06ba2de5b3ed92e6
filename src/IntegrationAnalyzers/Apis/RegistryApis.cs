namespace IntegrationAnalyzers.Apis;

/// <summary>The registry of Windows, whose keys are paths and no secrets.</summary>
internal static class RegistryApis
{
    /// <summary>Whether a member of that name takes the path of a key: <c>OpenSubKey</c>, <c>CreateSubKey</c>.</summary>
    public static bool TakesPath(string name) => name is "OpenSubKey" or "CreateSubKey" or "DeleteSubKey" or "DeleteSubKeyTree";
}
