using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Payloads;

/// <summary>A validation that lets everything pass.</summary>
/// <remarks>
/// Reports: the result of a validation (FluentValidation, DataAnnotations and others) is dropped, or <c>TryValidateObject</c> leaves out rules that the type has.
/// Quiet: the result or the list it fills is read, the call throws by itself, or neither the code round it nor its caller has to do with an integration.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA5007UnreadValidation() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA5007";

    /// <summary>On a report about a dropped result, as opposed to one about rules that are left out.</summary>
    internal const string UnreadProperty = "unread";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Payloads,
        DiagnosticSeverity.Warning,
        "A validation whose result nobody reads",
        "{1}: '{0}' {2}",
        "A validation says what is wrong by its result. Where nobody reads it, or where it looks at [Required] alone, data that is not valid goes on to the next call as if it had been checked.");

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnOperation(
            operation => Report(operation, context.Model.Validations.Read((IInvocationOperation)operation.Operation, operation.CancellationToken), context),
            FilesThat.Name(ValidatingMembers.Names),
            NodesThat.Call(ValidatingMembers.HasName),
            OperationKind.Invocation);
        context.OnOperation(
            operation => Report(operation, context.Model.Validations.ReadOwn((IInvocationOperation)operation.Operation, operation.CancellationToken), context),
            context.Model.IsNearCalls,
            ValidationCalls.MayBeOwn,
            OperationKind.Invocation);
    }

    private static void Report(OperationContext operation, ValidationCall? found, RuleContext context)
    {
        if (found is not { } validation)
            return;

        var properties = validation.IsUnread
            ? ImmutableDictionary<string, string?>.Empty.Add(UnreadProperty, "")
            : ImmutableDictionary<string, string?>.Empty;
        operation.ReportDiagnostic(context.Diagnostic(
            validation.Operation.Syntax.GetLocation(),
            cause: null,
            properties,
            validation.Operation.TargetMethod.Name,
            validation.IsUnread ? "What is not valid passes" : "Rules are left out",
            validation.IsUnread
                ? "says so by its result, which nobody reads: throw, or stop, where it is not valid"
                : "looks at [Required] alone: pass 'validateAllProperties: true'"));
    }
}
