using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Payloads;

/// <summary>An upstream payload used unchecked.</summary>
/// <remarks>
/// Reports: text that came over the wire is deserialized and the object is dereferenced, returned, kept or passed on as never null.
/// Quiet: anything looked at it (a condition that ends the path, a guard, a validator, the caller, the type itself), it is handed on as nullable,
/// it is a value or a parsed document, describes a failure, came from elsewhere, from the server that a Blazor page belongs to, or it is test code.
/// A suggestion where the method that hands it on returns null elsewhere, or the compiler's own warning is switched off for the place.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA5001UncheckedPayload() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA5001";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Payloads,
        DiagnosticSeverity.Warning,
        "An upstream payload used unchecked",
        "The '{1}' that '{0}' reads from a response is {2} without a check: it is null where the body is {3}, so check it and fail clearly ('?? throw')",
        "A deserialized response is what the other side sent, not what the type says: a body of 'null', an empty one or one of another shape becomes a null " +
        "that fails far from its cause, with a message that names neither the endpoint nor the payload.");

    private static readonly RuleOption<string[]> ValidatorNames = RuleOption.Names(
        Id,
        "validator_names",
        ValidationApis.DefaultNames,
        "Methods and constructors whose name starts with one of these check the payload they are given or called on.");

    internal override ImmutableArray<RuleOption> Options { get; } =
        ImmutableArray.Create<RuleOption>(ValidatorNames);

    private protected override void Register(RuleContext context)
    {
        // A null there fails its test, which is what a test is for.
        if (context.Model.Project.IsTest)
            return;

        context.OnOperation(
            operation =>
            {
                var invocation = (IInvocationOperation)operation.Operation;
                if (!context.Model.Payloads.MayRead(invocation))
                    return;

                var names = ValidatorNames.Get(context.Options, invocation.Syntax.SyntaxTree);
                var read = context.Model.PayloadsCheckedBy(names).Read(invocation, operation.CancellationToken);
                if (read is not { Upstream: Certainty.Yes, IsErrorBody: false, IsSelfChecked: false, PayloadType: { } type, FirstUnchecked: { } use } || context.Model.Project.IsPageOfItsHost)
                    return;

                var what = use.Kind switch
                {
                    PayloadUseKind.Returned => "returned",
                    PayloadUseKind.Stored => "stored",
                    PayloadUseKind.PassedOn => "passed on",
                    _ => "used",
                };
                var isBlankRuledOut = BlankBodies.AreRuledOut(read);
                var suggests = isBlankRuledOut || NullAnswers.Give(read) || NullAnswers.IsOfSharedReader(read, context.Model.Source, operation.CancellationToken) ||
                    NullAnswers.AreMeant(read, operation.CancellationToken) || NullAnswers.AreToldOf(read, context.Model.Catches, operation.CancellationToken);
                var payload = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
                operation.ReportDiagnostic(context.Leveled(suggests, read.Call.Syntax.GetLocation(), use.Syntax.GetLocation(), properties: null, read.Name, payload, what, isBlankRuledOut || BlankBodies.Throw(read.Member) ? "'null'" : "'null' or empty"));
            },
            file => context.Model.IsNearCalls(file) || context.Model.Payloads.MayRead(file),
            NodesThat.Call(name => context.Model.CallNames.MayReach(name) || context.Model.Payloads.MayRead(name)),
            OperationKind.Invocation);
    }
}
