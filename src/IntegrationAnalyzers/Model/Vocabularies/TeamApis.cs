using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Vocabularies;

/// <summary>What a vocabulary says of the methods of one compilation and of what it references; each is looked up once.</summary>
internal sealed class TeamApis
{
    private readonly Vocabulary _vocabulary;
    private readonly ConcurrentDictionary<IMethodSymbol, Words>? _known;

    public TeamApis(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        if (!vocabulary.Entries.IsEmpty)
            _known = new ConcurrentDictionary<IMethodSymbol, Words>(SymbolEqualityComparer.Default);
    }

    /// <summary>A compilation whose team says nothing.</summary>
    public static TeamApis None { get; } = new(Vocabulary.None);

    /// <summary>Whether anything is said of methods of the kind.</summary>
    public bool Has(VocabularyKind kind) => _vocabulary.Has(kind);

    /// <summary>Whether the method is one of the kind; unknown where the vocabulary says nothing of it.</summary>
    public Certainty Is(VocabularyKind kind, IMethodSymbol method) => _vocabulary.Has(kind) ? Of(method).Is(kind) : Certainty.Unknown;

    /// <summary>The call that leaves the process behind the method; null where the vocabulary does not say that it is one.</summary>
    public SendingMember? Call(IMethodSymbol method)
    {
        if (Is(VocabularyKind.Call, method) != Certainty.Yes)
            return null;
        var type = method.DeclaringType();
        var result = method.ReturnType.AwaitedType();
        var isOpen = StatusApis.IsUnchecked(result);
        return new SendingMember(
            type?.ContainingNamespace?.ToDisplayString() ?? "",
            type?.Name ?? "",
            method.Name,
            Of(method).Verb,
            isOpen ? StatusCheck.ByCaller : StatusCheck.Throws,
            isOpen ? CallResult.Response : result.SpecialType == SpecialType.System_Void || result.Name is "Task" or "ValueTask" ? CallResult.None : CallResult.Payload);
    }

    /// <summary>The names of the calls that a compilation may make of them, for a look before anything is bound.</summary>
    public void AddCallNames(Compilation compilation, HashSet<uint> names)
    {
        if (!Has(VocabularyKind.Call))
            return;
        foreach (var entry in _vocabulary.Entries)
        {
            if (entry.Kind == VocabularyKind.Call && !entry.IsNegated)
                MethodNames.Add(compilation, entry.Pattern, names);
        }
    }

    private Words Of(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        return _known!.TryGetValue(method, out var known) ? known : _known.GetOrAdd(method, Read(method));
    }

    /// <summary>What is said of the method itself goes before what is said of the one it overrides or implements.</summary>
    private Words Read(IMethodSymbol method)
    {
        var words = new Words(0, 0, HttpVerb.Unknown);
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
            return words;
        for (var current = method; current is not null; current = current.OverriddenMethod?.OriginalDefinition)
            words = words.Or(Said(current));
        foreach (var implemented in method.ContainingType?.AllInterfaces ?? default)
        {
            foreach (var member in implemented.GetMembers())
            {
                if (member is IMethodSymbol promise && method.ContainingType!.FindImplementationForInterfaceMember(promise) is { } own &&
                    SymbolEqualityComparer.Default.Equals(own, method))
                {
                    words = words.Or(Said(promise.OriginalDefinition));
                }
            }
        }

        return words;
    }

    private Words Said(IMethodSymbol method)
    {
        var words = new Words(0, 0, HttpVerb.Unknown);
        if (MethodNames.FullName(method) is not { } name)
            return words;
        foreach (var entry in _vocabulary.Entries)
        {
            if (entry.Pattern.Matches(name))
                words = words.With(entry);
        }

        return words;
    }

    private readonly record struct Words(int Yes, int No, HttpVerb Verb)
    {
        public Certainty Is(VocabularyKind kind) => (Yes & Bit(kind)) != 0 ? Certainty.Yes : (No & Bit(kind)) != 0 ? Certainty.No : Certainty.Unknown;

        public Words With(VocabularyEntry entry)
        {
            var bit = Bit(entry.Kind);
            return entry.IsNegated
                ? this with { Yes = Yes & ~bit, No = No | bit }
                : new Words(Yes | bit, No & ~bit, entry.Kind == VocabularyKind.Call ? entry.Verb : Verb);
        }

        /// <summary>These, and of what they do not speak of the others.</summary>
        public Words Or(Words other)
        {
            var open = ~(Yes | No);
            return new Words(Yes | (other.Yes & open), No | (other.No & open), (Yes & Bit(VocabularyKind.Call)) != 0 ? Verb : other.Verb);
        }

        private static int Bit(VocabularyKind kind) => 1 << (int)kind;
    }
}
