using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Keys written as bytes.</summary>
internal static class ByteArrays
{
    private const int Shortest = 8;

    /// <summary>Eight or more number literals of which most differ and which count neither up nor down.</summary>
    public static bool IsConstantKey(ExpressionSyntax array)
    {
        var values = new HashSet<string>();
        int count = 0, steps = 0, last = -2;
        foreach (var element in Elements(array))
        {
            if (!IsNumber(element, out var value))
                return false;
            count++;
            values.Add(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (value - last is 1 or -1)
                steps++;
            last = value;
        }

        return count >= Shortest && values.Count * 2 > count && steps * 2 < count;
    }

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax array)
    {
        switch (array)
        {
            case ArrayCreationExpressionSyntax { Initializer: { } initializer }:
                return initializer.Expressions;
            case ImplicitArrayCreationExpressionSyntax implicitArray:
                return implicitArray.Initializer.Expressions;
            case InitializerExpressionSyntax initializer:
                return initializer.Expressions;
            case CollectionExpressionSyntax collection:
                var elements = new List<ExpressionSyntax>();
                foreach (var element in collection.Elements)
                {
                    if (element is ExpressionElementSyntax { Expression: var expression })
                        elements.Add(expression);
                }

                return elements;
            default:
                return [];
        }
    }

    private static bool IsNumber(ExpressionSyntax expression, out int value)
    {
        if (expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.NumericLiteralExpression) && literal.Token.Value is int number)
        {
            value = number;
            return true;
        }

        value = 0;
        return false;
    }
}
