using IntegrationAnalyzers.Model.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Reports an idempotency key that is no identity of its operation: a constant, one for all requests of a client, the time, a hash code. Such a key breaks
/// without any retry: the provider takes the next operation for a repeat of the last. Quiet for names that may mean something else, in test projects, and
/// where the value comes from out of sight.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2003KeyWithoutIdentity() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2003";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Warning,
        "The idempotency key is no identity of its operation",
        "'{0}' {1}: give each operation a key of its own, made once before its first attempt",
        "The provider answers a key that it knows with the result of the earlier operation. Two operations under one key are one to it: the second payment or order never happens.");

    private protected override void Register(RuleContext context) =>
        context.OnTree(
            tree =>
            {
                foreach (var key in context.Model.WeakKeys.In(tree.SemanticModel.SyntaxTree, tree.CancellationToken))
                    tree.ReportDiagnostic(context.Diagnostic(key.Place.GetLocation(), key.Name, Why(key.Kind)));
            },
            file => WeakKeys.MayHold(file) || (context.Model.IsNearCalls(file) && context.Model.HandedKeys.MayBeAny));

    private static string Why(WeakKeyKind kind) => kind switch
    {
        WeakKeyKind.Constant => "has the same value for every operation",
        WeakKeyKind.SharedByTheClient => "is set once for all requests of the client",
        WeakKeyKind.Clock => "is the time, which two operations can share",
        _ => "is a hash code, which operations can share and processes do not",
    };
}
