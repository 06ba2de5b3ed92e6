using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>One registration of a client with the container; one in a helper is one for each call of the helper.</summary>
/// <remarks>Operations may belong to another semantic model than the asker's: compare them by syntax.</remarks>
/// <param name="Kind">Its form.</param>
/// <param name="Invocation">The registering call: <c>AddHttpClient&lt;T&gt;()</c>.</param>
/// <param name="Path">The helpers of this compilation by whose call it runs, outermost first; empty where it stands for itself.</param>
/// <param name="Name">The name of the client in the factory; null where the code does not say it, or the library makes one up.</param>
/// <param name="ClientType">The type by which the client is asked for; null where there is none or it is a helper's type parameter.</param>
/// <param name="ImplementationType">The type that is handed the <c>HttpClient</c>; null where that is unknown.</param>
/// <param name="Steps">What is done to it, in order: its own delegate first, then the members on its builder.</param>
/// <param name="IsOpen">Whether the builder goes out of sight: code elsewhere may do more to it.</param>
/// <param name="IsKeyed">Whether it is asked for by a key.</param>
internal sealed record ClientRegistration(
    RegistrationKind Kind,
    IInvocationOperation Invocation,
    HelperPath Path,
    string? Name,
    ITypeSymbol? ClientType,
    ITypeSymbol? ImplementationType,
    ImmutableArray<RegistrationStep> Steps,
    bool IsOpen,
    bool IsKeyed)
{
    /// <summary>Whether it has a name that the code does not say: it may add to any client.</summary>
    public bool IsNameUnknown => Name is null && Kind is RegistrationKind.Named or RegistrationKind.Typed or RegistrationKind.Implementation or RegistrationKind.Grpc;

    /// <summary>Whether its client or name is given by the callers of a helper that serves many.</summary>
    public bool IsGeneric { get; init; }

    /// <summary>Whether the container makes the client by its constructor: <c>AddSingleton&lt;HttpClient&gt;()</c>, with a key at most.</summary>
    public bool IsMadeByContainer
    {
        get
        {
            if (Kind != RegistrationKind.Plain || Configures)
                return false;
            foreach (var argument in Invocation.Arguments)
            {
                if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is not { Ordinal: 0, Name: "services" or "collection" } and not { Name: "serviceKey" })
                    return false;
            }

            return true;
        }
    }

    /// <summary>Whether the client is an object whose members are themselves the calls: Refit's and gRPC's.</summary>
    public bool IsGenerated =>
        Kind is RegistrationKind.Refit or RegistrationKind.Grpc ||
        (ClientType is { TypeKind: TypeKind.Interface } && ImplementationType is null or { TypeKind: TypeKind.Interface });

    /// <summary>Whether anything is done to the client beyond naming it.</summary>
    public bool Configures => !Steps.IsEmpty || IsOpen;
}
