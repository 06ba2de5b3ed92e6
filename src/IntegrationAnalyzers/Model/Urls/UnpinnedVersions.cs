using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>
/// Finds the providers of the table that the compilation calls by plain HTTP without naming their version anywhere: once a compilation, one finding a provider. A header may be
/// set on a client, a request, in a registration or a handler, so any mention counts, and where names of headers are not constant nothing is known.
/// </summary>
internal sealed class UnpinnedVersions(IntegrationModel model)
{
    private static readonly HashSet<string> HeaderWriters = new(StringComparer.Ordinal)
    {
        "Add", "TryAddWithoutValidation", "AddHeader", "AddHeaders", "AddOrUpdateHeader", "AddDefaultHeader", "AddDefaultHeaders", "WithHeader", "WithHeaders", "Set",
    };

    private ImmutableArray<UnpinnedVersion> _found;

    public ImmutableArray<UnpinnedVersion> Read(CancellationToken cancellationToken)
    {
        if (_found.IsDefault)
            ImmutableInterlocked.InterlockedInitialize(ref _found, model.CallNames.Any ? Find(cancellationToken) : ImmutableArray<UnpinnedVersion>.Empty);
        return _found;
    }

    private ImmutableArray<UnpinnedVersion> Find(CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<UnpinnedVersion>();
        var settled = new HashSet<string>(StringComparer.Ordinal);
        bool? isOpen = null;
        foreach (var tree in model.Compilation.SyntaxTrees)
        {
            if (!ApiVersions.MayBeIn(TreeIndex.Of(tree).Words))
                continue;
            foreach (var (literal, text) in UrlLiterals.In(tree, cancellationToken))
            {
                if (ApiVersions.Find(text.Host) is not { } api || settled.Contains(api.Provider) || !IsConcerned(api, literal))
                    continue;
                if (IsNamed(api, cancellationToken))
                {
                    settled.Add(api.Provider);
                    continue;
                }

                if (model.Source.Model(tree).GetOperation(literal, cancellationToken) is not { } operation)
                    continue;
                var (reaches, sink) = new UrlFlow(model, cancellationToken, takesDefaults: true).Follow(operation);
                if (reaches != Certainty.Yes || sink is null || !EndpointSinks.IsPlainHttp(sink))
                    continue;
                if (isOpen ??= AnyHeaderIsOpen(cancellationToken))
                    return ImmutableArray<UnpinnedVersion>.Empty;
                settled.Add(api.Provider);
                found.Add(new UnpinnedVersion(literal, api, sink.Syntax.GetLocation()));
            }
        }

        return found.ToImmutable();
    }

    private static bool IsConcerned(ApiVersion api, ExpressionSyntax literal)
    {
        var words = TreeIndex.Of(literal.SyntaxTree).Words;
        if (api.Only.Length > 0 && !Array.Exists(api.Only, word => words.Contains(word)))
            return false;
        var text = literal.ToString();
        if (Array.Exists(api.Except, part => text.ContainsIgnoreCase(part)))
            return false;

        // What stands in a hole of the query may be the version, or a signature that carries one.
        if (literal is not InterpolatedStringExpressionSyntax interpolated)
            return text.IndexOf('?') < 0 || api.IsHeader;
        var isQuery = false;
        foreach (var content in interpolated.Contents)
        {
            if (content is InterpolatedStringTextSyntax known)
                isQuery |= known.TextToken.ValueText.IndexOf('?') >= 0;
            else if (isQuery && (!api.IsHeader || api.Only.Length > 0))
                return false;
        }

        return true;
    }

    private bool IsNamed(ApiVersion api, CancellationToken cancellationToken)
    {
        foreach (var tree in model.Compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (tree.GetText(cancellationToken).ToString().ContainsIgnoreCase(api.Name))
                return true;
        }

        return false;
    }

    /// <summary>Whether any code that speaks of headers writes one whose name is not constant.</summary>
    private bool AnyHeaderIsOpen(CancellationToken cancellationToken)
    {
        foreach (var tree in model.Compilation.SyntaxTrees)
        {
            if (!model.CallNames.IsClientTree(tree) && !TreeIndex.Of(tree).Words.Contains("DelegatingHandler"))
                continue;
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
            {
                var name = node switch
                {
                    InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member, ArgumentList.Arguments: [{ Expression: var first }, ..] } call
                        when HeaderWriters.Contains(member.Name.Identifier.ValueText) && IsOfHeaders(member, call.ArgumentList.Arguments.Count) => first,
                    AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }], Expression: var headers } } when SpeaksOfHeaders(headers) => key,
                    _ => null,
                };
                if (name is not (null or LiteralExpressionSyntax) && !model.Source.Model(tree).GetConstantValue(name, cancellationToken).HasValue)
                    return true;
            }
        }

        return false;
    }

    private static bool IsOfHeaders(MemberAccessExpressionSyntax member, int arguments) =>
        member.Name.Identifier.ValueText.ContainsIgnoreCase("header") || (arguments == 2 && SpeaksOfHeaders(member.Expression));

    /// <summary>Of a request or a client; an answer of our own has headers as well.</summary>
    private static bool SpeaksOfHeaders(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Response" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Response" } } => false,
        IdentifierNameSyntax name => name.Identifier.ValueText.ContainsIgnoreCase("header"),
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText.ContainsIgnoreCase("header"),
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText.ContainsIgnoreCase("header"),
        _ => false,
    };
}
