using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Clients;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Timeouts;

/// <summary>
/// A client that a method makes, uses and leaves, call for call. Positive: every place the client goes to is in sight, none outlives the method, and the
/// method can run many times. Quiet: it is stored, returned, registered or handed out; a handler from elsewhere keeps the connections; the place runs once
/// (entry point, constructor, set-up, start of a worker); tests. A suggestion in a program with windows, and where the method logs in, finds faults or asks for updates: none runs often. It speaks for IA1001 and IA1007 about the same <c>new</c>: its fix sets both.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA1006ClientPerCall() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA1006";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Timeouts,
        DiagnosticSeverity.Warning,
        "A client created for each call",
        "'{0}' is created anew each time this code runs: every call opens a connection, and closed ones hold their ports for minutes; share one client, or take it from 'IHttpClientFactory'",
        "A client brings its own connection pool. One that is made for a call and dropped pays for a new TCP and TLS handshake each time and leaves the closed connections waiting (TIME_WAIT), until under load the process runs out of ports.");

    /// <summary>Whether this rule reports the client, so that others which its fix satisfies have nothing to add.</summary>
    internal static bool Reports(OutboundClient client, OperationContext operation, RuleContext context) =>
        IsPerCall(client) && !context.IsOff(Id, client.Creation.Syntax.SyntaxTree, operation.CancellationToken);

    private protected override void Register(RuleContext context)
    {
        if (!context.Model.Project.IsTest)
            context.OnOperation(operation => Check(operation, context), context.Model.IsNearCalls, context.Model.ClientNames.MayMake, OperationKind.ObjectCreation);
    }

    private static void Check(OperationContext operation, RuleContext context)
    {
        if (context.Model.Clients.Read(operation.Operation, operation.CancellationToken) is { Sibling: null } client && IsPerCall(client))
        {
            var suggests = context.Model.Project.HasWindows || RareCalls.LogsIn(client.Creation) || RareCalls.IsAskedForByHand(client.Creation);
            operation.ReportDiagnostic(context.Leveled(suggests, client.Creation.Syntax.GetLocation(), cause: null, properties: null, client.Type.Name));
        }
    }

    private static bool IsPerCall(OutboundClient client) => client is { IsPerCall: Certainty.Yes, IsFallback: false, IsHostOwned: false };
}
