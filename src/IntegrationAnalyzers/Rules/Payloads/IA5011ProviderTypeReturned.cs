using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Payloads;

/// <summary>A provider's type returned from our own endpoint.</summary>
/// <remarks>
/// Off until it is turned on: a thin gateway means to do so. Reports: a controller's action or a minimal API's handler answers with an object, or a
/// collection of objects, that a response is read into somewhere in this compilation, or that a provider's SDK declares.
/// Quiet: our own types, objects inside of other objects, interfaces of ours, test code.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA5011ProviderTypeReturned() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA5011";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.CreateOff(
        Id,
        RuleCategory.Payloads,
        DiagnosticSeverity.Info,
        "A provider's type returned from our own endpoint",
        "'{0}' is what the provider sends and goes out to our own caller as it is: what changes there changes our API, so return a type of our own",
        "An endpoint that answers with the provider's object hands out every field of it, also those that come later, and breaks its own callers when the " +
        "provider renames one. A type of our own says what our API promises.");

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnOperation(
            operation =>
            {
                if (!MayAnswer(operation.Operation))
                    return;
                var answered = operation.Operation is IReturnOperation returned
                    ? context.Model.AnsweredPayloads.Of(returned, operation.CancellationToken)
                    : context.Model.AnsweredPayloads.Of((IInvocationOperation)operation.Operation, operation.CancellationToken);
                if (answered is var (value, type))
                    operation.ReportDiagnostic(context.Diagnostic(value.Syntax.GetLocation(), type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)));
            },
            context.Model.IsNearCalls,
            static _ => true,
            OperationKind.Return,
            OperationKind.Invocation);
    }

    /// <summary>The look before anything is asked: by the member's name, by a value that can be an object.</summary>
    private static bool MayAnswer(IOperation operation) => operation switch
    {
        IInvocationOperation call => EndpointApis.AnswersWithObject(call.TargetMethod.Name),
        IReturnOperation { ReturnedValue: { ConstantValue.HasValue: false, Type: { IsValueType: false, SpecialType: not SpecialType.System_String } } } => true,
        _ => false,
    };
}
