using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntegrationAnalyzers.Tests.Verification.Analysis;

/// <summary>
/// Empty compilations whose references are bound already. Binding some 300 assemblies is most of the cost of a small
/// compilation; one made from these by adding trees takes it over.
/// </summary>
internal static class BoundReferences
{
    private static readonly ConcurrentDictionary<Key, Lazy<CSharpCompilation>> Cache = new();

    public static CSharpCompilation Get(ImmutableArray<MetadataReference> references, CSharpCompilationOptions options) =>
        Cache.GetOrAdd(new Key(references, options), static key => new(() => Create(key))).Value;

    private static CSharpCompilation Create(Key key)
    {
        var compilation = CSharpCompilation.Create("TestProject", references: key.References, options: key.Options);
        _ = compilation.GetSpecialType(SpecialType.System_Object);
        return compilation;
    }

    internal readonly struct Key(ImmutableArray<MetadataReference> references, CSharpCompilationOptions options) : IEquatable<Key>
    {
        public ImmutableArray<MetadataReference> References => references;

        public CSharpCompilationOptions Options => options;

        public bool Equals(Key other) => Options.Equals(other.Options) && SameReferences(References, other.References);

        private static bool SameReferences(ImmutableArray<MetadataReference> left, ImmutableArray<MetadataReference> right) =>
            left.Equals(right) || Enumerable.SequenceEqual<object>(left, right, ReferenceEqualityComparer.Instance);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(references.Length);
            foreach (var reference in references)
                hash.Add(RuntimeHelpers.GetHashCode(reference));
            hash.Add((int)options.OutputKind);
            return hash.ToHashCode();
        }
    }
}
