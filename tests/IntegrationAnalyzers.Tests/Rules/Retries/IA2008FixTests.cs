using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.IA2008RetriesWhatCannotSucceedTests;
using static IntegrationAnalyzers.Tests.Rules.Retries.PollySource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2008RetriesWhatCannotSucceed>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2008FixTests
{
    [Fact]
    public Task Chain_Fix() => Verify.VerifyCodeFixAsync(
        Members("""
            public async Task Get()
            {
                await Policy
                    .Handle<Exception>() // all
                    .[|RetryAsync|](3)
                    .ExecuteAsync(() => http.GetAsync("a"));
                await Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).[|RetryAsync|](3).ExecuteAsync(() => http.GetAsync("b"));
                await Policy.TimeoutAsync<HttpResponseMessage>(9).WrapAsync(Policy<HttpResponseMessage>.Handle<Exception>().OrResult(response => !response.IsSuccessStatusCode).[|RetryAsync|](3)).ExecuteAsync(() => http.GetAsync("c"));
            }
            """),
        Members("""
            public async Task Get()
            {
                await Policy
                    .Handle<HttpRequestException>().Or<TaskCanceledException>(ex => ex.InnerException is TimeoutException) // all
                    .RetryAsync(3)
                    .ExecuteAsync(() => http.GetAsync("a"));
                await Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode is 408 or 429 or >= 500).RetryAsync(3).ExecuteAsync(() => http.GetAsync("b"));
                await Policy.TimeoutAsync<HttpResponseMessage>(9).WrapAsync(Policy<HttpResponseMessage>.Handle<HttpRequestException>().Or<TaskCanceledException>(ex => ex.InnerException is TimeoutException).Or<TimeoutRejectedException>().OrResult(response => (int)response.StatusCode is 408 or 429 or >= 500).RetryAsync(3)).ExecuteAsync(() => http.GetAsync("c"));
            }
            """));

    [Fact]
    public Task PredicateBuilderAndLambda_FixAll() => Verify.VerifyCodeFixAsync(
        Registration("""
            services.AddHttpClient("a").AddResilienceHandler("a", b => b.[|AddRetry|](new HttpRetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<Exception>().HandleResult(r => !r.IsSuccessStatusCode),
            }));
            services.AddHttpClient("b").AddResilienceHandler("b", b => b.[|AddRetry|](new HttpRetryStrategyOptions { ShouldHandle = args => new ValueTask<bool>(args.Outcome.Result?.IsSuccessStatusCode != true) }));
            """),
        Registration("""
            services.AddHttpClient("a").AddResilienceHandler("a", b => b.AddRetry(new HttpRetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().Handle<TaskCanceledException>(ex => ex.InnerException is TimeoutException).HandleResult(r => (int)r.StatusCode is 408 or 429 or >= 500),
            }));
            services.AddHttpClient("b").AddResilienceHandler("b", b => b.AddRetry(new HttpRetryStrategyOptions { ShouldHandle = args => new ValueTask<bool>(HttpClientResiliencePredicates.IsTransient(args.Outcome)) }));
            """));

    [Fact]
    public Task PredicateOfTwoRetries_FixAll() => Verify.VerifyCodeFixAsync(
        Registration("""
            var handle = Policy<HttpResponseMessage>.Handle<Exception>();
            services.AddHttpClient("a").AddPolicyHandler(handle.[|RetryAsync|](1));
            services.AddHttpClient("b").AddPolicyHandler(handle.[|RetryAsync|](2));
            """),
        Registration("""
            var handle = Policy<HttpResponseMessage>.Handle<HttpRequestException>().Or<TaskCanceledException>(ex => ex.InnerException is TimeoutException);
            services.AddHttpClient("a").AddPolicyHandler(handle.RetryAsync(1));
            services.AddHttpClient("b").AddPolicyHandler(handle.RetryAsync(2));
            """));

    [Fact]
    public Task PredicateBuilderWithoutResult_Fix() => Verify.VerifyCodeFixAsync(
        Members("""
            public async Task Get(CancellationToken cancellationToken)
            {
                var strategy = new ResiliencePipelineBuilder().[|AddRetry|](new()
                {
                    ShouldHandle = new PredicateBuilder().Handle<Exception>(),
                    MaxRetryAttempts = 3, // Retry up to 3 times
                    OnRetry = args =>
                    {
                        Console.WriteLine(args.Outcome.Exception!.Message);
                        return default;
                    }
                }).Build();
                await strategy.ExecuteAsync(async token =>
                {
                    var text = await Read(token);
                    Console.WriteLine(text);
                }, cancellationToken);
            }

            private async Task<string> Read(CancellationToken token) => await http.GetStringAsync("a", token);
            """),
        Members("""
            public async Task Get(CancellationToken cancellationToken)
            {
                var strategy = new ResiliencePipelineBuilder().AddRetry(new()
                {
                    ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<TaskCanceledException>(ex => ex.InnerException is TimeoutException),
                    MaxRetryAttempts = 3, // Retry up to 3 times
                    OnRetry = args =>
                    {
                        Console.WriteLine(args.Outcome.Exception!.Message);
                        return default;
                    }
                }).Build();
                await strategy.ExecuteAsync(async token =>
                {
                    var text = await Read(token);
                    Console.WriteLine(text);
                }, cancellationToken);
            }

            private async Task<string> Read(CancellationToken token) => await http.GetStringAsync("a", token);
            """));

    [Fact]
    public Task OtherClientsAndMethods_NoFix() => Verify.VerifyNoFixAsync("using RestSharp;\n" + Members("""
        public async Task Get(IRestClient rest)
        {
            await Policy.Handle<Exception>().[|RetryAsync|](3).ExecuteAsync(() => rest.GetAsync(new RestRequest("a")));
            await Policy.HandleResult<HttpResponseMessage>(Failed).[|RetryAsync|](3).ExecuteAsync(() => http.GetAsync("b"));
        }

        private static bool Failed(HttpResponseMessage response) => !response.IsSuccessStatusCode;
        """));

    [Fact]
    public Task LoopAfterEveryAnswer_FixStopsAfterTheOthers() => Verify.VerifyCodeFixAsync(
        Members(AnswerLoop("if (response.[|IsSuccessStatusCode|])\n            return response;\n")),
        Members(AnswerLoop("if (response.IsSuccessStatusCode)\n            return response;\n        if ((int)response.StatusCode is not (408 or 429 or >= 500))\n            break;\n")));

    [Theory]
    [InlineData("Console.WriteLine(response.StatusCode);\n")]
    [InlineData("var text = await response.Content.ReadAsStringAsync();\n        Console.WriteLine(text);\n        Console.WriteLine(attempt);\n")]
    public Task LoopThatTellsTheFailureBehindTheTest_FixStopsBehindThat(string told) => Verify.VerifyCodeFixAsync(
        Members(AnswerLoop("if (response.[|IsSuccessStatusCode|])\n            return response;\n        " + told)),
        Members(AnswerLoop("if (response.IsSuccessStatusCode)\n            return response;\n        " + told + "        if ((int)response.StatusCode is not (408 or 429 or >= 500))\n            break;\n")));

    [Fact]
    public Task LoopThatTellsTheFailure_FixStopsBeforeThePause() => Verify.VerifyCodeFixAsync(
        Members("""
            public async Task<HttpResponseMessage?> Read()
            {
                HttpResponseMessage? last = null;
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    last = await http.GetAsync("orders");
                    if (!last.[|IsSuccessStatusCode|])
                    {
                        Console.WriteLine(last.StatusCode);
                        await Task.Delay(TimeSpan.FromSeconds(1 + attempt));
                        continue;
                    }

                    return last;
                }

                return last;
            }
            """),
        Members("""
            public async Task<HttpResponseMessage?> Read()
            {
                HttpResponseMessage? last = null;
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    last = await http.GetAsync("orders");
                    if (!last.IsSuccessStatusCode)
                    {
                        Console.WriteLine(last.StatusCode);
                        if ((int)last.StatusCode is not (408 or 429 or >= 500))
                            break;
                        await Task.Delay(TimeSpan.FromSeconds(1 + attempt));
                        continue;
                    }

                    return last;
                }

                return last;
            }
            """));

    [Fact]
    public Task LoopWithElse_NoFix() => Verify.VerifyNoFixAsync(Members(
        AnswerLoop("if (response.[|IsSuccessStatusCode|]) return response; else Console.WriteLine(response.ReasonPhrase);")));

    /// <summary>What the last attempt throws is the only word of the failure: a break would leave it out.</summary>
    [Theory]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++)", "return null;")]
    [InlineData("for (var attempt = 0; ; attempt++)", "")]
    public Task LoopWhoseLastAttemptThrows_FixThrowsToo(string loop, string behind) => Verify.VerifyCodeFixAsync(
        Members(LastThrows(loop, "if (response.[|IsSuccessStatusCode|])\n            return response;\n", behind)),
        Members(LastThrows(loop, "if (response.IsSuccessStatusCode)\n            return response;\n        if ((int)response.StatusCode is not (408 or 429 or >= 500))\n            response.EnsureSuccessStatusCode();\n", behind)));

    [Fact]
    public Task LoopWhoseLastAttemptThrowsItsOwn_NoFix() => Verify.VerifyNoFixAsync(Members(
        LastThrows("for (var attempt = 0; attempt < 3; attempt++)", "if (response.[|IsSuccessStatusCode|])\n            return response;\n", "return null;")
            .Replace("response.EnsureSuccessStatusCode();", "throw new InvalidOperationException(\"no orders\");")));

    private static string LastThrows(string loop, string test, string behind) => $$"""
        public async Task<HttpResponseMessage?> Read()
        {
            {{loop}}
            {
                var response = await http.GetAsync("orders");
                {{test}}        if (attempt == 2)
                    response.EnsureSuccessStatusCode();
                await Task.Delay(TimeSpan.FromSeconds(1 + attempt));
            }
            {{behind}}
        }
        """;

    /// <summary>What follows in the attempt is done after a success too: a break behind the test would skip it.</summary>
    [Fact]
    public Task LoopThatASuccessEndsByAFlag_NoFix() => Verify.VerifyNoFixAsync(Members("""
        public async Task<bool> Read()
        {
            var tries = 0;
            var done = false;
            while (tries < 3 && !done)
            {
                if (tries > 0)
                    await Task.Delay(TimeSpan.FromSeconds(1 + tries));
                var response = await http.GetAsync("orders");
                if (response.[|IsSuccessStatusCode|])
                    done = true;
                tries++;
            }

            return done;
        }
        """));

    [Fact]
    public Task LoopThatNothingFollows_NoFix() => Verify.VerifyNoFixAsync(Members("""
        public async Task<HttpResponseMessage> Read()
        {
            for (var attempt = 0; ; attempt++)
            {
                var response = await http.GetAsync("orders");
                if (response.[|IsSuccessStatusCode|]) return response;
                if (attempt > 3) throw new InvalidOperationException("no orders");
                await Task.Delay(TimeSpan.FromSeconds(1 + attempt));
            }
        }
        """));

    [Fact]
    public Task LoopThatNeverRepeatsTheAnswer_NoFix() => Verify.VerifyNoFixAsync(Members("""
        public async Task<string> Read()
        {
            var text = "";
            for (var attempt = 0; attempt < 2; attempt++)
            {
                try
                {
                    var response = await http.GetAsync("orders");
                    if (!response.[|IsSuccessStatusCode|])
                    {
                        Console.WriteLine(response.StatusCode);
                    }
                    text = await response.Content.ReadAsStringAsync();
                    break;
                }
                catch (HttpRequestException ex)
                {
                    Console.WriteLine(ex);
                    await Task.Delay(TimeSpan.FromSeconds(1 + attempt));
                }
            }

            return text;
        }
        """));

    /// <summary>Its callers wait for a null: what no longer repeats would come out as an exception.</summary>
    [Fact]
    public Task ClauseThatGivesUpByAReturn_NoFixIsOffered() => Verify.VerifyNoFixAsync(CountedClauseTests.Loop("[|catch|] (Exception ex) { if (++attempt > 3) { Console.Error.WriteLine(ex); return null!; } await Task.Delay(1000); }"));

    [Theory]
    [InlineData("[|catch|] (Exception) when (left-- > 0) { }", "catch (Exception ex) when (left-- > 0 && ex is HttpRequestException or TaskCanceledException { InnerException: TimeoutException }) { }")]
    [InlineData("[|catch|] when (attempt++ < max) // again\n        { await Task.Delay(1000, token); }", "catch (Exception ex) when (attempt++ < max && ex is HttpRequestException or TaskCanceledException { InnerException: TimeoutException }) // again\n        { await Task.Delay(1000, token); }")]
    [InlineData("[|catch|] (Exception error) { Console.WriteLine(error); if (--left == 0) throw; }", "catch (Exception error) when (error is HttpRequestException or TaskCanceledException { InnerException: TimeoutException }) { Console.WriteLine(error); if (--left == 0) throw; }")]
    public Task CountedClause_FixKeepsTheCount(string clause, string mended) => Verify.VerifyCodeFixAsync(CountedClauseTests.Loop(clause), CountedClauseTests.Loop(mended));

    [Fact]
    public Task CountedClauseBeforeCSharp9_Fix()
    {
        const string Clause = "[|catch|] (Exception) when (left-- > 0) { }";
        const string Mended = "catch (Exception ex) when (left-- > 0 && (ex is HttpRequestException || (ex is TaskCanceledException && ex.InnerException is TimeoutException))) { }";
        return new Verify.Test { TestCode = Old(Clause), FixedCode = Old(Mended), LanguageVersion = LanguageVersion.CSharp8 }.RunAsync();

        static string Old(string clause) => $$"""
            using System;
            using System.Net.Http;
            using System.Threading.Tasks;

            class Orders
            {
                private static readonly HttpClient Http = new HttpClient();

                public async Task<string> Get(int left)
                {
                    while (true)
                    {
                        try
                        {
                            return await Http.GetStringAsync("https://orders.example/all");
                        }
                        {{clause}}
                    }
                }
            }
            """;
    }

    /// <summary>A deadline of the code's own, a stream that breaks off, exceptions that it throws itself: what of them is meant to be repeated, only its owner knows.</summary>
    [Theory]
    [InlineData("using var deadline = new CancellationTokenSource(1000); return await http.GetStringAsync(\"orders\", deadline.Token);")]
    [InlineData("using var reader = new System.IO.StreamReader(await http.GetStreamAsync(\"orders\", token)); return await reader.ReadToEndAsync();")]
    [InlineData("var text = await http.GetStringAsync(\"orders\", token); if (text.Length == 0) throw new InvalidOperationException(); return text;")]
    [InlineData("return await Inner();")]
    public Task CountedClauseForOtherFailures_NoFix(string attempt) => Verify.VerifyNoFixAsync(
        CountedClauseTests.Loop("[|catch|] (Exception) when (left-- > 0) { }", attempt: attempt).Replace("private int _failures;", """
            private async Task<string> Inner()
            {
                using var response = await http.GetAsync("orders");
                if (!response.IsSuccessStatusCode)
                    throw new ApiException();
                return await response.Content.ReadAsStringAsync();
            }

            private sealed class ApiException : Exception;

            private int _failures;
            """));

    [Fact]
    public Task CountedClauseOfAnotherClient_NoFix() => Verify.VerifyNoFixAsync("using RestSharp;\n" + Members("""
        public async Task<string?> Get(IRestClient rest, int left)
        {
            while (true)
            {
                try
                {
                    return (await rest.GetAsync(new RestRequest("orders"))).Content;
                }
                [|catch|] (Exception) when (left-- > 0)
                {
                    await Task.Delay(1000);
                }
            }
        }
        """));
}
