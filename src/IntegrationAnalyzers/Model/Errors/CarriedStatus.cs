using System;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>The upstream's status in a property of an own type: <c>new Reply(response.StatusCode, body)</c>, and later <c>reply.Status</c>.</summary>
internal static class CarriedStatus
{
    /// <summary>Whether objects of the type are handed an upstream's status for the property, and else only statuses that the code spells out.</summary>
    public static bool Is(IOperation value, SourceIndex source, CancellationToken cancellationToken)
    {
        while (value is IConversionOperation converted)
            value = converted.Operand;
        if (value.Unwrap() is not IPropertyReferenceOperation { Property: { Type: var type, ContainingType: var owner } property } || !IsStatus(type) || !source.IsSource(property))
            return false;

        var isUpstreams = false;
        foreach (var creation in Creations.Of(owner.OriginalDefinition, source, cancellationToken))
        {
            if (Given(creation, property) is not { } given)
                continue;
            if (PassedStatus.IsUpstreamStatus(given))
                isUpstreams = true;
            else if (!given.Unwrap().ConstantValue.HasValue)
                return false;
        }

        return isUpstreams;
    }

    private static bool IsStatus(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? IsStatus(inner) : type.Is(SendingMembers.Net, "HttpStatusCode");

    /// <summary>By a constructor's parameter of the same name, or in an initializer.</summary>
    private static IOperation? Given(IObjectCreationOperation creation, IPropertySymbol property)
    {
        foreach (var argument in creation.Arguments)
        {
            if (string.Equals(argument.Parameter?.Name, property.Name, StringComparison.OrdinalIgnoreCase))
                return argument.Value;
        }

        foreach (var item in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (item is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var value } && SymbolEqualityComparer.Default.Equals(target.Property.OriginalDefinition, property.OriginalDefinition))
                return value;
        }

        return null;
    }
}
