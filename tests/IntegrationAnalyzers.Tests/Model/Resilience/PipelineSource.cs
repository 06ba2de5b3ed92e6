using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Resilience;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Tests.Model.Resilience;

/// <summary>A policy, pipeline or registration in a method, and what the noun reads of it.</summary>
internal static class PipelineSource
{
    private const string Usings = """
        using System.Linq;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Http;
        using Microsoft.Extensions.Http.Resilience;
        using Polly.CircuitBreaker;
        using Polly.Contrib.WaitAndRetry;
        using Polly.Extensions.Http;
        using Polly.Registry;
        using Polly.Retry;
        using Polly.Simmy;
        using Polly.Timeout;
        #pragma warning disable EXTEXP0001

        """;

    /// <summary>What <c>Use(value)</c> is given by the statements.</summary>
    public static ResiliencePipeline Value(string statements, string members = "")
    {
        var source = Source(statements, members);
        return source.Model.Pipelines.Of(source.Call("Use").Arguments[0].Value, CancellationToken.None);
    }

    /// <summary>The first handler that the statements put round <c>builder</c>.</summary>
    public static ResiliencePipeline Handler(string statements, string members = "")
    {
        var source = Source(statements, members);
        var tree = source.Compilation.SyntaxTrees.Single();
        var registration = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(node => source.Model.Source.Model(tree).GetOperation(node)).OfType<IInvocationOperation>()
            .First(static call => HttpResilienceApis.KindOf(call.TargetMethod) != PipelineHandlerKind.None);
        return source.Model.Pipelines.OfHandler(registration, CancellationToken.None)!;
    }

    public static RetryStrategy Retry(string statements, string members = "") => Value(statements, members).AllRetries().Single();

    public static RetryStrategy HandlerRetry(string statements, string members = "") => Handler(statements, members).AllRetries().Single();

    private static ModelSource Source(string statements, string members) => new(Usings + $$"""
        class Options { public int Count; public TimeSpan Pause; }

        partial class Program(Options settings, IAsyncPolicy<HttpResponseMessage> injected)
        {
            {{members}}

            void Run(IHttpClientBuilder builder, IServiceCollection services, Action<string> log, bool flag)
            {
                {{statements}}
            }

            static void Use(object value) { }
        }
        """);
}
