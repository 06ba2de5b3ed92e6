using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2014ThreadSleepBetweenAttempts>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2014ThreadSleepBetweenAttemptsTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    private static string In(string members) => Usings + "class Orders(HttpClient http)\n{\n" + members + "\n}\n";

    private static string Loop(string head, string pause) => In($$"""
            {{head}}
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("orders");
                    }
                    catch (HttpRequestException) when (attempt < 5)
                    {
                        {{pause}}
                    }
                }
            }
        """);

    [Theory]
    [InlineData("[|Thread.Sleep(1000)|];")]
    [InlineData("[|Thread.Sleep(TimeSpan.FromSeconds(attempt))|];")]
    [InlineData("[|System.Threading.Thread.Sleep(1000 * attempt)|];")]
    public Task SleepInTheHandler_Reports(string pause) => Verify.VerifyAnalyzerAsync(Loop("public async Task<string> Read()", pause));

    [Theory]
    [InlineData("private static void Pause(int attempt) => [|Thread.Sleep(1000 * attempt)|];")]
    [InlineData("private void Pause(int attempt) { [|Thread.Sleep(1000 * attempt)|]; }")]
    public Task SleepInAHelper_Reports(string helper) => Verify.VerifyNoFixAsync(Loop("public async Task<string> Read()", "Pause(attempt);").Replace("class Orders(HttpClient http)\n{", "class Orders(HttpClient http)\n{\n    " + helper));

    [Fact]
    public Task HelperOfTwoLoops_ReportsOnce() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<string> Read()
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("orders");
                    }
                    catch (HttpRequestException) when (attempt < 5)
                    {
                        Pause();
                    }
                }
            }

            public async Task<string> Other()
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("others");
                    }
                    catch (HttpRequestException) when (attempt < 5)
                    {
                        Pause();
                    }
                }
            }

            private static void Pause() => [|Thread.Sleep(1000)|];
        """));

    [Theory]
    [InlineData("private static Task Pause(int attempt) => Task.Delay(1000 * attempt);", "await Pause(attempt);")]
    [InlineData("private static void Pause(int attempt) => Console.WriteLine(attempt);", "Pause(attempt);")]
    [InlineData("private static void Pause(int attempt) { Console.WriteLine(attempt); if (attempt > 3) Thread.Sleep(1); }", "Pause(attempt);")]
    public Task HelperThatHoldsNoThread_IsQuiet(string helper, string pause) => Verify.VerifyAnalyzerAsync(Loop("public async Task<string> Read()", pause).Replace("class Orders(HttpClient http)\n{", "class Orders(HttpClient http)\n{\n    " + helper));

    [Fact]
    public Task SleepAfterAFailedStatusAndInRecursion_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<HttpResponseMessage> Read()
            {
                for (var attempt = 0; attempt < 5; attempt++)
                {
                    var response = await http.GetAsync("orders");
                    if (response.IsSuccessStatusCode)
                        return response;
                    [|Thread.Sleep(1000)|];
                }

                throw new HttpRequestException();
            }

            public async Task<string> Again(int attempt)
            {
                try
                {
                    return await http.GetStringAsync("orders");
                }
                catch (HttpRequestException) when (attempt < 5)
                {
                    [|Thread.Sleep(1000)|];
                    return await Again(attempt + 1);
                }
            }
        """));

    [Fact]
    public Task SynchronousCode_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public HttpResponseMessage Read()
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return http.Send(new HttpRequestMessage());
                    }
                    catch (HttpRequestException) when (attempt < 5)
                    {
                        Thread.Sleep(1000);
                    }
                }
            }
        """));

    [Fact]
    public Task TaskDelay_IsQuiet() => Verify.VerifyAnalyzerAsync(Loop("public async Task<string> Read()", "await Task.Delay(1000);"));

    [Fact]
    public Task OtherSleep_IsQuiet() => Verify.VerifyAnalyzerAsync(Loop("private static void Sleep(int milliseconds) { }\n\n    public async Task<string> Read()", "Sleep(1000);"));

    [Fact]
    public Task NoRetry_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<string> Read()
            {
                Thread.Sleep(1000);
                return await http.GetStringAsync("orders");
            }

            public async Task Each(string[] orders)
            {
                foreach (var order in orders)
                {
                    await http.GetStringAsync(order);
                    Thread.Sleep(100);
                }
            }
        """));

    [Fact]
    public Task RoundAFile_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<string> Read(string path)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await System.IO.File.ReadAllTextAsync(path);
                    }
                    catch (System.IO.IOException) when (attempt < 5)
                    {
                        Thread.Sleep(1000);
                    }
                }
            }

            public Task Send() => http.GetAsync("orders");
        """));

    [Fact]
    public Task SleepInSynchronousLambda_IsQuiet() => Verify.VerifyAnalyzerAsync(Loop("public async Task<string> Read()", "Action wait = () => Thread.Sleep(1000); wait();"));

    [Fact]
    public Task Sleep_BecomesADelayWithTheToken() => Verify.VerifyCodeFixAsync(
        Loop("public async Task<string> Read(CancellationToken token)", "[|Thread.Sleep(TimeSpan.FromSeconds(attempt))|]; // wait"),
        Loop("public async Task<string> Read(CancellationToken token)", "await Task.Delay(TimeSpan.FromSeconds(attempt), token); // wait"));

    [Fact]
    public Task TwoSleeps_BecomeDelays() => Verify.VerifyCodeFixAsync(
        Loop("public async Task<string> Read()", "[|Thread.Sleep(1000)|]; [|Thread.Sleep(100)|];"),
        Loop("public async Task<string> Read()", "await Task.Delay(1000); await Task.Delay(100);"));

    [Fact]
    public Task UnderALock_OffersNoFix() => Verify.VerifyNoFixAsync(Loop("public async Task<string> Read()", "lock (http) { [|Thread.Sleep(1000)|]; }"));
}
