using System;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>The assemblies of providers' own SDKs, whose types describe the provider's objects.</summary>
internal static class VendorAssemblies
{
    private static readonly string[] Names =
    [
        "Stripe.net", "Octokit", "Twilio", "SendGrid", "Mollie.Api", "Adyen", "Braintree", "PayPalCheckoutSdk", "Square", "ShopifySharp", "Slack.NetStandard", "SlackNet",
        "Microsoft.Graph", "Notion.Client", "Auth0.ManagementApi", "Okta.Sdk", "Going.Plaid", "CheckoutSdk", "Telegram.Bot", "Discord.Net.Rest", "OpenAI",
    ];

    private static readonly string[] Families = ["Google.Apis.", "AWSSDK.", "Octokit."];

    public static bool Declares(ITypeSymbol type)
    {
        if (type.ContainingAssembly?.Name is not { } assembly || type.SpecialType != SpecialType.None)
            return false;
        foreach (var family in Families)
        {
            if (assembly.StartsWith(family, StringComparison.Ordinal))
                return true;
        }

        return Array.IndexOf(Names, assembly) >= 0;
    }
}
