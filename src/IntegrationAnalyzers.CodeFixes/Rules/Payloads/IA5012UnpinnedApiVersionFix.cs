using System;
using System.Collections.Generic;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Urls;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>
/// Adds the header with the newest documented version beside the base address or the message that the URL goes to. Not where the project holds a word of what that version takes otherwise
/// than the one before, and not where the version differs by resource or belongs to what is signed.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA5012UnpinnedApiVersionFix() : IntegrationCodeFix(IA5012UnpinnedApiVersion.Id, "Send the API version")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<ExpressionSyntax>(static node => UrlExpressions.Text(node) is not null) is not { } literal ||
            UrlExpressions.Text(literal) is not { } url || ApiVersions.Find(url.Host) is not { IsHeader: true, Version.Length: > 0 } api ||
            request.Diagnostic.AdditionalLocations is not [{ SourceTree: { } tree } sink] || tree.FilePath != request.Root.SyntaxTree.FilePath || IsChanged(api, request))
        {
            return null;
        }

        var node = request.Root.FindNode(sink.SourceSpan, getInnermostNodeForTie: true);
        if (MakesOthers(node, literal, request))
            return null;
        return node switch
        {
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BaseAddress", Expression: var client } } set when IsOf(client, "HttpClient", request) =>
                BehindAssignment(set, Add(client, "DefaultRequestHeaders", api)),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "BaseAddress" }, Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } }
                when IsOf(creation, "HttpClient", request) => InInitializer(creation, api),
            BaseObjectCreationExpressionSyntax
            {
                Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } declarator },
            } message when IsOf(message, "HttpRequestMessage", request) => Behind(statement, Add(SyntaxFactory.IdentifierName(declarator.Identifier.Text), "Headers", api)),
            _ => null,
        };
    }

    /// <summary>Whether the address is handed to a method that takes others', too: their clients would send the header as well.</summary>
    private static bool MakesOthers(SyntaxNode sink, ExpressionSyntax literal, FixRequest request)
    {
        var maker = request.Model.GetEnclosingSymbol(sink.SpanStart, request.CancellationToken);
        while (maker is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
            maker = maker.ContainingSymbol;
        return maker is IMethodSymbol { DeclaringSyntaxReferences: [var declared] } method && !declared.Span.Contains(literal.Span) &&
            method.Parameters.Any(static parameter => parameter.Type.SpecialType == SpecialType.System_String || parameter.Type.Is("System", "Uri")) &&
            IntegrationModel.For(request.Model.Compilation).Source.Uses(method, request.CancellationToken) is not { Length: 1 };
    }

    private static bool IsChanged(ApiVersion api, FixRequest request)
    {
        foreach (var tree in request.Model.Compilation.SyntaxTrees)
        {
            var words = TreeIndex.Of(tree).Words;
            if (Array.Exists(api.Changed, word => words.Contains(word)))
                return true;
        }

        return false;
    }

    private static bool IsOf(ExpressionSyntax expression, string type, FixRequest request) =>
        request.Model.GetTypeInfo(expression, request.CancellationToken).Type.IsOrDerivesFrom(SendingMembers.NetHttp, type);

    /// <summary><c>client.BaseAddress = …;</c>, as a statement or as the body of a lambda.</summary>
    private static FixPlan? BehindAssignment(AssignmentExpressionSyntax set, ExpressionSyntax add)
    {
        switch (set.Parent)
        {
            case ExpressionStatementSyntax statement:
                return Behind(statement, add);
            case LambdaExpressionSyntax lambda when lambda.ExpressionBody == set && !lambda.ContainsDirectives:
                var block = SyntaxFactory.Block(
                    SyntaxFactory.ExpressionStatement(set.WithoutTrivia()).WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n")),
                    SyntaxFactory.ExpressionStatement(add).WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n")));
                return new FixPlan(editor => editor.ReplaceNode(lambda, (current, _) =>
                    ((LambdaExpressionSyntax)current).WithExpressionBody(null).WithBlock(block.WithTrailingTrivia(set.GetTrailingTrivia())).WithAdditionalAnnotations(Formatter.Annotation)));
            default:
                return null;
        }
    }

    private static FixPlan? InInitializer(BaseObjectCreationExpressionSyntax creation, ApiVersion api)
    {
        if (!ObjectInitializers.CanAdd(creation) || ObjectInitializers.Find(creation.Initializer, "DefaultRequestHeaders") is not null)
            return null;
        var member = (AssignmentExpressionSyntax)((ObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression($"new X {{ DefaultRequestHeaders = {{ {{ \"{api.Name}\", \"{api.Version}\" }} }} }}")).Initializer!.Expressions[0];
        return new FixPlan(editor => editor.ReplaceNode(creation, (current, _) =>
            ObjectInitializers.Add((BaseObjectCreationExpressionSyntax)current, "DefaultRequestHeaders", member.Right.WithoutTrivia())));
    }

    private static FixPlan? Behind(StatementSyntax statement, ExpressionSyntax add)
    {
        var added = SyntaxFactory.ExpressionStatement(add).WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n")).WithAdditionalAnnotations(Formatter.Annotation);
        return statement.Parent switch
        {
            GlobalStatementSyntax global => new FixPlan(editor => editor.InsertAfter(global, SyntaxFactory.GlobalStatement(added))),
            BlockSyntax or SwitchSectionSyntax => new FixPlan(editor => editor.InsertAfter(statement, added)),
            _ => null,
        };
    }

    private static ExpressionSyntax Add(ExpressionSyntax owner, string headers, ApiVersion api) =>
        SyntaxFactory.ParseExpression($"{owner.WithoutTrivia()}.{headers}.Add(\"{api.Name}\", \"{api.Version}\")");
}
