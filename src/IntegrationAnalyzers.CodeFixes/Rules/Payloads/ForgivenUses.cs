using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>The <c>payload!</c> behind a read that is checked from now on: with nothing left to forgive, the <c>!</c> goes.</summary>
internal static class ForgivenUses
{
    /// <param name="read">The read, with what forgives it.</param>
    /// <param name="model">The file's model.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public static ImmutableArray<PostfixUnaryExpressionSyntax> Of(ExpressionSyntax read, SemanticModel model, CancellationToken cancellationToken)
    {
        if (read.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax } } declarator } ||
            (declarator.FirstAncestorOrSelf<BlockSyntax>() ?? declarator.FirstAncestorOrSelf<GlobalStatementSyntax>()?.Parent) is not { } scope)
        {
            return ImmutableArray<PostfixUnaryExpressionSyntax>.Empty;
        }

        var name = declarator.Identifier.ValueText;
        var local = model.GetDeclaredSymbol(declarator, cancellationToken);
        var found = ImmutableArray.CreateBuilder<PostfixUnaryExpressionSyntax>();
        foreach (var use in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (use.Identifier.ValueText != name || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellationToken).Symbol, local))
                continue;
            if (IsWritten(use))
                return ImmutableArray<PostfixUnaryExpressionSyntax>.Empty;

            // In a local function the compiler does not know what was checked outside.
            if (use.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven &&
                use.FirstAncestorOrSelf<LocalFunctionStatementSyntax>() is var function && (function is null || function.Span.Contains(declarator.Span)) && !HoldsComment(forgiven))
            {
                found.Add(forgiven);
            }
        }

        return found.ToImmutable();
    }

    private static bool IsWritten(IdentifierNameSyntax use) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        _ => false,
    };

    private static bool HoldsComment(PostfixUnaryExpressionSyntax forgiven) =>
        forgiven.Operand.GetTrailingTrivia().Concat(forgiven.OperatorToken.LeadingTrivia).Any(static t => !t.IsKind(SyntaxKind.WhitespaceTrivia));
}
