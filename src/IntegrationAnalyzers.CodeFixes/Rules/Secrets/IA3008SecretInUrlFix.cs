using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Urls;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// Moves the secret to the header that the provider's row or the option names, where the request is at hand: an <c>HttpRequestMessage</c> made in a declaration, a
/// <c>GetAsync</c> whose URL is written in the call, RestSharp's <c>AddQueryParameter</c> and <c>AddParameter</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA3008SecretInUrlFix() : IntegrationCodeFix(IA3008SecretInUrl.Id, "Send it in a header")
{
    private const string HttpNamespace = "System.Net.Http";

    private protected override FixPlan? Plan(FixRequest request)
    {
        var properties = request.Diagnostic.Properties;
        if (!properties.TryGetValue(IA3008SecretInUrl.HeaderProperty, out var header) || string.IsNullOrEmpty(header))
            return null;

        var scheme = properties.TryGetValue(IA3008SecretInUrl.SchemeProperty, out var before) ? before ?? "" : "";
        return RefitHeader.Plan(request, header!, scheme) ?? OfRestSharp(request, header!, scheme) ?? OfMessage(request, header!, scheme) ?? OfCall(request, header!, scheme);
    }

    private static FixPlan? OfRestSharp(FixRequest request, string header, string scheme)
    {
        if (request.Node.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent: ArgumentListSyntax { Arguments: [var name, var value], Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } } } argument ||
            argument != value || member.Name.Identifier.ValueText is not ("AddQueryParameter" or "AddParameter") || !IsText(request, QueryValue.Of(value.Expression)))
        {
            return null;
        }

        return new FixPlan(editor =>
        {
            editor.ReplaceNode(member.Name, SyntaxFactory.IdentifierName("AddHeader").WithTriviaFrom(member.Name));
            editor.ReplaceNode(name.Expression, Literal(header).WithTriviaFrom(name.Expression));
            editor.ReplaceNode(value.Expression, HeaderValue(value.Expression, scheme).WithTriviaFrom(value.Expression));
        });
    }

    /// <summary><c>var request = new HttpRequestMessage(…, $"…?key={key}");</c></summary>
    private static FixPlan? OfMessage(FixRequest request, string header, string scheme)
    {
        if (!IsPair(request, request.Node, out var hole, out var whole, out var changed) ||
            UseOf(whole) is not { Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } ||
            !request.Model.GetTypeInfo(creation, request.CancellationToken).Type.Is(HttpNamespace, "HttpRequestMessage") ||
            creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax } statement } } declarator })
        {
            return null;
        }

        var add = AddHeader(declarator.Identifier.ValueText, header, hole.Expression, scheme);
        return new FixPlan(editor =>
        {
            editor.ReplaceNode(whole, (_, _) => changed);
            editor.InsertAfter(statement, add);
        });
    }

    /// <summary><c>using var response = await client.GetAsync($"…?key={key}", token);</c>, the URL in the call or in a variable of its own.</summary>
    private static FixPlan? OfCall(FixRequest request, string header, string scheme)
    {
        if (!IsPair(request, request.Node, out var hole, out var whole, out var changed) || UseOf(whole) is not { } url || RequestOfCall.Taking(url, request) is not { } call)
            return null;

        var (name, response) = RequestNames.OfLast(Before(call, request).Append(call), request.Model, request.CancellationToken);
        var isVariable = url.Expression != whole;
        var made = call.Before(name, response, (isVariable ? url.Expression : changed).WithoutTrivia().ToFullString(), AddHeader(name, header, hole.Expression, scheme)).ToList();
        return new FixPlan(
            editor =>
            {
                editor.InsertBefore(call.Statement, made);
                editor.ReplaceNode(call.Call, (_, _) => call.Instead(name, response, request.Model.Compilation));
                editor.ReplaceNode(call.Statement, static (current, _) => current.WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithAdditionalAnnotations(Formatter.Annotation));
                if (isVariable)
                    editor.ReplaceNode(whole, (_, _) => changed);
            },
            ImmutableArray.Create(HttpNamespace));
    }

    /// <summary>The calls before this one in its member that become requests too.</summary>
    private static IEnumerable<RequestOfCall> Before(RequestOfCall call, FixRequest request)
    {
        var scope = RequestNames.Scope(call.Statement);
        return Movable(request)
            .Where(other => other.Node.SpanStart < request.Node.SpanStart && scope.Span.Contains(other.Node.Span))
            .OrderBy(static other => other.Node.SpanStart)
            .Select(other => IsPair(request, other.Node, out _, out var whole, out _) && UseOf(whole) is { } url ? RequestOfCall.Taking(url, request) : null)
            .OfType<RequestOfCall>();
    }

    /// <summary>The secrets of the file that belong into a header.</summary>
    private static IEnumerable<UrlSecret> Movable(FixRequest request) =>
        IA3008SecretInUrl.In(IntegrationModel.For(request.Model.Compilation), request.Model, request.Document.Project.AnalyzerOptions, request.CancellationToken)
            .Where(static reported => reported.Header.Length > 0)
            .Select(static reported => reported.Secret);

    /// <summary>The argument that the URL is: itself, or the one use of the variable that is made of it.</summary>
    private static ArgumentSyntax? UseOf(InterpolatedStringExpressionSyntax whole)
    {
        if (whole.Parent is ArgumentSyntax argument)
            return argument;
        if (whole.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name, Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block } } })
            return null;
        var uses = block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name).ToList();
        return uses is [{ Parent: ArgumentSyntax only }] ? only : null;
    }

    private static bool IsPair(FixRequest request, SyntaxNode node, out InterpolationSyntax hole, out InterpolatedStringExpressionSyntax whole, out ExpressionSyntax changed)
    {
        hole = null!;
        whole = null!;
        changed = null!;
        if (node.FirstAncestorOrSelf<InterpolationSyntax>() is not { AlignmentClause: null, FormatClause: null, Parent: InterpolatedStringExpressionSyntax owner } found ||
            !IsText(request, QueryValue.Of(found.Expression)) || QueryPair.Without(owner, found) is not { } without ||
            node.Span != found.Span || Movable(request).Count(other => owner.Span.Contains(other.Node.Span)) > 1)
        {
            return false;
        }

        (hole, whole, changed) = (found, owner, Plain(without, owner, found, request));
        return true;
    }

    /// <summary>Where nothing is left to interpolate, the text itself.</summary>
    private static ExpressionSyntax Plain(InterpolatedStringExpressionSyntax left, InterpolatedStringExpressionSyntax whole, InterpolationSyntax hole, FixRequest request) => left.Contents.Count != 1 ? left : left.Contents[0] switch
    {
        InterpolationSyntax { AlignmentClause: null, FormatClause: null, Expression: (IdentifierNameSyntax or MemberAccessExpressionSyntax) and var only } when whole.Contents.OfType<InterpolationSyntax>().First(i => i != hole) is var kept && IsText(request, kept.Expression) => only.WithTriviaFrom(left),
        InterpolatedStringTextSyntax { TextToken: var text } when left.StringStartToken.Text == "$\"" && text.Text == text.ValueText => Literal(text.ValueText).WithTriviaFrom(left),
        _ => left,
    };

    private static bool IsText(FixRequest request, ExpressionSyntax value) =>
        request.Model.GetTypeInfo(value, request.CancellationToken).Type?.SpecialType == SpecialType.System_String;

    private static StatementSyntax AddHeader(string request, string header, ExpressionSyntax value, string scheme) =>
        SyntaxFactory.ParseStatement($"{request}.Headers.Add({Literal(header)}, {HeaderValue(value, scheme)});").WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n")).WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>The value as it is: a header takes no escapes.</summary>
    private static ExpressionSyntax HeaderValue(ExpressionSyntax value, string scheme)
    {
        var plain = QueryValue.Of(value).WithoutTrivia();
        return scheme.Length == 0 ? plain : SyntaxFactory.ParseExpression($"\"{scheme} \" + {plain}");
    }

    private static LiteralExpressionSyntax Literal(string text) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
}
