using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Reports an idempotency key that each attempt makes anew, in the attempt or in a wrapper that it calls: the provider sees another operation every
/// time. Quiet for a key made before the retry or out of the operation, after refusals, and where the provider wants new keys (an option).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2002KeyMadeAnewOnEachAttempt() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2002";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Warning,
        "The idempotency key is made anew on each attempt",
        "'{0}' gets another value on each attempt, so the provider cannot know the operation again: {1}",
        "A key tells the provider that an attempt repeats an operation. A key of the attempt's own tells it that this is another one: the write happens twice.");

    private static readonly RuleOption<bool> AllowNewKeys = RuleOption.Flag(
        Id, "allow_new_keys", false, "The provider wants a new key on each attempt: it answers the old one with the stored failure.");

    internal override ImmutableArray<RuleOption> Options { get; } = ImmutableArray.Create<RuleOption>(AllowNewKeys);

    private static string WayOut(RenewedHandlerKey key) => key.Retry.Syntax.SyntaxTree == key.Registration.Syntax.SyntaxTree
        ? $"'{key.Handler.Name}' stands inside the retry, register it before '{key.Retry.TargetMethod.Name}'"
        : $"'{key.Handler.Name}' stands inside the retry of all clients, make the key where the request is made";

    private protected override void Register(RuleContext context)
    {
        context.OnTree(
            tree =>
            {
                var file = tree.SemanticModel.SyntaxTree;
                foreach (var key in context.Model.RenewedKeys.In(file, tree.CancellationToken))
                {
                    if (!AllowNewKeys.Get(tree.Options, file))
                        tree.ReportDiagnostic(context.Diagnostic(key.Place.GetLocation(), key.Cause, null, key.Name, "make it once, before the retry"));
                }
            },
            context.Model.RetriedCalls.MayHold);
        context.OnTree(
            tree =>
            {
                var file = tree.SemanticModel.SyntaxTree;
                foreach (var key in context.Model.RenewedHandlerKeys.In(file, tree.CancellationToken))
                {
                    if (!AllowNewKeys.Get(tree.Options, file) && key.Registration.Syntax is InvocationExpressionSyntax registration)
                        tree.ReportDiagnostic(context.Diagnostic(registration.CalledPlace().GetLocation(), key.Value, null, key.Name, WayOut(key)));
                }
            },
            FilesThat.Name([RegistrationApis.AddMessageHandler]));
    }
}
