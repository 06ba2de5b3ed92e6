using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Timeouts;

/// <summary>
/// A client whose timeout is switched off and whose calls nothing else ends. Positive: every timeout set on it is infinite, and at least one call on it has no
/// deadline of its own. Quiet: all calls have one (a token with a deadline, a wrapper, a pipeline), a handler ends them, or any of that is unknown; tests.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA1002EndlessTimeout() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA1002";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Timeouts,
        DiagnosticSeverity.Warning,
        "A timeout switched off while calls have no deadline",
        "The timeout of this '{0}' is switched off and not every call on it has a deadline: one that the other side leaves hanging never ends; bound it here, or give each call a token with a deadline",
        "An infinite timeout is right where each call brings its own deadline. Where one does not, a silent upstream holds it, its connection and its caller for ever.");

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;
        context.OnOperation(operation => Check(operation, context), context.Model.IsNearCalls, context.Model.ClientNames.MayMake, OperationKind.ObjectCreation, OperationKind.Invocation);
        context.OnOperation(
            operation => CheckRequest(operation, context), FilesThat.Name(EndlessRequests.Setter), static node => node is InvocationExpressionSyntax call && call.CalledText() == EndlessRequests.Setter,
            OperationKind.Invocation);
        context.OnSyntax(node => CheckRegistration(node, context), FilesThat.Name(RegistrationApis.Names), SyntaxKind.InvocationExpression);
    }

    private static void CheckRequest(OperationContext operation, RuleContext context)
    {
        if (operation.Operation is IInvocationOperation setter && EndlessRequests.In(setter, context.Model.Calls, context.Model.Source, operation.CancellationToken) is { } value)
            operation.ReportDiagnostic(context.Diagnostic(value.Syntax.GetLocation(), "request"));
    }

    private static void CheckRegistration(NodeContext node, RuleContext context)
    {
        var invocation = (InvocationExpressionSyntax)node.Node;
        if (!ClientRegistrations.MayRegister(invocation) || invocation.CalledName() is not { } name)
            return;
        foreach (var registration in context.Model.Registrations.At(invocation, node.CancellationToken))
        {
            // One client is one report, at the first of its registrations; one that is made here has been looked at, gRPC's waits are its calls'.
            if (registration.IsGeneric || registration.Kind is RegistrationKind.Plain or RegistrationKind.Grpc ||
                context.Model.Registrations.Of(registration, node.CancellationToken) is not { IsHostOwned: false } client || client.Registrations[0].Invocation.Syntax != invocation ||
                client.EndlessTimeout(node.CancellationToken) is not { } setting ||
                context.Model.Registrations.Calls(client, node.CancellationToken).IsEmpty ||
                context.Model.Registrations.IsSetLate(client, node.CancellationToken) || context.Model.Registrations.CallsEnd(client, node.CancellationToken) != Certainty.No)
            {
                continue;
            }

            var place = setting.Value.Syntax.SyntaxTree == invocation.SyntaxTree ? setting.Value.Syntax : name;
            node.ReportDiagnostic(context.Diagnostic(place.GetLocation(), client.Name is { Length: > 0 } text ? text : "HttpClient"));
            return;
        }
    }

    private static void Check(OperationContext operation, RuleContext context)
    {
        if (context.Model.Clients.Read(operation.Operation, operation.CancellationToken) is not { IsEndless: Certainty.Yes, IsHostOwned: false } client)
            return;

        // Where the setting stands elsewhere, the client speaks for it: a report belongs to the file under analysis.
        var setting = EndlessTimeouts.Value(client.Timeouts[0]) is { } value ? EndlessTimeouts.Said(value, context.Model.Source, operation.CancellationToken).Syntax : null;
        var place = setting?.SyntaxTree == client.Creation.Syntax.SyntaxTree ? setting : client.Creation.Syntax;
        operation.ReportDiagnostic(context.Diagnostic(place.GetLocation(), client.Type.Name));
    }
}
