using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>
/// Methods that send money out: by their name (<see cref="MoneyNames"/>), or by a verb of sending beside an amount and whom it goes to, whatever the coin is called
/// (<c>SendTrxAsync(string to, decimal amount)</c>). What only speaks of an amount (<c>SendReceiptAsync(string to, decimal amount)</c>) is none.
/// </summary>
internal static class Payments
{
    private static readonly HashSet<string> SendingVerbs = Set("send", "transfer", "remit", "disburse", "enviar", "transferir");

    private static readonly HashSet<string> MakingVerbs = Set("send", "create", "initiate");

    /// <summary>What leaves by being made; a payment that is created is paid by somebody else later.</summary>
    private static readonly HashSet<string> MoneyOut = Set("payout", "payouts", "refund", "refunds", "withdrawal", "withdrawals", "disbursement");

    private static readonly HashSet<string> Amounts = Set("amount", "monto", "montante", "importe", "importo", "betrag", "bedrag");

    private static readonly HashSet<string> Receivers =
        Set("to", "destination", "dest", "recipient", "receiver", "beneficiary", "payee", "iban", "wallet", "address", "account", "destino", "destinatario", "beneficiario");

    /// <summary>Addresses of people, of pages and of exchange: no money goes there.</summary>
    private static readonly HashSet<string> OtherReceivers = Set("email", "mail", "url", "uri", "phone", "sms", "currency", "date", "time");

    /// <summary>What is sent about an amount, and what else has one.</summary>
    private static readonly HashSet<string> NoMoney = Set(
        "email", "mail", "mails", "sms", "text", "message", "messages", "notification", "notifications", "notice", "receipt", "receipts", "reminder", "alert", "alerts", "invoice", "invoices", "bill",
        "quote", "offer", "confirmation", "request", "requests", "link", "statement", "report", "event", "events", "webhook", "otp", "code", "push", "update", "updates", "whatsapp", "telegram", "slack",
        "template", "correo", "mensaje", "mensagem", "notificacion", "notificacao", "status", "metric", "metrics", "telemetry", "stock", "inventory", "item", "items", "product", "products", "file",
        "files", "call", "ownership", "data");

    public static bool Makes(IMethodSymbol method)
    {
        if (MoneyNames.PaysAtOnce(method.Name))
            return true;
        var words = ReadOnlyNames.Words(method.Name).Where(static word => word is not "Async").ToArray();
        if (words.Length == 0 || words.Any(NoMoney.Contains))
            return false;
        if (MakingVerbs.Contains(words[0]) && MoneyOut.Contains(words[words.Length - 1]))
            return true;
        return SendingVerbs.Contains(words[0]) && IsToldWhatAndWhere(method);
    }

    private static bool IsToldWhatAndWhere(IMethodSymbol method)
    {
        bool hasAmount = false, hasReceiver = false;
        foreach (var parameter in method.Parameters)
        {
            hasAmount |= IsAmount(parameter.Name, parameter.Type);
            hasReceiver |= IsReceiver(parameter.Name, parameter.Type);
            if (IsOrder(parameter.Type))
                return true;
        }

        return hasAmount && hasReceiver;
    }

    /// <summary><c>SendAsync(TransferRequest request)</c>: an object that holds both.</summary>
    private static bool IsOrder(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None })
            return false;
        var properties = type.GetMembers().OfType<IPropertySymbol>().ToArray();
        return properties.Any(static property => IsAmount(property.Name, property.Type)) && properties.Any(static property => IsReceiver(property.Name, property.Type));
    }

    private static bool IsAmount(string name, ITypeSymbol type) => IsNumberOrText(type) && ReadOnlyNames.InText(name, Amounts);

    private static bool IsReceiver(string name, ITypeSymbol type) =>
        IsNumberOrText(type) && ReadOnlyNames.InText(name, Receivers) && !ReadOnlyNames.InText(name, OtherReceivers);

    private static bool IsNumberOrText(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => IsNumberOrText(inner),
        { SpecialType: SpecialType.System_String or (>= SpecialType.System_Int16 and <= SpecialType.System_Double) } => true,
        _ => type.Name is "BigInteger" or "Guid",
    };

    private static HashSet<string> Set(params string[] words) => new(words, StringComparer.OrdinalIgnoreCase);
}
