using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// The names of methods that may return a payload, by names alone: a method that invokes a deserializing member, then the methods
/// that invoke one of those. It may say yes wrongly, never no.
/// </summary>
internal sealed class PayloadNames
{
    private const int MaxHops = 3;

    private static readonly HashSet<uint> Deserializing = TextWords.Hashes(DeserializingMembers.Names);

    private readonly HashSet<uint> _names = new();

    public bool MayReturn(string methodName) => _names.Contains(TextWords.Hash(methodName));

    /// <summary>Whether any of the words names a member that makes objects from bodies, or what calls one.</summary>
    public bool MayReturn(TextWords words) => words.ContainsAny(Deserializing) || words.ContainsAny(_names);

    public static PayloadNames Read(Compilation compilation)
    {
        var names = new PayloadNames();
        var frontier = Deserializing;
        for (var hop = 0; hop < MaxHops && frontier.Count > 0; hop++)
        {
            var next = new HashSet<uint>();
            foreach (var tree in compilation.SyntaxTrees)
            {
                if (!TreeIndex.Of(tree).Called.ContainsAny(frontier))
                    continue;
                foreach (var type in TreeIndex.Of(tree).Types)
                {
                    foreach (var member in type.Members)
                    {
                        // What returns a predefined type or nothing returns no payload.
                        if (member.IsMethod && member.TypeName is not null && TextWords.Hash(member.Name) is var name &&
                            !names._names.Contains(name) && member.CallsAny(frontier))
                        {
                            next.Add(name);
                        }
                    }
                }
            }

            names._names.UnionWith(next);
            frontier = next;
        }

        return names;
    }
}
