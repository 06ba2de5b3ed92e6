using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>What a call writes into a URL whose text, or whose names, no literal beside the value holds.</summary>
internal sealed partial class UrlSecrets
{
    private static readonly HashSet<uint> CallWords = TextWords.Hashes(["Format", "SetQueryParams", "AppendQueryParam"]);

    /// <summary><c>string.Format("…?key={0}", key)</c>; one secret a call.</summary>
    private UrlSecret? OfFormat(InvocationExpressionSyntax call, string text)
    {
        if (QueryNames.IsTheSubject(text))
            return null;
        foreach (var hole in FormatHoles.Of(call, text))
        {
            if (QueryNames.AtEnd(hole.Before) is { } name && Of(hole.Value, hole.Value, name, call) is { } secret)
                return secret;
        }

        return null;
    }

    /// <summary>What calls write: <c>string.Format(SearchUrl, key)</c>, whose text stands in a constant, here or in another file, and <c>url.SetQueryParams(new { api_key = key })</c>.</summary>
    private IEnumerable<UrlSecret> OfCalls()
    {
        foreach (var node in model.Source.Nodes(semantics.SyntaxTree, cancellationToken).Of(SyntaxKind.InvocationExpression))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var call = (InvocationExpressionSyntax)node;
            if (FormatHoles.TextArgument(call) is IdentifierNameSyntax or MemberAccessExpressionSyntax or BinaryExpressionSyntax && HasSecretName(call) &&
                FormatHoles.TextOf(call, semantics, model.Source, cancellationToken) is { } text && OfFormat(call, text) is { } secret)
            {
                yield return secret;
            }

            foreach (var written in OfObject(call))
                yield return written;
        }
    }

    /// <summary>The members of an object of which each becomes a parameter of the query.</summary>
    private IEnumerable<UrlSecret> OfObject(InvocationExpressionSyntax call)
    {
        if (call is not
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SetQueryParams" or "AppendQueryParam" },
                ArgumentList.Arguments: [{ Expression: AnonymousObjectCreationExpressionSyntax values }, ..],
            })
        {
            yield break;
        }

        foreach (var member in values.Initializers)
        {
            var value = QueryValue.Of(member.Expression);
            if (QueryValue.NameOf(value) is not { } name)
                continue;

            var parameter = member.NameEquals?.Name.Identifier.ValueText ?? name;
            if (IsSecret(parameter, name, value) && semantics.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method && EndpointSinks.WritesMembers(method) &&
                Followed(member.Expression, value, name, parameter, call, isCollection: false) is { } secret)
            {
                yield return secret;
            }
        }
    }

    /// <summary>The look before the text is looked up: whether any value is named as secrets are.</summary>
    private static bool HasSecretName(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Any(static argument => QueryValue.NameOf(QueryValue.Of(argument.Expression)) is { } name && SecretName.Judge(name) != SecretNameKind.None);
}
