using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// Where a value comes from: through conversions, locals assigned once, and fields or properties whose only value is their
/// initializer. What is assigned twice, or from elsewhere, stays the reference it is: unknown.
/// </summary>
internal static class ValueOrigin
{
    private const int MaxSteps = 8;

    public static IOperation Of(IOperation value, SourceIndex source, CancellationToken cancellationToken)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            value = value.Unwrap();
            var next = value switch
            {
                ILocalReferenceOperation local => OnlyValue(local, source, cancellationToken),
                IFieldReferenceOperation { Field: { HasConstantValue: false, IsReadOnly: true } field } => Initializer(field, source, cancellationToken),
                IPropertyReferenceOperation { Property: { SetMethod: null } property } => Initializer(property, source, cancellationToken),
                IDeclarationExpressionOperation declaration => declaration.Expression,
                _ => null,
            };
            if (next is null)
                return value;
            value = next;
        }

        return value;
    }

    /// <summary>The constant text of the value, followed to its origin; null where it has none.</summary>
    public static string? ConstantText(IOperation? value, SourceIndex source, CancellationToken cancellationToken) =>
        value is not null && Constant(value, source, cancellationToken) is { HasValue: true, Value: string text } ? text : null;

    /// <summary>The compile-time constant of the value, followed to its origin.</summary>
    public static Optional<object?> Constant(IOperation value, SourceIndex source, CancellationToken cancellationToken)
    {
        if (value.ConstantValue.HasValue)
            return value.ConstantValue;

        var origin = Of(value, source, cancellationToken);
        if (origin.ConstantValue.HasValue)
            return origin.ConstantValue;
        return origin is IFieldReferenceOperation { Field: { HasConstantValue: true } field } ? new Optional<object?>(field.ConstantValue) : default;
    }

    /// <summary>The one value a local ever has; null where it is assigned again, handed out by reference, or bound by a pattern.</summary>
    public static IOperation? OnlyValue(ILocalReferenceOperation reference, SourceIndex source, CancellationToken cancellationToken)
    {
        var local = reference.Local;
        if (local.DeclaringSyntaxReferences.Length != 1)
            return null;

        var syntax = local.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        if (syntax is not VariableDeclaratorSyntax declarator)
            return null;

        var model = reference.SemanticModel is { } own && own.SyntaxTree == syntax.SyntaxTree ? own : source.Model(syntax.SyntaxTree);
        IOperation? value = null;
        if (declarator.Initializer is { } initializer)
            value = model.ValueOf(initializer.Value, cancellationToken);

        foreach (var operation in reference.Root().Tree())
        {
            if (operation is not ILocalReferenceOperation other || !SymbolEqualityComparer.Default.Equals(other.Local, local))
                continue;

            switch (other.Parent)
            {
                case ISimpleAssignmentOperation assignment when assignment.Target == other:
                    if (value is not null)
                        return null;
                    value = assignment.Value;
                    break;
                case ITupleOperation when other.Given() is { } given:
                    if (value is not null || given is IDeconstructionAssignmentOperation)
                        return null;
                    value = given;
                    break;
                case IAssignmentOperation changed when changed.Target == other:
                case IIncrementOrDecrementOperation:
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                    return null;
            }
        }

        return value;
    }

    /// <summary>The initializer of a field or property that no constructor assigns.</summary>
    private static IOperation? Initializer(ISymbol member, SourceIndex source, CancellationToken cancellationToken)
    {
        if (!source.IsSource(member) || member.DeclaringSyntaxReferences.Length != 1)
            return null;

        var reference = member.DeclaringSyntaxReferences[0];
        var value = DeclaredValues.In(reference.GetSyntax(cancellationToken));
        if (value is null || source.Uses(member, cancellationToken) is not { } uses)
            return null;

        foreach (var use in uses)
        {
            if (use.Assigned(cancellationToken) is not null)
                return null;
        }

        return source.Model(reference.SyntaxTree).ValueOf(value, cancellationToken);
    }
}
