using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>What the code around an endpoint says of its use, where that leaves nothing to configure, or little. By syntax; nothing is bound.</summary>
internal static class EndpointPurpose
{
    private static readonly HashSet<string> Scraping = new(StringComparer.Ordinal) { "scrape", "scraper", "scrapers", "scraping", "crawl", "crawler", "crawlers", "crawling" };

    private static readonly HashSet<string> Diagnosing = new(StringComparer.Ordinal) { "debug", "debugging", "diagnostic", "diagnostics" };

    /// <summary><c>isLive ? live : sandbox</c>, <c>if (mode == "TEST") url = sandbox;</c>: the sandbox of a provider, which has one, where every way to it is chosen. The live half is what may move.</summary>
    public static bool IsChosenSandbox(UrlExpression url) =>
        url is { IsAlwaysUsed: Certainty.No, Environment: { Purpose: HostPurpose.Sandbox, Provider.Length: > 0 } };

    /// <summary>A link that somebody gave is written anew, once its host is known to be this one: <c>if (uri.Host == "drive.google.com") return $"https://drive.google.com/uc?id={id}"</c>.</summary>
    public static bool IsRewrittenLink(UrlExpression url)
    {
        for (SyntaxNode? node = url.Address; node is not (null or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax); node = node.Parent)
        {
            if (node.Parent is IfStatementSyntax choice && choice.Statement == node && AsksForHost(choice.Condition, url.Text.Host))
                return true;
        }

        return false;
    }

    /// <summary>A page made for people, by the name of what reads it: it has no other address in another environment.</summary>
    public static bool IsScrapedPage(UrlExpression url)
    {
        if (url.Address.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && Has(CalledName(call), static w => w == "html" || Scraping.Contains(w)))
            return true;

        for (SyntaxNode? node = url.Address; node is not null; node = node.Parent)
        {
            var name = node switch
            {
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                LocalFunctionStatementSyntax function => function.Identifier.ValueText,
                BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
                _ => "",
            };
            if (Has(name, Scraping.Contains))
                return true;
        }

        return false;
    }

    /// <summary>Code in a type that is named for finding faults: <c>WhatsAppDebugController</c>.</summary>
    public static bool IsForDiagnosis(UrlExpression url) => Has(SurroundingNames.TypeOf(url.Address), Diagnosing.Contains);

    private static bool AsksForHost(ExpressionSyntax condition, string host)
    {
        foreach (var token in condition.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText.Equals(host, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string CalledName(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => "",
    };

    private static bool Has(string name, Func<string, bool> isWord)
    {
        if (name.Length is 0 or > 100)
            return false;
        foreach (var word in NameWords.Split(name))
        {
            if (isWord(word))
                return true;
        }

        return false;
    }
}
