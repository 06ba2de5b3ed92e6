using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>
/// Reads the values that an interpolated string, a concatenation or <c>string.Format</c> puts into a URL: by the text before each of them first, then by name and type; only where one is written
/// in a form that the URL does not hold is the whole followed to a call.
/// </summary>
internal sealed class UrlValues(IntegrationModel model)
{
    private readonly Lazy<bool> _isInvariant = new(() => SetsInvariantCulture(model.Source));

    /// <summary>The cheap look: whether any of the text has a character that makes it one of a URL.</summary>
    public static bool MayBe(ExpressionSyntax whole)
    {
        if (whole is InterpolatedStringExpressionSyntax interpolated)
        {
            foreach (var content in interpolated.Contents)
            {
                if (content is InterpolatedStringTextSyntax text && IsOfUrl(text.TextToken.Text))
                    return true;
            }

            return false;
        }

        if (whole is InvocationExpressionSyntax call)
            return FormatHoles.TextArgument(call) is not (null or InterpolatedStringExpressionSyntax) && (FormatHoles.TextOf(call) is not { } text || IsOfUrl(text));
        for (; whole is BinaryExpressionSyntax sum; whole = sum.Left)
        {
            if (sum.Left is LiteralExpressionSyntax first && IsOfUrl(first.Token.Text) || sum.Right is LiteralExpressionSyntax second && IsOfUrl(second.Token.Text))
                return true;
        }

        return false;
    }

    private static bool IsOfUrl(string text) => text.IndexOf('/') >= 0 || text.IndexOf('=') >= 0;

    /// <summary>The values, or none.</summary>
    /// <param name="whole">An interpolated string, the outermost sum of a concatenation, or a call of <c>string.Format</c>.</param>
    /// <param name="semantics">Its file's model.</param>
    /// <param name="ownNames">A team's own names of text.</param>
    /// <param name="isInvariant">Whether the project says that it runs in the invariant culture.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public IEnumerable<UrlValue> In(ExpressionSyntax whole, SemanticModel semantics, string[] ownNames, bool isInvariant, CancellationToken cancellationToken)
    {
        isInvariant |= IsWrittenByCulture(whole);
        List<(ExpressionSyntax, string?, UrlPlace)>? places = null;
        if (whole is InterpolatedStringExpressionSyntax interpolated)
            Places(interpolated, ref places);
        else if (whole is InvocationExpressionSyntax call)
            Places(call, semantics, ref places, cancellationToken);
        else
            Places(whole, ref places);
        if (places is null || !model.CallNames.Any)
            yield break;

        var isEscapedWhole = EscapedQueries.Is(whole);
        Certainty? reaches = null;
        Location? sink = null;
        foreach (var (written, format, place) in places)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Read(written, format, place, semantics, ownNames, isInvariant, cancellationToken) is not { } value)
                continue;
            // Whatever is wrong with a query that is escaped together with its separators, its values are escaped.
            if (value.IsUnescaped && !value.IsCultureSensitive && isEscapedWhole)
                continue;
            if (reaches is null)
            {
                var operation = semantics.GetOperation(whole, cancellationToken);
                (reaches, var end) = operation is null ? (Certainty.No, null) : new UrlFlow(model, cancellationToken, isPart: true).Follow(operation);
                sink = end?.Syntax.GetLocation();
            }

