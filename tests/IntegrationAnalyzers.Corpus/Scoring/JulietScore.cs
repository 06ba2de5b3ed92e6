using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Loading;
using IntegrationAnalyzers.Corpus.Output;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Corpus.Scoring;

/// <summary>
/// The cases of Juliet for C# that hard-code a password (CWE-259) or a key (CWE-321). A case is one file, or several with the same number; it is found where
/// something is reported outside every member and type whose name says "good". Nothing may be reported inside one.
/// </summary>
internal sealed partial class JulietScore(string folder, IReadOnlyList<Side> sides)
{
    private readonly List<(Side Side, string Case)> _found = [];
    private readonly List<(Side Side, string Place)> _wrong = [];
    private readonly SortedSet<string> _cases = new(StringComparer.Ordinal);

    public string Folder => folder;

    public void Add(Repository repository, RepositoryResult result)
    {
        _cases.UnionWith(repository.Projects.SelectMany(static p => p.Files).Select(CaseOf).OfType<string>());
        foreach (var side in sides)
        {
            foreach (var report in side.Reports(result).Where(static r => CaseOf(r.File) is not null))
            {
                if (IsInGood(Path.Combine(folder, report.File), report.Place))
                    _wrong.Add((side, $"{report.Rule} {report.File}:{report.Place.Line}"));
                else
                    _found.Add((side, CaseOf(report.File)!));
            }
        }
    }

    public IEnumerable<Table> Tables()
    {
        yield return new Table(
            "Juliet, C#: CWE-259 and CWE-321",
            ["rules", "cases", "found", "share", "reports in good code"],
            [.. sides.Select(side => Row(side, _cases.Count, Found(side).Count, _wrong.Count(w => w.Side == side)))]);
    }

    public void Explain(TextWriter output)
    {
        foreach (var side in sides)
        {
            output.WriteLine($"Juliet, {side.Name}: missed {string.Join(", ", _cases.Except(Found(side)).Select(static c => c.Replace("_Hard_Coded_", "…", StringComparison.Ordinal)))}");
            foreach (var (_, place) in _wrong.Where(w => w.Side == side))
                output.WriteLine($"IN GOOD CODE {place}");
        }
    }

    private HashSet<string> Found(Side side) => [.. _found.Where(f => f.Side == side).Select(static f => f.Case)];

    private static ImmutableArray<string> Row(Side side, int cases, int found, int wrong) =>
    [
        side.Name,
        cases.ToString(CultureInfo.InvariantCulture),
        found.ToString(CultureInfo.InvariantCulture),
        (100.0 * found / cases).ToString("0", CultureInfo.InvariantCulture) + " %",
        wrong.ToString(CultureInfo.InvariantCulture),
    ];

    private static bool IsInGood(string path, Place place)
    {
        var text = SourceFiles.Read(path);
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        var node = root.FindToken(text.Lines[place.Line - 1].Start + place.Column - 1).Parent;
        return node is not null && node.AncestorsAndSelf().Select(NameOf).Any(static name => name.Contains("good", StringComparison.OrdinalIgnoreCase));
    }

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => "",
    };

    private static string? CaseOf(string file) => Name().Match(Path.GetFileName(file)) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"^CWE(?:259|321)_\w+?__\w+?_\d\d")]
    private static partial Regex Name();
}
