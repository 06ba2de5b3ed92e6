using System.Collections.Immutable;
using IntegrationAnalyzers.Model.Clients;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Timeouts;

/// <summary>
/// A base address whose path is lost. Positive: the address is spelled out and has a path, it is the only one of its client, and a request under it is found whose relative
/// address drops that path. Quiet: any of that is unknown, the request repeats the path, queries, absolute addresses, libraries that join paths themselves.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA1012LostBasePath() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA1012";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Timeouts,
        DiagnosticSeverity.Warning,
        "A base address whose path is lost",
        "The path of the base address '{0}' does not reach the request for '{1}': {2}",
        "A relative address replaces what follows the base address's last slash, and one that begins with a slash replaces its whole path. The requests go to another address than the one that stands there, often to another version of the API.");

    private protected override void Register(RuleContext context)
    {
        if (!context.Model.Project.IsTest)
            context.OnSyntax(node => Check(node, context), FilesThat.Name("BaseAddress"), SyntaxKind.SimpleAssignmentExpression);
    }

    private static void Check(NodeContext node, RuleContext context)
    {
        if (node.Node is not AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BaseAddress" } or IdentifierNameSyntax { Identifier.ValueText: "BaseAddress" } } ||
            !context.Model.CallNames.IsClientTree(node.Node.SyntaxTree) ||
            node.SemanticModel.GetOperation(node.Node, node.CancellationToken) is not ISimpleAssignmentOperation assignment ||
            context.Model.LostPaths.Read(assignment, node.CancellationToken) is not { } lost)
        {
            return;
        }

        var cause = lost.Rooted.IsEmpty ? null : lost.Rooted[0].Syntax.GetLocation();
        node.ReportDiagnostic(context.Diagnostic(
            lost.Address.Syntax.GetLocation(),
            cause,
            ImmutableDictionary<string, string?>.Empty,
            lost.Base,
            lost.Relative,
            lost.EndsOpen ? "end the base address with a slash" : "a relative address that begins with a slash replaces the path, drop that slash"));
    }
}
