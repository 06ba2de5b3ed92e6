using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>An object of one's own that carries the status of the upstream's response to whoever answers with it, and in a clause one that is made up.</summary>
internal static class CarriedAnswers
{
    /// <summary><c>new Relay { StatusCode = 502 }</c>, where the <c>try</c> gives <c>new Relay { StatusCode = (int)response.StatusCode }</c>.</summary>
    public static bool SaysUnavailable(IObjectCreationOperation created, CatchShape shape)
    {
        if (StatusOf(created)?.ConstantValue is not { HasValue: true, Value: >= 502 and <= 504 })
            return false;
        foreach (var returned in shape.Try.Body.Returned())
        {
            if (returned.Unwrap() is IObjectCreationOperation carried && SymbolEqualityComparer.Default.Equals(carried.Type, created.Type) &&
                StatusOf(carried) is IPropertyReferenceOperation { Property.Name: "StatusCode" })
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation? StatusOf(IObjectCreationOperation created)
    {
        if (created.Initializer is { Initializers: var set })
        {
            foreach (var item in set)
            {
                if (item is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: "StatusCode" or "Status" }, Value: var value })
                    return value.Unwrap();
            }
        }

        foreach (var argument in created.Arguments)
        {
            if (argument.Parameter?.Name.ToUpperInvariant() is "STATUSCODE" or "STATUS")
                return argument.Value.Unwrap();
        }

        return null;
    }
}
