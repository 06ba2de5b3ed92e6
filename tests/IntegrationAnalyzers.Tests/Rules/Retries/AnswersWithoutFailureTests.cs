using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Retries;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Loops that go on after an answer that is no failure: the items of an enumerated one are over, or what is waited for is not there yet.</summary>
public sealed class AnswersWithoutFailureTests
{
    private static string Orders(string body) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;

        public record Order(bool Success, string? Error, string[]? Lines);

        class Orders(HttpClient http)
        {
            public async Task<Order?> Read(CancellationToken stop)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("while (!stop.IsCancellationRequested) { try { await foreach (var line in http.GetFromJsonAsAsyncEnumerable<string>(\"lines\", stop)) Console.WriteLine(line); } catch (HttpRequestException ex) { Console.WriteLine(ex); } } return null;")]
    [InlineData("for (var i = 0; i < 3; i++) { try { await foreach (var line in http.GetFromJsonAsAsyncEnumerable<string>(\"lines\", stop)) Console.WriteLine(line); return null; } catch (HttpRequestException ex) { Console.WriteLine(ex); } await Task.Delay(1000); } return null;")]
    [InlineData("[|for|] (var i = 0; i < 3; i++) { try { await foreach (var line in http.GetFromJsonAsAsyncEnumerable<string>(\"lines\", stop)) Console.WriteLine(line); return null; } catch (HttpRequestException ex) { Console.WriteLine(ex); } } return null;")]
    public Task EnumeratedAnswer_IsRepeatedByTheLoopRoundIt(string body) => RuleVerifier<IA2006RetryWithoutPause>.VerifyAnalyzerAsync(Orders(body));

    [Theory]
    [InlineData("for (; ; ) { if (await http.GetFromJsonAsync<Order>(\"order\") is { Lines: not null } order) return order; await Task.Delay(1000); }")]
    [InlineData("Order? order = null; while (order is null) { order = await http.GetFromJsonAsync<Order>(\"order\"); if (order is null) await Task.Delay(1000); } return order;")]
    [InlineData("while (true) { using var r = await http.GetAsync(\"order\"); r.EnsureSuccessStatusCode(); if (r.StatusCode == HttpStatusCode.OK) return await r.Content.ReadFromJsonAsync<Order>(); await Task.Delay(1000); }")]
    [InlineData("while (true) { using var r = (await http.GetAsync(\"order\")).EnsureSuccessStatusCode(); if (r.StatusCode == HttpStatusCode.OK) return await r.Content.ReadFromJsonAsync<Order>(); await Task.Delay(1000); }")]
    public Task WaitForWhatIsNotThereYet_WhereFailuresThrow_IsQuiet(string body) => RuleVerifier<IA2005UnboundedRetry>.VerifyAnalyzerAsync(Orders(body));

    [Theory]
    [InlineData("[|while|] (true) { var order = await http.GetFromJsonAsync<Order>(\"order\"); if (order is { Success: true }) return order; await Task.Delay(1000); }")]
    [InlineData("[|while|] (true) { if (await http.GetFromJsonAsync<Order>(\"order\") is { Error: null } order) return order; await Task.Delay(1000); }")]
    [InlineData("Order? order = null; [|while|] (order is null) { try { order = await http.GetFromJsonAsync<Order>(\"order\"); } catch (HttpRequestException) { await Task.Delay(1000); } } return order;")]
    [InlineData("[|while|] (true) { using var r = await http.GetAsync(\"order\"); if (r.StatusCode == HttpStatusCode.OK) { r.EnsureSuccessStatusCode(); return null; } await Task.Delay(1000); }")]
    public Task FailureThatIsTaken_Reports(string body) => RuleVerifier<IA2005UnboundedRetry>.VerifyAnalyzerAsync(Orders(body));
}
