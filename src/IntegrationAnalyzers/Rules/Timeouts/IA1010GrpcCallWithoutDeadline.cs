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
/// A gRPC call that nothing ends. Positive: the call, its options, its token and its client give it no deadline; a deadline in local time, which the library refuses; a timeout of
/// the registration's <c>HttpClient</c>, which the library ignores. Quiet: any of that is out of sight; tests.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA1010GrpcCallWithoutDeadline() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA1010";

    internal static readonly RuleOption<int> DeadlineSeconds = RuleOption.Number(Id, "deadline_seconds", 30, "The deadline in seconds that the fix gives a call");

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Timeouts,
        DiagnosticSeverity.Warning,
        "A gRPC call without a deadline",
        "'{0}' {1}",
        "gRPC has no timeout of its own: without a deadline a call waits for ever. A deadline that is not in UTC is refused at run time, and the timeout of the registration's HttpClient is not looked at.");

    internal override ImmutableArray<RuleOption> Options { get; } = ImmutableArray.Create<RuleOption>(DeadlineSeconds);

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest || !GrpcApis.IsReferencedBy(context.Model.Compilation))
            return;
        context.OnOperation(
            operation => Check((IInvocationOperation)operation.Operation, operation, context),
            FilesThat.Name(RegistrationApis.Registering).Or(context.Model.IsNearCalls),
            static _ => true,
            OperationKind.Invocation);
    }

    private static void Check(IInvocationOperation invocation, OperationContext operation, RuleContext context)
    {
        var model = context.Model;
        if (RegistrationApis.Find(invocation.TargetMethod) == RegistrationKind.Grpc)
        {
            foreach (var registration in model.Registrations.At(invocation.Syntax, operation.CancellationToken))
                CheckRegistration(registration, operation, context);
            return;
        }

        if (GrpcApis.Find(invocation.TargetMethod) is null || model.Calls.Read(invocation, operation.CancellationToken) is not { } call)
            return;
        if (invocation.Argument(GrpcApis.Deadline) is { } deadline && model.GrpcDeadlines.Local(deadline, operation.CancellationToken) is { } local)
        {
            if (local.Syntax.SyntaxTree == invocation.Syntax.SyntaxTree)
                operation.ReportDiagnostic(context.Diagnostic(local.Syntax.GetLocation(), local.Syntax.ToString(), $"is no time in UTC: as a deadline of '{call.Name}' it is refused at run time; use 'DateTime.UtcNow'"));
        }
        else if (GrpcApis.IsUnary(invocation.TargetMethod) && model.GrpcDeadlines.Of(call, operation.CancellationToken) == Certainty.No)
        {
            operation.ReportDiagnostic(context.Diagnostic(((InvocationExpressionSyntax)invocation.Syntax).CalledToken().GetLocation(), call.Name, "has no deadline and may wait for ever: give it one in UTC"));
        }
    }

    private static void CheckRegistration(ClientRegistration registration, OperationContext operation, RuleContext context)
    {
        foreach (var step in registration.Steps)
        {
            if (step.Kind != RegistrationStepKind.Client)
                continue;
            foreach (var setting in step.Configuration.Settings)
            {
                if (setting.IsTimeout && setting.Assignment.Syntax.SyntaxTree == registration.Invocation.Syntax.SyntaxTree)
                    operation.ReportDiagnostic(context.Diagnostic(setting.Assignment.Syntax.GetLocation(), setting.Member, "of the 'HttpClient' is ignored by a gRPC client: give its calls deadlines"));
            }
        }
    }
}
