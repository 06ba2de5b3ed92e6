using System.Linq;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>
/// A member of an own enum that is given back for a failure and by the <c>try</c> as an answer as well: <c>Pending</c> where the other side said so, and where it said nothing. Who gets it cannot
/// tell the one from the other. Not where the member says that nothing is known, or that nobody is there.
/// </summary>
internal static class GivenStates
{
    /// <summary>Words of members, and of texts, by which nobody is misled: nothing is known, nothing was done, nobody is there.</summary>
    private static readonly string[] Honest =
    [
        "None", "Unspecified", "Undefined", "Undetermined", "NotSet", "Other", "Default", "Unsupported", "Offline", "Down", "Disconnected", "NotConnected", "Unhealthy", "Degraded", "Skip",
        "Retry", "Timeout", "Abort", "Cancel", "Broken", "Bad", "Denied", "Rejected", "NotOk", "NotSent", "NotFound", "Missing", "Inconclusive", "Indeterminate", "Incomplete", "Desconhecid", "Desconocid", "Unbekannt",
    ];

    public static bool Are(IFieldSymbol member, CatchShape shape) =>
        member is { ContainingType: { TypeKind: TypeKind.Enum, DeclaringSyntaxReferences.Length: > 0 } } && !IsHonest(member.Name) &&
        !Questions.AsksByName(shape.Clause.Syntax.EnclosingMethodName() ?? "") && IsGiven(member, shape.Try.Body);

    /// <summary>Whether a name or a text says that nothing is known, nothing was done, or nobody is there.</summary>
    public static bool IsHonest(string words) => Honest.Any(words.ContainsIgnoreCase);

    private static bool IsGiven(IFieldSymbol member, IOperation tried)
    {
        if (Gives(tried.Syntax, member))
            return true;

        // A method of ours that the try calls, one deep.
        foreach (var operation in tried.Tree())
        {
            if (operation is IInvocationOperation { TargetMethod.OriginalDefinition.DeclaringSyntaxReferences: [var declared] } && Gives(declared.GetSyntax(), member))
                return true;
        }

        return false;
    }

    /// <summary>Whether it stands there as a result: returned, or the outcome of a choice that is. What stands in a clause is for failures, too.</summary>
    private static bool Gives(SyntaxNode code, IFieldSymbol member)
    {
        foreach (var node in code.DescendantNodes(static node => node is not CatchClauseSyntax))
        {
            if (node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var type } access && name == member.Name &&
                TypeName(type) == member.ContainingType.Name && IsResult(access))
            {
                return true;
            }
        }

        return false;
    }

    private static string? TypeName(ExpressionSyntax type) => type switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax qualified => qualified.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsResult(SyntaxNode value)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case ReturnStatementSyntax or ArrowExpressionClauseSyntax:
                    return true;
                case ConditionalExpressionSyntax choice when choice.Condition != value:
                case SwitchExpressionArmSyntax arm when arm.Expression == value:
                case SwitchExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }:
                    value = value.Parent;
                    continue;
                default:
                    return false;
            }
        }
    }
}
