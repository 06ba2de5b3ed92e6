using System.Composition;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>Adds a default that throws with the name and the value of what the switch does not know.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA5005OpenSwitchFix() : IntegrationCodeFix(IA5005OpenSwitch.Id, "Fail clearly on an unknown value")
{
    private static readonly string[] Secret = ["token", "secret", "password", "key", "credential"];

    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Root.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp7 })
            return null;
        var token = request.Root.FindToken(request.Diagnostic.Location.SourceSpan.Start);
        return token.Parent switch
        {
            SwitchStatementSyntax statement => OfStatement(statement, request),
            SwitchExpressionSyntax expression => OfExpression(expression, request),
            _ => null,
        };
    }

    private static FixPlan? OfStatement(SwitchStatementSyntax statement, FixRequest request)
    {
        if (statement.Sections.Count == 0 || Failure(statement.Expression, request) is not { } failure)
            return null;

        var last = statement.Sections[statement.Sections.Count - 1];
        var label = IndentationOf(last.Labels[0]);
        var deeper = last.Statements.Count > 0 && last.Statements[0] is not BlockSyntax && IsOnALineOfItsOwn(last.Statements[0])
            ? IndentationOf(last.Statements[0])
            : Indentation.Deeper(label, statement.SyntaxTree.GetText(request.CancellationToken));
        return new FixPlan(
            editor => editor.ReplaceNode(
                statement,
                (current, _) =>
                {
                    var now = (SwitchStatementSyntax)current;
                    var line = SyntaxFactory.ElasticEndOfLine("\n");
                    var section = SyntaxFactory.SwitchSection()
                        .AddLabels(SyntaxFactory.DefaultSwitchLabel().WithLeadingTrivia(SyntaxFactory.Whitespace(label)).WithTrailingTrivia(line))
                        .AddStatements(SyntaxFactory.ParseStatement($"throw {failure};").WithLeadingTrivia(SyntaxFactory.Whitespace(deeper)).WithTrailingTrivia(line));
                    return now.WithSections(now.Sections.Add(section));
                }),
            ["System"]);
    }

    private static FixPlan? OfExpression(SwitchExpressionSyntax expression, FixRequest request)
    {
        if (expression.Arms.Count == 0 || Failure(expression.GoverningExpression, request) is not { } failure)
            return null;

        var last = expression.Arms[expression.Arms.Count - 1];
        var isBroken = IsOnALineOfItsOwn(last);
        return new FixPlan(
            editor => editor.ReplaceNode(
                expression,
                (current, _) =>
                {
                    var now = (SwitchExpressionSyntax)current;
                    var arm = SyntaxFactory.SwitchExpressionArm(
                        SyntaxFactory.DiscardPattern().WithTrailingTrivia(SyntaxFactory.Space),
                        null,
                        SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space),
                        SyntaxFactory.ParseExpression("throw " + failure));
                    return now.WithArms(Append(now.Arms, isBroken ? arm.WithLeadingTrivia(SyntaxFactory.Whitespace(IndentationOf(last))) : arm, isBroken));
                }),
            ["System"]);
    }

    /// <summary>The list with the arm behind, with a comma behind that where the list had one.</summary>
    private static SeparatedSyntaxList<SwitchExpressionArmSyntax> Append(SeparatedSyntaxList<SwitchExpressionArmSyntax> arms, SwitchExpressionArmSyntax arm, bool isBroken)
    {
        var line = SyntaxFactory.TriviaList(SyntaxFactory.ElasticEndOfLine("\n"));
        var items = arms.GetWithSeparators();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken);
        if (arms.SeparatorCount == arms.Count)
            return SyntaxFactory.SeparatedList<SwitchExpressionArmSyntax>(items.Add(arm).Add(comma.WithTrailingTrivia(isBroken ? line : SyntaxFactory.TriviaList(SyntaxFactory.Space))));

        var last = arms[arms.Count - 1];
        return SyntaxFactory.SeparatedList<SwitchExpressionArmSyntax>(items
            .Replace(items.Last(), last.WithoutTrailingTrivia())
            .Add(comma.WithTrailingTrivia(isBroken ? last.GetTrailingTrivia() : SyntaxFactory.TriviaList(SyntaxFactory.Space)))
            .Add(isBroken ? arm.WithTrailingTrivia(line) : arm.WithTrailingTrivia(last.GetTrailingTrivia())));
    }

    /// <summary>What is thrown; null where asking for the value again would run something.</summary>
    private static string? Failure(ExpressionSyntax value, FixRequest request)
    {
        while (value is ParenthesizedExpressionSyntax parenthesized)
            value = parenthesized.Expression;
        if (!value.DescendantNodesAndSelf().All(n => n is not InvocationExpressionSyntax call || IsPure(call, request)) ||
            value.DescendantNodesAndSelf().Any(static n => n is AwaitExpressionSyntax or AssignmentExpressionSyntax or AnonymousFunctionExpressionSyntax or BaseObjectCreationExpressionSyntax or ConditionalExpressionSyntax) ||
            value.DescendantTrivia().Any(static t => t.IsKind(SyntaxKind.EndOfLineTrivia) || t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)) ||
            value.DescendantTokens().Any(static t => t.IsKind(SyntaxKind.StringLiteralToken)))
        {
            return null;
        }

        var type = request.Model.GetTypeInfo(value, request.CancellationToken).Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            type = inner;
        var name = type?.TypeKind == TypeKind.Enum ? type.Name : value.DescendantTokens().Last(static t => t.IsKind(SyntaxKind.IdentifierToken) && t.Parent?.Parent?.Parent is not InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 }).ValueText;
        return Secret.Any(s => name.IndexOf(s, System.StringComparison.OrdinalIgnoreCase) >= 0)
            ? $"new InvalidOperationException(\"The response has an unknown {name}\")"
            : $"new InvalidOperationException($\"The response has an unknown {name}: '{{{value}}}'\")";
    }

    private static bool IsPure(InvocationExpressionSyntax call, FixRequest request) =>
        request.Model.GetSymbolInfo(call, request.CancellationToken).Symbol?.ContainingType is { } type &&
        (type.SpecialType == SpecialType.System_String || type.Name == "JsonElement") && call.ArgumentList.Arguments.Count == 0;

    private static string IndentationOf(SyntaxNode node) => Indentation.At(node.SyntaxTree.GetText(), node.SpanStart);

    private static bool IsOnALineOfItsOwn(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart);
        return node.SyntaxTree.GetText().ToString(new(line.Start, node.SpanStart - line.Start)).Trim().Length == 0;
    }
}
