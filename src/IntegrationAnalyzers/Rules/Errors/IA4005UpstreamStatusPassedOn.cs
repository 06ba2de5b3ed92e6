using System;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Errors;

/// <summary>
/// The upstream's status code becomes our own. Reports the number where it is made of the response's, or of the exception's, status and
/// reaches the status of our answer. Quiet in a proxy: a method that hands on the headers too, or a type or method named for it (option), the one that made the call as well.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA4005UpstreamStatusPassedOn() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA4005";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Errors,
        DiagnosticSeverity.Warning,
        "The upstream's status code goes out as our own",
        "'{0}' goes out as our own status: the upstream's 401 tells our caller to sign in again and its 404 that our resource is gone; answer 502, 503 or 504 instead",
        "A status code speaks of the server that sends it: an expired key of ours becomes the caller's 401, a wrong path of ours his 404, and a rate limit of ours stops him.");

    private static readonly RuleOption<string[]> ProxyNames = RuleOption.Names(
        Id, "proxy_names", ["Proxy", "Forwarder", "Passthrough", "Relay"], "Words in the name of a type or method, the one round it or the one that made the call, that is meant to hand on all of the upstream's answer.");

    internal override ImmutableArray<RuleOption> Options { get; } = ImmutableArray.Create<RuleOption>(ProxyNames);

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;
        context.OnSyntax(
            c =>
            {
                if (NamesStatus(((CastExpressionSyntax)c.Node).Expression) && c.SemanticModel.GetOperation(c.Node, c.CancellationToken) is IConversionOperation number)
                    Report(number, c, context);
            },
            FilesThat.Name("StatusCode"),
            SyntaxKind.CastExpression);

        // The number that an own type carries, StatusCode(reply.Status), is cast elsewhere; so is that of a tuple.
        context.OnSyntax(
            c =>
            {
                var answer = (InvocationExpressionSyntax)c.Node;
                if (answer.CalledText() is not { } name || Array.IndexOf(AnswerApis.StatusTaking, name) < 0)
                    return;
                foreach (var argument in answer.ArgumentList.Arguments)
                {
                    if (argument.Expression is MemberAccessExpressionSyntax or IdentifierNameSyntax && NamesStatus(argument.Expression) && c.SemanticModel.GetOperation(argument.Expression, c.CancellationToken) is { } number)
                        Report(number, c, context);
                }
            },
            FilesThat.Name(AnswerApis.Words),
            SyntaxKind.InvocationExpression);
        context.OnSyntax(
            c =>
            {
                if (c.Node is AssignmentExpressionSyntax { Right: MemberAccessExpressionSyntax carried } && NamesStatus(carried) && c.SemanticModel.GetOperation(carried, c.CancellationToken) is { } number)
                    Report(number, c, context);
            },
            FilesThat.Name("StatusCode"),
            SyntaxKind.SimpleAssignmentExpression);
    }

    private static void Report(IOperation number, NodeContext analysis, RuleContext context)
    {
        if (PassedStatus.Target(number, context.Model.Source, analysis.CancellationToken) is null)
            return;
        var proxies = ProxyNames.Get(analysis.Options, number.Syntax.SyntaxTree);
        if (ProxyApis.IsProxy(context.Model.Compilation) || IsProxy(number.Syntax, proxies) || PassedStatus.IsOfCall(number, name => name.StartsWith("Forward", StringComparison.Ordinal) || Says(name, proxies), context.Model.Source, analysis.CancellationToken))
            return;

        analysis.ReportDiagnostic(context.Diagnostic(number.Syntax.GetLocation(), number.Syntax.WithoutTrivia().ToString()));
    }

    private static bool NamesStatus(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => SaysStatus(access.Name.Identifier.ValueText),
        ParenthesizedExpressionSyntax parenthesized => NamesStatus(parenthesized.Expression),
        PostfixUnaryExpressionSyntax forgiven => NamesStatus(forgiven.Operand),
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } => binding.Name.Identifier.ValueText == "StatusCode",
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => NamesStatus(coalesce.Left),

        // ex.StatusCode is { } status
        IdentifierNameSyntax { Identifier.ValueText: var name } => SaysStatus(name),
        _ => false,
    };

    private static bool SaysStatus(string name) => name.IndexOf("status", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("code", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsProxy(SyntaxNode node, string[] words) => node.Ancestors().Any(ancestor => ancestor switch
    {
        TypeDeclarationSyntax type => IsNamed(type.Identifier.ValueText, words),
        MethodDeclarationSyntax method => IsNamed(method.Identifier.ValueText, words),
        LocalFunctionStatementSyntax local => IsNamed(local.Identifier.ValueText, words),
        BaseNamespaceDeclarationSyntax { Name: var name } => name.ToString().Split('.').Any(ProxyApis.IsGateway),
        _ => false,
    });

    private static bool IsNamed(string name, string[] words) => ProxyApis.IsGateway(name) || Says(name, words);

    private static bool Says(string name, string[] words) => words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
