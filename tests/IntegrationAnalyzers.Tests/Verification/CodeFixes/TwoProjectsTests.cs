using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Errors;
using IntegrationAnalyzers.Rules.Timeouts;
using IntegrationAnalyzers.Tests.Verification.Toys;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;
using static IntegrationAnalyzers.Tests.Verification.Toys.ToySource;

namespace IntegrationAnalyzers.Tests.Verification.CodeFixes;

/// <summary>Fix All over a solution of several projects: what is read of one project's code says nothing of another's.</summary>
public class TwoProjectsTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        """;

    [Fact]
    public Task Toy_IsMendedInBoth() => InBoth<GoodToy>(Calling("[|Bad|]();"), Calling("Good();"));

    [Fact]
    public Task ClientWithoutTimeout_IsMendedInBoth() => InBoth<IA1001ClientWithoutTimeout>(
        Usings + """
        class Rates
        {
            private static readonly HttpClient Client = [|new HttpClient()|];

            public Task<string> Latest(string code) => Client.GetStringAsync("https://rates.example/" + code);
        }
        """,
        Usings + """
        class Rates
        {
            private static readonly HttpClient Client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };

            public Task<string> Latest(string code) => Client.GetStringAsync("https://rates.example/" + code);
        }
        """);

    [Fact]
    public Task LostCause_IsMendedInBoth() => InBoth<IA4004LostCause>(
        Usings + """
        class Rates(HttpClient client)
        {
            public async Task<string> Latest(string code)
            {
                try
                {
                    return await client.GetStringAsync("rates/" + code);
                }
                catch (HttpRequestException)
                {
                    throw [|new InvalidOperationException("no rate")|];
                }
            }
        }
        """,
        Usings + """
        class Rates(HttpClient client)
        {
            public async Task<string> Latest(string code)
            {
                try
                {
                    return await client.GetStringAsync("rates/" + code);
                }
                catch (HttpRequestException ex)
                {
                    throw new InvalidOperationException("no rate", ex);
                }
            }
        }
        """);

    private static Task InBoth<TRule>(string source, string fixedSource)
        where TRule : DiagnosticAnalyzer, new() =>
        new RuleVerifier<TRule>.Test { TestCode = source, FixedCode = fixedSource, InTwoProjects = true }.RunAsync();
}
