using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>What code looks at in a request or an answer.</summary>
internal static class RequestApis
{
    /// <summary><c>request.Method</c>.</summary>
    public static bool IsRequestMethod(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { Name: "Method", ContainingType: var type } } && IsMessage(type);

    /// <summary>A message that a client sends.</summary>
    public static bool IsMessage(ITypeSymbol? type) => type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpRequestMessage");

    /// <summary>What a request carries for the handlers of its client, and for nobody outside: <c>request.Options</c>, once <c>request.Properties</c>.</summary>
    public static bool TravelsAlong(IPropertySymbol property) => property.Name is "Options" or "Properties" && IsMessage(property.ContainingType);

    /// <summary>Whether a member of that name puts something among them.</summary>
    public static bool PutsInto(string name) => name is "Set" or "Add" or "TryAdd";

    /// <summary>Anything by which an answer says when to come back.</summary>
    public static bool IsRetryAfter(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "RetryAfter" } => true,
        IInvocationOperation { TargetMethod.Name: var name } => name.ContainsIgnoreCase("RetryAfter"),
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => text.ContainsIgnoreCase("retry-after") || text.ContainsIgnoreCase("ratelimit-reset"),
        _ => false,
    };
}
