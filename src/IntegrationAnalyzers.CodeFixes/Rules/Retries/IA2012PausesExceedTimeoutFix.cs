using System.Composition;
using System.Globalization;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Lowers the attempts to those that can begin before the timeout, which changes nothing that happens. Not offered where none can, and where the
/// number stands elsewhere.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA2012PausesExceedTimeoutFix)), Shared]
public sealed class IA2012PausesExceedTimeoutFix() : IntegrationCodeFix(IA2012PausesExceedTimeout.Id, "Lower the attempts to those that fit")
{
    private const string MaxRetryAttempts = "MaxRetryAttempts";

    private protected override FixPlan? Plan(FixRequest request)
    {
        if (RetryFix.Of(request)?.Strategy is not { } retry ||
            !request.Diagnostic.Properties.TryGetValue(IA2012PausesExceedTimeout.Fitting, out var text) ||
            !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var fitting) || fitting < 1)
        {
            return null;
        }

        var number = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(fitting));
        if (retry.LimitValue is { } given)
        {
            return given.IsKind(SyntaxKind.NumericLiteralExpression) && RetryFix.IsHere(given, request)
                ? new FixPlan(editor => editor.ReplaceNode(given, number.WithTriviaFrom(given)))
                : null;
        }

        return retry.Source == RetrySource.Options && RetryFix.Options(retry, request) is { } options
            ? new FixPlan(editor => editor.ReplaceNode(options, (current, _) => current is BaseObjectCreationExpressionSyntax creation && ObjectInitializers.Find(creation.Initializer, MaxRetryAttempts) is null
                ? ObjectInitializers.Add(creation, MaxRetryAttempts, number)
                : current))
            : null;
    }
}
