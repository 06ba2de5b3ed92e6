using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>A handler cannot know whether its request carries a key that the other side honours: it sends writes once.</summary>
internal static class WriteExclusion
{
    private const string Title = "Send writes once, without retry";

    public static FixPlan? Of(RetriedWrite write, WriteRules rules, FixRequest request)
    {
        if (write.Reached.Verb != HttpVerb.Unknown || !write.IsDirect ||
            write.Place.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Body: { Statements: [var first, ..] }, ParameterList.Parameters: [var message, var token] } method ||
            !method.Modifiers.Any(SyntaxKind.OverrideKeyword) || write.Place is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } call)
        {
            return null;
        }

        var isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword);
        var configured = isAsync && call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax { ArgumentList: var arguments } }
            ? ".ConfigureAwait" + arguments
            : "";
        var condition = string.Join(" || ", rules.Verbs.Select(verb => Test(message.Identifier.Text, verb, request)));
        var guard = SyntaxFactory.ParseStatement(
                $"if ({condition})\n    return {(isAsync ? "await " : "")}base.{name.Identifier.Text}({message.Identifier.Text}, {token.Identifier.Text}){configured};")
            .WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"))
            .WithAdditionalAnnotations(Formatter.Annotation);
        guard = guard.ReplaceTrivia(
            guard.DescendantTrivia().Where(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)), static (_, _) => SyntaxFactory.ElasticEndOfLine("\n"));
        return new FixPlan(
            editor => editor.InsertBefore(first, guard.WithLeadingTrivia(KeyedMessage.Indentation(first))), ImmutableArray.Create(SendingMembers.NetHttp))
        { Title = Title };
    }

    private static string Test(string message, HttpVerb verb, FixRequest request)
    {
        var isKnown = request.Model.Compilation.GetTypesByMetadataName(SendingMembers.NetHttp + ".HttpMethod").Any(type => !type.GetMembers(verb.ToString()).IsEmpty);
        return isKnown ? $"{message}.Method == HttpMethod.{verb}" : $"{message}.Method.Method == \"{verb.ToString().ToUpperInvariant()}\"";
    }
}
