using IntegrationAnalyzers.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Configuration;

/// <summary>A secret in a configuration file.</summary>
/// <param name="File">The file.</param>
/// <param name="Value">The value that holds it.</param>
/// <param name="Span">The secret itself, or the whole value where an escape hides it.</param>
/// <param name="Name">What the file calls it, or what the text around it does.</param>
/// <param name="Secret">The secret.</param>
/// <param name="Format">Its format, where one is known.</param>
/// <param name="IsForThisMachine">Whether it is for a server on this machine: no provider's, and a loopback host stands in the value or beside it.</param>
/// <param name="IsForTrying">Whether it opens nothing but a sandbox or a demonstration.</param>
internal sealed record ConfigurationSecret(ConfigurationFile File, ConfigurationValue Value, TextSpan Span, string Name, string Secret, TokenFormat? Format, bool IsForThisMachine, bool IsForTrying)
{
    public Location Location => Location.Create(File.Path, Span, File.Text.Lines.GetLinePositionSpan(Span));

    /// <summary>At most the first four characters, and at most a quarter of the secret.</summary>
    public string Masked => Secret.Substring(0, System.Math.Min(4, Secret.Length / 4)) + "…";

    /// <summary>The environment variable by which the setting is given instead.</summary>
    public string Variable => File.Format == ConfigurationFormat.Xml || IsEnvironment ? Value.Name : string.Join("__", Value.Keys);

    /// <summary>What <c>launchSettings.json</c> puts into the environment has its name already.</summary>
    private bool IsEnvironment => Value.Path.Length > 1 && Value.Path[Value.Path.Length - 2] == "environmentVariables";
}
