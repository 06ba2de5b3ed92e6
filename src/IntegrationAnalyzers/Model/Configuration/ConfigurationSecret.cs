using System.Collections.Immutable;
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
/// <param name="IsForThisMachine">Whether it is for a server on this machine: no provider's, and a loopback host stands in the value or beside it, in a file for development also the name of a service of the own network.</param>
/// <param name="IsForTrying">Whether it opens nothing but a sandbox or a demonstration.</param>
internal sealed record ConfigurationSecret(ConfigurationFile File, ConfigurationValue Value, TextSpan Span, string Name, string Secret, TokenFormat? Format, bool IsForThisMachine, bool IsForTrying)
{
    private const string AppSettings = "appSettings";
    private const string MachineKey = "machineKey";

    /// <summary>Elements of .NET Framework's files that another file may hold in their place.</summary>
    private static readonly ImmutableArray<string> Movable = ImmutableArray.Create("connectionStrings", MachineKey, "smtp");

    public Location Location => Location.Create(File.Path, Span, File.Text.Lines.GetLinePositionSpan(Span));

    /// <summary>At most the first four characters, and at most a quarter of the secret.</summary>
    public string Masked => Secret.Substring(0, System.Math.Min(4, Secret.Length / 4)) + "…";

    /// <summary>What gives the setting instead, to follow "by".</summary>
    public string Instead => Variable is { } variable ? "the environment variable " + variable : "a file that is not committed" + Reference;

    /// <summary>What may stand in place of the secret; null where nothing else may.</summary>
    public string? Placeholder => IsMachineKey ? null : File.IsOfNuGet && Variable is { } variable ? $"%{variable}%" : "{" + Name.Trim() + "}";

    /// <summary>The environment variable by which the setting is given; null where nothing reads one, as in .NET Framework's files.</summary>
    private string? Variable => IsEnvironment ? Value.Name : File switch
    {
        { Format: ConfigurationFormat.Json or ConfigurationFormat.DotEnv } => string.Join("__", Value.Keys),
        // NuGet puts the value of any %NAME% in.
        { IsOfNuGet: true } => AsVariable(Parent is { } feed ? feed + "_" + Value.Name : Value.Name),
        _ => null,
    };

    private static string AsVariable(string name)
    {
        var text = name.ToCharArray();
        for (var i = 0; i < text.Length; i++)
            text[i] = char.IsLetterOrDigit(text[i]) ? text[i] : '_';
        return new string(text);
    }

    /// <summary>What <c>launchSettings.json</c> and IIS put into the environment has its name already.</summary>
    private bool IsEnvironment => Parent == "environmentVariables";

    /// <summary>ASP.NET does not start with a key that is none.</summary>
    private bool IsMachineKey => Parent == MachineKey;

    private string? Parent => Value.Path.Length > 1 ? Value.Path[Value.Path.Length - 2] : null;

    /// <summary>How the file names the one that holds the setting.</summary>
    private string Reference
    {
        get
        {
            // What such a file begins with is what the other one says.
            for (var i = 1; i < Value.Path.Length; i++)
            {
                var element = Value.Path[i];
                if (element == AppSettings)
                    return " (<appSettings file=\"…\">)";
                if (Movable.Contains(element))
                    return $" (<{element} configSource=\"…\">)";
            }

            return "";
        }
    }
}
