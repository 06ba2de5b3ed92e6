using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary><c>RestService.For&lt;T&gt;(url)</c> makes a client of its own; one with a timeout takes its place.</summary>
internal static class RefitTimeout
{
    public static FixPlan? Plan(InvocationExpressionSyntax call, FixRequest request, int seconds)
    {
        // Settings bring handlers that Refit puts only into the client it makes itself.
        if (call.ArgumentList.Arguments is not [{ NameColon: null } url] || url.ContainsDirectives)
            return null;

        var value = Durations.Seconds(seconds, request);
        var constant = request.Model.GetConstantValue(url.Expression, request.CancellationToken);

        // Refit joins paths itself and takes the slash off.
        var trim = constant is { HasValue: true, Value: string text } && text.EndsWith("/", System.StringComparison.Ordinal) ? ".TrimEnd('/')" : string.Empty;
        return new FixPlan(
            editor => editor.ReplaceNode(url.Expression, (current, _) => SyntaxFactory.ParseExpression(
                $"new HttpClient {{ BaseAddress = new Uri({current.WithoutTrivia()}{trim}), Timeout = {value} }}").WithTriviaFrom(current)),
            ImmutableArray.Create("System", "System.Net.Http"));
    }
}
