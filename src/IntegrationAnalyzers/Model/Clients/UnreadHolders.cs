using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// Objects that are made round a client, <c>_api = new ApiService(new HttpClient())</c>, and that nobody reads: whatever their members send, nobody asks them to. Of a type that does nothing
/// while it is made, for one that starts a timer, a thread or a request there works although nobody reads it.
/// </summary>
internal static class UnreadHolders
{
    private const int MaxDepth = 4;

    /// <summary>Whether nothing but a local or a private field has the object, or the one that it is a part of, and nobody reads that.</summary>
    public static bool Have(IObjectCreationOperation made, SourceIndex source, CancellationToken cancellationToken)
    {
        IOperation whole = made;
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            if (whole is not IObjectCreationOperation { Constructor: { } constructor } holder || !OnlyKeeps(constructor.ContainingType, source, cancellationToken) || SetsOther(holder, source))
                return false;
            switch (whole.Wrapped().Parent)
            {
                case IArgumentOperation { Parent: IObjectCreationOperation outer }:
                    whole = outer;
                    continue;
                case ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment:
                    return Holder(assignment.Target) is { } target && IsUnread(target, source, cancellationToken);
                case IFieldInitializerOperation { InitializedFields: [var field] }:
                    return IsUnread(field, source, cancellationToken);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return IsUnread(local, source, cancellationToken);
                default:
                    return false;
            }
        }

        return false;
    }

    private static ISymbol? Holder(IOperation target) => target switch
    {
        IFieldReferenceOperation { Field: var field } => field,
        ILocalReferenceOperation { Local: var local } => local,
        _ => null,
    };

    /// <summary>Whether all that happens to it is that it is set; what is not private may be read by others.</summary>
    public static bool IsUnread(ISymbol holder, SourceIndex source, CancellationToken cancellationToken)
    {
        if (holder is IFieldSymbol { DeclaredAccessibility: not Accessibility.Private } || source.Uses(holder, cancellationToken) is not { } uses)
            return false;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not { } operation ||
                !(operation.Parent is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment ? assignment.Target == operation : operation.Parent is ITupleOperation && operation.Setting() is not null))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>An initializer that calls a setter of ours, or hangs a handler on an event.</summary>
    private static bool SetsOther(IObjectCreationOperation holder, SourceIndex source) => holder.Initializer is not null && source.IsSource(holder.Constructor!.ContainingType);

    /// <summary>
    /// By syntax: neither constructors nor initializers of the type call or make anything but exceptions, and <c>nameof</c>; it derives from nothing out of sight, and has no finalizer.
    /// </summary>
    private static bool OnlyKeeps(INamedTypeSymbol type, SourceIndex source, CancellationToken cancellationToken)
    {
        for (var current = type; current is not { SpecialType: SpecialType.System_Object }; current = current.BaseType)
        {
            if (current is null || !source.IsSource(current))
                return false;
            foreach (var reference in current.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellationToken) is not TypeDeclarationSyntax declaration || !declaration.Members.All(OnlyKeeps))
                    return false;
            }
        }

        return true;
    }

    private static bool OnlyKeeps(MemberDeclarationSyntax member) => member switch
    {
        ConstructorDeclarationSyntax constructor => constructor.Modifiers.Any(SyntaxKind.StaticKeyword) || DoesNothing(constructor),
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.StaticKeyword) || field.Modifiers.Any(SyntaxKind.ConstKeyword) || DoesNothing(field),
        PropertyDeclarationSyntax { Initializer: { } initializer } => DoesNothing(initializer),
        DestructorDeclarationSyntax => false,
        _ => true,
    };

    private static bool DoesNothing(SyntaxNode code)
    {
        foreach (var node in code.DescendantNodes())
        {
            var works = node switch
            {
                InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => false,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfNull" or "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace" } } => false,
                InvocationExpressionSyntax or AwaitExpressionSyntax => true,
                BaseObjectCreationExpressionSyntax { Parent: ThrowExpressionSyntax or ThrowStatementSyntax } => false,
                BaseObjectCreationExpressionSyntax => code is not BaseFieldDeclarationSyntax and not EqualsValueClauseSyntax || node.DescendantNodes().Any(static inside => inside is ArgumentSyntax or AnonymousFunctionExpressionSyntax),
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } => true,
                _ => false,
            };
            if (works)
                return false;
        }

        return true;
    }
}
