using System;
using System.Composition;
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
        if (literal is null || UrlExpressions.Text(literal) is not { } url || IA3005ClearTextEndpoint.SecureScheme(url.Scheme) is not { } secure ||
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

        var text = Secured(token.Text);
        var replacement = token.IsKind(SyntaxKind.InterpolatedStringTextToken)
            ? SyntaxFactory.Token(token.LeadingTrivia, token.Kind(), text, Secured(token.ValueText), token.TrailingTrivia)
            : SyntaxFactory.ParseToken(text).WithTriviaFrom(token);
        return new FixPlan(editor => editor.ReplaceNode(token.Parent!, (current, _) => Replaced(current, replacement)));

        string Secured(string written)
        {
            var at = written.IndexOf(url.Origin, StringComparison.Ordinal);
            return written.Substring(0, at) + secure + "://" + secureHost + written.Substring(at + url.Origin.Length);
        }
    }

    private static SyntaxNode Replaced(SyntaxNode node, SyntaxToken token) => node switch
    {
        LiteralExpressionSyntax literal => literal.WithToken(token),
        InterpolatedStringTextSyntax text => text.WithTextToken(token),
        _ => node,
    };
}
