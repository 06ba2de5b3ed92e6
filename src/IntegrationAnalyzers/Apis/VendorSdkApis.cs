using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>Vendors' own clients, whose methods are named for what they do.</summary>
internal static class VendorSdkApis
{
    public const string Stripe = "Stripe";

    /// <summary>The type by which Stripe.net is given an <c>HttpClient</c>.</summary>
    public const string StripeOwnClient = "SystemNetHttpClient";

    private static readonly Dictionary<string, HttpVerb> StripeVerbs = new(StringComparer.Ordinal)
    {
        ["Create"] = HttpVerb.Post,
        ["Update"] = HttpVerb.Post,
        ["Capture"] = HttpVerb.Post,
        ["Confirm"] = HttpVerb.Post,
        ["Cancel"] = HttpVerb.Post,
        ["Pay"] = HttpVerb.Post,
        ["Finalize"] = HttpVerb.Post,
        ["Delete"] = HttpVerb.Delete,
        ["Get"] = HttpVerb.Get,
        ["List"] = HttpVerb.Get,
        ["Search"] = HttpVerb.Get,
    };

    /// <summary>The names of all members, with and without <c>Async</c>, for a look before anything is bound.</summary>
    public static IEnumerable<string> Names
    {
        get
        {
            foreach (var name in StripeVerbs.Keys)
            {
                yield return name;
                yield return name + "Async";
            }
        }
    }

    /// <summary>Stripe.net: <c>PaymentIntentService.CreateAsync</c> and its like.</summary>
    public static SendingMember? Find(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type is null || method.IsStatic || !type.Name.EndsWith("Service", StringComparison.Ordinal) || !InStripe(type.ContainingNamespace))
            return null;

        var name = method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name.Substring(0, method.Name.Length - 5) : method.Name;
        return StripeVerbs.TryGetValue(name, out var verb)
            ? new SendingMember(Stripe, type.Name, method.Name, verb, StatusCheck.Throws, CallResult.Payload)
            : null;
    }

    private static bool InStripe(INamespaceSymbol? ns) => ns.RootName() == Stripe;
}
