using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Timeouts;

/// <summary>
/// A registered client whose wait nothing bounds. Positive: neither its registrations, nor the defaults of all clients, nor a handler, nor its own type's constructor
/// gives it an end, and at least one call on it has none of its own. Quiet: any of that is out of sight, a helper that registers many clients, tests.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA1003RegistrationWithoutTimeout() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA1003";

    internal static readonly RuleOption<bool> ReportInLibraries = RuleOption.Flag(
        Id, "report_in_libraries", true, "Also report registrations of a library; `false` where the applications that use it set defaults for all clients");

    internal static readonly RuleOption<int> DefaultTimeoutSeconds = RuleOption.Number(
        Id, "default_timeout_seconds", 30, "The timeout in seconds that the fix writes");

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Timeouts,
        DiagnosticSeverity.Warning,
        "A client registered without a timeout",
        "The client '{0}' is registered without a timeout: a call that the other side leaves hanging holds its caller for 100 seconds; set 'Timeout' here to what the caller can bear",
        "A client from IHttpClientFactory waits 100 seconds unless its registration, the defaults of all clients, a handler or its own constructor says otherwise. Every caller waits with it and holds its thread, its connection and its own caller.");

    internal override ImmutableArray<RuleOption> Options => ImmutableArray.Create<RuleOption>(ReportInLibraries, DefaultTimeoutSeconds);

    private protected override void Register(RuleContext context)
    {
        if (!context.Model.Project.IsTest)
            context.OnSyntax(node => Check(node, context), FilesThat.Name(RegistrationApis.Names), SyntaxKind.InvocationExpression);
    }

    private static void Check(NodeContext node, RuleContext context)
    {
        var invocation = (InvocationExpressionSyntax)node.Node;
        if (!ClientRegistrations.MayRegister(invocation) || invocation.CalledName() is not { } name)
            return;

        RegisteredClient? reported = null;
        foreach (var registration in context.Model.Registrations.At(invocation, node.CancellationToken))
        {
            if (context.Model.Registrations.Of(registration, node.CancellationToken) is not { } client || !IsUnbounded(registration, client, context.Model, node.CancellationToken))
                return;
            reported ??= client;
        }

        if (reported is null || (context.Model.Project.IsLibrary && !ReportInLibraries.Get(node.Options, invocation.SyntaxTree)))
            return;
        node.ReportDiagnostic(context.Diagnostic(name.GetLocation(), NameOf(reported)));
    }

    /// <summary>What a reader knows the client by; where the code does not say its name, how it asks for it (<c>item.Key</c>).</summary>
    private static string NameOf(RegisteredClient client)
    {
        var registration = client.Registrations[0];
        return client.Name ?? registration.ClientType?.Name ?? registration.Invocation.Argument("name")?.Syntax.ToString() ?? "HttpClient";
    }

    private static bool IsUnbounded(ClientRegistration registration, RegisteredClient client, IntegrationModel model, CancellationToken cancellationToken)
    {
        // One client is one report, at the first of its registrations; one that is made here is IA1001's, gRPC's wait is its calls'.
        if (registration.IsGeneric || client.Registrations[0].Invocation.Syntax != registration.Invocation.Syntax ||
            registration.Kind is RegistrationKind.Bare or RegistrationKind.Grpc || registration is { Kind: RegistrationKind.Plain, IsMadeByContainer: false })
        {
            return false;
        }

        return client.IsBounded(cancellationToken) == Certainty.No && !client.IsHostOwned && !model.Registrations.IsReplaced(registration, cancellationToken) &&
            !(registration.ImplementationType is not null && client.Typed(cancellationToken) is { TakesClient: Certainty.No } or { IsIdle: true }) &&
            !model.Registrations.IsSetLate(client, cancellationToken) && model.Registrations.CallsEnd(client, cancellationToken) == Certainty.No;
    }
}
