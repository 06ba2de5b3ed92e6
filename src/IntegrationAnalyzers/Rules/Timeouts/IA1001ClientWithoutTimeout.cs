using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Timeouts;

/// <summary>
/// A client made here whose wait nothing bounds. Positive: no timeout is set on the instance anywhere it goes, and at least one call on it has no
/// deadline of its own. Quiet: any of that is unknown, the client only stands in for one the caller may hand in, tests, IA1006 has the same <c>new</c>. A suggestion for <c>WebClient</c>, which
/// cannot be given a timeout.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA1001ClientWithoutTimeout() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA1001";

    internal static readonly RuleOption<bool> ReportFallbacks = RuleOption.Flag(
        Id, "report_fallbacks", false, "Also report a client that stands in where the caller handed none in (`http ?? new HttpClient()`)");

    internal static readonly RuleOption<int> DefaultTimeoutSeconds = RuleOption.Number(
        Id, "default_timeout_seconds", 30, "The timeout in seconds that the fix writes");

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Timeouts,
        DiagnosticSeverity.Warning,
        "An outbound client without a timeout",
        "'{0}' has no timeout: a call that the other side leaves hanging holds its caller for {1}; {2}",
        "A client that nobody gave a timeout waits as long as its library does (100 seconds for HttpClient, for ever in some cases). Every caller waits with it and holds its thread, its connection and its own caller.");

    internal override ImmutableArray<RuleOption> Options => ImmutableArray.Create<RuleOption>(ReportFallbacks, DefaultTimeoutSeconds);

    private protected override void Register(RuleContext context)
    {
        if (!context.Model.Project.IsTest)
            context.OnOperation(operation => Check(operation, context), context.Model.IsNearCalls, context.Model.ClientNames.MayMake, OperationKind.ObjectCreation, OperationKind.Invocation);
    }

    private static void Check(OperationContext operation, RuleContext context)
    {
        if (context.Model.Clients.Read(operation.Operation, operation.CancellationToken) is not { } client)
            return;
        if (client.TimeoutBound != Certainty.No || client.IsHostOwned || client.Sibling is not null)
            return;
        if (client.IsFallback && !ReportFallbacks.Get(operation.Options, client.Creation.Syntax.SyntaxTree))
            return;
        if (IA1006ClientPerCall.Reports(client, operation, context))
            return;

        operation.ReportDiagnostic(context.Leveled(
            client.Kind == ClientKind.WebClient, client.Creation.Syntax.GetLocation(), cause: null, properties: null, client.Type.Name, Wait(client.Kind), WayOut(client.Kind, context)));
    }

    private static string Wait(ClientKind kind) =>
        kind is ClientKind.WebRequest or ClientKind.WebClient ? "100 seconds, or for ever" : "100 seconds";

    private static string WayOut(ClientKind kind, RuleContext context) => kind switch
    {
        ClientKind.WebClient => "it cannot be given one, use 'HttpClient' with 'Timeout'",
        ClientKind.Refit => "hand in an 'HttpClient' with 'Timeout'",
        ClientKind.RestSharp when !RestSharpApis.IsBefore107(context.Model.Compilation) => "set the timeout in its options to what the caller can bear",
        _ => "set 'Timeout' to what the caller can bear",
    };
}
