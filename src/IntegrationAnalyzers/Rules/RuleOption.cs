using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules;

/// <summary>
/// One thing a team may tune in <c>.editorconfig</c>: <c>integration_analyzers.&lt;rule id in lower case&gt;.&lt;name&gt;</c>. A value that does not parse
/// counts as the default and is reported by IA0001.
/// </summary>
internal abstract class RuleOption
{
    public const string Prefix = "integration_analyzers.";

    private const RegexOptions PatternOptions = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>A pattern of the user's own must not hold up a build.</summary>
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private protected RuleOption(string ruleId, string name, string defaultText, string accepts, string description)
    {
        Key = Prefix + ruleId.ToLowerInvariant() + "." + name;
        DefaultText = defaultText;
        Accepts = accepts;
        Description = description;
    }

    /// <summary>The whole key.</summary>
    public string Key { get; }

    public string DefaultText { get; }

    /// <summary>What values it takes, as an error message says it.</summary>
    public string Accepts { get; }

    /// <summary>What it does, for the rule's page.</summary>
    public string Description { get; }

    public abstract bool Parses(string text);

    public static RuleOption<bool> Flag(string ruleId, string name, bool defaultValue, string description) =>
        new(ruleId, name, defaultValue, defaultValue ? "true" : "false", "true or false", description, TryFlag);

    /// <param name="ruleId">The rule whose option it is.</param>
    /// <param name="name">The last part of the key.</param>
    /// <param name="defaultValue">What holds where the option is not set.</param>
    /// <param name="description">What it does.</param>
    /// <param name="minimum">Less does not parse.</param>
    public static RuleOption<int> Number(string ruleId, string name, int defaultValue, string description, int minimum = 1) =>
        new(
            ruleId,
            name,
            defaultValue,
            defaultValue.ToString(CultureInfo.InvariantCulture),
            "a whole number from " + minimum.ToString(CultureInfo.InvariantCulture),
            description,
            (string text, out int value) =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= minimum);

    /// <summary>Names separated by commas; compared without case.</summary>
    public static RuleOption<string[]> Names(string ruleId, string name, string[] defaultValue, string description) =>
        new(ruleId, name, defaultValue, string.Join(", ", defaultValue), "names separated by commas", description, TryNames);

    /// <summary>A regular expression, matched without case and for at most <see cref="MatchTimeout"/>.</summary>
    public static RuleOption<Regex> Pattern(string ruleId, string name, string defaultValue, string description) =>
        new(ruleId, name, new Regex(defaultValue, PatternOptions, MatchTimeout), defaultValue, "a regular expression", description, TryPattern);

    private static bool TryFlag(string text, out bool value) => bool.TryParse(text, out value);

    private static bool TryPattern(string text, [NotNullWhen(true)] out Regex? value)
    {
        try
        {
            value = new Regex(text, PatternOptions, MatchTimeout);
            return text.Length > 0;
        }
        catch (ArgumentException)
        {
            value = null;
            return false;
        }
    }

    private static bool TryNames(string text, out string[] value)
    {
        value = text.Split([','], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < value.Length; i++)
            value[i] = value[i].Trim();
        return true;
    }
}

/// <inheritdoc cref="RuleOption"/>
internal sealed class RuleOption<T> : RuleOption
{
    private readonly Parser _parse;

    public RuleOption(string ruleId, string name, T defaultValue, string defaultText, string accepts, string description, Parser parse)
        : base(ruleId, name, defaultText, accepts, description)
    {
        Default = defaultValue;
        _parse = parse;
    }

    public delegate bool Parser(string text, [NotNullWhen(true)] out T? value);

    /// <summary>What holds where the option is not set.</summary>
    public T Default { get; }

    /// <summary>The value that holds for the file.</summary>
    public T Get(AnalyzerOptions options, SyntaxTree tree) => Get(options.AnalyzerConfigOptionsProvider.GetOptions(tree));

    public T Get(AnalyzerConfigOptions options) =>
        options.TryGetValue(Key, out var text) && _parse(text.Trim(), out var value) ? value : Default;

    public override bool Parses(string text) => _parse(text.Trim(), out _);
}
