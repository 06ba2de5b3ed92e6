using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Model.Retries;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Names of methods and types that have to do with money or orders.</summary>
internal static class MoneyNames
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "pay", "payment", "payments", "payout", "charge", "refund", "capture", "transfer", "withdraw", "deposit", "order", "orders", "purchase", "buy", "checkout", "invoice", "billing", "subscription",
    };

    /// <summary>What pays by itself, as a name's first word.</summary>
    private static readonly HashSet<string> PayingVerbs = new(StringComparer.OrdinalIgnoreCase) { "charge", "refund", "withdraw", "payout", "purchase", "buy" };

    /// <summary>What does so as the first word where the last is one of money: <c>ExecutePaymentAsync</c>, not <c>ProcessPaymentWebhook</c>.</summary>
    private static readonly HashSet<string> DoingVerbs =
        new(StringComparer.OrdinalIgnoreCase) { "execute", "make", "place", "submit", "process", "confirm", "capture", "transfer", "issue" };

    private static readonly HashSet<string> WhatIsPaid = new([.. Words, "money", "funds", "bill"], StringComparer.OrdinalIgnoreCase);

    public static bool Are(string name) => ReadOnlyNames.InText(name, Words);

    /// <summary>Whether a method of that name moves money or places an order itself: <c>RefundAsync</c>, not <c>CreatePaymentLink</c> and not <c>PayPalLogin</c>.</summary>
    public static bool PaysAtOnce(string method)
    {
        var words = ReadOnlyNames.Words(method).Where(static word => word is not "Async").ToArray();
        if (words.Length == 0)
            return false;
        if (PayingVerbs.Contains(words[0]))
            return true;
        if (words[0].Equals("pay", StringComparison.OrdinalIgnoreCase))
            return words.Length == 1 || WhatIsPaid.Contains(words[1]) || words[1] is "With" or "Now" or "Out";
        return words.Length > 1 && DoingVerbs.Contains(words[0]) && WhatIsPaid.Contains(words[words.Length - 1]);
    }
}
