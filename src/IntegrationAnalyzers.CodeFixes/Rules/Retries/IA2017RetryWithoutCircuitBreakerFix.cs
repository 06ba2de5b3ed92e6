using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Puts a circuit breaker inside the retry: into the builder, or as a further handler of the client whose registration holds the policy. Not offered
/// for a policy that stands elsewhere: a breaker made for each call never opens.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA2017RetryWithoutCircuitBreakerFix)), Shared]
public sealed class IA2017RetryWithoutCircuitBreakerFix() : IntegrationCodeFix(IA2017RetryWithoutCircuitBreaker.Id, "Add a circuit breaker")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (RetryFix.Of(request)?.Strategy is not { } retry || RetryFix.Invocation(request) is not { } invocation)
            return null;

        var names = RetryFix.Names(request);
        if (retry.Source == RetrySource.Options)
        {
            return Options(retry, invocation, names, request) is { } options
                ? Appended(invocation, $"AddCircuitBreaker(new {options}())", "AddCircuitBreaker", names)
                : null;
        }

        var registration = invocation.Ancestors().OfType<InvocationExpressionSyntax>().FirstOrDefault(static i =>
            i.CalledText() is { } name && HttpResilienceApis.KindOf(name) is PipelineHandlerKind.Policy or PipelineHandlerKind.Transient &&
            i.Expression is MemberAccessExpressionSyntax);
        return registration is not null && names.Name(request, "System.TimeSpan") is { } span
            ? Appended(registration, $"AddTransientHttpErrorPolicy(breaker => breaker.CircuitBreakerAsync(5, {span}.FromSeconds(30)))", "CircuitBreakerAsync", names)
            : null;
    }

    private static FixPlan Appended(InvocationExpressionSyntax invocation, string call, string mark, TypeNames names) => new(
        editor => editor.ReplaceNode(invocation, (current, _) => current is ExpressionSyntax expression && !RetryFix.IsMade(current, mark)
            ? BuilderCalls.Add(invocation, expression, call)
            : current),
        names.Usings.ToImmutableArray());

    private static string? Options(RetryStrategy retry, InvocationExpressionSyntax invocation, TypeNames names, FixRequest request)
    {
        // A builder without a result takes only options without one, whatever the retry's predicate looks at.
        var builder = request.Model.GetTypeInfo(invocation, request.CancellationToken).Type as INamedTypeSymbol;
        if (retry.Result is null || builder is { IsGenericType: false } && PollyApis.IsBuilder(builder))
            return names.Name(request, "Polly.CircuitBreaker.CircuitBreakerStrategyOptions");
        if (retry.Result.Name == "HttpResponseMessage" && names.Name(request, "Microsoft.Extensions.Http.Resilience.HttpCircuitBreakerStrategyOptions") is { } http)
            return http;
        return names.Name(request, "Polly.CircuitBreaker.CircuitBreakerStrategyOptions") is { } plain && retry.Result is INamedTypeSymbol result ? $"{plain}<{names.Of(result)}>" : null;
    }
}
