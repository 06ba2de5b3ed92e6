using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Urls;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// Whether two hosts of a project would give one name, <c>api.acme.pl</c> and <c>api.acme.com</c>, or did before one of them was taken out: then both are named with their domain, whichever is taken first.
/// </summary>
internal static class EndpointClash
{
    /// <summary>What tells a name that was given for this reason.</summary>
    public const string Mark = "Dot";

    /// <summary>Words of files that read settings.</summary>
    public static readonly string[] Readers = ["GetEnvironmentVariable", "IConfiguration", "Configuration"];

    public static bool Exists(UrlText url, ConfigurationName name, string registered, string last, FixRequest request)
    {
        var model = IntegrationModel.For(request.Model.Compilation);
        var own = request.Root.SyntaxTree;
        var sibling = Sibling(name.Section, name.Name.Substring(0, name.Name.Length - last.Length));
        if (Trees(model, own, Readers).Any(tree => sibling.IsMatch(tree.GetText(request.CancellationToken).ToString())))
            return true;

        var hosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { url.Host };
        foreach (var tree in Trees(model, own, registered.Split('-')[0]))
        {
            if (!name.Name.EndsWith(EndpointName.Host, StringComparison.Ordinal) && !UrlLiterals.In(tree, request.CancellationToken).Any(Clashes))
                continue;
            var semantics = model.Source.Model(tree);
            if (model.Urls.Remote(semantics, request.CancellationToken).Concat(model.Urls.WrongInProduction(semantics, request.CancellationToken))
                .Any(endpoint => Clashes(new UrlLiteral(endpoint.Literal, endpoint.Text))))
            {
                return true;
            }
        }

        return false;

        bool Clashes(UrlLiteral other) => !hosts.Contains(other.Text.Host) && EndpointName.SimpleKey(other, LastOf(other)) == name.Key;

        // Whether the other's path moves, too, depends on all its places: what would clash if it did as this one's does is told apart.
        string LastOf(UrlLiteral other)
        {
            var own = EndpointName.Last(other.Text, other.Literal);
            return own == EndpointName.Host || last == EndpointName.Host ? own : last;
        }
    }

    /// <summary>The name of a host that was taken out and clashed: of the same section, and of the same labels before the domain. Another host of the section may have clashed with one that is no concern of this one.</summary>
    private static Regex Sibling(string section, string labels)
    {
        var (key, variable) = (section + Mark, new ConfigurationName(section + Mark, "").VariableStart);
        return new Regex(labels.Length == 0
            ? $"\"(?:{key}|{variable})"
            : $"\"(?:{key}\\w+:(?:Api|Www)?{labels}|{variable}\\w+_{new ConfigurationName("", labels).Variable}_)");
    }

    /// <summary>The files with one of the words, and the place's own.</summary>
    public static HashSet<SyntaxTree> Trees(IntegrationModel model, SyntaxTree own, params string[] words) => new(words.SelectMany(model.Source.TreesWith)) { own };
}
