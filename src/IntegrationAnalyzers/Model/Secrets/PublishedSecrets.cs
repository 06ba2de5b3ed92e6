using System;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Credentials that their owner publishes, or made up to be seen: by where they stand and what that is called, nothing is bound.</summary>
internal static class PublishedSecrets
{
    private const int LongestHead = 24;

    private static readonly char[] HeadEnds = ['.', '_', '-'];

    private static readonly Regex MadeUpUser = new(@"[a-z]@(?:demo|sample|test|dummy|fake)\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TokenFormat.Timeout);

    public static bool Has(SecretCandidate candidate) =>
        IsIdentifier(candidate.Name) || IsForTests(candidate.Name) || IsTestValue(candidate.Secret) || TestFolders.Hold(candidate.Node.SyntaxTree.FilePath) || SampleTypes.Hold(candidate.Node) || IsOfDemonstration(candidate.Node);

    /// <summary>A drawn value that says at its head that it is for tests, of whichever provider: <c>test_4d35…</c>, <c>sandbox-…</c>, <c>authtestkey-…</c>.</summary>
    public static bool IsTestValue(string value)
    {
        var head = value.IndexOfAny(HeadEnds);
        return head is > 0 and <= LongestHead && TestWords.AreJoined(value.Substring(0, head)) && IsDrawn(value.Substring(head + 1));
    }

    /// <summary>By chance: a key, or identifiers that are joined.</summary>
    private static bool IsDrawn(string value) => Randomness.IsRandom(value, 12) || Randomness.IsRandom(value.Replace("-", ""), 12);

    /// <summary>A method that is named for seeding, of users who are made up: <c>admin@demo.com</c>.</summary>
    private static bool IsOfDemonstration(SyntaxNode place)
    {
        for (var member = place; member is not (null or BaseTypeDeclarationSyntax); member = member.Parent)
        {
            var name = member switch
            {
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                LocalFunctionStatementSyntax function => function.Identifier.ValueText,
                _ => "",
            };
            if (name.IndexOf("seed", StringComparison.OrdinalIgnoreCase) >= 0 && MadeUpUser.IsMatch(member.ToString()))
                return true;
        }

        return false;
    }

    /// <summary>An application's key is its name where the secret that goes with it has one of its own (<c>appsecret</c>).</summary>
    private static bool IsIdentifier(string name) => name is "appkey" or "appKey" or "AppKey";

    /// <summary><c>TEST_API_KEY</c>, <c>testPassword</c>: it opens nothing but what was set up for tests, if that.</summary>
    private static bool IsForTests(string name)
    {
        foreach (var word in NameWords.Split(name))
        {
            if (word is "test" or "tests")
                return true;
        }

        return false;
    }
}
