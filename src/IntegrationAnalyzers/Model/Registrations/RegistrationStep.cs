using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>One member called on a client's builder, wherever it stands: in the chain, on a local, in a helper.</summary>
/// <remarks>Operations may belong to another semantic model than the asker's: compare them by syntax.</remarks>
/// <param name="Kind">What it does.</param>
/// <param name="Invocation">The call; its arguments may name parameters of helpers, which <paramref name="Path"/> resolves.</param>
/// <param name="Path">The helpers by which it is reached.</param>
/// <param name="IsConditional">Whether it may be left out when the registration runs.</param>
internal sealed record RegistrationStep(RegistrationStepKind Kind, IInvocationOperation Invocation, HelperPath Path, bool IsConditional)
{
    /// <summary>Which kind of handler it adds.</summary>
    public HandlerKind? Handler { get; init; }

    /// <summary>The type of the handler it adds: <c>AddHttpMessageHandler&lt;H&gt;()</c> and <c>(() => new H())</c>; null where unknown.</summary>
    public ITypeSymbol? HandlerType { get; init; }

    /// <summary>What it sets on the client.</summary>
    public ClientConfiguration Configuration { get; init; } = ClientConfiguration.Nothing;

    /// <summary>Whether it ends each request by itself: a timeout in its pipeline, a handler that cancels.</summary>
    public Certainty Bounds { get; init; } = Certainty.No;
}
