using System;
using System.Linq;
using System.Text.RegularExpressions;
using IntegrationAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Sends a parameter of a Refit method in a header: <c>[Query] string access_token</c> becomes <c>[Authorize("Bearer")] string access_token</c>.</summary>
internal static class RefitHeader
{
    public static FixPlan? Plan(FixRequest request, string header, string scheme)
    {
        if (request.Node.FirstAncestorOrSelf<ParameterSyntax>() is not { Parent.Parent: MethodDeclarationSyntax { Parent: InterfaceDeclarationSyntax } method } parameter ||
            (scheme.Length > 0 && header != "Authorization"))
        {
            return null;
        }

        var verb = method.AttributeLists.SelectMany(static l => l.Attributes).Select(static a => a.Name).OfType<QualifiedNameSyntax>().FirstOrDefault();
        var prefix = verb is null ? "" : verb.Left.ToString() + ".";
        var attribute = scheme.Length > 0 ? $"{prefix}Authorize(\"{scheme}\")" : $"{prefix}Header(\"{header}\")";
        var template = method.AttributeLists.SelectMany(static l => l.DescendantNodes()).OfType<LiteralExpressionSyntax>().FirstOrDefault(l => Pair(parameter).IsMatch(l.Token.ValueText));
        return new FixPlan(editor =>
        {
            editor.ReplaceNode(parameter, (current, _) => WithAttribute((ParameterSyntax)current, attribute));
            if (template is not null)
                editor.ReplaceNode(template, (current, _) => Without((LiteralExpressionSyntax)current, parameter));
        });
    }

    private static ParameterSyntax WithAttribute(ParameterSyntax parameter, string attribute)
    {
        var made = ((CompilationUnitSyntax)SyntaxFactory.ParseCompilationUnit($"[{attribute}] class C {{ }}")).DescendantNodes().OfType<AttributeListSyntax>().First();
        return parameter
            .WithAttributeLists(SyntaxFactory.SingletonList(made.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space)))
            .WithLeadingTrivia(parameter.GetLeadingTrivia());
    }

    private static LiteralExpressionSyntax Without(LiteralExpressionSyntax template, ParameterSyntax parameter)
    {
        var text = Pair(parameter).Replace(template.Token.ValueText, static match => match.Groups["first"].Value == "?" && match.Groups["next"].Success ? "?" : match.Groups["next"].Value);
        return template.WithToken(SyntaxFactory.Literal(text).WithTriviaFrom(template.Token));
    }

    private static Regex Pair(ParameterSyntax parameter) =>
        new(@"(?<first>[?&])[^?&=]+=\{" + Regex.Escape(parameter.Identifier.ValueText) + @"\}(?<next>&)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
