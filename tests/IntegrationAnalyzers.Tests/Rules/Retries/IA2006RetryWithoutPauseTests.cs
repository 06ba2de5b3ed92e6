using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2006RetryWithoutPause>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2006RetryWithoutPauseTests
{
    internal const string Usings = """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Polly;
        using Polly.Retry;

        """;

    internal static string In(string members) => Usings + "class Orders(HttpClient http)\n{\n" + members + "\n}\n";

    [Fact]
    public Task HandlerThatSendsAgainAtOnce_WebApiAspNetRetryPolicy_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        public class RetryPolicy : DelegatingHandler
        {
            private readonly int _MaxAmountOfRetries = 3;
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                HttpResponseMessage response = null!;
                [|for|] (int i = 0; i < _MaxAmountOfRetries; i++)
                {
                    response = await base.SendAsync(request, cancellationToken);
                    if (response.IsSuccessStatusCode)
                    {
                        return response;
                    }
                }
                return response;
            }
        }
        """);

    /// <summary>What waits for the call itself is no pause.</summary>
    [Theory]
    [InlineData("sent.Wait()", "[|for|]")]
    [InlineData("sent.WaitAsync(token)", "[|for|]")]
    [InlineData("Task.WaitAll(sent)", "[|for|]")]
    [InlineData("Task.WaitAny(sent)", "[|for|]")]
    [InlineData("token.WaitHandle.WaitOne()", "for")]
    [InlineData("Console.ReadLine()", "for")]
    public Task WaitInALoop_ReportsThatForTheCall(string wait, string loop) => Verify.VerifyAnalyzerAsync(In($$"""
            public string? Get(CancellationToken token)
            {
                {{loop}} (var i = 0; i < 3; i++)
                {
                    try
                    {
                        var sent = http.GetStringAsync("orders");
                        {{wait}};
                        return sent.Result;
                    }
                    catch (AggregateException) when (i < 2)
                    {
                        Console.WriteLine(i);
                    }
                }

                return null;
            }
        """));

    [Theory]
    [InlineData("Func<string> part", "var text = part();")]
    [InlineData("Func<HttpRequestMessage> part", "using var request = part();")]
    [InlineData("Func<StringContent> part", "using var body = part();")]
    public Task DelegateThatGivesAPartOfTheRequest_Reports(string parameter, string statement) => Verify.VerifyAnalyzerAsync(Delegate("[|while|]", parameter, statement));

    [Theory]
    [InlineData("Action part", "part();")]
    [InlineData("Func<Task> part", "await part();")]
    [InlineData("Func<Task<string>> part", "var text = await part();")]
    [InlineData("Func<bool> part", "if (!part()) return null;")]
    [InlineData("Func<int, string> part", "var text = part(tries);")]
    [InlineData("Func<HttpResponseMessage> part", "using var other = part();")]
    public Task DelegateThatMayWait_IsQuiet(string parameter, string statement) => Verify.VerifyAnalyzerAsync(Delegate("while", parameter, statement));

    private static string Delegate(string loop, string parameter, string statement) => In($$"""
            public async Task<string?> While({{parameter}})
            {
                var tries = 0;
                {{loop}} (true)
                {
                    try
                    {
                        {{statement}}
                        return await http.GetStringAsync("orders");
                    }
                    catch (HttpRequestException) when (tries++ < 5)
                    {
                    }
                }
            }
        """);

    [Fact]
    public Task LoopsAndRecursion_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<string> While()
            {
                var tries = 0;
                [|while|] (true)
                {
                    try
                    {
                        return await http.GetStringAsync("orders");
                    }
                    catch (HttpRequestException) when (tries++ < 5)
                    {
                    }
                }
            }

            public async Task<string> Again(int attempt)
            {
                try
                {
                    return await http.GetStringAsync("orders");
                }
                catch (HttpRequestException) when (attempt < 5)
                {
                    return await [|Again|](attempt + 1);
                }
            }

            public static async Task<T> Helper<T>(Func<Task<T>> action)
            {
                [|for|] (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await action();
                    }
                    catch (HttpRequestException) when (attempt < 5)
                    {
                        Console.WriteLine(attempt);
                    }
                }
            }

            public Task<string> Read() => Helper(() => http.GetStringAsync("orders"));
        """));

    [Theory]
    [InlineData("await Task.Delay(1000);")]
    [InlineData("Thread.Sleep(1000);")]
    [InlineData("await BackOffAsync(attempt);")]
    [InlineData("await Pace();")]
    [InlineData("using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1)); await timer.WaitForNextTickAsync();")]
    [InlineData("Console.ReadLine();")]
    [InlineData("Console.ReadKey();")]
    [InlineData("MessageBox.Query(\"Again?\");")]
    [InlineData("Turns.Throttle();")]
    [InlineData("Turns.AcquireSlot();")]
    [InlineData("Turns.Cooldown();")]
    [InlineData("Turns.CoolOff();")]
    [InlineData("Turns.Pause();")]
    [InlineData("Turns.Jitter();")]
    [InlineData("Turns.NextTick();")]
    [InlineData("Turns.YieldTurn();")]
    [InlineData("Turns.PromptUser();")]
    [InlineData("Turns.AskUser();")]
    [InlineData("Turns.Confirm();")]
    [InlineData("Turns.OpenDialog();")]
    [InlineData("Turns.ShowAgain();")]
    public Task Pause_IsQuiet(string pause) => Verify.VerifyAnalyzerAsync(In($$"""
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
                        {{pause}}
                    }
                }
            }

            private Task BackOffAsync(int attempt) => Task.CompletedTask;

            private static class Turns
            {
                public static void Throttle() { }
                public static void AcquireSlot() { }
                public static void Cooldown() { }
                public static void CoolOff() { }
                public static void Pause() { }
                public static void Jitter() { }
                public static void NextTick() { }
                public static void YieldTurn() { }
                public static void PromptUser() { }
                public static void AskUser() { }
                public static void Confirm() { }
                public static void OpenDialog() { }
                public static void ShowAgain() { }
            }

            private static class MessageBox { public static int Query(string text) => 0; }

            private Task Pace() => Task.Delay(50);
        """));

    [Fact]
    public Task FailoverToAnotherHost_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            private readonly string[] _hosts = ["https://a.example.com", "https://b.example.com", "https://c.example.com"];

            public async Task<string> Read()
            {
                foreach (var host in _hosts)
                {
                    try
                    {
                        return await http.GetStringAsync(host);
                    }
                    catch (HttpRequestException)
                    {
                    }
                }

                throw new HttpRequestException();
            }

            public async Task<string> Indexed()
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        var host = _hosts[attempt];
                        return await http.GetStringAsync(host);
                    }
                    catch (HttpRequestException) when (attempt < 2)
                    {
                    }
                }
            }
        """));

    [Fact]
    public Task OneRepeatAndRefusals_DuplicatiServerClient_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            private readonly AsyncRetryPolicy _once = Policy.Handle<HttpRequestException>().RetryAsync(1);
            private readonly AsyncRetryPolicy<HttpResponseMessage> _refused =
                Policy.HandleResult<HttpResponseMessage>(r => r.StatusCode == HttpStatusCode.Unauthorized).RetryAsync(3);

            public Task<string> Once() => _once.ExecuteAsync(() => http.GetStringAsync("orders"));

            public Task<HttpResponseMessage> Refused() => _refused.ExecuteAsync(() => http.GetAsync("orders"));

            public async Task<HttpResponseMessage> Twice()
            {
                for (var attempt = 0; attempt < 2; attempt++)
                {
                    try
                    {
                        return await http.GetAsync("orders");
                    }
                    catch (HttpRequestException) when (attempt == 0)
                    {
                    }
                }

                throw new HttpRequestException();
            }
        """));

    [Fact]
    public Task RepeatAfterTokenRefreshInALongFilter_DuplicatiHttpServerConnection_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            private bool _hasTried;

            public async Task<string> Read()
            {
                while (true)
                {
                    try
                    {
                        return await http.GetStringAsync("orders");
                    }
                    catch (Exception ex) when (ex is HttpRequestException one && (one.StatusCode == HttpStatusCode.Unauthorized || one.StatusCode == HttpStatusCode.Forbidden)
                        || ex is AggregateException { InnerException: HttpRequestException { StatusCode: HttpStatusCode.Unauthorized } })
                    {
                        if (_hasTried)
                            throw;
                        _hasTried = true;
                    }
                }
            }
        """));

    [Fact]
    public Task OneRepeatByAFlag_ShareXImgur_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<HttpResponseMessage> Upload(HttpContent content, bool refreshOnError)
            {
                var response = await http.PutAsync("images", content);
                if (!response.IsSuccessStatusCode && refreshOnError)
                    return await Upload(content, false);
                return response;
            }
        """));

    [Fact]
    public Task FastFirstRepeatAndPauses_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            private readonly AsyncRetryPolicy _retry = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(new[] { TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4) });

            private readonly AsyncRetryPolicy _plain = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));

            public Task<string> Read() => _retry.ExecuteAsync(() => http.GetStringAsync("orders"));

            public Task<string> Plain() => _plain.ExecuteAsync(() => http.GetStringAsync("orders"));
        """));

    [Fact]
    public Task AttemptLoopOverAFile_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            private readonly AsyncRetryPolicy _retry = Policy.Handle<System.IO.IOException>().RetryAsync(3);

            public Task<string> Read(string path) => _retry.ExecuteAsync(() => System.IO.File.ReadAllTextAsync(path));

            public string Lines(string path)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return System.IO.File.ReadAllText(path);
                    }
                    catch (System.IO.IOException) when (attempt < 3)
                    {
                    }
                }
            }

            public Task Send() => http.GetAsync("orders");
        """));

    [Fact]
    public Task WaitElsewhere_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<string> Read(Func<int, Task> onFailure)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("orders");
                    }
                    catch (HttpRequestException) when (attempt < 5)
                    {
                        await onFailure(attempt);
                    }
                }
            }
        """));

    [Fact]
    public Task TypingIndicatorLoopInTaskRunInsideTry_JellyfinAIRecommendations_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task Answer(CancellationTokenSource typing)
            {
                try
                {
                    _ = Task.Run(async () =>
                    {
                        while (!typing.Token.IsCancellationRequested)
                        {
                            await http.PostAsync("typing", null, typing.Token);
                            try { await Task.Delay(4000, typing.Token); }
                            catch (OperationCanceledException) { break; }
                        }
                    }, typing.Token);
                    for (var i = 0; i < 3; i++)
                    {
                        if (i == 1 && typing.IsCancellationRequested || i == 2)
                            await Task.Delay(100);
                        else if (i > 5)
                            await Task.Delay(200);
                    }
                }
                catch (InvalidOperationException failure)
                {
                    Console.WriteLine(failure);
                }
                finally
                {
                    typing.Cancel();
                }
            }
        """));

    [Fact]
    public Task LoopInTaskRunInsideTryOfAnotherFunction_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public async Task Start(CancellationToken stop)
            {
                try
                {
                    await Task.Run(async () =>
                    {
                        var tries = 0;
                        [|while|] (true)
                        {
                            try
                            {
                                return await http.GetStringAsync("orders", stop);
                            }
                            catch (HttpRequestException) when (tries++ < 5)
                            {
                            }
                        }
                    });
                }
                catch (InvalidOperationException failure)
                {
                    Console.WriteLine(failure);
                }
            }
        """));
}
