using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Switches the library's own support on, or gives Polly 8 a delay generator and Polly 7's asynchronous retry a provider that wait as long as
/// the answer asks for, at most a minute, and as before where it does not ask. Polly 7's policies repeat after 429 as well then. Offered where answers are in sight.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA2009RetryAfterIgnoredFix)), Shared]
public sealed class IA2009RetryAfterIgnoredFix() : IntegrationCodeFix(IA2009RetryAfterIgnored.Id, "Wait as long as Retry-After says")
{
    /// <summary>A longer list is a table of its own.</summary>
    private const int MostPauses = 6;

    private protected override FixPlan? Plan(FixRequest request)
    {
        if (RetryFix.Of(request)?.Strategy is not { } retry || RetryFix.Invocation(request) is not { } invocation || retry.Handles.Status(429) == Certainty.Unknown)
            return null;
        if (retry.Handles.Status(429) == Certainty.No)
            return retry.Source == RetrySource.Policy && retry.Result?.Name == "HttpResponseMessage" && RetryFix.HasCSharp(request, LanguageVersion.CSharp9) ? WithLimit(invocation, retry, request) : null;

        var off = invocation.DescendantNodes().OfType<AssignmentExpressionSyntax>().FirstOrDefault(static a =>
            a.Right.IsKind(SyntaxKind.FalseLiteralExpression) && a.Left is SimpleNameSyntax { Identifier.ValueText: "ShouldRetryAfterHeader" } or
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ShouldRetryAfterHeader" });
        if (off is not null)
            return new FixPlan(editor => editor.ReplaceNode(off.Right, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithTriviaFrom(off.Right)));
        if (retry.Result?.Name != "HttpResponseMessage" || !RetryFix.HasCSharp(request, LanguageVersion.CSharp9))
            return null;
        return retry.Source == RetrySource.Policy ? OfProvider(invocation, retry, request) : OfOptions(retry, request);
    }

    /// <summary><c>.OrResult(response =&gt; (int)response.StatusCode == 429)</c> before the retry, and the pause that its answers ask for, where the retry does not read it yet.</summary>
    private static FixPlan? WithLimit(InvocationExpressionSyntax invocation, RetryStrategy retry, FixRequest request)
    {
        if (invocation.Expression is not MemberAccessExpressionSyntax { Expression: { } handled } || !PollyApis.IsPolicyBuilder(request.Model.GetTypeInfo(handled, request.CancellationToken).Type))
            return null;
        var waiting = retry.HonoursRetryAfter == Certainty.Yes ? new FixPlan(static _ => { }) : OfProvider(invocation, retry, request);
        return waiting is null ? null : waiting with
        {
            Edit = editor =>
            {
                waiting.Edit(editor);
                editor.ReplaceNode(handled, (current, _) => BuilderCalls.Add(handled, (ExpressionSyntax)current, "OrResult(response => (int)response.StatusCode == 429)"));
            },
            Title = retry.HonoursRetryAfter == Certainty.Yes ? "Repeat after 429, too" : "Repeat after 429, too, and wait as long as Retry-After says",
        };
    }

    private static FixPlan? OfOptions(RetryStrategy retry, FixRequest request)
    {
        var names = RetryFix.Names(request);
        if (retry.Delays.IsGenerated || RetryFix.Options(retry, request) is not { } options || Waited("args.Outcome.Result", "null", LineOf(options, request), names, request) is not { } waited ||
            names.Name(request, "System.Threading.Tasks.ValueTask") is not { } task || names.Name(request, "System.TimeSpan") is not { } span)
        {
            return null;
        }

        var generator = SyntaxFactory.ParseExpression($"static args => new {task}<{span}?>({waited})");
        return new FixPlan(
            editor => editor.ReplaceNode(options, (current, _) => current is BaseObjectCreationExpressionSyntax creation && ObjectInitializers.Find(creation.Initializer, "DelayGenerator") is null
                ? ObjectInitializers.Add(creation, "DelayGenerator", generator)
                : current),
            names.Usings.ToImmutableArray());
    }

    /// <summary>
    /// <c>(3, n =&gt; pause)</c> and a list of pauses, with or without an <c>onRetry</c>: the one overload that sees the answer takes an <c>onRetry</c>, too.
    /// </summary>
    private static FixPlan? OfProvider(InvocationExpressionSyntax invocation, RetryStrategy retry, FixRequest request)
    {
        var names = RetryFix.Names(request);
        var line = LineOf(invocation.ArgumentList, request);
        if (invocation.ArgumentList is not { Arguments: var arguments, ContainsDirectives: false } list || arguments.Any(static a => a.NameColon is not null) || invocation.CalledText() != "WaitAndRetryAsync" ||
            Pauses(arguments, retry) is not { } given || Waited("outcome.Result", given.Pause, line, names, request) is not { } waited || names.Name(request, "System.Threading.Tasks.Task") is not { } task)
        {
            return null;
        }

        var callback = arguments.Count == given.Arguments ? $"(_, _, _, _) => {task}.CompletedTask"
            : arguments.Count == given.Arguments + 1 ? RetryCallback.Written(arguments[given.Arguments].Expression, line.TrimStart('\r', '\n'), task, request)
            : null;
        if (callback is null || Remark(list, arguments.Count > given.Arguments ? arguments[given.Arguments] : null) is not { } remark || given.Attempt == "outcome" || request.Model.LookupSymbols(invocation.SpanStart, name: "outcome").Any() || given.Count is null && request.Model.LookupSymbols(invocation.SpanStart, name: given.Attempt).Any())
            return null;
        var count = given.Count?.ToString() ?? given.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var replacement = SyntaxFactory.ParseArgumentList($"({count}, ({given.Attempt}, outcome, {(given.Attempt == "_" ? "_" : "context")}) => {waited},{remark}{line}{callback})");
        return new FixPlan(editor => editor.ReplaceNode(list, (current, _) => current.ToString() == list.ToString() ? replacement.WithTriviaFrom(current) : current), names.Usings.ToImmutableArray());
    }

    /// <summary>The comment at the end of the line that the pauses stand on, empty where there is none; null where comments stand elsewhere among what is written anew.</summary>
    private static string? Remark(ArgumentListSyntax list, ArgumentSyntax? callback)
    {
        var comments = list.DescendantTrivia().Where(trivia => TriviaKinds.IsComment(trivia) && callback?.Span.Contains(trivia.Span) != true && list.Span.Contains(trivia.Span)).ToList();
        return comments switch
        {
            [] => "",
            [var only] when only.IsKind(SyntaxKind.SingleLineCommentTrivia) && only.Token.IsKind(SyntaxKind.CommaToken) && only.Token.GetNextToken() == callback?.GetFirstToken() => " " + only,
            _ => null,
        };
    }

    /// <summary>How long to wait where the answer does not ask, by the number of the attempt.</summary>
    private static GivenPauses? Pauses(SeparatedSyntaxList<ArgumentSyntax> arguments, RetryStrategy retry)
    {
        if (arguments is [var count, { Expression: SimpleLambdaExpressionSyntax provider }, ..])
        {
            return retry.LimitValue == count.Expression && Pause(provider) is { } pause and not ImplicitObjectCreationExpressionSyntax
                ? new GivenPauses(count.Expression, 0, provider.Parameter.Identifier.ValueText, RetryFix.AsOperand(pause).ToString(), 2)
                : null;
        }

        if (arguments.Count == 0 || Elements(arguments[0].Expression) is not { Count: > 0 and <= MostPauses } elements || elements.Any(static e => e is ImplicitObjectCreationExpressionSyntax) ||
            arguments[0].DescendantTrivia().Any(TriviaKinds.IsComment))
        {
            return null;
        }

        var arms = elements.Select((element, index) => $"{(index == elements.Count - 1 ? "_" : (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))} => {element.WithoutTrivia()}");
        return new GivenPauses(null, elements.Count, "attempt", elements.Count == 1 ? RetryFix.AsOperand(elements[0]).ToString() : $"attempt switch {{ {string.Join(", ", arms)} }}", 1);
    }

    private static SeparatedSyntaxList<ExpressionSyntax>? Elements(ExpressionSyntax list) => list switch
    {
        ImplicitArrayCreationExpressionSyntax { Initializer: var initializer } => initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        _ => null,
    };

    private static ExpressionSyntax? Pause(SimpleLambdaExpressionSyntax provider) =>
        provider.ExpressionBody ?? (provider.Block is { Statements: [ReturnStatementSyntax { Expression: { } value }] } block && !block.DescendantTrivia().Any(TriviaKinds.IsComment) ? value : null);

    /// <summary>A line's end and the indentation of the next, one step deeper than the line that the node begins on.</summary>
    private static string LineOf(SyntaxNode node, FixRequest request)
    {
        var text = request.Root.SyntaxTree.GetText(request.CancellationToken);
        return LineEnding.Of(text) + Indentation.Deeper(Indentation.At(text, node.SpanStart), text);
    }

    /// <summary>The wait that the answer asks for, in seconds or by a date, at most a minute; on lines of their own what it is where it asks and where it does not.</summary>
    private static string? Waited(string response, string otherwise, string line, TypeNames names, FixRequest request)
    {
        if (names.Name(request, "System.TimeSpan") is not { } span || names.Name(request, "System.DateTimeOffset") is not { } time)
            return null;
        var deeper = Indentation.Deeper(line, request.Root.SyntaxTree.GetText(request.CancellationToken));
        return $"{response}?.Headers.RetryAfter is {{ }} retryAfter && (retryAfter.Delta ?? retryAfter.Date - {time}.UtcNow) is {{ }} wait && wait > {span}.Zero{deeper}" +
            $"? (wait < {span}.FromMinutes(1) ? wait : {span}.FromMinutes(1)){deeper}: {otherwise}";
    }

    /// <param name="Count">How many attempts; null where the length of a list says it.</param>
    /// <param name="Length">That length.</param>
    /// <param name="Attempt">What the number of the attempt is called.</param>
    /// <param name="Pause">The pause.</param>
    /// <param name="Arguments">How many arguments say so.</param>
    private sealed record GivenPauses(ExpressionSyntax? Count, int Length, string Attempt, string Pause, int Arguments);
}
