using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>Writes the request that carries the key.</summary>
internal static class KeyedMessage
{
    /// <summary>The member of a request message that takes a header.</summary>
    public const string AddHeader = "Headers.Add";

    /// <summary><c>PostAsync(url, content, token)</c> becomes <c>SendAsync(new HttpRequestMessage(…) { … }, token)</c>.</summary>
    public static KeyTransport? OfContent(OutboundCall call, InvocationExpressionSyntax invocation, string header)
    {
        var arguments = Arguments(call.Operation);
        return arguments.Count == invocation.ArgumentList.Arguments.Count && arguments.ContainsKey("requestUri") && arguments.ContainsKey("content")
            ? Send(call, invocation, header, static (current, positions) => Text(current, positions["content"]) is not "null" and var content ? content : null, ImmutableArray<string>.Empty)
            : null;
    }

    /// <summary><c>PostAsJsonAsync(url, value, options, token)</c>: the content is made as the extension makes it.</summary>
    public static KeyTransport? OfJson(OutboundCall call, InvocationExpressionSyntax invocation, string header)
    {
        var arguments = Arguments(call.Operation);
        if (!arguments.ContainsKey("requestUri") || !arguments.TryGetValue("value", out var value) || arguments.ContainsKey("context") ||
            call.Operation.Arguments.Any(static a => a.Parameter?.Type.Name == "JsonSerializerContext") ||
            arguments.Count != invocation.ArgumentList.Arguments.Count || invocation.ArgumentList.Arguments[value].Expression.IsKind(SyntaxKind.NullLiteralExpression))
        {
            return null;
        }

        var typeArguments = invocation.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax generic } ? generic.TypeArgumentList.ToString() : "";
        return Send(
            call,
            invocation,
            header,
            (current, positions) => "JsonContent.Create" + typeArguments + "(" + Text(current, positions["value"]) +
                (positions.TryGetValue("options", out var options) ? ", options: " + Text(current, options) : "") +
                (positions.TryGetValue("jsonTypeInfo", out var info) ? ", " + Text(current, info) : "") + ")",
            ImmutableArray.Create(SendingMembers.NetHttpJson));
    }

    /// <summary>The creation with the header in its initializer; null where it sets headers already.</summary>
    public static Func<ExpressionSyntax, string, ExpressionSyntax?> InInitializer(string header) => (creation, key) => InInitializer(creation, header, key);

    private static ExpressionSyntax? InInitializer(ExpressionSyntax creation, string header, string key)
    {
        var initializer = ((BaseObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression($"new A {{ Headers = {{ {{ {Quoted(header)}, {key} }} }} }}")).Initializer!;
        switch (creation)
        {
            case BaseObjectCreationExpressionSyntax { Initializer: null } plain:
                return plain.WithoutTrailingTrivia().WithInitializer(initializer.WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(plain.GetTrailingTrivia());
            case BaseObjectCreationExpressionSyntax { Initializer: { } existing } made
                when !existing.Expressions.Any(static e => e is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Headers" } }):
                return made.WithInitializer(existing.Append(initializer.Expressions[0].WithoutTrivia()));
            default:
                return null;
        }
    }

    /// <summary><c>request.AddHeader("Idempotency-Key", key)</c> as part of a chain.</summary>
    public static Func<ExpressionSyntax, string, ExpressionSyntax?> Fluent(string member, string header) => (receiver, key) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, Parenthesized(receiver.WithoutTrailingTrivia()), SyntaxFactory.IdentifierName(member)),
            SyntaxFactory.ParseArgumentList($"({Quoted(header)}, {key})")).WithTrailingTrivia(receiver.GetTrailingTrivia());

    public static StatementSyntax Statement(string adder, string header, string key) =>
        SyntaxFactory.ParseStatement($"{adder}({Quoted(header)}, {key});").WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n")).WithAdditionalAnnotations(Formatter.Annotation);

    public static IEnumerable<SyntaxTrivia> Indentation(SyntaxNode statement) =>
        statement.GetLeadingTrivia().Reverse().TakeWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1);

    private static string Quoted(string header) => "\"" + header + "\"";

    private static KeyTransport? Send(
        OutboundCall call, InvocationExpressionSyntax invocation, string header, Func<InvocationExpressionSyntax, Dictionary<string, int>, string?> content, ImmutableArray<string> usings)
    {
        var positions = Arguments(call.Operation);
        var url = invocation.ArgumentList.Arguments[positions["requestUri"]].Expression;
        if (url.IsKind(SyntaxKind.NullLiteralExpression) || url.IsKind(SyntaxKind.DefaultLiteralExpression) || !IsReducedOrInstance(invocation))
            return null;

        var verb = call.Verb.Verb.ToString();
        return new KeyTransport(
            (editor, name) => editor.ReplaceNode(
                invocation,
                (current, _) =>
                {
                    var now = (InvocationExpressionSyntax)current;
                    var body = content(now, positions);
                    var request = $"new HttpRequestMessage(HttpMethod.{verb}, {Text(now, positions["requestUri"])}) {{ " +
                        (body is null ? "" : $"Content = {body}, ") + $"Headers = {{ {{ {Quoted(header)}, {name} }} }} }}";
                    var token = positions.TryGetValue("cancellationToken", out var at) ? ", " + Text(now, at) : "";
                    return now
                        .WithExpression(Renamed(now.Expression))
                        .WithArgumentList(SyntaxFactory.ParseArgumentList("(" + request + token + ")").WithTriviaFrom(now.ArgumentList));
                }),
            usings.Add(SendingMembers.NetHttp));
    }

    /// <summary>Where in the written list the argument of each parameter stands.</summary>
    private static Dictionary<string, int> Arguments(IInvocationOperation call)
    {
        var positions = new Dictionary<string, int>();
        var written = ((InvocationExpressionSyntax)call.Syntax).ArgumentList.Arguments;
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument is { Parameter: { } parameter, Syntax: ArgumentSyntax syntax } && written.IndexOf(syntax) is >= 0 and var at)
                positions[parameter.Name] = at;
        }

        return positions;
    }

    private static string Text(InvocationExpressionSyntax invocation, int position) => invocation.ArgumentList.Arguments[position].Expression.ToString();

    private static bool IsReducedOrInstance(InvocationExpressionSyntax invocation) =>
        invocation.Expression is MemberBindingExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax &&
        invocation.Expression is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "HttpClientJsonExtensions" } };

    private static ExpressionSyntax Renamed(ExpressionSyntax member)
    {
        var send = SyntaxFactory.IdentifierName("SendAsync");
        return member switch
        {
            MemberAccessExpressionSyntax access => access.WithName(send.WithTriviaFrom(access.Name)),
            MemberBindingExpressionSyntax binding => binding.WithName(send.WithTriviaFrom(binding.Name)),
            _ => send.WithTriviaFrom(member),
        };
    }

    private static ExpressionSyntax Parenthesized(ExpressionSyntax receiver) =>
        receiver is BinaryExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax or AwaitExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(receiver.WithoutLeadingTrivia()).WithLeadingTrivia(receiver.GetLeadingTrivia())
            : receiver;

    public static InitializerExpressionSyntax Append(this InitializerExpressionSyntax initializer, ExpressionSyntax item)
    {
        if (initializer.Expressions.Count == 0)
            return initializer.AddExpressions(item);

        // The last item's line end moves behind the new one; each stands as the one before it does.
        var last = initializer.Expressions[initializer.Expressions.Count - 1];
        var items = initializer.Expressions.GetWithSeparators();
        var added = item.WithLeadingTrivia(initializer.Expressions.Count > 0 && last.GetLeadingTrivia().Any() ? last.GetLeadingTrivia() : SyntaxFactory.TriviaList());
        if (initializer.Expressions.SeparatorCount == initializer.Expressions.Count)
            return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(items.Add(added.WithTrailingTrivia())));
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken);
        var isOwnLine = last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        items = items.Replace(items[items.Count - 1], last.WithoutTrailingTrivia())
            .Add(isOwnLine ? comma.WithTrailingTrivia(last.GetTrailingTrivia()) : comma.WithTrailingTrivia(SyntaxFactory.Space))
            .Add(added.WithTrailingTrivia(isOwnLine ? last.GetTrailingTrivia().Where(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)) : last.GetTrailingTrivia()));
        return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(items));
    }
}
