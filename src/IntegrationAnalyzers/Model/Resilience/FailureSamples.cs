using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>The exception types that stand for each <see cref="FailureSample"/> in a compilation, null where it has none.</summary>
internal static class FailureSamples
{
    private static readonly ConditionalWeakTable<Compilation, object> Known = new();

    public static ImmutableArray<ITypeSymbol?> In(Compilation compilation) =>
        (ImmutableArray<ITypeSymbol?>)Known.GetValue(compilation, static c => Find(c));

    private static object Find(Compilation compilation)
    {
        var found = ImmutableArray.CreateBuilder<ITypeSymbol?>(HandledFailures.Samples);
        foreach (var type in FailureTypes.Samples)
            found.Add(compilation.FindType(type));
        return found.MoveToImmutable();
    }
}
