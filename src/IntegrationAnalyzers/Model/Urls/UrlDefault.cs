using System.Linq;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Tells a default, which holds only where nothing else was configured, from an endpoint that always holds.</summary>
internal static class UrlDefault
{
    /// <summary><c>string.IsNullOrEmpty(option) ? "https://…" : option</c>: the condition asks for the very value that comes otherwise.</summary>
    public static bool Is(IConditionalOperation conditional, IOperation value)
    {
        var other = conditional.WhenTrue == value ? conditional.WhenFalse : conditional.WhenTrue;
        if (other is null)
            return false;
        if (other.Unwrap().ReferencedSymbol() is { } symbol && AsksFor(conditional.Condition, symbol))
            return true;

        // IsOwn ? Authority(url) : "https://…", where IsOwn = url is not null: what the other way is made of, and this one is not, says which way it goes.
        foreach (var operation in other.Tree())
        {
            // string.IsNullOrEmpty(options.Url) ? "https://…" : options.Url.TrimEnd('/')
            if (operation is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } && operation.ReferencedSymbol() is { } setting && conditional.Condition.Mentions(setting) ||
                operation is ILocalReferenceOperation { Local: var local } && conditional.Condition.Tree().Any(part => IsNamed(part, local)))
            {
                return true;
            }

            if (operation is IParameterReferenceOperation { Parameter: var parameter } && !value.Mentions(parameter) &&
                (conditional.Condition.Mentions(parameter) || IsAskedBefore(conditional, parameter)))
            {
                return true;
            }
        }

        return other.Unwrap() is IInvalidOperation or { Type: null or { TypeKind: TypeKind.Error } } && NamesTheSame(other.Syntax, conditional.Condition.Syntax);
    }

    /// <summary>What does not bind says by its text what it asks for.</summary>
    private static bool NamesTheSame(SyntaxNode other, SyntaxNode condition)
    {
        var setting = other;
        while (setting is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } })
            setting = receiver;
        foreach (var node in condition.DescendantNodes())
        {
            if (node is MemberAccessExpressionSyntax or IdentifierNameSyntax && node.IsEquivalentTo(setting, topLevel: false))
                return true;
        }

        return false;
    }

    private static bool IsAskedBefore(IConditionalOperation conditional, IParameterSymbol parameter)
    {
        if (conditional.Condition.Unwrap().ReferencedSymbol() is not { } asked)
            return false;
        foreach (var operation in conditional.Root().Tree())
        {
            var value = operation switch
            {
                ISimpleAssignmentOperation assignment when SymbolEqualityComparer.Default.Equals(assignment.Target.ReferencedSymbol(), asked) => assignment.Value,
                IVariableDeclaratorOperation { Initializer.Value: var initial } declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, asked) => initial,
                _ => null,
            };
            if (value is not null && value.Mentions(parameter))
                return true;
        }

        return false;
    }

    /// <summary><c>if (setting == null) return fallback; return setting;</c>, in whichever order, of a helper that was given the fallback: the condition asks for the very value that comes otherwise.</summary>
    public static bool Is(IReturnOperation returned)
    {
        if (returned.ReturnedValue?.Unwrap() is not IParameterReferenceOperation)
            return false;
        foreach (var operation in returned.Root().Tree())
        {
            if (operation is IReturnOperation { ReturnedValue: { } value } other && other != returned && value.Unwrap().ReferencedSymbol() is { } setting &&
                (IsUnder(returned, setting) || IsUnder(other, setting)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>setting switch { null or "" => "https://…", var url => url }</c>: the arm for a setting that says nothing.</summary>
    public static bool Is(ISwitchExpressionArmOperation arm) => arm.Guard is null && IsForNothing(arm.Pattern);

    private static bool IsForNothing(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null or "" } } => true,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } both => IsForNothing(both.LeftPattern) && IsForNothing(both.RightPattern),
        _ => false,
    };

    /// <summary>Whether the condition names the value, or gives it its name: <c>setting is { } url</c>.</summary>
    private static bool AsksFor(IOperation condition, ISymbol value) => condition.Mentions(value) || condition.Tree().Any(part => IsNamed(part, value));

    /// <summary><c>is { } setting</c>, <c>is string setting</c>.</summary>
    private static bool IsNamed(IOperation pattern, ISymbol value) => pattern switch
    {
        IRecursivePatternOperation { DeclaredSymbol: { } named } => SymbolEqualityComparer.Default.Equals(named, value),
        IDeclarationPatternOperation { DeclaredSymbol: { } named } => SymbolEqualityComparer.Default.Equals(named, value),
        _ => false,
    };

    /// <summary>Whether an <c>if</c> round the statement asks for the value.</summary>
    private static bool IsUnder(IOperation statement, ISymbol value)
    {
        for (var current = statement.Parent; current is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; current = current.Parent)
        {
            if (current is IConditionalOperation { Condition: var condition } && AsksFor(condition, value))
                return true;
        }

        return false;
    }

    /// <summary><c>if (string.IsNullOrEmpty(url)) url = "https://…";</c>: the condition asks for what is assigned.</summary>
    public static bool Is(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target.ReferencedSymbol() is not { } target)
            return false;

        for (var current = assignment.Parent; current is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; current = current.Parent)
        {
            if (current is IConditionalOperation { Condition: var condition, WhenTrue: var whenTrue } && assignment.IsWithin(whenTrue) && AsksFor(condition, target))
            {
                return true;
            }
        }

        return false;
    }
}
