using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Urls;
using IntegrationAnalyzers.Rules.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>
/// Escapes text by <c>Uri.EscapeDataString</c>; gives a number or a date the invariant culture in the format it has, escaped where that form has blanks or a zone's sign.
/// What may be null stays empty.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA5010ValueInUrlFix() : IntegrationCodeFix(IA5010ValueInUrl.Id, "Escape it")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<ExpressionSyntax>(node => node.Span == request.Diagnostic.Location.SourceSpan) is not { } value ||
            request.Model.Compilation.GetTypeByMetadataName("System.Uri") is not { } uri ||
            request.Model.Compilation.GetTypeByMetadataName("System.Globalization.CultureInfo") is not { } culture)
        {
            return null;
        }

        var written = Written(value, out var isEscaped, out var isForgiven);

        // The format stands in the text, which a value that is written already would pass by.
        if (FormatOf(request, written) is not null)
            return null;
        var hole = written.Parent as InterpolationSyntax;
        var isCulture = request.Diagnostic.Properties.ContainsKey(IA5010ValueInUrl.CultureProperty);
        var names = new TypeNames(request.Model, request.Root, value.SpanStart);
        var text = value.WithoutTrivia().ToFullString();
        var mayBeNull = !isForgiven && request.Model.GetTypeInfo(value, request.CancellationToken).Nullability.FlowState != NullableFlowState.NotNull;
        if (isCulture)
        {
            if (Invariant(request, value, hole, names.Of(culture) + ".InvariantCulture", out mayBeNull) is not { } invariant)
                return null;
            text = invariant;
        }
        else if (isForgiven)
        {
            text += "!";
        }

        if (request.Diagnostic.Properties.ContainsKey(IA5010ValueInUrl.EscapeProperty) && !isEscaped)
            text = $"{names.Of(uri)}.EscapeDataString({text}{(mayBeNull ? " ?? \"\"" : "")})";
        if (hole is not null && text.IndexOf('"') >= 0 && !TakesQuotes(hole, request))
            return null;

        var replacement = SyntaxFactory.ParseExpression(text);
        var usings = (JoinedNumbers.First(value) is null ? names.Usings : names.Usings.Append("System.Linq")).ToImmutableArray();
        var title = isCulture ? "Format it with the invariant culture" : null;
        if (isEscaped || hole is null)
        {
            var replaced = isEscaped ? value : written;
            return new FixPlan(editor => editor.ReplaceNode(replaced, (current, _) => replacement.WithTriviaFrom(current)), usings) { Title = title };
        }

        return new FixPlan(
            editor => editor.ReplaceNode(hole, (current, _) => ((InterpolationSyntax)current).WithExpression(replacement.WithTriviaFrom(hole.Expression)).WithFormatClause(null)), usings)
        { Title = title };
    }

    /// <summary>The value with the parentheses and the <c>!</c> round it, up to the hole or operand that it is.</summary>
    private static ExpressionSyntax Written(ExpressionSyntax value, out bool isEscaped, out bool isForgiven)
    {
        isEscaped = isForgiven = false;
        var written = value;
        while (true)
        {
            switch (written.Parent)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    written = parenthesized;
                    continue;
                case PostfixUnaryExpressionSyntax forgiven when forgiven.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                    isForgiven = true;
                    written = forgiven;
                    continue;
                case ArgumentSyntax argument:
                    isEscaped = !IsOfFormat(argument);
                    return written;
                default:
                    return written;
            }
        }
    }

    private static bool IsOfFormat(ArgumentSyntax argument) => argument.Parent?.Parent is InvocationExpressionSyntax call && FormatHoles.TextArgument(call) is not null;

    /// <summary>The format of the hole of <c>string.Format</c> that the value goes into, or of one of several.</summary>
    private static string? FormatOf(FixRequest request, ExpressionSyntax written) =>
        written.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } &&
        FormatHoles.TextOf(call, request.Model, IntegrationModel.For(request.Model.Compilation).Source, request.CancellationToken) is { } text
            ? FormatHoles.Of(call, text).Where(hole => hole.Value == written).Select(static hole => hole.Format).FirstOrDefault(static format => format is not null)
            : null;

    /// <summary>The value formatted with the culture; null where the format cannot be written as a literal.</summary>
    private static string? Invariant(FixRequest request, ExpressionSyntax value, InterpolationSyntax? hole, string culture, out bool mayBeNull)
    {
        if (JoinedNumbers.First(value) is { } list)
        {
            mayBeNull = false;
            var isList = JoinedNumbers.Of(value, request.Model, request.CancellationToken) is { IsList: true, Type: INamedTypeSymbol { OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } };
            return isList && list is IdentifierNameSyntax or MemberAccessExpressionSyntax
                ? value.ReplaceNode(list, SyntaxFactory.ParseExpression($"{list}.Select(number => number.ToString({culture}))")).WithoutTrivia().ToFullString()
                : null;
        }

        if (FormattedCall.Of(value) is { Format: { } named } shortened)
        {
            mayBeNull = false;
            return $"{shortened.Receiver.WithoutTrivia()}.ToString({SyntaxFactory.Literal(named).Text}, {culture})";
        }

        if (FormattedCall.Of(value) is { } call)
        {
            mayBeNull = value is ConditionalAccessExpressionSyntax;
            var argument = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(culture));
            return value.ReplaceNode(call.Call.ArgumentList, Arguments.Insert(call.Call.ArgumentList, call.Arguments.Count, argument)).WithoutTrivia().ToFullString();
        }

        var format = hole?.FormatClause?.FormatStringToken.ValueText;
        mayBeNull = request.Model.GetTypeInfo(value, request.CancellationToken).Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        if (format is not null && format.IndexOfAny(['"', '\\', '{', '}', '\r', '\n']) >= 0)
            return null;

        var receiver = value.WithoutTrivia().ToFullString();
        if (value is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ThisExpressionSyntax))
            receiver = "(" + receiver + ")";
        return $"{receiver}{(mayBeNull ? "?" : "")}.ToString({(format is null ? "" : SyntaxFactory.Literal(format).Text + ", ")}{culture})";
    }

    /// <summary>A verbatim string takes quotes in its holes since C# 11.</summary>
    private static bool TakesQuotes(InterpolationSyntax hole, FixRequest request) =>
        hole.Parent is InterpolatedStringExpressionSyntax whole &&
        (whole.StringStartToken.IsKind(SyntaxKind.InterpolatedStringStartToken) || request.Root.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 });
}
