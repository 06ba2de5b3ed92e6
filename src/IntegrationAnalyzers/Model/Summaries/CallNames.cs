using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Summaries;

/// <summary>
/// The names of methods from which an outbound call may be reached, by names alone: a method that mentions a sending member in a file that has
/// to do with clients, then the methods that mention one of those, and so on. It may say yes wrongly, never no, and saves
/// binding nearly everything that has nothing to do with an integration.
/// </summary>
internal sealed class CallNames
{
    /// <summary>How many wrappers deep a call is followed.</summary>
    public const int MaxHops = 4;

    private static readonly HashSet<uint> TypeHashes = Hashes(OutboundTypes.Names.Concat(OutboundTypes.DistinctMembers));
    private static readonly HashSet<uint> MemberHashes = Hashes(SendingMembers.Names);
    private static readonly HashSet<uint> VendorHashes = Hashes(VendorSdkApis.Names);

    private readonly HashSet<uint> _reaching = new();
    private readonly HashSet<SyntaxTree> _clientTrees = new();

    private CallNames()
    {
    }

    /// <summary>Whether any file has to do with outbound calls at all.</summary>
    public bool Any => _clientTrees.Count > 0;

    /// <summary>The files that name a client, a request, or a member that exposes one.</summary>
    public bool IsClientTree(SyntaxTree tree) => _clientTrees.Contains(tree);

    /// <summary>Whether a call of a method of this name may reach an outbound call.</summary>
    public bool MayReach(string methodName) => _reaching.Contains(TextWords.Hash(methodName));

    /// <summary>Whether a text names a member that sends.</summary>
    public static bool MentionsCall(TextWords words) => words.ContainsAny(MemberHashes);

    /// <summary>Whether any of the words is such a name.</summary>
    public bool MayReach(TextWords words) => words.ContainsAny(_reaching);

    public static CallNames Read(Compilation compilation)
    {
        var names = new CallNames();
        names.FindClientTrees(compilation);
        if (names.Any)
            names.FindReaching(compilation);
        return names;
    }

    private void FindClientTrees(Compilation compilation)
    {
        // Names of members through which a client is handed on: a file that derives from a base with "HttpClient Client" names neither.
        var carriers = new HashSet<uint>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var index = TreeIndex.Of(tree);
            if (!index.Words.ContainsAny(TypeHashes))
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
            if (!_clientTrees.Contains(tree) && words.ContainsAny(carriers) && words.ContainsAny(MemberHashes))
                _clientTrees.Add(tree);
        }
    }

    private void FindReaching(Compilation compilation)
    {
        _reaching.UnionWith(MemberHashes);
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
                    if (isGrpcClient || isVendorTree && member.Words.ContainsAny(VendorHashes) || member.Attributes.Any(OutboundTypes.RefitVerbs.Contains) || member.Words.ContainsAny(MemberHashes))
                        frontier.Add(Callable(member, type));
                }
            }
        }

        AddCallers(compilation, frontier, _reaching, MaxHops);
    }

    /// <summary>Adds the names, and those of the methods that mention one of them, and so on, for so many hops.</summary>
    public static void AddCallers(Compilation compilation, HashSet<uint> names, HashSet<uint> found, int hops)
    {
        var frontier = names;
        for (var hop = 0; hop < hops && frontier.Count > 0; hop++)
        {
            found.UnionWith(frontier);
            var next = new HashSet<uint>();
            foreach (var tree in compilation.SyntaxTrees)
            {
                if (!TreeIndex.Of(tree).Words.ContainsAny(frontier))
                    continue;
                foreach (var type in TreeIndex.Of(tree).Types)
                {
                    foreach (var member in type.Members)
                    {
                        var name = Callable(member, type);
                        if (!found.Contains(name) && member.Words.ContainsAny(frontier))
                            next.Add(name);
                    }
                }
            }

            frontier = next;
        }
    }

    /// <summary>A constructor is called by its type's name.</summary>
    private static uint Callable(MemberEntry member, TypeEntry type) => TextWords.Hash(member.Name == ".ctor" ? type.Name : member.Name);

    private static HashSet<uint> Hashes(IEnumerable<string> words) => new(words.Select(TextWords.Hash));
}
