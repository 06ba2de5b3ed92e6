using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Timeouts;

/// <summary>
/// A client asked for by a name that nobody registers. Positive: the name is in the code, this compilation registers named clients, and none of this name. Quiet: code
/// out of sight may register it, in a library unless a registered name looks like it, tests.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA1011UnregisteredClientName() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA1011";

    /// <summary>The property of a diagnostic that holds the registered name it looks like.</summary>
    public const string NearestName = "nearest";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Timeouts,
        DiagnosticSeverity.Warning,
        "A client is asked for by a name that is not registered",
        "No client is registered as '{0}': the factory hands out one without base address, handlers and timeout; {1}",
        "IHttpClientFactory.CreateClient makes a client for any name. One that nobody registered has no base address, no handlers, no credentials and the default timeout, and no error says so.");

    private protected override void Register(RuleContext context)
    {
        if (!context.Model.Project.IsTest)
            context.OnSyntax(node => Check(node, context), FilesThat.Name(RegistrationApis.CreateClient), SyntaxKind.InvocationExpression);
    }

    private static void Check(NodeContext node, RuleContext context)
    {
        var model = context.Model;
        if (((InvocationExpressionSyntax)node.Node).CalledText() != RegistrationApis.CreateClient ||
            node.SemanticModel.GetOperation(node.Node, node.CancellationToken) is not IInvocationOperation invocation ||
            CreatedClient.Read(invocation, model.Registrations, model.Source, node.CancellationToken) is not { IsRegistered: Certainty.No } client ||
            (client.Nearest is null && model.Project.IsLibrary))
        {
            return;
        }

        node.ReportDiagnostic(context.Diagnostic(
            client.Argument.Syntax.GetLocation(),
            cause: null,
            client.Nearest is null ? null : ImmutableDictionary<string, string?>.Empty.Add(NearestName, client.Nearest),
            client.Name,
            client.Nearest is null ? "register it, or ask for one that is" : $"'{client.Nearest}' is"));
    }
}
