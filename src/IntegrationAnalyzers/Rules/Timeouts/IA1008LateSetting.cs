using IntegrationAnalyzers.Model.Clients;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Timeouts;

/// <summary>
/// A setting of a shared or injected client that throws once a request was sent, set among requests. Positive: a field or injected parameter holds the client, and the
/// method sets it and sends, and can run many times; or a constructor of instances sets up a static client. Quiet: the same method makes the client, a condition on
/// the object's state stands before it, constructors, set-up, clients of the call's own.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA1008LateSetting() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA1008";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Timeouts,
        DiagnosticSeverity.Warning,
        "A client's setting changed after its first request",
        "'{0}' of '{1}' is set where requests may have been sent: from the second time on this throws 'InvalidOperationException'; {2}",
        "HttpClient refuses a change of Timeout, BaseAddress or MaxResponseContentBufferSize once it has sent a request. Code that sets one before each call works in the first test and throws on the second call.");

    private protected override void Register(RuleContext context)
    {
        if (!context.Model.Project.IsTest)
            context.OnSyntax(node => Check(node, context), context.Model.CallNames.IsClientTree, SyntaxKind.SimpleAssignmentExpression);
    }

    private static void Check(NodeContext node, RuleContext context)
    {
        if (node.Node is not AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } left } ||
            !LateSettings.IsSettledBySending(name) || !context.Model.CallNames.IsClientTree(node.Node.SyntaxTree) ||
            node.SemanticModel.GetOperation(node.Node, node.CancellationToken) is not ISimpleAssignmentOperation assignment ||
            context.Model.LateSettings.Read(assignment, node.CancellationToken) is not { } setting)
        {
            return;
        }

        node.ReportDiagnostic(context.Diagnostic(left.GetLocation(), name, setting.Holder.Name, WayOut(setting)));
    }

    private static string WayOut(LateSetting setting) => setting.Property.Name switch
    {
        "Timeout" => "give the call a token with a deadline",
        "BaseAddress" => "set it where the client is made, or send to an absolute address",
        _ => "set it where the client is made",
    };
}
