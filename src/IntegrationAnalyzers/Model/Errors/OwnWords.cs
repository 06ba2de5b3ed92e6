using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>
/// A clause that takes an exception by words of its text (<c>when (ex.Message.Contains("no account"))</c>) which this project's own exceptions alone say: then the text is the
/// project's, and not what an upstream said. Texts of theirs with a text in them that comes from elsewhere do not count.
/// </summary>
internal static class OwnWords
{
    private const int Shortest = 6;

    public static bool AreAskedFor(CatchShape shape, SourceIndex source, CancellationToken cancellationToken) =>
        shape.Clause.Filter is { } filter && Asked(filter.Unwrap(), shape) is { Length: >= Shortest } words && AreOwn(words, source, cancellationToken);

    /// <summary>The words of the filter; of two that are both asked for, the longer.</summary>
    private static string? Asked(IOperation filter, CatchShape shape)
    {
        switch (filter)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both:
                var (left, right) = (Asked(both.LeftOperand.Unwrap(), shape), Asked(both.RightOperand.Unwrap(), shape));
                return (left?.Length ?? 0) >= (right?.Length ?? 0) ? left : right;
            case IInvocationOperation
            {
                TargetMethod: { Name: "Contains" or "StartsWith" or "Equals", ContainingType.SpecialType: SpecialType.System_String },
                Instance: IPropertyReferenceOperation { Property.Name: "Message", Instance: ILocalReferenceOperation caught },
                Arguments: [{ Value: var words }, ..],
            }:
                return CatchFilters.IsCaught(caught, shape.Clause) && words.ConstantValue is { HasValue: true, Value: string text } ? text : null;
            default:
                return null;
        }
    }

    /// <summary>Whether exceptions are thrown here whose text has the words, and none of those texts has a text of somebody else in it.</summary>
    private static bool AreOwn(string words, SourceIndex source, CancellationToken cancellationToken)
    {
        var isThrown = false;
        foreach (var node in source.NodesWith(words, words.Split(' ')[0], cancellationToken))
        {
            if (Exception(node) is not { } exception)
                continue;
            if (exception.Parent is not (ThrowStatementSyntax or ThrowExpressionSyntax) || !exception.ArgumentList!.Arguments.All(said => IsOwn(said.Expression, source.Model(node.SyntaxTree), cancellationToken)))
                return false;
            isThrown = true;
        }

        return isThrown;
    }

    /// <summary>The exception that the text is given to; null where it is none.</summary>
    private static BaseObjectCreationExpressionSyntax? Exception(SyntaxNode node) => node.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent switch
    {
        BaseObjectCreationExpressionSyntax { Parent: ThrowStatementSyntax or ThrowExpressionSyntax } thrown => thrown,
        ObjectCreationExpressionSyntax made when TypeEntry.SimpleName(made.Type)?.EndsWith("Exception", System.StringComparison.Ordinal) == true => made,
        _ => null,
    };

    /// <summary>Whether what stands in its holes is a number, an identifier or a date, which is nobody's words.</summary>
    private static bool IsOwn(ExpressionSyntax said, SemanticModel model, CancellationToken cancellationToken) => said switch
    {
        LiteralExpressionSyntax => true,
        InterpolatedStringExpressionSyntax interpolated => interpolated.Contents.OfType<InterpolationSyntax>().All(hole =>
            hole.Expression is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } || model.GetTypeInfo(hole.Expression, cancellationToken).Type is { IsValueType: true }),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => IsOwn(sum.Left, model, cancellationToken) && IsOwn(sum.Right, model, cancellationToken),
        _ => model.GetTypeInfo(said, cancellationToken).Type is { IsValueType: true },
    };
}
