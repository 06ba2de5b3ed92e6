using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>
/// Reads the secrets that one file puts into URLs: <c>…?api_key={key}</c>, <c>"…&amp;token=" + token</c>, <c>AddQueryString(url, "key", apiKey)</c>, a collection that becomes the query,
/// <c>https://user:{password}@host</c>. By text and names first; only what passes is bound and followed to a call.
/// </summary>
internal sealed partial class UrlSecrets(IntegrationModel model, SemanticModel semantics, CancellationToken cancellationToken)
{
    public static IEnumerable<UrlSecret> In(IntegrationModel model, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var positions = SecretScan.Of(semantics.SyntaxTree, cancellationToken).Queries;
        var inRefit = RefitSecrets.In(semantics, cancellationToken);
        if (!model.CallNames.Any)
            return inRefit;

        var secrets = new UrlSecrets(model, semantics, cancellationToken);
        var read = positions.Length == 0 ? inRefit : inRefit.Concat(secrets.Read(positions));
        return model.IsNearCalls(semantics.SyntaxTree) && TreeIndex.Of(semantics.SyntaxTree).Called.ContainsAny(CallWords) ? read.Concat(secrets.OfCalls()) : read;
    }

    private IEnumerable<UrlSecret> Read(IEnumerable<int> positions)
    {
        var root = semantics.SyntaxTree.GetRoot(cancellationToken);
        foreach (var position in positions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var token = root.FindToken(position);
            if (!token.Span.Contains(position))
                continue;

            var secret = token.Parent switch
            {
                InterpolatedStringTextSyntax text => OfInterpolation(text),
                LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => OfLiteral(literal),
                _ => null,
            };
            if (secret is not null)
                yield return secret;
        }
    }

    private UrlSecret? OfInterpolation(InterpolatedStringTextSyntax text)
    {
        if (text.Parent is not InterpolatedStringExpressionSyntax whole)
            return null;

        var index = whole.Contents.IndexOf(text);
        var own = text.TextToken.ValueText;
        if (own[0] == '@')
            return OfUserInfo(text);
        if (QueryNames.AtEnd(own) is not { } name)
            return null;
        if (index + 1 == whole.Contents.Count)
            return Behind(whole) is { } operand ? Of(operand, operand, name, whole) : null;
        return whole.Contents[index + 1] is InterpolationSyntax hole ? Of(hole, hole.Expression, name, whole) : null;
    }

    /// <summary><c>https://{user}:{password}@host</c>, <c>"https://shop:" + password + "@host"</c> and <c>https://{token}@host</c>.</summary>
    private UrlSecret? OfUserInfo(SyntaxNode at)
    {
        if (UserInfo.Before(at) is not { } info)
            return null;
        var value = QueryValue.Of(info.Value);
        return QueryValue.NameOf(value) is { } name && (QueryNames.IsSecretName(name) || SecretSources.Gives(model, value, cancellationToken))
            ? Followed(info.Place, value, name, "", info.Whole, isCollection: false)
            : null;
    }

