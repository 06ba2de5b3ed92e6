using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Reports a write inside a retry (a loop, a Polly policy or pipeline, a helper that takes a delegate, recursion) without an idempotency key, at the
/// call or at the call of the wrapper inside the retry. Quiet where a key is in sight anywhere on the way, where the write only
/// asks, where only refusals are repeated, and where a part of the request comes from out of sight.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2001RetriedWriteWithoutIdempotencyKey() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2001";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Warning,
        "A write is retried without an idempotency key",
        "'{0}'{1} is retried {2} without an idempotency key: when only the answer was lost, the write happens twice",
        "A write that timed out may have happened. Sent again without an idempotency key it happens twice: a second payment, order or message.");

    private static readonly RuleOption<string[]> Verbs = RuleOption.Names(
        Id, "verbs", ["POST", "PATCH"], "The request methods that count as writes; PUT and DELETE can be added.");

    private static readonly RuleOption<string[]> HeaderNames = RuleOption.Names(
        Id, "header_names", [], "Further names of headers or members by which your providers know a request again.");

    private static readonly RuleOption<string[]> ReadOnlyWords = RuleOption.Names(
        Id, "read_only_names", ReadOnlyNames.Default, "Words in a URL, a wrapper's or the retrying method's name that say that a POST only asks.");

    internal override ImmutableArray<RuleOption> Options { get; } =
        ImmutableArray.Create<RuleOption>(Verbs, HeaderNames, ReadOnlyWords);

    /// <summary>The settings that hold for the file.</summary>
    internal static WriteRules RulesFor(AnalyzerOptions options, SyntaxTree tree)
    {
        var verbs = ImmutableArray.CreateBuilder<HttpVerb>();
        foreach (var name in Verbs.Get(options, tree))
        {
            if (HttpVerbs.Parse(name) is not HttpVerb.Unknown and var verb)
                verbs.Add(verb);
        }

        return new WriteRules(
            verbs.ToImmutable(),
            new HashSet<string>(HeaderNames.Get(options, tree), StringComparer.OrdinalIgnoreCase),
            new HashSet<string>(ReadOnlyWords.Get(options, tree), StringComparer.OrdinalIgnoreCase));
    }

    private protected override void Register(RuleContext context)
    {
        if (!context.Model.CallNames.Any)
            return;
        context.OnOperation(
            analysis =>
            {
                var operation = (IInvocationOperation)analysis.Operation;
                var invocation = (InvocationExpressionSyntax)operation.Syntax;
                var rules = RulesFor(analysis.Options, invocation.SyntaxTree);
                if (context.Model.RetriedWrites.At(operation, rules, analysis.CancellationToken) is { } write)
                    analysis.ReportDiagnostic(context.Diagnostic(write.Name.GetLocation(), write.Scope.Location, null, write.Name.ToString(), Way(write), Times(write.Scope)));
            },
            context.Model.IsNearCalls,
            node => node is InvocationExpressionSyntax invocation && context.Model.RetriedWrites.MayBe(invocation),
            OperationKind.Invocation);
    }

    private static string Way(RetriedWrite write)
    {
        var call = write.Reached.Call;
        if (write.Reached.Verb == HttpVerb.Unknown)
            return " (whatever its method)";

        var verb = write.Reached.Verb.ToString().ToUpperInvariant();
        var saysIt = call.Name.StartsWith(verb, StringComparison.OrdinalIgnoreCase);
        if (call.Name == write.Name.ToString())
            return saysIt ? "" : $" ({verb})";
        return $" ({verb} via '{call.Name}')";
    }

    private static string Times(RetryScope scope) => scope switch
    {
        { Limit.IsUnbounded: true } => "without end",
        { Limit.Retries: 1 } => "once",
        { Limit.Retries: { } retries } => $"up to {retries} times",
        { Kind: RetryKind.Loop } => "by a loop",
        { Kind: RetryKind.Recursion } => "by recursion",
        { Name: { } name } => $"by '{name}'",
        _ => "",
    };
}
