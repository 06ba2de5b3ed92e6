using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// One secret with all places of a project at which it stands. They move together and read one setting: what is signed with one value must not be checked with another.
/// </summary>
internal sealed class SecretGroup
{
    /// <summary>Numbers that are asked for, where a value without a namesake may stand beside ones that were moved.</summary>
    private const int Most = 99;

    private readonly string _text;
    private readonly ProjectReports _reports;
    private readonly FixRequest _first;
    private readonly SecretNaming _naming;

    private SecretGroup(string text, IReadOnlyList<FixRequest> places, ProjectReports reports)
    {
        _text = text;
        _reports = reports;
        Places = places;

        // A name that a type of its own gives says more than one of what composes the program; of those the plainest. A place that stays as it is names nothing.
        (_first, _naming) = places.Select(static place => (Place: place, Naming: SecretNaming.At(place)))
            .OrderBy(static p => !Moves(p.Place))
            .ThenBy(static p => SecretNaming.IsComposed(p.Place))
            .ThenBy(static p => p.Naming.Name.Variable.Length)
            .ThenBy(static p => p.Naming.Name.Variable, StringComparer.Ordinal)
            .First();
    }

    private IReadOnlyList<FixRequest> Places { get; }

    /// <summary>What mends the place and all others of its secret.</summary>
    public static async Task<IEnumerable<PlannedPlace>> PlansAsync(FixRequest request)
    {
        if (await OfAsync(request).ConfigureAwait(false) is not { } group)
            return [];

        var setting = await group.SettingAsync().ConfigureAwait(false);
        return group.Places.Select(place => new PlannedPlace(place, SecretMove.Plan(place, setting)!)).Where(static place => place.Plan is not null);
    }

    /// <summary>Null where nothing can be told of what would move.</summary>
    private static async Task<SecretGroup?> OfAsync(FixRequest request)
    {
        if (SecretMove.MovedText(request) is not { } text)
            return null;
        var reports = ProjectReports.Secrets.Of(request);
        return new SecretGroup(text, await reports.WithAsync(text, request, place => SecretMove.MovedText(place) == text).ConfigureAwait(false), reports);
    }

    private async Task<SecretSetting> SettingAsync() =>
        OwnSetting ?? new SecretSetting((await NameAsync().ConfigureAwait(false)).Name, Places.Where(Moves).Any(static place => ConfigurationRead.NeedsEnvironment(place.Model, SecretMove.PlaceOf(place)!)));

    /// <summary>The setting that the secret stands in for at one of its places.</summary>
    private SecretSetting? OwnSetting => Places
        .Select(static place => ReadFallback.SettingAt(place) ?? (ComputedValue.ConstantOf(place.Node) is { Initializer.Value: var value } constant && value == place.Node ? ReadFallback.SettingOf(place, constant) : null))
        .FirstOrDefault(static setting => setting is not null);

    /// <summary>
    /// No name for two values: where two would get one name, each gets a number. Numbers that the project already reads are left to what has them, as the values that had them may be gone.
    /// </summary>
    private async Task<SecretNaming> NameAsync()
    {
        var namesakes = await NamesakesAsync().ConfigureAwait(false);
        var own = _first.Root.SyntaxTree.GetText(_first.CancellationToken).ToString();
        if (namesakes.Count == 1 && !Enumerable.Range(1, Most).Any(IsTaken))
            return _naming;
        return _naming.Numbered(Enumerable.Range(1, int.MaxValue).Where(number => !IsTaken(number)).ElementAt(Math.Max(namesakes.IndexOf(_text), 0)));

        bool IsTaken(int number) => IsRead(own, _naming.Numbered(number));
    }

    /// <summary>The values that would get this name, this one among them, in the order of the files.</summary>
    private async Task<List<string>> NamesakesAsync()
    {
        var namesakes = new List<string>();
        foreach (var tree in TreesOfNamesakes())
        {
            foreach (var place in await _reports.InAsync(tree, _first).ConfigureAwait(false))
            {
                if (SecretMove.MovedText(place) is not { } text || SecretNaming.At(place) != _naming || namesakes.Contains(text))
                    continue;
                if (text == _text || (await OfAsync(place).ConfigureAwait(false) is { OwnSetting: null } other && other._naming == _naming && Moves(other._first)))
                    namesakes.Add(text);
            }
        }

        if (!namesakes.Contains(_text))
            namesakes.Add(_text);
        return namesakes;
    }

    /// <summary>A provider's tokens are named for the provider all over the project, other secrets for the type they stand in.</summary>
    private IEnumerable<SyntaxTree> TreesOfNamesakes() =>
        _first.Diagnostic.Id == IA3002Credential.Id
            ? [_first.Root.SyntaxTree]
            : _first.Model.Compilation.SyntaxTrees.Where(tree => !ProviderTokens.In(tree, _first.CancellationToken).IsEmpty);

    private static bool Moves(FixRequest place) => SecretMove.Alone(place) is not null;

    private bool IsRead(string own, SecretNaming naming) =>
        Reads(own, naming) ||
        IntegrationModel.For(_first.Model.Compilation).Source.TreesWith(naming.Name.Variable)
            .Any(tree => tree != _first.Root.SyntaxTree && Reads(tree.GetText(_first.CancellationToken).ToString(), naming));

    private static bool Reads(string text, SecretNaming naming) =>
        text.IndexOf("\"" + naming.Name.Variable + "\"", StringComparison.Ordinal) >= 0 || text.IndexOf("\"" + naming.Name.Key + "\"", StringComparison.Ordinal) >= 0;
}
