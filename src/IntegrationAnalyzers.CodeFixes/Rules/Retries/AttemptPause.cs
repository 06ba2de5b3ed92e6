using System.Globalization;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>Writes the wait between two attempts.</summary>
internal static class AttemptPause
{
    /// <summary>Pauses that grow by a factor of two pass this many seconds after so many attempts; then they are capped.</summary>
    private const int MaxUncappedRetries = 5;

    private const int CapSeconds = 30;

    /// <summary><c>await Task.Delay(…, token)</c>, or <c>Thread.Sleep(…)</c> in synchronous code; null where a wait cannot stand.</summary>
    public static string? Statement(string duration, SyntaxNode place, SemanticModel model)
    {
        var function = FlowGraphs.FunctionOf(place);
        if (place.FirstAncestorOrSelf<LockStatementSyntax>() is not null || place.FirstAncestorOrSelf<UnsafeStatementSyntax>() is not null)
            return null;
        if (AttemptSleeps.IsAsync(function))
            return TokenInScope.At(place, model) is { } token ? $"await Task.Delay({duration}, {token});" : $"await Task.Delay({duration});";
        var returns = function is null ? null : model.GetDeclaredSymbol(function) as IMethodSymbol ?? model.GetSymbolInfo(function).Symbol as IMethodSymbol;
        return returns is { ReturnType.Name: not ("Task" or "ValueTask") } ? $"Thread.Sleep({duration});" : null;
    }

    /// <summary>Two seconds before the second attempt, and twice the last pause before each further one.</summary>
    public static string Backoff(AttemptCounter counter, RetryLimit limit)
    {
        var exponent = counter.First == 0 ? counter.Name : $"{counter.Name} - {counter.First.ToString(CultureInfo.InvariantCulture)}";
        return Backoff(exponent, limit);
    }

    public static string Backoff(string exponent, RetryLimit limit) =>
        limit.Retries is <= MaxUncappedRetries
            ? $"TimeSpan.FromSeconds(Math.Pow(2, {exponent}))"
            : $"TimeSpan.FromSeconds(Math.Min(Math.Pow(2, {exponent}), {CapSeconds.ToString(CultureInfo.InvariantCulture)}))";

    /// <summary><c>if (attempt &gt; 0) await Task.Delay(…);</c> at the head of the loop's body.</summary>
    public static StatementSyntax? Guarded(RetryLoop loop, StatementSyntax first, SemanticModel model)
    {
        if (loop.Counter is not { } counter || Statement(Backoff(counter, loop.Scope.Limit), first, model) is not { } wait)
            return null;
        var statement = SyntaxFactory.ParseStatement($"if ({counter.Name} > {counter.First.ToString(CultureInfo.InvariantCulture)})\n    {wait}")
            .WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"))
            .WithAdditionalAnnotations(Formatter.Annotation);
        return statement.ReplaceTrivia(statement.DescendantTrivia(), static (trivia, _) => trivia.IsKind(SyntaxKind.EndOfLineTrivia) ? SyntaxFactory.ElasticEndOfLine("\n") : trivia);
    }
}
