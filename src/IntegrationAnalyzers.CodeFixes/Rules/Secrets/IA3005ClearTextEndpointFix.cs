using System;
using System.Composition;
using System.Linq;
using System.Net;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Urls;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// Writes the encrypted scheme. An address (no certificate names it) and a port of its own (nothing encrypted listens there) are left alone.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA3005ClearTextEndpointFix() : IntegrationCodeFix(IA3005ClearTextEndpoint.Id, "Use the encrypted scheme (the host must answer to it)")
{
    private const string ClearTextPort = ":80";

    private protected override FixPlan? Plan(FixRequest request)
    {
        var literal = request.Node.FirstAncestorOrSelf<ExpressionSyntax>(static node => UrlExpressions.Text(node) is not null);
        if (literal is null)
            return OfNamedHost(request);
        if (UrlExpressions.Text(literal) is not { } url || IA3005ClearTextEndpoint.SecureScheme(url.Scheme) is not { } secure ||
            IPAddress.TryParse(url.Host, out _))
        {
            return null;
        }

        var host = url.Origin.Substring(url.Scheme.Length + 3);
        var secureHost = host.EndsWith(ClearTextPort, StringComparison.Ordinal) ? host.Substring(0, host.Length - ClearTextPort.Length) : host;
        if (secureHost.IndexOf(':') >= 0)
            return null;

        var token = literal is LiteralExpressionSyntax plain
            ? plain.Token
            : ((InterpolatedStringTextSyntax)((InterpolatedStringExpressionSyntax)literal).Contents[0]).TextToken;
        if (token.Text.IndexOf(url.Origin, StringComparison.Ordinal) < 0)
            return null;

        var replacement = Written(token, Secured(token.Text), Secured(token.ValueText));
        return new FixPlan(editor => editor.ReplaceNode(token.Parent!, (current, _) => Replaced(current, replacement)));

        string Secured(string written)
        {
            var at = written.IndexOf(url.Origin, StringComparison.Ordinal);
            return written.Substring(0, at) + secure + "://" + secureHost + written.Substring(at + url.Origin.Length);
        }
    }

    /// <summary><c>$"http://{Host}/latest"</c>: the scheme stands alone in its text.</summary>
    private static FixPlan? OfNamedHost(FixRequest request)
    {
        if (request.Node.DescendantNodesAndSelf().Select(UrlLiterals.SchemeOf).FirstOrDefault(static found => found is not null) is not { } named ||
            IA3005ClearTextEndpoint.SecureScheme(named.Scheme) is not { } secure || named.Rest.StartsWith(":", StringComparison.Ordinal) ||
            request.Model.GetConstantValue(named.Host, request.CancellationToken).Value is not string host || host.IndexOf(':') >= 0 || IPAddress.TryParse(host, out _))
        {
            return null;
        }

        var token = named.Token;
        return new FixPlan(editor => editor.ReplaceNode(token.Parent!, (current, _) => Replaced(current, Written(token, token.Text.Replace(named.Scheme + "://", secure + "://"), secure + "://"))));
    }

    private static SyntaxToken Written(SyntaxToken token, string text, string value) => token.IsKind(SyntaxKind.InterpolatedStringTextToken)
        ? SyntaxFactory.Token(token.LeadingTrivia, token.Kind(), text, value, token.TrailingTrivia)
        : SyntaxFactory.ParseToken(text).WithTriviaFrom(token);

    private static SyntaxNode Replaced(SyntaxNode node, SyntaxToken token) => node switch
    {
        LiteralExpressionSyntax literal => literal.WithToken(token),
        InterpolatedStringTextSyntax text => text.WithTextToken(token),
        _ => node,
    };
}
