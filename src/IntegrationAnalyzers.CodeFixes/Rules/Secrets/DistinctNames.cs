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
/// No name for two values: where two values of a file (or two tokens of a project) would get one name, each place gets a number of its own, as one fix after the other cannot know
/// which number a value got that is gone. Numbers that the project already reads are left to what has them.
/// </summary>
internal static class DistinctNames
{
    /// <summary>Numbers that are asked for, where a value without a namesake may stand beside ones that were moved.</summary>
    private const int Most = 99;

    public static SecretNaming Of(FixRequest request, string secret)
    {
        var naming = NamingOf(request.Diagnostic.Properties, request.Node);
        var namesakes = Candidates(request).Where(candidate => NamingOf(SecretProperties.Of(candidate), candidate.Node) == naming).ToList();
        var own = request.Root.SyntaxTree.GetText(request.CancellationToken).ToString();
        if (namesakes.TrueForAll(candidate => candidate.Secret == secret) && !Enumerable.Range(1, Most).Any(IsTaken))
            return naming;

        var place = namesakes.FindIndex(candidate => candidate.Span == request.Diagnostic.Location.SourceSpan && candidate.Node.SyntaxTree == request.Node.SyntaxTree);
        return naming.Numbered(Enumerable.Range(1, int.MaxValue).Where(number => !IsTaken(number)).ElementAt(Math.Max(place, 0)));

        bool IsTaken(int number) => IsRead(request, own, naming.Numbered(number));
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

    /// <summary>Whether this file, or another of the project, reads the name already: as one fix after the other is taken, the values that had it are gone.</summary>
    private static bool IsRead(FixRequest request, string own, SecretNaming naming) =>
        Reads(own, naming) ||
        IntegrationModel.For(request.Model.Compilation).Source.TreesWith(naming.Name.Variable)
            .Any(tree => tree != request.Root.SyntaxTree && Reads(tree.GetText(request.CancellationToken).ToString(), naming));

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
