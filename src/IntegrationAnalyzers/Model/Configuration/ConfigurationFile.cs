using System;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Configuration;

/// <summary>How a configuration file is written.</summary>
internal enum ConfigurationFormat
{
    Json,
    Xml,
    DotEnv,
}

/// <summary>A configuration file of the project: its values, or where it cannot be read. Read once a text.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Text">What is in it.</param>
/// <param name="Format">How it is written.</param>
/// <param name="IsDevelopment">Whether only developers' machines read it: <c>appsettings.Development.json</c>, <c>launchSettings.json</c>.</param>
/// <param name="Values">Its values in the order of the text; those before the mistake, where there is one.</param>
/// <param name="Mistake">The first place that does not parse, or null.</param>
internal sealed record ConfigurationFile(
    string Path,
    SourceText Text,
    ConfigurationFormat Format,
    bool IsDevelopment,
    ImmutableArray<ConfigurationValue> Values,
    ConfigurationMistake? Mistake)
{
    /// <summary>A longer file holds data, not settings, and is not read.</summary>
    public const int MaxLength = 1_000_000;

    /// <summary>Whether a word of its name speaks of development, which some server may be meant by: <c>appsettings.LocalDevelopment.json</c>.</summary>
    public bool IsNamedForDevelopment => IsDevelopment || NameWords.Split(Path.Substring(Path.LastIndexOfAny(['/', '\\']) + 1)).Contains("development");

    /// <summary>Whether it is NuGet's, which puts environment variables into its values.</summary>
    public bool IsOfNuGet => NameOf(Path) == "nuget.config";

    private static readonly KeptTexts<ConfigurationFile> Known = new();

    private static readonly string[] Templates = [".example", ".sample", ".template", ".tmpl", ".dist", "-example", "-sample", "-template"];

    /// <summary>The file, or null where it is no configuration, a template of one, or too long to be one.</summary>
    public static ConfigurationFile? Of(AdditionalText file, CancellationToken cancellationToken)
    {
        if (FormatOf(file.Path) is not { } format || file.GetText(cancellationToken) is not { } text || text.Length > MaxLength)
            return null;

        var known = Known.Of(text, t => Read(file.Path, t, format, cancellationToken));
        return known.Path == file.Path ? known : known with { Path = file.Path, IsDevelopment = IsForDevelopment(NameOf(file.Path)) };
    }

    /// <summary>How a file of that name is written; null where the name is no configuration file's.</summary>
    public static ConfigurationFormat? FormatOf(string path)
    {
        var name = NameOf(path);
        if (IsTemplate(name))
            return null;
        if (name.StartsWith(".env", StringComparison.Ordinal) && (name.Length == 4 || name[4] == '.'))
            return ConfigurationFormat.DotEnv;
        if (name.EndsWith(".config", StringComparison.Ordinal))
            return name == "packages.config" ? null : ConfigurationFormat.Xml;
        return name.EndsWith(".json", StringComparison.Ordinal) && (name.StartsWith("appsettings", StringComparison.Ordinal) || name == "launchsettings.json")
            ? ConfigurationFormat.Json
            : null;
    }

    private static ConfigurationFile Read(string path, SourceText text, ConfigurationFormat format, CancellationToken cancellationToken)
    {
        var source = text.ToString();
        var (values, mistake) = format switch
        {
            ConfigurationFormat.Json => JsonValues.Read(source, cancellationToken),
            ConfigurationFormat.Xml => XmlValues.Read(source, text, cancellationToken),
            _ => DotEnvValues.Read(source, cancellationToken),
        };
        return new ConfigurationFile(path, text, format, IsForDevelopment(NameOf(path)), values, mistake);
    }

    private static bool IsForDevelopment(string name) =>
        name == "launchsettings.json" || name.Contains(".development.") || name.Contains(".local.") || name.EndsWith(".development", StringComparison.Ordinal) ||
        name.EndsWith(".local", StringComparison.Ordinal) || name.Contains(".dev.") || name.EndsWith(".dev", StringComparison.Ordinal);

    private static bool IsTemplate(string name) => Array.Exists(Templates, mark => name.EndsWith(mark, StringComparison.Ordinal) || name.Contains(mark + "."));

    private static string NameOf(string path)
    {
        var slash = path.LastIndexOfAny(['/', '\\']);
        return path.Substring(slash + 1).ToLowerInvariant();
    }
}

/// <summary>One value of a configuration file.</summary>
/// <param name="Path">The names that lead to it, outermost first; places in a list have none.</param>
/// <param name="Value">What it means, escapes resolved.</param>
/// <param name="Span">Its text between the quotes.</param>
internal sealed record ConfigurationValue(ImmutableArray<string> Path, string Value, TextSpan Span)
{
    /// <summary>The name that stands for the value.</summary>
    public string Name => Path.IsEmpty ? "" : Path[Path.Length - 1];

    /// <summary>The path as configuration knows it: places in a list are steps by their number.</summary>
    public ImmutableArray<string> Keys { get; init; } = Path;

    /// <summary>The path of what it stands in; empty at the top.</summary>
    public string Section => Path.Length < 2 ? "" : string.Join(":", Path.RemoveAt(Path.Length - 1));
}

/// <summary>Where a file stops being what its name says.</summary>
/// <param name="Span">The place.</param>
/// <param name="Message">What is wrong there, to end a sentence.</param>
internal sealed record ConfigurationMistake(TextSpan Span, string Message);
