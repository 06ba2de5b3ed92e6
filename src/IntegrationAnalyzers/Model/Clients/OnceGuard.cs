using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// Whether a method leaves at once when it has run before, by a static flag that it sets itself: <c>if (_loaded) return; … _loaded = true;</c>.
/// The flag of an object guards that object alone, and a service may be made anew for each request.
/// </summary>
internal static class OnceGuard
{
    public static bool Stands(IMethodSymbol method, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is not MethodDeclarationSyntax { Body: { Statements: [IfStatementSyntax { Else: null } guard, ..] } body } ||
                NameOf(guard.Condition) is not { } flag || !Leaves(guard.Statement) || !IsSet(flag, body))
            {
                continue;
            }

            var model = source.Model(reference.SyntaxTree);
            return model.GetSymbolInfo(flag, cancellationToken).Symbol is IFieldSymbol { IsStatic: true, Type.SpecialType: SpecialType.System_Boolean };
        }

        return false;
    }

    private static SimpleNameSyntax? NameOf(ExpressionSyntax expression) =>
        expression as IdentifierNameSyntax ?? (expression as MemberAccessExpressionSyntax)?.Name;

    private static bool Leaves(StatementSyntax statement) =>
        statement is ReturnStatementSyntax or BlockSyntax { Statements: [ReturnStatementSyntax] };

    private static bool IsSet(SimpleNameSyntax flag, BlockSyntax body)
    {
        foreach (var node in body.DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax { Right: var value } assignment && value.IsKind(SyntaxKind.TrueLiteralExpression) &&
                NameOf(assignment.Left)?.Identifier.ValueText == flag.Identifier.ValueText)
            {
                return true;
            }
        }

        return false;
    }
}
