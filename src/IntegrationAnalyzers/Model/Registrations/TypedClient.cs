using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>The type that a typed registration hands its client to.</summary>
/// <param name="TakesClient">Whether a constructor of it takes an <c>HttpClient</c>; unknown where its source is not here.</param>
/// <param name="IsIdle">Whether it keeps the client where nobody reads it: it sends nothing.</param>
/// <param name="Configuration">What its code sets on that client.</param>
internal sealed record TypedClient(Certainty TakesClient, bool IsIdle, ClientConfiguration Configuration)
{
    /// <summary>There is no such type.</summary>
    public static readonly TypedClient None = new(Certainty.No, IsIdle: false, ClientConfiguration.Nothing);

    public static readonly TypedClient Unseen = new(Certainty.Unknown, IsIdle: false, ClientConfiguration.Unseen);

    public TypedClient With(TypedClient other) =>
        this == None ? other
        : other == None ? this
        : new(
            TakesClient == Certainty.Yes || other.TakesClient == Certainty.Yes ? Certainty.Yes : TakesClient == Certainty.Unknown ? TakesClient : other.TakesClient,
            IsIdle && other.IsIdle,
            new ClientConfiguration(Configuration.Settings.AddRange(other.Configuration.Settings), Configuration.IsWhole && other.Configuration.IsWhole));
}
