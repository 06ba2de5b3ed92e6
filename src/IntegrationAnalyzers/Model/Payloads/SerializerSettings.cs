using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>What a serializer of System.Text.Json makes of names and nulls.</summary>
/// <param name="IgnoresCase">Whether the case of a name does not matter.</param>
/// <param name="HasPolicy">Whether a naming policy turns C#'s names into those of the JSON.</param>
/// <param name="RespectsNull">Whether it refuses a null, or a missing parameter, where the type takes none.</param>
/// <param name="Made">Where the options are made or taken from; null where none are given.</param>
internal sealed record SerializerSettings(Certainty IgnoresCase, Certainty HasPolicy, Certainty RespectsNull, IOperation? Made)
{
    public static readonly SerializerSettings Unknown = new(Certainty.Unknown, Certainty.Unknown, Certainty.Unknown, null);

    /// <summary>Types that converters among the options read in their own way.</summary>
    public ImmutableArray<ITypeSymbol> Converted { get; init; } = ImmutableArray<ITypeSymbol>.Empty;

    /// <summary>Whether the JSON's camelCase finds the members: by a policy or by case ignored.</summary>
    public Certainty RelaxesNames =>
        IgnoresCase == Certainty.Yes || HasPolicy == Certainty.Yes ? Certainty.Yes
        : IgnoresCase == Certainty.No && HasPolicy == Certainty.No ? Certainty.No
        : Certainty.Unknown;

    public static SerializerSettings Of(JsonPreset preset, IOperation? made) => preset switch
    {
        JsonPreset.Web => new(Certainty.Yes, Certainty.Yes, Certainty.No, made),
        JsonPreset.Strict => new(Certainty.No, Certainty.No, Certainty.Yes, made),
        _ => new(Certainty.No, Certainty.No, Certainty.No, made),
    };

    public bool Converts(ITypeSymbol type)
    {
        foreach (var converted in Converted)
        {
            if (SymbolEqualityComparer.Default.Equals(converted, type))
                return true;
        }

        return false;
    }
}
