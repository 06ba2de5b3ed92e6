using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Timeouts;

/// <summary>
/// A thread held until an outbound call is answered. Positive: <c>Result</c>, <c>Wait()</c> or <c>GetAwaiter().GetResult()</c> on the task of a call, of a wrapper that reaches
/// one, or of reading a response's body. Quiet: the task may be done already, another assembly says that the function is synchronous,
/// a library offers it beside an asynchronous one (option), tests. A suggestion where nobody above it in this compilation is asynchronous or could be at once, and where the body that is read has arrived.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA1009BlockingWait() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA1009";

    private static readonly RuleOption<bool> ReportSynchronousHalves = RuleOption.Flag(
        Id, "report_synchronous_halves", false, "Also report what a library offers for callers who cannot await, beside its asynchronous method (`Send` beside `SendAsync`)");

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Timeouts,
        DiagnosticSeverity.Warning,
        "A blocking wait on an outbound call",
        "'{0}' holds a thread until '{1}'{2} is answered: await it",
        "A thread that waits for the other side serves nobody else. When the other side is slow, the pool runs out of threads and the whole process stands still; under a synchronization context the wait may never end.");

    internal override ImmutableArray<RuleOption> Options => ImmutableArray.Create<RuleOption>(ReportSynchronousHalves);

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest || !context.Model.CallNames.Any)
            return;
        context.OnSyntax(
            node =>
            {
                var access = (MemberAccessExpressionSyntax)node.Node;
                if (!context.Model.Waits.MayBe(access) || context.Model.Waits.Read(access, node.SemanticModel, node.CancellationToken) is not { } wait)
                    return;
                if (wait.IsOfferedBesideAsync && !ReportSynchronousHalves.Get(node.Options, node.Node.SyntaxTree))
                    return;
                var place = wait.Name.Identifier.GetLocation();
                var name = wait.Name.Identifier.ValueText;
                var via = wait.Via is null ? "" : $" (by '{wait.Via}')";
                node.ReportDiagnostic(context.Leveled(wait.IsLeft, place, cause: null, properties: null, name, wait.Waited, via));
            },
            SyntaxKind.SimpleMemberAccessExpression);
    }
}