    private UrlSecret? OfLiteral(LiteralExpressionSyntax literal)
    {
        var text = literal.Token.ValueText;
        if (text.Length > 0 && text[0] == '@')
            return OfUserInfo(literal);
        if (QueryNames.AtEnd(text) is { } name)
            return Behind(literal) is { } operand ? Of(operand, operand, name, literal) : null;
        if (text.IndexOf('{') >= 0)
            return literal.Parent?.Parent?.Parent is InvocationExpressionSyntax format && FormatHoles.TextArgument(format) == literal ? OfFormat(format, text) : null;
        if (!QueryNames.IsSecret(text) || QueryNames.IsHeader(text))
            return null;

        switch (literal.Parent)
        {
            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument
                when list.Arguments.IndexOf(argument) is var index && index + 1 < list.Arguments.Count:
                return OfWriter(call, list.Arguments[index + 1].Expression, text);
            case ArgumentSyntax { Parent: BracketedArgumentListSyntax { Arguments.Count: 1, Parent: ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax set } access } } when set.Left == access:
                return OfCollection(set.Right, text, access.Expression);
            case ArgumentSyntax { Parent: BracketedArgumentListSyntax { Arguments.Count: 1, Parent: ImplicitElementAccessSyntax { Parent: AssignmentExpressionSyntax set } } }:
                return OfCollection(set.Right, text, set.Parent?.Parent);
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var first, var second] } pair when first == literal:
                return OfCollection(second, text, pair.Parent?.Parent);
            default:
                return null;
        }
    }

    private UrlSecret? OfWriter(InvocationExpressionSyntax call, ExpressionSyntax argument, string parameter)
    {
        var value = QueryValue.Of(argument);
        if (QueryValue.NameOf(value) is not { } name || !IsSecret(parameter, name, value) ||
            semantics.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        return EndpointSinks.OfQueryWriter(method) switch
        {
            QueryWriter.OfParameters when !QueryParameters.Are(call, semantics, model.Source, cancellationToken) => null,
            QueryWriter.OfRequest or QueryWriter.OfParameters => Found(argument, value, name, parameter, call.GetLocation(), HostOf(call)),
            QueryWriter.OfUrl => Followed(argument, value, name, parameter, call, isCollection: false),
            QueryWriter.OfCollection when call.Expression is MemberAccessExpressionSyntax member => OfCollection(argument, parameter, member.Expression),
            _ => null,
        };
    }

    private UrlSecret? OfCollection(ExpressionSyntax expression, string parameter, SyntaxNode? collection)
    {
        var value = QueryValue.Of(expression);
        return collection is ExpressionSyntax && QueryValue.NameOf(value) is { } name && IsSecret(parameter, name, value)
            ? Followed(expression, value, name, parameter, collection, isCollection: true)
            : null;
    }

    private UrlSecret? Of(SyntaxNode node, ExpressionSyntax expression, string parameter, ExpressionSyntax whole)
    {
        var value = QueryValue.Of(expression);
        if (QueryValue.NameOf(value) is not { } name)
            return null;

        // What the provider's row calls a key is one, whatever the code calls it.
        var isSecret = IsSecret(parameter, name, value) || (QueryNames.Plain(parameter) == "token" && !QueryNames.SpeaksOfLinks(whole.ToString()) && QueryValue.IsKept(value, semantics, cancellationToken)) ||
            (QueryNames.IsSecret(parameter) && !QueryNames.IsPublic(name) && HostOf(whole) is { Length: > 0 } host && QueryKeys.Find(host, parameter) is not null);
        return isSecret && !QueryNames.IsTheSubject(whole.ToString()) ? Followed(node, value, name, parameter, whole, isCollection: false) : null;
    }

    /// <summary>By the names of both, or because a team says that what gives the value gives secrets.</summary>
    private bool IsSecret(string parameter, string name, ExpressionSyntax value) =>
        QueryNames.IsSecret(parameter, name) || (QueryNames.IsSecret(parameter) && (QueryValue.IsSetting(value) || IsHeldSetting(parameter, value) || SecretSources.Gives(model, value, cancellationToken)));

    /// <summary><c>var token = settings.PushoverToken;</c></summary>
    private bool IsHeldSetting(string parameter, ExpressionSyntax value) =>
        QueryNames.Plain(parameter) == "token" && value is IdentifierNameSyntax name && NameWords.Split(name.Identifier.ValueText) is [.., "token"] &&
        semantics.GetOperation(value, cancellationToken) is ILocalReferenceOperation local && ValueOrigin.Of(local, model.Source, cancellationToken).Syntax is ExpressionSyntax given &&
        given != value && QueryValue.IsSetting(QueryValue.Of(given));

    private UrlSecret? Followed(SyntaxNode node, ExpressionSyntax value, string name, string parameter, SyntaxNode whole, bool isCollection)
    {
        var operation = semantics.GetOperation(whole, cancellationToken);
        if (operation is null)
            return null;

        var flow = new UrlFlow(model, cancellationToken, isPart: true);
        var (reaches, sink) = isCollection && operation.ReferencedSymbol() is { } symbol
            ? symbol is ILocalSymbol ? flow.OfSymbol(symbol) : (Certainty.No, null)
            : flow.Follow(operation);
        return reaches == Certainty.Yes ? Found(node, value, name, parameter, sink?.Syntax.GetLocation(), HostOf(whole) is { Length: > 0 } host ? host : MapServices.HostOf(whole)) : null;
    }

    private UrlSecret? Found(SyntaxNode node, ExpressionSyntax value, string name, string parameter, Location? sink, string host) =>
        SignedQueries.Identifies(parameter, node) ? null : new(node, value, name, parameter, sink, host, parameter.Length == 0 ? null : Provider(node, host, parameter));

    /// <summary>The operand that follows the literal in a concatenation.</summary>
    private static ExpressionSyntax? Behind(ExpressionSyntax literal) => literal.Parent switch
    {
        BinaryExpressionSyntax own when own.IsKind(SyntaxKind.AddExpression) && own.Left == literal => own.Right,
        BinaryExpressionSyntax { Parent: BinaryExpressionSyntax next } own when own.IsKind(SyntaxKind.AddExpression) && next.IsKind(SyntaxKind.AddExpression) && next.Left == own => next.Right,
        _ => null,
    };
}
