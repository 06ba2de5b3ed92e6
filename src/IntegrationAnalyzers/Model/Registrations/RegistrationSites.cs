using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>
/// The places of one file that may register a client or ask the factory for one, by their names alone. Kept as long as the tree: after an edit of
/// another file they are not looked for again.
/// </summary>
internal sealed class RegistrationSites
{
    private static readonly RegistrationSites None = new(ImmutableArray<InvocationExpressionSyntax>.Empty, ImmutableArray<InvocationExpressionSyntax>.Empty);
    private static int _read;

    private RegistrationSites(ImmutableArray<InvocationExpressionSyntax> registering, ImmutableArray<InvocationExpressionSyntax> creating)
    {
        Registering = registering;
        Creating = creating;
    }

    /// <summary>How many files were searched; tests hold that an untouched file is searched once.</summary>
    public static int FilesRead => Volatile.Read(ref _read);

    public ImmutableArray<InvocationExpressionSyntax> Registering { get; }

    /// <summary>Calls named <c>CreateClient</c>.</summary>
    public ImmutableArray<InvocationExpressionSyntax> Creating { get; }

    public static RegistrationSites Of(SyntaxTree tree)
    {
        var index = TreeIndex.Of(tree);
        if (index.Kept<RegistrationSites>() is { } known)
            return known;
        return MayHold(index.Words) ? index.Keep(Read(tree)) : None;
    }

    private static bool MayHold(TextWords words)
    {
        foreach (var name in RegistrationApis.Registering)
        {
            if (words.Contains(name))
                return true;
        }

        return words.Contains(RegistrationApis.CreateClient) || HoldsPlain(words);
    }

    private static bool HoldsPlain(TextWords words)
    {
        if (!words.Contains("HttpClient"))
            return false;
        foreach (var name in RegistrationApis.Containing)
        {
            if (words.Contains(name))
                return true;
        }

        return false;
    }

    private static RegistrationSites Read(SyntaxTree tree)
    {
        Interlocked.Increment(ref _read);
        var text = tree.GetText();
        var root = tree.GetRoot();
        var registering = ImmutableArray.CreateBuilder<InvocationExpressionSyntax>();
        var creating = ImmutableArray.CreateBuilder<InvocationExpressionSyntax>();
        foreach (var name in RegistrationApis.Registering)
            Add(name, text, root, registering);
        if (HoldsPlain(TreeIndex.Of(tree).Words))
        {
            foreach (var name in RegistrationApis.Containing)
                Add(name, text, root, registering);
        }

        Add(RegistrationApis.CreateClient, text, root, creating);
        registering.Sort(static (a, b) => Position(a).CompareTo(Position(b)));
        return new RegistrationSites(registering.ToImmutable(), creating.ToImmutable());
    }

    /// <summary>In a chain the outer call begins where the inner one does: the name tells them apart.</summary>
    private static int Position(InvocationExpressionSyntax invocation) => invocation.ArgumentList.SpanStart;

    private static void Add(string name, SourceText text, SyntaxNode root, ImmutableArray<InvocationExpressionSyntax>.Builder found)
    {
        foreach (var position in TextWords.PositionsOf(name, text, new TextSpan(0, text.Length)))
        {
            if (root.FindToken(position) is not { Parent: SimpleNameSyntax named } token || token.SpanStart != position)
                continue;
            SyntaxNode called = named.Parent is MemberAccessExpressionSyntax access && access.Name == named ? access
                : named.Parent is MemberBindingExpressionSyntax binding ? binding
                : named;
            if (called.Parent is InvocationExpressionSyntax invocation && invocation.Expression == called)
                found.Add(invocation);
        }
    }
}
