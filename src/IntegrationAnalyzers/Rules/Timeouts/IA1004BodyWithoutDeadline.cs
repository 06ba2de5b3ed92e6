using System.Collections.Immutable;
using IntegrationAnalyzers.Model.Waits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Timeouts;

/// <summary>
/// A body read past the deadline. Positive: the call ended at the headers and the read has no token; a buffered call without a token behind a standard handler. Quiet: a token
/// is passed, whichever; something round the read ends it; the response comes from out of sight; tests. A suggestion for the body of an error that goes into an exception.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA1004BodyWithoutDeadline() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA1004";

    internal static readonly RuleOption<int> DeadlineSeconds = RuleOption.Number(
        Id, "deadline_seconds", 30, "The deadline in seconds that the fix gives a read where no token is in scope, and at least what the type itself sets as `Timeout`");

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Timeouts,
        DiagnosticSeverity.Warning,
        "A response body read without a deadline",
        "'{0}' reads the body without a deadline: {1}; pass it a token",
        "A client's timeout, and a resilience handler's, end when the headers are there. When the other side stops in the middle of the body, a read without a token waits for ever.");

    internal override ImmutableArray<RuleOption> Options { get; } = ImmutableArray.Create<RuleOption>(DeadlineSeconds);

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest || !context.Model.CallNames.Any)
            return;
        context.OnSyntax(
            node =>
            {
                var invocation = (InvocationExpressionSyntax)node.Node;
                if (context.Model.Bodies.MayBe(invocation) && context.Model.Bodies.Read(invocation, node.SemanticModel, node.CancellationToken) is { } read)
                {
                    var place = read.Name.Identifier.GetLocation();
                    var name = read.Name.Identifier.ValueText;
                    node.ReportDiagnostic(context.Leveled(FailedBodies.Holds(invocation, context.Model.Source, node.CancellationToken), place, Cause(read), properties: null, name, Why(read)));
                }
            },
            SyntaxKind.InvocationExpression);
    }

    private static Location? Cause(UnboundedRead read) =>
        read.Handler is { } handler ? handler.Invocation.Syntax.GetLocation()
        : read.Call.Operation.Syntax == read.Operation.Syntax ? null
        : read.Call.Operation.Syntax.GetLocation();

    private static string Why(UnboundedRead read) =>
        read.Handler is { } handler ? $"'{handler.Invocation.TargetMethod.Name}' ends at the headers, and makes the client's own timeout infinite"
        : $"the timeout of '{read.Call.Name}' ends at the headers";
}
