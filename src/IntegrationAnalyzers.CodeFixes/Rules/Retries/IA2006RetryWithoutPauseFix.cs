using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Waits between attempts, twice as long each time. A loop waits at the head of its body once its counter says that it is no first attempt, so every way to the
/// next attempt waits; a policy takes its waiting form; options take a delay with exponential back-off and jitter.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA2006RetryWithoutPauseFix() : IntegrationCodeFix(IA2006RetryWithoutPause.Id, "Wait between attempts, longer each time")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var model = IntegrationModel.For(request.Model.Compilation);
        var tree = request.Node.SyntaxTree;
        var span = request.Diagnostic.Location.SourceSpan;
        foreach (var loop in model.RetryLoops.In(tree, request.CancellationToken))
        {
            if (loop.Scope.Location.SourceSpan == span)
                return OfLoop(loop, request);
        }

        foreach (var retry in model.ExecutedRetries.In(tree, request.CancellationToken))
        {
            // An answer that may say by Retry-After when to come back needs more than a pause of our own.
            if (IA2006RetryWithoutPause.NameOf(retry.Strategy.Origin)?.Span == span)
                return retry.Strategy.Handles.Status(429) == Certainty.Yes || retry.Strategy.Handles.Status(503) == Certainty.Yes ? null : retry.Strategy.Source == RetrySource.Options ? OfOptions(retry.Strategy) : OfPolicy(retry.Strategy, request);
        }

        return null;
    }

    private static FixPlan? OfLoop(RetryLoop loop, FixRequest request)
    {
        var body = loop.Region switch
        {
            ForStatementSyntax f => f.Statement,
            WhileStatementSyntax w => w.Statement,
            DoStatementSyntax d => d.Statement,
            _ => null,
        };
        if (body is not BlockSyntax { Statements: [var first, ..] } || AttemptPause.Guarded(loop, first, request.Model) is not { } pause)
            return null;
        return new FixPlan(
            editor => editor.InsertBefore(first, pause.WithLeadingTrivia(KeyedMessage.Indentation(first))),
            ImmutableArray.Create("System", pause.ToString().Contains("Thread.Sleep") ? "System.Threading" : "System.Threading.Tasks"));
    }

    /// <summary><c>RetryAsync(3)</c> becomes <c>WaitAndRetryAsync(3, attempt =&gt; …)</c>; a callback would need another signature.</summary>
    private static FixPlan? OfPolicy(RetryStrategy retry, FixRequest request)
    {
        if (retry.Origin is not InvocationExpressionSyntax { ArgumentList: var list } || IA2006RetryWithoutPause.NameOf(retry.Origin) is not IdentifierNameSyntax name)
            return null;

        var pause = SyntaxFactory.ParseExpression("attempt => " + AttemptPause.Backoff("attempt", retry.Limit) + Jitter(request));
        var usings = ImmutableArray.Create("System");
        if (name.Identifier.ValueText.StartsWith("WaitAndRetry", System.StringComparison.Ordinal))
        {
            return retry.Delays.Value is LambdaExpressionSyntax { Body: ExpressionSyntax } written && Parameters(written) == 1
                ? new FixPlan(editor => editor.ReplaceNode(written, pause.WithTriviaFrom(written)), usings)
                : null;
        }

        var isForever = name.Identifier.ValueText.Contains("Forever");
        if (list.Arguments.Count != (isForever ? 0 : 1) || list.Arguments.Any(static a => a.NameColon is not null and not { Name.Identifier.ValueText: "retryCount" }))
            return null;
        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(name, SyntaxFactory.IdentifierName("WaitAndRetry" + name.Identifier.ValueText.Substring("Retry".Length)).WithTriviaFrom(name));
                editor.ReplaceNode(list, (current, _) => Append((ArgumentListSyntax)current, pause));
            },
            usings);
    }

    /// <summary>A policy has many callers: up to a second of chance keeps them from coming back together, where the target has a shared random.</summary>
    private static string Jitter(FixRequest request) =>
        request.Model.Compilation.GetTypeByMetadataName("System.Random")?.GetMembers("Shared").IsEmpty == false ? " + TimeSpan.FromMilliseconds(Random.Shared.Next(1000))" : "";

    /// <summary><c>Delay = TimeSpan.Zero</c> becomes two seconds, doubled each time, with jitter.</summary>
    private static FixPlan? OfOptions(RetryStrategy retry)
    {
        if (retry.Options is not BaseObjectCreationExpressionSyntax { Initializer: { } initializer } ||
            Set(initializer, "Delay") is not { } delay || delay.Right.Span != retry.Delays.Value?.Span)
        {
            return null;
        }

        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(delay.Right, SyntaxFactory.ParseExpression("TimeSpan.FromSeconds(2)").WithTriviaFrom(delay.Right));
                foreach (var (member, value) in new[] { ("BackoffType", "DelayBackoffType.Exponential"), ("UseJitter", "true") })
                {
                    if (Set(initializer, member) is { } set)
                        editor.ReplaceNode(set.Right, SyntaxFactory.ParseExpression(value).WithTriviaFrom(set.Right));
                    else
                        editor.ReplaceNode(initializer, (current, _) => KeyedMessage.Append((InitializerExpressionSyntax)current, Assignment(member, value)));
                }
            },
            ImmutableArray.Create("System", PollyNamespace));
    }

    private const string PollyNamespace = "Polly";

    private static ExpressionSyntax Assignment(string member, string value) => SyntaxFactory.ParseExpression($"{member} = {value}");

    private static AssignmentExpressionSyntax? Set(InitializerExpressionSyntax initializer, string member) =>
        initializer.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(a => a.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == member);

    private static int Parameters(LambdaExpressionSyntax lambda) => lambda is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: var count } ? count : 1;

    private static ArgumentListSyntax Append(ArgumentListSyntax list, ExpressionSyntax value)
    {
        var argument = SyntaxFactory.Argument(value);
        if (list.Arguments.Count == 0)
            return list.AddArguments(argument);
        return list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(
            list.Arguments.GetWithSeparators().Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)).Add(argument)));
    }
}
