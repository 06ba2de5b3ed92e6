using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>
/// Values that the code only names to refuse them: <c>if (key == "dev-…") throw</c>, or a list of known ones and <c>if (Known.Contains(key)) throw</c>. Whoever runs with such a one is stopped,
/// and moving it away would take the look with it.
/// </summary>
internal static class RefusedValues
{
    private const int ShortestWord = 6;

    public static bool Has(SecretCandidate candidate, CancellationToken cancellationToken) => candidate.Start == 0 && IsRefused(candidate.Node, cancellationToken);

    /// <summary>Whether a file of the project refuses the value.</summary>
    public static bool Hold(string value, SourceIndex source, CancellationToken cancellationToken)
    {
        if (Words(value).OrderByDescending(static word => word.Length).FirstOrDefault() is not { Length: >= ShortestWord } word)
            return false;
        foreach (var node in source.NodesWith(value, word, cancellationToken))
        {
            if (node is LiteralExpressionSyntax literal && literal.Token.ValueText == value && IsRefused(literal, cancellationToken))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> Words(string value)
    {
        var start = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && (char.IsLetterOrDigit(value[i]) || value[i] == '_'))
                continue;
            if (i > start)
                yield return value.Substring(start, i - start);
            start = i + 1;
        }
    }

    private static bool IsRefused(SyntaxNode literal, CancellationToken cancellationToken)
    {
        if (literal.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } compared)
            return LeadsToRefusal(compared);
        return ListOf(literal) is { } list && list.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && !type.Modifiers.Any(SyntaxKind.PartialKeyword) && IsOnlyAskedToRefuse(list, type, cancellationToken);
    }

    /// <summary>The private field or local whose list has the literal as an item, or as a part of one.</summary>
    private static VariableDeclaratorSyntax? ListOf(SyntaxNode literal)
    {
        var isItem = false;
        for (var node = literal.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case InitializerExpressionSyntax or CollectionExpressionSyntax:
                    isItem = true;
                    break;
                case ArgumentSyntax or TupleExpressionSyntax or BaseArgumentListSyntax or BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionElementSyntax
                    or EqualsValueClauseSyntax:
                    break;
                case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } list:
                    return isItem && MemberEntry.IsPrivateIn(field) ? list : null;
                case VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } list:
                    return isItem ? list : null;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsOnlyAskedToRefuse(VariableDeclaratorSyntax list, TypeDeclarationSyntax type, CancellationToken cancellationToken)
    {
        var isAsked = false;
        foreach (var node in type.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node is not IdentifierNameSyntax { Identifier.ValueText: var name } named || name != list.Identifier.ValueText)
                continue;
            SyntaxNode whole = named.Parent is MemberAccessExpressionSyntax { Name: var last } qualified && last == named ? qualified : named;
            if (whole.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Contains" or "ContainsKey" or "Any", Parent: InvocationExpressionSyntax asked } || !LeadsToRefusal(asked))
                return false;
            isAsked = true;
        }

        return isAsked;
    }

    /// <summary>Whether the code throws, or answers a validation with its failure, where that holds, whatever else has to.</summary>
    private static bool LeadsToRefusal(ExpressionSyntax asked)
    {
        SyntaxNode condition = asked;
        while (condition.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression })
            condition = condition.Parent;
        return condition.Parent is IfStatementSyntax branch && branch.Condition == condition && (branch.Statement is BlockSyntax block ? block.Statements.LastOrDefault() : branch.Statement) switch
        {
            ThrowStatementSyntax => true,
            ReturnStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Fail" } } } => true,
            _ => false,
        };
    }
}
