using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Whether a write carries anything by which the other side knows it again: looked for in the call and what its request is made
/// of, in every wrapper on the way and the helpers those call, in base classes, and in the handlers of this compilation.
/// </summary>
internal sealed class IdempotencyKeys(SourceIndex source, KeyHandlers handlers)
{
    private const int MaxHelpers = 2;

    private readonly Memo<SyntaxNode, bool> _bodies = new();

    /// <summary>
    /// Yes where a key is in sight, No where everything that makes up the request is and there is none, Unknown where a part of it comes
    /// from where the code does not show.
    /// </summary>
    /// <param name="place">The invocation (or method group) inside the retry.</param>
    /// <param name="reached">The write it leads to.</param>
    /// <param name="names">A team's own header names.</param>
    /// <param name="client">The registered client that sends it, where the asker knows.</param>
    public Certainty On(SyntaxNode place, ReachedCall reached, HashSet<string> names, CancellationToken cancellationToken, RegisteredClient? client = null)
    {
        var marks = new KeyMarks(names);
        var parts = RequestParts.Of(place, source.Model(place.SyntaxTree), cancellationToken);
        if (parts.Any(marks.Mark))
            return Certainty.Yes;

        for (var i = 0; i < reached.Path.Length; i++)
        {
            var step = reached.Path[i];
            if (InArguments(step, marks))
                return Certainty.Yes;
            if (InMethod(step.TargetMethod, 0, marks, cancellationToken) &&
                !IsLeftOut(step, i + 1 < reached.Path.Length ? reached.Path[i + 1].TargetMethod : null, marks, cancellationToken))
            {
                return Certainty.Yes;
            }
        }

        if (InArguments(reached.Call.Operation, marks) || InDeclaration(reached.Call.Operation.TargetMethod, marks, cancellationToken))
            return Certainty.Yes;
        if (reached.Path.IsEmpty && place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && InConstructors(type, marks))
            return Certainty.Yes;
        if ((client is null ? handlers.Before(reached.Call, marks, cancellationToken) : handlers.On(client, marks, cancellationToken)) != Certainty.No)
            return Certainty.Unknown;
        return IsOpen(reached) || TakesBytes(parts, cancellationToken) ? Certainty.Unknown : Certainty.No;
    }

    /// <summary>A body that the function was given ready made, as bytes: what it holds does not show.</summary>
    private bool TakesBytes(IReadOnlyList<SyntaxNode> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            foreach (var node in part.DescendantNodes())
            {
                if (node is IdentifierNameSyntax name && name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is BaseMethodDeclarationSyntax member && IsParameter(member, name) &&
                    source.Model(name.SyntaxTree).GetSymbolInfo(name, cancellationToken).Symbol is IParameterSymbol { Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } or { Name: "ReadOnlyMemory" } })
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsParameter(BaseMethodDeclarationSyntax member, IdentifierNameSyntax name)
    {
        foreach (var parameter in member.ParameterList.Parameters)
        {
            if (parameter.Identifier.ValueText == name.Identifier.ValueText)
                return true;
        }

        return false;
    }

    /// <summary>What a call is handed: under the name of a key, or by the members of its arguments' types.</summary>
    private static bool InArguments(IInvocationOperation call, KeyMarks marks)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                continue;
            if (marks.InType(argument.Value.Unwrap().Type))
                return true;
            if (argument.Parameter is { } parameter && IdempotencyNames.IsKey(parameter.Name) && argument.Value.ConstantValue is not { HasValue: true, Value: null })
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

    /// <summary>
    /// Whether all that speaks of a key in the wrapper goes with a parameter for which this call gives none (<c>PostAsync(body, key: null)</c>). What
    /// the next wrapper on the way does is asked of that one's own call.
    /// </summary>
    private bool IsLeftOut(IInvocationOperation step, IMethodSymbol? next, KeyMarks marks, CancellationToken cancellationToken)
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

    private static bool InConstructors(TypeDeclarationSyntax type, KeyMarks marks)
    {
        foreach (var member in type.Members)
        {
            if (member is ConstructorDeclarationSyntax or FieldDeclarationSyntax && marks.Header(member))
                return true;
        }

        return false;
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

    /// <summary>Refit: a header parameter or attribute of the interface method.</summary>
    private static bool InDeclaration(IMethodSymbol method, KeyMarks marks, CancellationToken cancellationToken)
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

    /// <summary>Headers or vendor options that the method was given by its own caller may hold the key.</summary>
    private static bool IsOpen(ReachedCall reached)
    {
        foreach (var call in reached.Path.Add(reached.Call.Operation))
        {
            foreach (var argument in call.Arguments)
            {
                var value = argument.Value.Unwrap();
                if (argument.ArgumentKind == ArgumentKind.DefaultValue || value is not (IParameterReferenceOperation or IMemberReferenceOperation))
                    continue;
                var name = argument.Parameter?.Name ?? "";
                if (name.IndexOf("header", System.StringComparison.OrdinalIgnoreCase) >= 0 || value.Type?.Name == "RequestOptions")
                    return true;
            }
        }

        return false;
    }
}
