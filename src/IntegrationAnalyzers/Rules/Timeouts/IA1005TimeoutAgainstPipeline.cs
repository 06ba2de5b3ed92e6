using System;
using System.Collections.Immutable;
using System.Globalization;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Timeouts;

/// <summary>
/// A registered client's timeout that contradicts the pipeline round its requests. Positive: both are spelt out in the code, and the handler takes the timeout away, or the timeout ends
/// requests before the pipeline is through. Quiet: a value, a condition or a step that the code does not show.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA1005TimeoutAgainstPipeline() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA1005";

    /// <summary>The property of a diagnostic that says in which way the two contradict each other.</summary>
    public const string Kind = "kind";

    /// <summary>The property that holds what the pipeline allows for, in whole seconds.</summary>
    public const string Seconds = "seconds";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Timeouts,
        DiagnosticSeverity.Warning,
        "A client's timeout contradicts its resilience pipeline",
        "{0}",
        "HttpClient.Timeout spans all attempts of a handler's pipeline. One that is shorter than the pipeline allows for cuts the retries off, and one that is set before a standard resilience handler is made infinite by it.");

    private protected override void Register(RuleContext context)
    {
        context.OnSyntax(
            node =>
            {
                if (node.Node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Timeout" } })
                    Check(node, context);
            },
            FilesThat.Name("Timeout"),
            SyntaxKind.SimpleAssignmentExpression);
        context.OnSyntax(
            node =>
            {
                if (((InvocationExpressionSyntax)node.Node).CalledText() is { } name && RegistrationApis.IsHandlerName(name))
                    Check(node, context);
            },
            FilesThat.Name(RegistrationApis.HandlerNames),
            SyntaxKind.InvocationExpression);
    }

    private static void Check(NodeContext node, RuleContext context)
    {
        if (context.Model.TimeoutConflicts.At(node.Node, node.CancellationToken) is not { } conflict)
            return;

        var place = node.Node is InvocationExpressionSyntax invocation ? invocation.CalledName()!.GetLocation() : node.Node.GetLocation();
        var properties = ImmutableDictionary<string, string?>.Empty.Add(Kind, conflict.Kind.ToString()).Add(Seconds, Whole(conflict.Fits));
        node.ReportDiagnostic(context.Diagnostic(
            place, conflict.Kind == TimeoutConflictKind.Default ? null : conflict.Handler.GetLocation(), properties, Message(conflict)));
    }

    private static string Message(TimeoutConflict conflict) => conflict.Kind switch
    {
        TimeoutConflictKind.Discarded =>
            $"The timeout of {Short(conflict.Timeout)} is lost: '{conflict.HandlerName}' after it makes it infinite; set the handler's total timeout instead",
        TimeoutConflictKind.CutsShort =>
            $"The timeout of {Short(conflict.Timeout)} spans all attempts and ends them before '{conflict.HandlerName}' is through, which may take {Short(conflict.Needs)}; raise it, or shorten the pipeline",
        _ =>
            $"The pipeline may take {Short(conflict.Needs)}, but its client gives up after 100 s, all attempts together; set the client's 'Timeout' to more",
    };

    private static string Short(TimeSpan span) => span.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    private static string Whole(TimeSpan span) => Math.Ceiling(span.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
}
