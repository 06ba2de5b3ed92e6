using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>
/// A body that is parsed as a number, and where it is none the number is made up: <c>int.TryParse(text, out var count) ? count : 0</c>, or nobody asks whether it was one. An error page
/// counts as zero then, so this is no look at the response.
/// </summary>
internal static class ParsedNumbers
{
    public static bool AreMadeUp(IInvocationOperation parse)
    {
        if (parse.TargetMethod is not { Name: "TryParse", IsStatic: true, ContainingType: { IsValueType: true, TypeKind: not TypeKind.Enum, SpecialType: not SpecialType.System_Boolean } })
            return false;
        var syntax = parse.Syntax;
        while (syntax.Parent is ParenthesizedExpressionSyntax)
            syntax = syntax.Parent;
        return syntax.Parent switch
        {
            ConditionalExpressionSyntax choice when choice.Condition == syntax => IsNumber(choice.WhenFalse),
            ExpressionStatementSyntax => true,
            _ => false,
        };
    }

    /// <summary>A number that may have come as well; a negative one is a sign of failure.</summary>
    private static bool IsNumber(ExpressionSyntax value) => value.Plain().IsKind(SyntaxKind.NumericLiteralExpression);
}