            if (reaches != Certainty.Yes)
                yield break;
            yield return value with { Sink = sink };
        }
    }

    private static void Places(InterpolatedStringExpressionSyntax whole, ref List<(ExpressionSyntax, string?, UrlPlace)>? places)
    {
        var before = new StringBuilder();
        foreach (var content in whole.Contents)
        {
            if (content is InterpolatedStringTextSyntax text)
            {
                before.Append(text.TextToken.ValueText);
            }
            else if (content is InterpolationSyntax hole)
            {
                if (hole.AlignmentClause is null && UrlPlace.After(before.ToString()) is { Part: not UrlPart.Unknown } place)
                    (places ??= new()).Add((hole.Expression, hole.FormatClause?.FormatStringToken.ValueText, place));
                before.Append(UrlPlace.Hole);
            }
        }
    }

    private void Places(
        InvocationExpressionSyntax call, SemanticModel semantics, ref List<(ExpressionSyntax, string?, UrlPlace)>? places, CancellationToken cancellationToken)
    {
        if (FormatHoles.TextOf(call, semantics, model.Source, cancellationToken) is not { } text || !IsOfUrl(text))
            return;
        foreach (var hole in FormatHoles.Of(call, text))
        {
            // A value that stands in two holes is one mistake.
            if (UrlPlace.After(hole.Before) is { Part: not UrlPart.Unknown } place && places?.Exists(known => known.Item1 == hole.Value) != true)
                (places ??= new()).Add((hole.Value, hole.Format, place));
        }

        if (places is not null && semantics.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String })
            places = null;
    }

    private static void Places(ExpressionSyntax sum, ref List<(ExpressionSyntax, string?, UrlPlace)>? places)
    {
        var operands = new Stack<ExpressionSyntax>();
        while (sum is BinaryExpressionSyntax binary && binary.IsKind(SyntaxKind.AddExpression))
        {
            operands.Push(binary.Right);
            sum = binary.Left;
        }

        operands.Push(sum);
        var before = new StringBuilder();
        foreach (var operand in operands)
        {
            switch (operand)
            {
                case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                    before.Append(literal.Token.ValueText);
                    break;
                case InterpolatedStringExpressionSyntax:
                    before.Append(UrlPlace.Hole);
                    break;
                default:
                    if (UrlPlace.After(before.ToString()) is { Part: not UrlPart.Unknown } place)
                        (places ??= new()).Add((operand, null, place));
                    before.Append(UrlPlace.Hole);
                    break;
            }
        }
    }

    /// <summary><c>FormattableString.Invariant($"…")</c>, <c>string.Create(culture, $"…")</c>, <c>string.Format(culture, "…")</c>.</summary>
    private static bool IsWrittenByCulture(ExpressionSyntax whole) =>
        whole is InvocationExpressionSyntax call ? FormatHoles.HasCulture(call) : IsHandedToInvariant(whole) || IsFormattedLater(whole) ||
        whole.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Create" } }, Arguments.Count: > 1 } };

    private static bool IsHandedToInvariant(ExpressionSyntax value) =>
        value.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: var called } } } && called is
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invariant" } or IdentifierNameSyntax { Identifier.ValueText: "Invariant" };

    /// <summary><c>FormattableString path = $"…"; … FormattableString.Invariant(path)</c></summary>
    private static bool IsFormattedLater(ExpressionSyntax whole) =>
        whole.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local, Parent: VariableDeclarationSyntax { Type: var type, Parent: LocalDeclarationStatementSyntax { Parent: { } block } } } } &&
        type is SimpleNameSyntax { Identifier.ValueText: "FormattableString" } or QualifiedNameSyntax { Right.Identifier.ValueText: "FormattableString" } &&
        block.DescendantNodes().Any(node => node is IdentifierNameSyntax { Identifier.ValueText: var used } name && used == local && IsHandedToInvariant(name));

    private UrlValue? Read(
        ExpressionSyntax written, string? format, UrlPlace place, SemanticModel semantics, string[] ownNames, bool isInvariant, CancellationToken cancellationToken)
    {
        var value = Plain(written, out var isEscaped);
        if (value is LiteralExpressionSyntax)
            return null;

        // Text first: its name is looked at before its type.
        if (!isEscaped && format is null && QueryValue.NameOf(value) is { } name && value is not InvocationExpressionSyntax && TextNames.IsText(name == "Name" ? OwnerOf(value) + name : name, place, ownNames))
        {
            if (semantics.GetTypeInfo(value, cancellationToken).Type?.SpecialType == SpecialType.System_String && semantics.GetOperation(value, cancellationToken) is { } text &&
                !EscapedTexts.MayBe(text, model.Source, cancellationToken))
            {
                return new UrlValue(value, name, false, true, null);
            }
        }

        if (isInvariant || !IsFormatted(value, semantics, ref format, out var type, cancellationToken) || !ValueCulture.Changes(type, format) || _isInvariant.Value)
            return null;
        return semantics.GetConstantValue(value, cancellationToken).HasValue ? null : new UrlValue(value, NameOf(value), true, !isEscaped && ValueCulture.NeedsEscape(type, format), null);
    }

    /// <summary>What is formatted, not how.</summary>
    private static string NameOf(ExpressionSyntax value)
    {
        var formatted = FormattedCall.Of(value)?.Receiver ?? JoinedNumbers.First(value) ?? value;
        return QueryValue.NameOf(formatted) ?? formatted.ToString();
    }

    /// <summary>A bare <c>Name</c> says less than whose it is: <c>language.Name</c> is no text, <c>customer.Name</c> is.</summary>
    private static string OwnerOf(ExpressionSyntax value) => value is MemberAccessExpressionSyntax member ? QueryValue.NameOf(member.Expression) ?? "" : "";

    /// <summary>The value without parentheses, <c>!</c> and what escapes it.</summary>
    private static ExpressionSyntax Plain(ExpressionSyntax value, out bool isEscaped)
    {
        isEscaped = false;
        while (true)
        {
            switch (value)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    value = parenthesized.Expression;
                    continue;
                case PostfixUnaryExpressionSyntax forgiven when forgiven.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                    value = forgiven.Operand;
                    continue;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }, ArgumentList.Arguments: [{ Expression: var argument }, ..] }
                    when EscapingApis.IsNamedForIt(name):
                    isEscaped = true;
                    value = argument;
                    continue;
                default:
                    return value;
            }
        }
    }

    /// <summary>Whether the value is a number or a date that is formatted here without a culture, by the string or by <c>ToString</c>.</summary>
    private static bool IsFormatted(ExpressionSyntax value, SemanticModel semantics, ref string? format, out ITypeSymbol type, CancellationToken cancellationToken)
    {
        type = null!;
        if (FormattedCall.Of(value) is { } call)
        {
            format = call.Format ?? format;
            if (call.Arguments.Count > 1 || semantics.GetTypeInfo(call.Receiver, cancellationToken).Type is not { } receiver)
                return false;
            type = receiver;
            if (call.Arguments.Count == 0 || call.IsConversion)
                return true;
            format = semantics.GetConstantValue(call.Arguments[0].Expression, cancellationToken) is { HasValue: true, Value: string text } ? text : null;
            return format is not null;
        }

        if (JoinedNumbers.Of(value, semantics, cancellationToken) is { } joined)
        {
            type = joined.Type;
            return true;
        }

        // What another method gives is looked at by its type like anything else.
        if (semantics.GetTypeInfo(value, cancellationToken).Type is not { } own)
            return false;
        type = own;
        return true;
    }

    private static bool SetsInvariantCulture(SourceIndex source)
    {
        foreach (var tree in source.TreesWith("InvariantCulture"))
        {
            var words = TreeIndex.Of(tree).Words;
            if (!words.Contains("DefaultThreadCurrentCulture") && !words.Contains("CurrentCulture"))
                continue;
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DefaultThreadCurrentCulture" or "CurrentCulture" }, Right: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "InvariantCulture" } })
                    return true;
            }
        }

        return false;
    }
}
