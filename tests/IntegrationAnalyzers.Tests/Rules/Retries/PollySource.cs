namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Policies and pipelines round a client, as the rules on Polly's retries see them.</summary>
internal static class PollySource
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Http.Resilience;
        using Polly;
        using Polly.CircuitBreaker;
        using Polly.Contrib.WaitAndRetry;
        using Polly.Extensions.Http;
        using Polly.Retry;
        using Polly.Timeout;

        """;

    /// <summary>A program's members.</summary>
    public static string Members(string members) => Usings + "class Orders(HttpClient http)\n{\n    " + members.Replace("\n", "\n    ") + "\n}\n";

    /// <summary>Statements that register a client by <c>services</c>.</summary>
    public static string Registration(string statements) =>
        Usings + "static class Startup\n{\n    public static void Register(IServiceCollection services)\n    {\n        " + statements.Replace("\n", "\n        ") + "\n    }\n}\n";

    /// <summary>A policy <c>policy</c> round a call of HttpClient's.</summary>
    public static string Policy(string policy) => Members($$"""
        public async Task<HttpResponseMessage> Get(CancellationToken token)
        {
            var policy = {{policy}};
            return await policy.ExecuteAsync(t => http.GetAsync("orders", t), token);
        }
        """);

    /// <summary>A pipeline <c>pipeline</c> round a call of HttpClient's.</summary>
    public static string Pipeline(string pipeline) => Members($$"""
        public async Task<HttpResponseMessage> Get(CancellationToken token)
        {
            var pipeline = {{pipeline}};
            return await pipeline.ExecuteAsync(async t => await http.GetAsync("orders", t), token);
        }
        """);
}
