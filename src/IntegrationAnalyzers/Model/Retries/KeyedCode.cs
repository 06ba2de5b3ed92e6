using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Which code of this compilation speaks of a key: a wrapper and the helpers it calls, constructors, base classes, an interface's declaration.</summary>
internal sealed class KeyedCode(SourceIndex source)
{
    private const int MaxHelpers = 2;

    private readonly Memo<SyntaxNode, bool> _bodies = new();

    /// <summary>The method, its class and what that derives from.</summary>
    public bool InMethod(IMethodSymbol method, KeyMarks marks, CancellationToken cancellationToken) => InMethod(method, 0, marks, cancellationToken);

    /// <summary>
    /// Whether all that speaks of a key in the wrapper goes with a parameter for which this call gives none (<c>PostAsync(body, key: null)</c>). What
    /// the next wrapper on the way does is asked of that one's own call.
    /// </summary>
    public bool IsLeftOut(IInvocationOperation step, IMethodSymbol? next, KeyMarks marks, CancellationToken cancellationToken)
    {
        if (source.Implementation(step.TargetMethod, cancellationToken) is not { } implementation || InBaseClasses(implementation.ContainingType, marks, cancellationToken))
            return false;
        var none = new List<string>();
        foreach (var argument in step.Arguments)
        {
            if (argument.Parameter is { Type.SpecialType: SpecialType.System_String } parameter && argument.Value.Unwrap().ConstantValue is { HasValue: true, Value: null or "" })
                none.Add(parameter.Name);
        }

        foreach (var reference in (implementation.PartialImplementationPart ?? implementation).OriginalDefinition.DeclaringSyntaxReferences)
        {
            var body = reference.GetSyntax(cancellationToken);
            if (!marks.OnlyBeside(body, none) || (body.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && InConstructors(type, marks)))
                return false;
            var model = source.Model(body.SyntaxTree);
            foreach (var node in body.DescendantNodes())
            {
                if (node is InvocationExpressionSyntax invocation && model.GetSymbolInfo(invocation, cancellationToken).Symbol is IMethodSymbol helper && source.IsSource(helper) &&
                    !SymbolEqualityComparer.Default.Equals(helper.OriginalDefinition, next?.OriginalDefinition) && InMethod(helper, 1, marks, cancellationToken))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public static bool InConstructors(TypeDeclarationSyntax type, KeyMarks marks)
    {
        foreach (var member in type.Members)
        {
            if (member is ConstructorDeclarationSyntax or FieldDeclarationSyntax && marks.Header(member))
                return true;
        }

        return false;
    }

    /// <summary>Refit: a header parameter or attribute of the interface method.</summary>
    public static bool InDeclaration(IMethodSymbol method, KeyMarks marks, CancellationToken cancellationToken)
    {
        if (method.ContainingType?.TypeKind != TypeKind.Interface)
            return false;
        foreach (var reference in method.OriginalDefinition.DeclaringSyntaxReferences)
        {
            if (marks.Mark(reference.GetSyntax(cancellationToken)))
                return true;
        }

        return false;
    }

    /// <summary>The method's own text and that of the helpers it calls.</summary>
    private bool InMethod(IMethodSymbol method, int depth, KeyMarks marks, CancellationToken cancellationToken)
    {
        if (source.Implementation(method, cancellationToken) is not { } implementation)
            return false;
        foreach (var reference in (implementation.PartialImplementationPart ?? implementation).OriginalDefinition.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellationToken);
            if (InBody(syntax, depth, marks, cancellationToken))
                return true;
            if (depth == 0 && syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && InConstructors(type, marks))
                return true;
        }

        return depth == 0 && InBaseClasses(implementation.ContainingType, marks, cancellationToken);
    }

    private bool InBody(SyntaxNode body, int depth, KeyMarks marks, CancellationToken cancellationToken)
    {
        if (marks.IsDefault && _bodies.TryGetValue(body, out var known) && depth == 0)
            return known;

        var found = marks.Mark(body);
        if (!found && depth < MaxHelpers)
        {
            var model = source.Model(body.SyntaxTree);
            foreach (var node in body.DescendantNodes())
            {
                if (node is InvocationExpressionSyntax invocation && model.GetSymbolInfo(invocation, cancellationToken).Symbol is IMethodSymbol helper &&
                    source.IsSource(helper) && InMethod(helper, depth + 1, marks, cancellationToken))
                {
                    found = true;
                    break;
                }
            }
        }

        if (marks.IsDefault && depth == 0)
            _bodies.TryAdd(body, found);
        return found;
    }

    private static bool InBaseClasses(INamedTypeSymbol type, KeyMarks marks, CancellationToken cancellationToken)
    {
        for (var current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var reference in current.DeclaringSyntaxReferences)
            {
                if (marks.Header(reference.GetSyntax(cancellationToken)))
                    return true;
            }
        }

        return false;
    }
}
