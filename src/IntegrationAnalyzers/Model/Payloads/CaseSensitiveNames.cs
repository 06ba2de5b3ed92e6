using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Finds the member that a serializer which minds the case looks for under a name that the JSON does not have.</summary>
internal sealed class CaseSensitiveNames(SourceIndex source)
{
    private readonly CapitalKeys _keys = new(source);

    /// <summary>
    /// The first member whose name in the JSON would have to begin with a capital; null where every name is written, or is lower case already, or where
    /// anything shows that this side sends its names with capitals.
    /// </summary>
    /// <param name="payloads">All types that one read makes: they come from one side.</param>
    /// <param name="settings">The serializer's.</param>
    /// <param name="place">Where the read stands.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public ISymbol? FirstLost(IReadOnlyList<ITypeSymbol> payloads, SerializerSettings settings, SyntaxNode place, CancellationToken cancellationToken)
    {
        ISymbol? first = null;
        var isWritten = false;
        foreach (var payload in payloads)
        {
            foreach (var part in PayloadParts.Of(payload, source, values: false))
            {
                if (settings.Converts(part))
                    continue;
                foreach (var member in PayloadMember.Of(part))
                {
                    switch (JsonMemberApis.Name(member.Symbol))
                    {
                        case { Length: > 0 } name when char.IsUpper(name[0]):
                            return null;
                        case { Length: > 0 }:
                            isWritten = true;
                            break;
                        case null when member.Symbol.Name is { Length: > 0 } name && char.IsUpper(name[0]) && !IsTaken(part, name):
                            first ??= member.Symbol;
                            break;
                    }
                }
            }
        }

        // Names written in lower case tell how this side writes; else what the code asks it for by name may.
        return first is null || (!isWritten && (_keys.In(place.SyntaxTree, cancellationToken) || _keys.OfOurServer(cancellationToken))) ? null : first;
    }

    /// <summary>Whether a sibling is given the name in lower case: then the member is another view of what that holds.</summary>
    private static bool IsTaken(INamedTypeSymbol type, string name)
    {
        foreach (var sibling in PayloadMember.Of(type))
        {
            if (JsonMemberApis.Name(sibling.Symbol) is { Length: > 0 } written && written.Length == name.Length &&
                char.ToUpperInvariant(written[0]) == name[0] && string.CompareOrdinal(written, 1, name, 1, name.Length) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
