using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Model.Urls;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>What a host or path says of the stage and the version it is of, which the setting does not: production has its own.</summary>
internal static class EndpointStage
{
    private static readonly char[] Joiners = ['-', '_', '.', '/'];

    /// <summary><c>uat-orders</c> is <c>orders</c>, <c>sandbox</c> and <c>v2</c> are nothing.</summary>
    public static string Without(string text) => string.Join("-", text.Split(Joiners, StringSplitOptions.RemoveEmptyEntries).Where(static word => !IsStage(word)));

    /// <summary>Whether another host of the project has the name too, of whichever stage, or had it before it was taken out.</summary>
    public static bool IsTaken(ConfigurationName name, EndpointPlace place)
    {
        var model = IntegrationModel.For(place.Request.Model.Compilation);
        var own = place.Request.Root.SyntaxTree;
        foreach (var tree in EndpointClash.Trees(model, own, EndpointClash.Readers))
        {
            if (Settings(tree.GetText(place.Request.CancellationToken).ToString(), name.Section).Any(other => Stem(other) == Stem(name.Key)))
                return true;
        }

        var key = EndpointName.LiveKey(place.Url);
        return EndpointClash.Trees(model, own, EndpointName.Labels(place.Url).SelectMany(static label => label.Split('-')).ToArray())
            .SelectMany(tree => UrlLiterals.In(tree, place.Request.CancellationToken))
            .Any(other => !other.Text.Host.Equals(place.Url.Host, StringComparison.OrdinalIgnoreCase) && EndpointName.LiveKey(other.Text) == key);
    }

    /// <summary>The settings of the section that the text names in quotes, as keys or as variables.</summary>
    private static IEnumerable<string> Settings(string text, string section)
    {
        foreach (var start in new[] { section + ":", new ConfigurationName(section, "").VariableStart })
        {
            for (var at = text.IndexOf("\"" + start, StringComparison.Ordinal); at >= 0; at = text.IndexOf("\"" + start, at + 1, StringComparison.Ordinal))
            {
                if (text.IndexOf('"', at + 1) is > 0 and var end && end - at < 200)
                    yield return text.Substring(at + 1, end - at - 1);
            }
        }
    }

    /// <summary>The words of a setting's name without stage, version and end.</summary>
    private static string Stem(string setting) => string.Join(" ", NameWords.Split(setting).Where(static word => !IsStage(word) && word is not ("base" or "url" or "host" or "dot")));

    private static bool IsStage(string word) => EnvironmentHosts.IsStage(word) || (word.Length is > 1 and <= 4 && word[0] is 'v' or 'V' && word.Skip(1).All(char.IsDigit));
}
