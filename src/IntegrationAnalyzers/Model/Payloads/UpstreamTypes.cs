using System;
using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Who reads a type out of responses, and lets missing fields pass.</summary>
[Flags]
internal enum LenientReaders
{
    None = 0,

    /// <summary>System.Text.Json under options that do not respect nullability.</summary>
    TextJson = 1,

    /// <summary>Newtonsoft.Json by the type's attributes alone.</summary>
    Newtonsoft = 2,
}

/// <summary>
/// The types of this compilation that responses are read into anywhere in it, with all that they are made of. Found once a compilation: by the words of
/// its files first, then by binding the reads alone, which the other rules on payloads need as well.
/// </summary>
internal sealed class UpstreamTypes(SourceIndex source, PayloadReads payloads)
{
    private readonly Once<Found> _found = new();

    /// <summary>The cheap look: whether any type of that name is read.</summary>
    public bool MayRead(string typeName, CancellationToken cancellationToken) => All(cancellationToken).Names.Contains(typeName);

    /// <summary>Whether a name of a type that is read stands in the file.</summary>
    public bool MayDeclare(SyntaxTree tree, CancellationToken cancellationToken) => TreeIndex.Of(tree).Words.ContainsAny(All(cancellationToken).Hashes);

    /// <summary>Whether a response is read into the type, by whichever library.</summary>
    public bool IsRead(INamedTypeSymbol type, CancellationToken cancellationToken) => All(cancellationToken).Readers.ContainsKey(type.OriginalDefinition);

    /// <summary>Whether something that is not known to be a response is read into the type as well: a file, a message of a queue.</summary>
    public bool IsReadElsewhere(INamedTypeSymbol type, CancellationToken cancellationToken) => All(cancellationToken).Elsewhere.Contains(type.OriginalDefinition);

    /// <summary>Whether a member of a type that is read has the type, or is a collection of it.</summary>
    public bool HasMember(ITypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var read in All(cancellationToken).Readers.Keys)
        {
            foreach (var member in PayloadMember.Of(read))
            {
                if (SymbolEqualityComparer.Default.Equals(PayloadParts.Element(member.Type, values: true), type))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Who reads it without a look at what is missing.</summary>
    public LenientReaders Readers(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        All(cancellationToken).Readers.TryGetValue(type.OriginalDefinition, out var readers) ? readers : LenientReaders.None;

    private Found All(CancellationToken cancellationToken) => _found.Get(Read, cancellationToken);

    private Found Read(CancellationToken cancellationToken)
    {
        var found = new Found(new(SymbolEqualityComparer.Default), new(StringComparer.Ordinal), new(), new(SymbolEqualityComparer.Default));
        foreach (var name in DeserializingMembers.Names)
        {
            foreach (var tree in source.TreesWith(name))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var root = tree.GetRoot(cancellationToken);
                foreach (var position in TextWords.PositionsOf(name, tree.GetText(cancellationToken), new(0, tree.Length)))
                {
                    if (root.FindToken(position).Parent is SimpleNameSyntax use &&
                        new SymbolUse(use, source.Model(tree)).Operation(cancellationToken) is IInvocationOperation call)
                    {
                        Add(call, found, cancellationToken);
                    }
                }
            }
        }

        found.Hashes.UnionWith(TextWords.Hashes(found.Names));
        return found;
    }

    private void Add(IInvocationOperation call, Found found, CancellationToken cancellationToken)
    {
        if (payloads.ReadDirectly(call, cancellationToken) is not { IsErrorBody: false } read)
            return;
        if (read.Upstream != Certainty.Yes)
        {
            if (read.PayloadType is { } stored)
            {
                foreach (var part in PayloadParts.Of(stored, source, values: true))
                    found.Elsewhere.Add(part.OriginalDefinition);
            }

            return;
        }

        var settings = payloads.Settings.Of(read, cancellationToken);
        var reader = read.Member.Serializer switch
        {
            Serializer.SystemTextJson when settings.RespectsNull == Certainty.No && !IsMentioned(JsonOptionsApis.RespectNullSwitch) => LenientReaders.TextJson,
            Serializer.Newtonsoft or Serializer.MediaTypeFormatter when ReadsByAttributes(call, cancellationToken) => LenientReaders.Newtonsoft,
            _ => LenientReaders.None,
        };
        foreach (var type in payloads.Types(read, cancellationToken))
        {
            if (PayloadTypes.IsErrorBody(type))
                continue;
            foreach (var part in PayloadParts.Of(type, source, values: true))
            {
                var definition = part.OriginalDefinition;
                found.Readers.TryGetValue(definition, out var others);
                found.Readers[definition] = settings.Converts(part) ? others : others | reader;
                found.Names.Add(definition.Name);
            }
        }
    }

    private bool ReadsByAttributes(IInvocationOperation call, CancellationToken cancellationToken) =>
        !IsMentioned(NewtonsoftApis.DefaultSettings) && NewtonsoftApis.ReadsByAttributes(call, source, cancellationToken);

    /// <summary>A setting for the whole process may change everything.</summary>
    private bool IsMentioned(string setting)
    {
        foreach (var _ in source.TreesWith(setting))
            return true;
        return false;
    }

    private sealed record Found(Dictionary<INamedTypeSymbol, LenientReaders> Readers, HashSet<string> Names, HashSet<uint> Hashes, HashSet<ISymbol> Elsewhere);
}
