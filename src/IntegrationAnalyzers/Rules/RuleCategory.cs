namespace IntegrationAnalyzers.Rules;

/// <summary>
/// One category a family. They are our own, so that <c>dotnet_analyzer_diagnostic.category-….severity</c> raises no rule of anybody else's.
/// </summary>
internal static class RuleCategory
{
    public const string Timeouts = "IntegrationTimeouts";
    public const string Retries = "IntegrationRetries";
    public const string Secrets = "IntegrationSecrets";
    public const string Errors = "IntegrationErrors";
    public const string Payloads = "IntegrationPayloads";
    public const string Transport = "IntegrationTransport";
    public const string Webhooks = "IntegrationWebhooks";
    public const string Observability = "IntegrationObservability";

    /// <summary>What is wrong with our own configuration: an option value, a vocabulary line, a baseline entry.</summary>
    public const string Configuration = "IntegrationConfiguration";
}
