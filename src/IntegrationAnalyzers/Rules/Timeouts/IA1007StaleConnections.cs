using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Clients;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Timeouts;

/// <summary>
/// A client that lives as long as the process and keeps its connections as long. Positive: a static member or a singleton has it, and its own handler says
/// nothing about their lifetime. Quiet: the handler comes from elsewhere or is wrapped in an unknown one, the target has no <c>SocketsHttpHandler</c>,
/// IA1006 has the same <c>new</c>, tests.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA1007StaleConnections() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA1007";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Timeouts,
        DiagnosticSeverity.Info,
        "A shared client keeps its connections for ever",
        "This '{0}' lives as long as the process and keeps its connections as long: it goes on calling an address that DNS has left; set 'PooledConnectionLifetime' of a 'SocketsHttpHandler'",
        "DNS is asked when a connection is opened. A client whose connections never expire keeps calling the old address after a failover, a blue-green switch or a scale-in, until the process is restarted.");

    private protected override void Register(RuleContext context)
    {
        if (!context.Model.Project.IsTest)
            context.OnOperation(operation => Check(operation, context), context.Model.IsNearCalls, context.Model.ClientNames.MayMake, OperationKind.ObjectCreation);
    }

    private static void Check(OperationContext operation, RuleContext context)
    {
        var cancellationToken = operation.CancellationToken;
        if (context.Model.Clients.Read(operation.Operation, cancellationToken) is not { IsShared: true, Kind: ClientKind.HttpClient, IsFallback: false, IsHostOwned: false, Sibling: null } client)
            return;

        // Asked last: the first question for a type makes the compiler bind its references.
        if (!HandlerTypes.PoolsConnections(context.Model.Compilation) || ConnectionLifetimes.Of(client, context.Model.Source, cancellationToken) != Certainty.No || IA1006ClientPerCall.Reports(client, operation, context))
            return;

        operation.ReportDiagnostic(context.Diagnostic(client.Creation.Syntax.GetLocation(), client.Type.Name));
    }
}
