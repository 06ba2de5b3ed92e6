using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>
/// Looks first and fails with a message that names the part: <c>TryGetProperty</c> before the statement for a <c>JsonElement</c>,
/// <c>?["a"] ?? throw</c> in place for documents that answer with null.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA5003UncheckedLookupFix() : IntegrationCodeFix(IA5003UncheckedLookup.Id, "Look first and fail clearly")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Root.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp7 } ||
            request.Model.GetOperation(request.Node, request.CancellationToken) is not { } operation || DocumentChains.Read(operation) is not { } chain)
        {
            return null;
        }

        // Who wrote of a step why it is safe wants to read it again.
        if (request.Node.HoldsMoreThanSpace())
            return null;
        var failure = DocumentApis.Failure(chain.Kind);
        if (request.Model.Compilation.GetTypeByMetadataName(failure.FullName) is not { } type)
            return null;
        var names = new TypeNames(request.Model, request.Root, request.Node.SpanStart);
        var exception = names.Of(type);
        if (chain.Kind != DocumentKind.Element)
            return LookupGuard.Plan(chain, exception, request) is { } guard ? new FixPlan(guard, [.. names.Usings]) : null;

        // What a walk's variables are called depends on the walks before it in the member: each gives its names away in that order.
        var taken = ElementHoist.NamesIn(LookupChecks.Scope(request.Node));
        var first = default(ElementHoist);
        foreach (var hoist in ElementHoist.All(LookupChecks.Scope(request.Node), request.Model, IntegrationModel.For(request.Model.Compilation).Documents, request.CancellationToken))
        {
            first = first?.Statement == hoist.Statement ? first : hoist;
            var conditions = hoist.Name(taken);
            if (hoist.Expression.Span == request.Node.Span)
                return new FixPlan(editor => hoist.Insert(editor, conditions, exception, isFirst: first == hoist), [.. names.Usings]);
        }

        return null;
    }
}
