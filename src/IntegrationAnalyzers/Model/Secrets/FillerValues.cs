using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>
/// One text that a template gives every setting alike: <c>Add("smtp_Server", "riot-184512"); Add("smtp_Port", "riot-184512"); Add("smtp_Password", "riot-184512");</c>.
/// A user and a password may well be the same; a port is none.
/// </summary>
internal static class FillerValues
{
    private const int Settings = 4;

    public static bool Has(SecretCandidate candidate)
    {
        if (candidate.Format is not null || candidate.Length != candidate.Value.Length || candidate.Node is not LiteralExpressionSyntax literal || !IsSet(literal) ||
            literal.FirstAncestorOrSelf<BlockSyntax>() is not { } block)
        {
            return false;
        }

        var count = 0;
        foreach (var statement in block.Statements)
        {
            if (statement is not ExpressionStatementSyntax)
                continue;
            foreach (var token in statement.DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText == candidate.Value && token.Parent is LiteralExpressionSyntax other && IsSet(other) && ++count == Settings)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is what a setting gets: <c>Add("name", value)</c>, <c>settings["name"] = value</c>, <c>settings.Name = value</c>.</summary>
    private static bool IsSet(LiteralExpressionSyntax value) => value.Parent switch
    {
        ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ Expression: LiteralExpressionSyntax name }, var second] } } argument =>
            second == argument && name.IsKind(SyntaxKind.StringLiteralExpression),
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax or MemberAccessExpressionSyntax } assignment => assignment.Right == value,
        _ => false,
    };
}
