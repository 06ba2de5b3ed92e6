using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Whether a wrapper looks at the verb, or at the request, that it is handed.</summary>
internal sealed class VerbTests(SourceIndex source)
{
    /// <summary>Whether anything in the wrapper, or what it takes out of the parameter into a local, is decided by the parameter.</summary>
    /// <param name="site">The call that the parameter is handed to next.</param>
    public bool AreOn(IParameterSymbol parameter, SyntaxNode site, CancellationToken cancellationToken) => AreOn(parameter, site, true, cancellationToken);

    private bool AreOn(ISymbol symbol, SyntaxNode site, bool followLocals, CancellationToken cancellationToken)
    {
        foreach (var use in source.Uses(symbol, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            SyntaxNode? node = use.Name;
            for (; node is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax; node = node.Parent)
            {
                if (IsTest(node, site, use, cancellationToken) && !IsOfCopy(node, use.Name))
                    return true;
            }

            if (followLocals && node is EqualsValueClauseSyntax { Value: MemberAccessExpressionSyntax, Parent: VariableDeclaratorSyntax declarator } &&
                use.Model.GetDeclaredSymbol(declarator, cancellationToken) is { } local && AreOn(local, site, false, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTest(SyntaxNode node, SyntaxNode site, SymbolUse use, CancellationToken cancellationToken) => node switch
    {
        BinaryExpressionSyntax or IsPatternExpressionSyntax or SwitchExpressionSyntax => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" or "Contains" } } => true,
        InvocationExpressionSyntax { Parent: not ExpressionStatementSyntax } asked => asked != site && use.Model.GetTypeInfo(asked, cancellationToken).Type?.SpecialType == SpecialType.System_Boolean,
        _ => false,
    };

    /// <summary><c>if (request.Content != null) copy.Content = …</c>: what is looked at is copied, and nothing else depends on it.</summary>
    private static bool IsOfCopy(SyntaxNode test, SimpleNameSyntax use)
    {
        if (use.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Content" or "Headers" or "Options" or "Properties" } looked || looked.Expression != use)
            return false;
        var member = looked.Name.Identifier.ValueText;
        var node = test;
        while (node.Parent is ExpressionSyntax and not ConditionalExpressionSyntax)
            node = node.Parent;
        return node.Parent switch
        {
            ConditionalExpressionSyntax { Parent: AssignmentExpressionSyntax set } conditional => conditional.Condition == node && Names(set.Left, member),
            IfStatementSyntax { Else: null } statement when statement.Condition == node => Copies(statement.Statement, member),
            _ => false,
        };
    }

    private static bool Copies(StatementSyntax statement, string member) => statement switch
    {
        BlockSyntax block => block.Statements.All(inner => Copies(inner, member)),
        ForEachStatementSyntax each => Copies(each.Statement, "Headers"),
        LocalDeclarationStatementSyntax => true,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax set } => set.Left is not IdentifierNameSyntax && Names(set.Left, member),
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: var called } } => Names(called, member),
        _ => false,
    };

    private static bool Names(SyntaxNode expression, string member) => expression.DescendantTokens().Any(token => token.ValueText == member);
}
