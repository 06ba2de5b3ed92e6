using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>
/// Gives the content its media type, with UTF-8 where no encoding is written: what is sent stays the same but for the header. <c>JsonContent</c> would serialize with other options.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA5009JsonSentAsPlainTextFix() : IntegrationCodeFix(IA5009JsonSentAsPlainText.Id, "Send it as 'application/json'")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { ArgumentList: { Arguments.Count: 1 or 2 } list } creation ||
            request.Model.Compilation.GetTypeByMetadataName("System.Text.Encoding") is not { } encoding)
        {
            return null;
        }

        // A null encoding is UTF-8 to both constructors.
        var names = new TypeNames(request.Model, request.Root, list.SpanStart);
        var isNamed = list.Arguments.Any(static a => a.NameColon is not null);
        var changed = list;
        if (list.Arguments.Count == 1)
            changed = Arguments.Insert(changed, 1, Argument("encoding", SyntaxFactory.ParseExpression(names.Of(encoding) + ".UTF8"), isNamed));
        var json = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("application/json"));
        changed = Arguments.Insert(changed, 2, Argument("mediaType", json, isNamed));
        return new FixPlan(
            editor => editor.ReplaceNode(list, (current, _) => WithNew((ArgumentListSyntax)current, changed, list.Arguments.Count)),
            names.Usings.ToImmutableArray());
    }

    /// <summary>Keeps what another fix has made of the arguments that were there.</summary>
    private static ArgumentListSyntax WithNew(ArgumentListSyntax current, ArgumentListSyntax changed, int count)
    {
        for (var index = count; index < changed.Arguments.Count; index++)
            current = Arguments.Insert(current, index, changed.Arguments[index]);
        return current;
    }

    private static ArgumentSyntax Argument(string name, ExpressionSyntax value, bool isNamed) =>
        isNamed
            ? SyntaxFactory.Argument(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(name), SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)), default, value)
            : SyntaxFactory.Argument(value);
}
