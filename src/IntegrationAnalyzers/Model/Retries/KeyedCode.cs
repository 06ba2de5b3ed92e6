using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Which code of this compilation speaks of a key: a wrapper and the helpers it calls, constructors, base classes, an interface's declaration.</summary>
internal sealed partial class KeyedCode(SourceIndex source)
{
    private const int MaxHelpers = 2;

    private readonly Memo<SyntaxNode, bool> _bodies = new();

    /// <summary>The method, its class and what that derives from.</summary>
    public bool InMethod(IMethodSymbol method, KeyMarks marks, CancellationToken cancellationToken) => InMethod(method, 0, marks, cancellationToken);

    /// <summary>
    /// Whether all that speaks of a key in the wrapper goes with a parameter for which this call gives none (<c>PostAsync(body, key: null)</c>). What
    /// the next wrapper on the way does is asked of that one's own call.
    /// </summary>
    public bool IsLeftOut(IInvocationOperation step, IMethodSymbol? next, KeyMarks marks, CancellationToken cancellationToken) =>
        IsLeftOut(step, [], next, 0, marks, cancellationToken);

    /// <param name="without">The parameters of the method round the call that are known to be null there.</param>
    private bool IsLeftOut(IInvocationOperation step, List<string> without, IMethodSymbol? next, int depth, KeyMarks marks, CancellationToken cancellationToken)
    {
        if (source.Implementation(step.TargetMethod, cancellationToken) is not { } implementation || InBaseClasses(implementation, next, marks, cancellationToken))
            return false;

        foreach (var reference in (implementation.PartialImplementationPart ?? implementation).OriginalDefinition.DeclaringSyntaxReferences)
        {
            var body = reference.GetSyntax(cancellationToken);
            var none = MissingKeys.In(step, implementation, body, without);
            if (!marks.OnlyBeside(body, MissingKeys.WithAliases(none, body)) || (body.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && InConstructors(type, marks)))
                return false;
            var model = source.Model(body.SyntaxTree);
            foreach (var node in body.DescendantNodes())
            {
                if (node is InvocationExpressionSyntax invocation && model.GetSymbolInfo(invocation, cancellationToken).Symbol is IMethodSymbol helper && source.IsSource(helper) &&
                    !SymbolEqualityComparer.Default.Equals(helper.OriginalDefinition, next?.OriginalDefinition) && InMethod(helper, 1, marks, cancellationToken) &&
                    !(depth < MaxHelpers && model.GetOperation(invocation, cancellationToken) is IInvocationOperation call && IsLeftOut(call, none, null, depth + 1, marks, cancellationToken)))
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

    /// <summary><c>protected override void Decorate(HttpRequestMessage request)</c>: what the class puts on the requests that its base class makes.</summary>
    public static bool InOverrides(TypeDeclarationSyntax type, KeyMarks marks)
    {
        foreach (var member in type.Members)
        {
            if (member is MethodDeclarationSyntax && member.Modifiers.Any(SyntaxKind.OverrideKeyword) && marks.Header(member))
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

        return depth == 0 && InBaseClasses(implementation, null, marks, cancellationToken);
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

    /// <summary>What of the base classes may run on the way: their constructors and fields, and by name what the method calls of them, directly or through one another.</summary>
    /// <param name="method">The wrapper.</param>
    /// <param name="next">The next wrapper on the way, which is asked by itself.</param>
    private static bool InBaseClasses(IMethodSymbol method, IMethodSymbol? next, KeyMarks marks, CancellationToken cancellationToken)
    {
        HashSet<string>? names = null;
        for (var current = method.ContainingType.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var reference in current.DeclaringSyntaxReferences)
            {
                var type = reference.GetSyntax(cancellationToken);
                if (marks.Header(type) && (type is not TypeDeclarationSyntax declaration || InCalled(declaration, names ??= Called(method, next, cancellationToken), next, marks)))
                    return true;
            }
        }

        return false;
    }

    private static bool InCalled(TypeDeclarationSyntax type, HashSet<string> names, IMethodSymbol? next, KeyMarks marks)
    {
        foreach (var member in type.Members)
        {
            if (!IsDeclaration(next, member) && (member is not MethodDeclarationSyntax method || names.Contains(method.Identifier.ValueText)) && marks.Header(member))
                return true;
        }

        return false;
    }

    private static bool IsDeclaration(IMethodSymbol? method, MemberDeclarationSyntax member)
    {
        if (method is null)
            return false;
        foreach (var reference in method.OriginalDefinition.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == member.SyntaxTree && reference.Span == member.Span)
                return true;
        }

        return false;
    }

    /// <summary>The names in the method, and in the methods of its class and base classes that bear one of them.</summary>
    private static HashSet<string> Called(IMethodSymbol method, IMethodSymbol? without, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>();
        var pending = new Queue<IMethodSymbol>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        if (without is not null)
            seen.Add(without.OriginalDefinition);
        pending.Enqueue(method.OriginalDefinition);
        while (pending.Count > 0)
        {
            var next = pending.Dequeue();
            if (!seen.Add(next))
                continue;
            names.Add(next.Name);
            foreach (var reference in (next.PartialImplementationPart ?? next).DeclaringSyntaxReferences)
            {
                foreach (var token in reference.GetSyntax(cancellationToken).DescendantTokens())
                {
                    if (!token.IsKind(SyntaxKind.IdentifierToken) || !names.Add(token.ValueText))
                        continue;
                    for (var type = method.ContainingType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
                    {
                        foreach (var member in type.GetMembers(token.ValueText))
                        {
                            if (member is IMethodSymbol called)
                                pending.Enqueue(called.OriginalDefinition);
                        }
                    }
                }
            }
        }

        return names;
    }
}
