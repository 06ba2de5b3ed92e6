using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Vocabularies;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Summaries;

/// <summary>
/// The names of methods from which an outbound call may be reached, by names alone: a method that invokes a sending member in a file that has
/// to do with clients, then the methods that invoke one of those, and so on. It may say yes wrongly, never no, and saves
/// binding nearly everything that has nothing to do with an integration.
/// </summary>
internal sealed class CallNames
{
    /// <summary>How many wrappers deep a call is followed.</summary>
    public const int MaxHops = 4;

    private static readonly HashSet<uint> TypeHashes = TextWords.Hashes(OutboundTypes.Names.Concat(OutboundTypes.DistinctMembers));
    private static readonly HashSet<uint> MemberHashes = TextWords.Hashes(SendingMembers.Names);
    private static readonly ImmutableArray<(HashSet<uint> Marks, HashSet<uint> Members)> Libraries = SendingMembers.Libraries
        .Select(static library => (TextWords.Hashes(library.Marks), TextWords.Hashes(library.Names)))
        .ToImmutableArray();

    private static readonly HashSet<uint> VendorHashes = TextWords.Hashes(VendorSdkApis.Names);

    private readonly HashSet<uint> _reaching = new();
    private readonly HashSet<SyntaxTree> _clientTrees = new();
    private readonly HashSet<SyntaxTree> _nearTrees = new();
    private readonly HashSet<uint> _members = new();
    private readonly HashSet<uint> _teamMembers = new();

    private CallNames()
    {
    }

    /// <summary>Whether any file has to do with outbound calls at all.</summary>
    public bool Any => _clientTrees.Count > 0;

    /// <summary>The files that name a client, a request, or a member that exposes one; with a vocabulary, those that name one of its calls, too.</summary>
    public bool IsClientTree(SyntaxTree tree) => _clientTrees.Contains(tree);

    /// <summary>Those files, and the ones that name what may reach a call.</summary>
    public bool IsNear(SyntaxTree tree) => _nearTrees.Contains(tree);

    /// <summary>Whether a call of a method of this name may reach an outbound call.</summary>
    public bool MayReach(string methodName) => _reaching.Contains(TextWords.Hash(methodName));

    /// <summary>Whether a text names a member that sends.</summary>
    public static bool MentionsCall(TextWords words) => words.ContainsAny(MemberHashes);

    /// <summary>Whether any of the words is such a name.</summary>
    public bool MayReach(TextWords words) => words.ContainsAny(_reaching);

    public static CallNames Read(Compilation compilation, TeamApis team)
    {
        var names = new CallNames();
        team.AddCallNames(compilation, names._teamMembers);
        names.FindMembers(compilation);
        names.FindClientTrees(compilation);
        if (names.Any)
        {
            names.FindReaching(compilation);
            names.FindNearTrees(compilation);
        }

        return names;
    }

    /// <summary>The members of the libraries that this compilation names anywhere: RestSharp's have everyday names.</summary>
    private void FindMembers(Compilation compilation)
    {
        foreach (var (marks, members) in Libraries)
        {
            if (marks.Count == 0 || TreeIndex.AnyNames(compilation, marks))
                _members.UnionWith(members);
        }

        _members.UnionWith(_teamMembers);
    }

    private void FindClientTrees(Compilation compilation)
    {
        // Names of members through which a client is handed on: a file that derives from a base with "HttpClient Client" names neither.
        var carriers = new HashSet<uint>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var index = TreeIndex.Of(tree);
            if (!index.Words.ContainsAny(TypeHashes) && !index.Words.ContainsAny(_teamMembers))
                continue;

            _clientTrees.Add(tree);
            foreach (var type in index.Types)
            {
                foreach (var member in type.Members)
                {
                    if (!member.IsPrivate && member.TypeName is { } typeName && OutboundTypes.Names.Contains(typeName))
                        carriers.Add(TextWords.Hash(member.Name));
                }
            }
        }

        if (carriers.Count == 0)
            return;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var words = TreeIndex.Of(tree).Words;
            if (!_clientTrees.Contains(tree) && words.ContainsAny(carriers) && words.ContainsAny(_members))
                _clientTrees.Add(tree);
        }
    }

    private void FindReaching(Compilation compilation)
    {
        _reaching.UnionWith(_members);
        var frontier = new HashSet<uint>();
        foreach (var tree in _clientTrees)
        {
            // A vendor's members have everyday names: they count where the vendor is named.
            var isVendorTree = TreeIndex.Of(tree).Words.Contains(VendorSdkApis.Stripe);
            if (isVendorTree)
                _reaching.UnionWith(VendorHashes);
            foreach (var type in TreeIndex.Of(tree).Types)
            {
                var isGrpcClient = type.BaseNames.Contains("ClientBase");
                foreach (var member in type.Members)
                {
                    if (member.IsMethod &&
                        (isGrpcClient || isVendorTree && member.CallsAny(VendorHashes) || member.Attributes.Any(OutboundTypes.RefitVerbs.Contains) ||
                            member.CallsAny(_members)))
                    {
                        frontier.Add(TextWords.Hash(member.Name));
                    }
                }
            }
        }

        AddCallers(compilation, frontier, _reaching, MaxHops);
    }

    // Nearly every rule asks this of every file.
    private void FindNearTrees(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (_clientTrees.Contains(tree) || MayReach(TreeIndex.Of(tree).Words))
                _nearTrees.Add(tree);
        }
    }

    /// <summary>Adds the names, and those of the methods that invoke one of them, and so on, for so many hops.</summary>
    public static void AddCallers(Compilation compilation, HashSet<uint> names, HashSet<uint> found, int hops)
    {
        var frontier = names;
        for (var hop = 0; hop < hops && frontier.Count > 0; hop++)
        {
            found.UnionWith(frontier);
            var next = new HashSet<uint>();
            foreach (var tree in compilation.SyntaxTrees)
            {
                if (!TreeIndex.Of(tree).Called.ContainsAny(frontier))
                    continue;
                foreach (var type in TreeIndex.Of(tree).Types)
                {
                    foreach (var member in type.Members)
                    {
                        if (member.IsMethod && TextWords.Hash(member.Name) is var name && !found.Contains(name) && member.CallsAny(frontier))
                            next.Add(name);
                    }
                }
            }

            frontier = next;
        }
    }
}
