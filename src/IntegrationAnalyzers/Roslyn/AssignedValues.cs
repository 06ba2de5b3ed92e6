using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>Every value that a local is given in its function, and the one that a member is ever given.</summary>
internal static class AssignedValues
{
    /// <summary>
    /// The one value that a field or property of this compilation ever has: its initializer, its expression, or the one assignment to it; null where there
    /// are none or several.
    /// </summary>
    public static IOperation? Single(ISymbol member, SourceIndex source, CancellationToken cancellationToken)
    {
        member = member.OriginalDefinition;
        if (member.DeclaringSyntaxReferences is not [var reference] || source.Uses(member, cancellationToken) is not { } uses)
            return null;

        var written = reference.GetSyntax(cancellationToken) switch
        {
            PropertyDeclarationSyntax { Initializer: null, AccessorList.Accessors: [{ ExpressionBody.Expression: { } value }] } => value,
            var declaration => DeclaredValues.In(declaration),
        };
        var model = source.Model(reference.SyntaxTree);
        foreach (var use in uses)
        {
            if (use.IsDeconstructed)
                return null;
            if (use.Assignment is not { } assignment)
                continue;
            if (written is not null)
                return null;
            written = assignment.Right;
            model = use.Model;
        }

        return written is null ? null : model.GetOperation(written, cancellationToken);
    }

    /// <summary>The one value that a local is ever given besides null or an empty object of its type that stands in; null where there are none or several, or others may set it.</summary>
    public static IOperation? OnlyBesidePlaceholder(ILocalReferenceOperation reference, SourceIndex source, CancellationToken cancellationToken)
    {
        IOperation? only = null;
        foreach (var value in Of(reference, source, cancellationToken))
        {
            var unwrapped = value.Unwrap();
            if (unwrapped is IDefaultValueOperation || unwrapped.ConstantValue is { HasValue: true, Value: null } || IsEmpty(unwrapped, reference.Local))
                continue;
            if (only is not null)
                return null;
            only = value;
        }

        foreach (var operation in reference.Root().Tree())
        {
            if (operation is ILocalReferenceOperation { Parent: IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } or ICompoundAssignmentOperation or ICoalesceAssignmentOperation } other &&
                SymbolEqualityComparer.Default.Equals(other.Local, reference.Local))
            {
                return null;
            }
        }

        return only;
    }

    /// <summary><c>var response = new HttpResponseMessage();</c></summary>
    private static bool IsEmpty(IOperation value, ILocalSymbol local) =>
        value is IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null, Syntax.Parent: EqualsValueClauseSyntax } created && SymbolEqualityComparer.Default.Equals(created.Type, local.Type);

    public static IEnumerable<IOperation> Of(ILocalReferenceOperation reference, SourceIndex source, CancellationToken cancellationToken)
    {
        var local = reference.Local;
        if (local.DeclaringSyntaxReferences.Length != 1)
            yield break;

        var syntax = local.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        var model = reference.SemanticModel is { } own && own.SyntaxTree == syntax.SyntaxTree ? own : source.Model(syntax.SyntaxTree);
        if (syntax is VariableDeclaratorSyntax { Initializer.Value: { } initial } && model.ValueOf(initial, cancellationToken) is { } value)
            yield return value;

        // One use of a tree is enough where the text names the local once or twice; the walk binds nothing new.
        foreach (var operation in reference.Root().Tree())
        {
            if (operation is ILocalReferenceOperation { Parent: ISimpleAssignmentOperation or ITupleOperation } target && SymbolEqualityComparer.Default.Equals(target.Local, local) &&
                target.Given() is { } given)
            {
                yield return given;
            }
        }
    }
}
