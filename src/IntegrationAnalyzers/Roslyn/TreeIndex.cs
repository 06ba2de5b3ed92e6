using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// What one file says without being bound: its words and, on demand, its declarations. Kept as long as the tree, so that a
/// keystroke reads one file again and no other.
/// </summary>
internal sealed class TreeIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeIndex> Indexes = new();
    private static int _read;

    private readonly SyntaxTree _tree;
    private ImmutableArray<TypeEntry> _types;
    private Note? _notes;

    private TreeIndex(SyntaxTree tree)
    {
        Interlocked.Increment(ref _read);
        _tree = tree;
        (Words, Called) = TextWords.ReadWithCalls(tree.GetText());
    }

    /// <summary>How many files this process has read; tests hold that an untouched file is read once.</summary>
    public static int FilesRead => Volatile.Read(ref _read);

    public TextWords Words { get; }

    /// <summary>Of the words, those that are invoked.</summary>
    public CalledWords Called { get; }

    /// <summary>The text that was read.</summary>
    public SourceText Text => _tree.GetText();

    /// <summary>Every type declared in the file, nested ones too. Reads declarations only, no bodies.</summary>
    public ImmutableArray<TypeEntry> Types
    {
        get
        {
            if (_types.IsDefault)
                ImmutableInterlocked.InterlockedInitialize(ref _types, ReadTypes());
            return _types;
        }
    }

    public static TreeIndex Of(SyntaxTree tree) => Indexes.GetValue(tree, static t => new TreeIndex(t));

    /// <summary>Whether any file has one of these words: a comment counts, too.</summary>
    public static bool AnyNames(Compilation compilation, HashSet<uint> words)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (Of(tree).Words.ContainsAny(words))
                return true;
        }

        return false;
    }

    /// <summary>
    /// What else is kept of this file by whoever read it, one object a type. One weak table for all of it: each of its own would cost every file
    /// a handle of the collector's.
    /// </summary>
    public T? Kept<T>()
        where T : class
    {
        for (var note = Volatile.Read(ref _notes); note is not null; note = note.Next)
        {
            if (note.Value is T value)
                return value;
        }

        return null;
    }

    /// <summary>Keeps the object with the file; gives back the one that is kept, which another thread may have brought first.</summary>
    public T Keep<T>(T value)
        where T : class
    {
        while (true)
        {
            var first = Volatile.Read(ref _notes);
            if (Kept<T>() is { } known)
                return known;
            if (Interlocked.CompareExchange(ref _notes, new Note(value, first), first) == first)
                return value;
        }
    }

    private ImmutableArray<TypeEntry> ReadTypes()
    {
        var types = ImmutableArray.CreateBuilder<TypeEntry>();
        var pending = new Stack<SyntaxNode>();
        var root = _tree.GetRoot();
        pending.Push(root);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            switch (node)
            {
                case CompilationUnitSyntax unit:
                    foreach (var member in unit.Members)
                        pending.Push(member);
                    if (unit.Members.Any(SyntaxKind.GlobalStatement))
                        types.Add(TypeEntry.TopLevel(unit, this));
                    break;
                case BaseNamespaceDeclarationSyntax ns:
                    foreach (var member in ns.Members)
                        pending.Push(member);
                    break;
                case TypeDeclarationSyntax type:
                    foreach (var member in type.Members)
                    {
                        if (member is TypeDeclarationSyntax)
                            pending.Push(member);
                    }

                    types.Add(TypeEntry.Of(type, this));
                    break;
            }
        }

        return types.ToImmutable();
    }

    private sealed class Note(object value, Note? next)
    {
        public object Value { get; } = value;

        public Note? Next { get; } = next;
    }
}
