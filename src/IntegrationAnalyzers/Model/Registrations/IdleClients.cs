using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>Typed clients that keep their <c>HttpClient</c> in a private field which nothing reads: a stub of what is still to be written, or a left-over.</summary>
internal static class IdleClients
{
    /// <summary>Whether all that becomes of each client that the type's constructors take is that it is kept so.</summary>
    public static bool Is(INamedTypeSymbol type, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpClient") && !IsUnused(parameter, source, cancellationToken))
                    return false;
            }
        }

        return true;
    }

    private static bool IsUnused(ISymbol client, SourceIndex source, CancellationToken cancellationToken)
    {
        if (source.Uses(client, cancellationToken) is not { } uses)
            return false;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not { } operation || !IsUnused(operation, source, cancellationToken))
                return false;
        }

        return true;
    }

    private static bool IsUnused(IOperation use, SourceIndex source, CancellationToken cancellationToken)
    {
        var value = use.Wrapped();

        // http ?? throw …
        if (value.Parent is ICoalesceOperation { WhenNull: var otherwise } coalesce && otherwise.Unwrap() is IThrowOperation)
            value = coalesce.Wrapped();
        return value.Parent switch
        {
            INameOfOperation => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ThrowIfNull", ContainingType.Name: "ArgumentNullException" } } } => true,
            ISimpleAssignmentOperation assignment when assignment.Target == value => true,
            ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: var field } } => UnreadHolders.IsUnread(field, source, cancellationToken),
            ITupleOperation => value.Setting() is not null || value.Taker() is IFieldReferenceOperation { Field: var field } && UnreadHolders.IsUnread(field, source, cancellationToken),
            IFieldInitializerOperation { InitializedFields: [var field] } => UnreadHolders.IsUnread(field, source, cancellationToken),
            _ => false,
        };
    }
}
