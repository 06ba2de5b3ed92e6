using System;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>
/// The answer of a batch that says of each item how it went: the clause puts words about the failure into a list (<c>errors.Add(new { id, ex.Message })</c>) or
/// counts it, and what goes out holds that list or count.
/// </summary>
internal static class ToldItems
{
    public static bool AreIn(IOperation answer, CatchShape shape)
    {
        foreach (var operation in shape.Clause.Handler.Tree())
        {
            if (Holder(operation, shape) is { } holder && !shape.Clause.Syntax.Span.Contains(DeclarationOf(holder)) && answer.Mentions(holder))
                return true;
        }

        return false;
    }

    /// <summary>The local that is left with the failure; null where the operation tells none.</summary>
    private static ILocalSymbol? Holder(IOperation operation, CatchShape shape)
    {
        switch (operation)
        {
            case IInvocationOperation { Instance: { } list, TargetMethod.Name: var name } call when Adds(name):
                foreach (var argument in call.Arguments)
                {
                    if (Tells(argument.Value, list, shape))
                        return Root(list);
                }

                return null;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } map } } set when Tells(set.Value, map, shape):
                return Root(map);
            case IIncrementOrDecrementOperation { Target: var count } when ReportingApis.SaysFailure(NameOf(count)):
                return Root(count);
            default:
                return null;
        }
    }

    /// <summary>Words about the exception, a member named for a failure, or anything that is put among the failed ones.</summary>
    private static bool Tells(IOperation item, IOperation list, CatchShape shape)
    {
        if (ReportingApis.SaysFailure(NameOf(list)))
            return true;
        foreach (var operation in item.Tree())
        {
            if (operation is ILocalReferenceOperation local && CatchFilters.IsCaught(local, shape.Clause) ||
                operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var member } } && ReportingApis.SaysFailure(member))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Adds(string method) =>
        method.StartsWith("Add", StringComparison.Ordinal) || method is "TryAdd" or "Enqueue" or "Push" or "Insert";

    private static string NameOf(IOperation place) => place.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IPropertyReferenceOperation property => property.Property.Name,
        _ => "",
    };

    private static ILocalSymbol? Root(IOperation place)
    {
        place = place.Unwrap();
        while (place is IPropertyReferenceOperation { Instance: { } owner })
            place = owner.Unwrap();
        return (place as ILocalReferenceOperation)?.Local;
    }

    private static TextSpan DeclarationOf(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is [var declared, ..] ? declared.Span : default;
}
