using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// One name a distinct value: where two values of a file (or two tokens of a project) would get one name, each gets a number. Numbers that the
/// project already reads are left to the values that have them.
/// </summary>
internal static class DistinctNames
{
    public static SecretNaming Of(FixRequest request, string secret)
    {
        var naming = NamingOf(request.Diagnostic.Properties, request.Node);

        var secrets = new List<string>();
        foreach (var candidate in Candidates(request))
        {
            if (!secrets.Contains(candidate.Secret) && NamingOf(SecretProperties.Of(candidate), candidate.Node) == naming)
                secrets.Add(candidate.Secret);
        }

        if (!secrets.Contains(secret))
            secrets.Add(secret);
        var used = Enumerable.Range(1, 99).TakeWhile(n => IsRead(request, naming.Numbered(n))).Count();
        return secrets.Count == 1 && used == 0 ? naming : naming.Numbered(used + secrets.IndexOf(secret) + 1);
    }

    private static SecretNaming NamingOf(ImmutableDictionary<string, string?> properties, SyntaxNode node)
    {
        // A connection string moves as a whole, so it is not named after the password in it.
        var isConnection = node is LiteralExpressionSyntax literal && SecretMove.IsConnectionString(literal.Token.ValueText);
        return SecretNaming.Of(
            properties[SecretProperties.Provider] ?? "",
            properties[SecretProperties.Format] ?? "",
            isConnection ? "ConnectionString" : properties[SecretProperties.Name] ?? "",
            Owner(node));
    }

    /// <summary>The type that takes the value, where the type it stands in only composes others: <c>Startup</c>, <c>Program</c>, top-level statements.</summary>
    private static string Owner(SyntaxNode node)
    {
        var type = SurroundingNames.TypeOf(node);
        if (type is not ("" or "Program" or "Startup"))
            return type;
        var created = node.Ancestors().TakeWhile(static n => n is not (StatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax)).OfType<ObjectCreationExpressionSyntax>().FirstOrDefault();
        return created?.Type switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            _ => type,
        };
    }

    /// <summary>Whether some file of the project reads the name already: as one fix after the other is taken, the values that had it are gone.</summary>
    private static bool IsRead(FixRequest request, SecretNaming naming)
    {
        foreach (var tree in IntegrationModel.For(request.Model.Compilation).Source.TreesWith(naming.Name.Variable).Concat([request.Root.SyntaxTree]))
        {
            if (Reads(tree.GetText(request.CancellationToken).ToString(), naming))
                return true;
        }

        return false;
    }

    private static bool Reads(string text, SecretNaming naming) =>
        text.IndexOf("\"" + naming.Name.Variable + "\"", StringComparison.Ordinal) >= 0 || text.IndexOf("\"" + naming.Name.Key + "\"", StringComparison.Ordinal) >= 0;

    private static IEnumerable<SecretCandidate> Candidates(FixRequest request)
    {
        var compilation = request.Model.Compilation;
        if (request.Diagnostic.Id == IA3002Credential.Id)
            return Credentials.In(request.Model, IntegrationModel.For(compilation).SecretOrigins, request.CancellationToken);

        return compilation.SyntaxTrees.SelectMany(tree => ProviderTokens.In(tree, request.CancellationToken));
    }
}
