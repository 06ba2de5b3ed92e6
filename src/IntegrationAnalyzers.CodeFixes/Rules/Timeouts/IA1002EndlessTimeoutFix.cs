using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>Writes a bounded value where the infinite one stands. Not offered where it is set in another file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA1002EndlessTimeoutFix)), Shared]
public sealed class IA1002EndlessTimeoutFix() : IntegrationCodeFix(IA1002EndlessTimeout.Id, "Bound the timeout")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<ExpressionSyntax>(e => e.Span == request.Diagnostic.Location.SourceSpan) is not { } value ||
            value.Parent is not (AssignmentExpressionSyntax or ArgumentSyntax))
        {
            return null;
        }

        var seconds = NewTimeout.Seconds(value, request);
        switch (request.Model.GetTypeInfo(value, request.CancellationToken).ConvertedType)
        {
            case { SpecialType: SpecialType.System_Int32 }:
                var milliseconds = SyntaxFactory.ParseExpression((seconds * 1000L).ToString(CultureInfo.InvariantCulture));
                return new FixPlan(editor => editor.ReplaceNode(value, (current, _) => milliseconds.WithTriviaFrom(current)));
            case { Name: "TimeSpan" } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ Name: "TimeSpan" }] }:
                var span = Durations.Seconds(seconds, request);
                return new FixPlan(editor => editor.ReplaceNode(value, (current, _) => span.WithTriviaFrom(current)), Durations.Usings(span));
            default:
                return null;
        }
    }
}
