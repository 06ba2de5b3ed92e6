using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>Members that give another value each time they are asked.</summary>
internal static class FreshValues
{
    /// <summary>Whether the operation itself asks such a member.</summary>
    public static bool IsFresh(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } => IsUnique(operation) ||
            method.ContainingType.IsOrDerivesFrom("System", "Random") || method.ContainingType.Is("System.Security.Cryptography", "RandomNumberGenerator") ||
            method.ContainingType.Is("System.Diagnostics", "Stopwatch"),
        IPropertyReferenceOperation { Property: var property } => IsClock(operation) || property.Name is "ElapsedTicks" or "ElapsedMilliseconds" or "TickCount",
        _ => false,
    };

    /// <summary>A new identity: <c>Guid.NewGuid()</c> and its like.</summary>
    public static bool IsUnique(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { IsStatic: true } method } &&
        (method.Name is "NewGuid" or "CreateVersion7" && method.ContainingType.Is("System", "Guid") || method.Name is "NewUlid" or "NewId" or "NextGuid");

    /// <summary>The time of day.</summary>
    public static bool IsClock(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Now" or "UtcNow" } property } &&
        (property.ContainingType.Is("System", "DateTime") || property.ContainingType.Is("System", "DateTimeOffset")) ||
        operation is IInvocationOperation { TargetMethod: { Name: "GetUtcNow" or "GetLocalNow" or "GetTimestamp" } method } && method.ContainingType.IsOrDerivesFrom("System", "TimeProvider");
}
