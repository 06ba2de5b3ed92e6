using System;
using System.Collections.Generic;
using System.Linq;
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
        var marked = new ConfigurationName(name.Section + Mark, "X");
        var variable = marked.Variable.Substring(0, marked.Variable.Length - 1);
        foreach (var tree in Trees(model, own, Readers))
        {
            var text = tree.GetText(request.CancellationToken).ToString();
            if (text.IndexOf("\"" + marked.Section, StringComparison.Ordinal) >= 0 || text.IndexOf("\"" + variable, StringComparison.Ordinal) >= 0)
                return true;
        }

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

    /// <summary>The files with one of the words, and the place's own.</summary>
    public static HashSet<SyntaxTree> Trees(IntegrationModel model, SyntaxTree own, params string[] words) => new(words.SelectMany(model.Source.TreesWith)) { own };
}
