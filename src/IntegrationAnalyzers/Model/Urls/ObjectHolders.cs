using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Tells objects of one type apart by the fields and properties that hold them: what stands in one is not read from another.</summary>
internal static class ObjectHolders
{
    /// <summary>The field or property whose value the creation is; null where it goes anywhere else.</summary>
    public static ISymbol? Of(IObjectCreationOperation creation)
    {
        var value = creation.Wrapped();
        return value.Parent switch
        {
            IReturnOperation returned => returned.EnclosingFunction()?.AssociatedSymbol as IPropertySymbol,
            IFieldInitializerOperation { InitializedFields: [var field] } => field,
            IPropertyInitializerOperation { InitializedProperties: [var property] } => property,
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } target } assignment
                when assignment.Value == value && assignment.Parent is IExpressionStatementOperation => target.Member,
            _ => null,
        };
    }

    /// <summary>
    /// Whether the instance is held by a member of another class than the holder: one that is declared there and nowhere above, so that it is no other name
    /// for the same.
    /// </summary>
    public static bool IsOther(ISymbol holder, IOperation instance) =>
        instance.Unwrap() is IMemberReferenceOperation { Member: { IsAbstract: false, IsVirtual: false, IsOverride: false } member, Instance: null or IInstanceReferenceOperation } &&
        member is IPropertySymbol or IFieldSymbol && member.ContainingType.TypeKind != TypeKind.Interface && !holder.IsOverride &&
        !SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, holder.OriginalDefinition) &&
        !SymbolEqualityComparer.Default.Equals(member.ContainingType.OriginalDefinition, holder.ContainingType.OriginalDefinition);
}
