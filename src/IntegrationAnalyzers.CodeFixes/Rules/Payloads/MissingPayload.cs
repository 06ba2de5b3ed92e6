using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Model.Urls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>What is thrown where a payload is null: which endpoint, which payload.</summary>
internal static class MissingPayload
{
    private const int LongestEndpoint = 80;
    private const int LongestLine = 140;

    // Round a hole of the endpoint's text, as long as it may yet become one of the message.
    private const char Opens = '\uE000';
    private const char OpensUnsaid = '\uE001';
    private const char Closes = '\uE002';

    /// <summary>
    /// "The response of 'orders/7' held no Order", as far as the code says which endpoint, as an expression; a generic method's payload is named when it runs, and what stands in the
    /// endpoint's holes is said then where the place can name it and it is no secret.
    /// </summary>
    public static ExpressionSyntax Message(IInvocationOperation call, ITypeSymbol type, IntegrationModel model, CancellationToken cancellationToken)
    {
        var payload = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        var isNamedLater = type is ITypeParameterSymbol;
        var start = Endpoint(call, model, cancellationToken) is { } endpoint ? $"The response of '{endpoint}' held no " : "The response held no ";
        var text = start + (isNamedLater ? $"{Opens}typeof({payload}).Name{Closes}" : payload);
        var isSaid = start.IndexOf(Opens) >= 0 && start.IndexOf(OpensUnsaid) < 0;
        if (!isNamedLater && !isSaid)
            return SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(Plain(text)));
        if (!isSaid)
            text = Plain(start) + text.Substring(start.Length);
        return SyntaxFactory.ParseExpression("$" + SyntaxFactory.Literal(text.Replace("{", "{{").Replace("}", "}}")).Text.Replace("\\ue000", "{").Replace("\\ue002", "}").Replace(Opens, '{').Replace(Closes, '}'));
    }

    private static string Plain(string text) => text.Replace(Opens, '{').Replace(OpensUnsaid, '{').Replace(Closes, '}');

    /// <summary>The value with the throw behind it, in parentheses where what stands round it binds closer.</summary>
    public static ExpressionSyntax OrThrow(ExpressionSyntax value, SyntaxNode? parent, ExpressionSyntax message, string indentation, int column)
    {
        var exception = SyntaxFactory.ObjectCreationExpression(SyntaxFactory.IdentifierName("InvalidOperationException"))
            .WithNewKeyword(SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithArgumentList(SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(message))));
        var thrown = SyntaxFactory.ThrowExpression(SyntaxFactory.Token(SyntaxKind.ThrowKeyword).WithTrailingTrivia(SyntaxFactory.Space), exception);
        var left = value.WithoutTrailingTrivia();
        var isWhole = TakesAnyExpression(parent);
        var breaks = isWhole && column + thrown.ToString().Length > LongestLine;
        var coalesce = SyntaxFactory.BinaryExpression(
            SyntaxKind.CoalesceExpression,
            left.WithTrailingTrivia(breaks ? SyntaxFactory.ElasticEndOfLine("\n") : SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.QuestionQuestionToken)
                .WithLeadingTrivia(breaks ? SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(indentation)) : SyntaxFactory.TriviaList())
                .WithTrailingTrivia(SyntaxFactory.Space),
            thrown);
        return isWhole
            ? coalesce
            : SyntaxFactory.ParenthesizedExpression(coalesce.WithoutLeadingTrivia()).WithLeadingTrivia(value.GetLeadingTrivia());
    }

    /// <summary>Whether an expression of any precedence stands there without parentheses.</summary>
    public static bool TakesAnyExpression(SyntaxNode? parent) => parent is
        EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ArgumentSyntax or YieldStatementSyntax or LambdaExpressionSyntax or
        ForEachStatementSyntax or ParenthesizedExpressionSyntax or AnonymousObjectMemberDeclaratorSyntax ||
        (parent is AssignmentExpressionSyntax);

    private static string? Endpoint(IInvocationOperation call, IntegrationModel model, CancellationToken cancellationToken)
    {
        var url = model.Calls.Read(call, cancellationToken)?.Url ?? OfResponse(call, model, cancellationToken);
        if (url is null)
            return null;

        var text = ValueOrigin.ConstantText(url, model.Source, cancellationToken) ?? Template(ValueOrigin.Of(url, model.Source, cancellationToken), call, model, cancellationToken);
        if (text is null)
            return null;

        // A query may hold a key.
        var query = text.IndexOfAny(['?', '#']);
        if (query >= 0)
            text = text.Substring(0, query);

        // {baseUrl}/orders: the hole says nothing that the path does not, and looks like one that was meant to be filled.
        if (text.Length > 0 && text[0] is Opens or OpensUnsaid && text.IndexOf(Closes + "/", System.StringComparison.Ordinal) is > 0 and var end)
            text = text.Substring(end + 1);
        return text.Length > LongestEndpoint || text.Any(char.IsControl) || !SaysWhere(text) ? null : text;
    }

    /// <summary>Whether anything but holes stands in it.</summary>
    private static bool SaysWhere(string template)
    {
        var depth = 0;
        foreach (var letter in template)
        {
            depth += letter is Opens or OpensUnsaid ? 1 : letter == Closes ? -1 : 0;
            if (depth == 0 && char.IsLetterOrDigit(letter))
                return true;
        }

        return false;
    }

    /// <summary>The URL of the call whose response is read.</summary>
    private static IOperation? OfResponse(IInvocationOperation call, IntegrationModel model, CancellationToken cancellationToken)
    {
        var value = call.Receiver() ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        for (var step = 0; value is not null && step < 6; step++)
        {
            value = ValueOrigin.Of(value, model.Source, cancellationToken);
            switch (value)
            {
                case IInvocationOperation invocation when model.Calls.Read(invocation, cancellationToken) is { } sent:
                    return sent.Url;
                case IInvocationOperation invocation when ResponseBodies.IsContent(invocation.Instance?.Type):
                    value = invocation.Instance;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult", Instance: { } task }:
                    value = task;
                    break;
                case IPropertyReferenceOperation { Instance: { } instance, Property: var property }
                    when ResponseBodies.IsResponse(instance.Type) || property is { Name: "Result", ContainingType.Name: "Task" or "ValueTask" }:
                    value = instance;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>An interpolated text as it is written, with constants alone filled in.</summary>
    private static string? Template(IOperation value, IOperation place, IntegrationModel model, CancellationToken cancellationToken)
    {
        if (value is not IInterpolatedStringOperation interpolated)
            return null;
        var text = "";
        foreach (var part in interpolated.Parts)
        {
            text += part switch
            {
                IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string literal } } => literal,
                IInterpolationOperation { Expression: var known } when ValueOrigin.ConstantText(known, model.Source, cancellationToken) is { } constant => constant,
                IInterpolationOperation { Expression: { Syntax: ExpressionSyntax syntax } filled } hole when QueryValue.Of(syntax) is var said && said.ToString() is { Length: < 40 } name =>
                    (hole is { FormatString: null, Alignment: null } && MayBeSaid(said, filled, place) ? Opens : OpensUnsaid) + name + Closes,
                _ => OpensUnsaid + "…" + Closes,
            };
        }

        return text;
    }

    /// <summary>Whether the place can name what was put into the hole: a local or parameter, or a member of one, that is in sight there and no secret by its name.</summary>
    private static bool MayBeSaid(ExpressionSyntax hole, IOperation value, IOperation place)
    {
        if (hole.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && SecretName.Judge(token.ValueText) != SecretNameKind.None))
            return false;
        while (hole is MemberAccessExpressionSyntax { Expression: var owner })
            hole = owner;
        return hole is IdentifierNameSyntax root && place.SemanticModel is { } semantics && value.SemanticModel?.SyntaxTree == semantics.SyntaxTree &&
            semantics.GetSymbolInfo(root).Symbol is (ILocalSymbol or IParameterSymbol) and var symbol &&
            semantics.LookupSymbols(place.Syntax.SpanStart, name: symbol.Name).Contains(symbol, SymbolEqualityComparer.Default);
    }
}
