using System.Threading.Tasks;
using Xunit;
using StackedVerify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2013StackedRetries>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>A failure that a clause on the way takes for good gets to no retry further out, so that does not repeat the call.</summary>
public sealed class TakenFailureTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Logging;
        using Polly;

        """;

    /// <summary>odmaroliv/telefonica_empresarial, SMSPoolAuditJob.cs: the answer is dropped, or only chooses what is logged.</summary>
    public static TheoryData<string, string> Taken => new()
    {
        { "await Sync(content);", "return false;" },
        { "await Sync(content).ConfigureAwait(false);", "return false;" },
        { "_ = await Sync(content);", "return false;" },
        { "var done = await Sync(content); if (done) log.LogInformation(\"done\"); else log.LogWarning(\"not done\");", "return false;" },
        { "if (!await Sync(content)) log.LogWarning(\"not done\");", "return false;" },
        { "if (content is null) throw new ArgumentNullException(nameof(content)); await Sync(content);", "return false;" },
        { "try { await Sync(content); } catch (InvalidOperationException) { throw; }", "return false;" },
        { "await Task.Run(async () => { try { await Sync(content); } catch (Exception ex) { log.LogError(ex, \"failed\"); } });", "return false;" },
    };

    /// <summary>The answer, or what the clause leaves behind, is made a failure again; or the clause lets some of it through.</summary>
    public static TheoryData<string, string> GoesOn => new()
    {
        { "if (!await Sync(content)) throw new InvalidOperationException();", "return false;" },
        { "var done = await Sync(content); if (!done) throw new InvalidOperationException();", "return false;" },
        { "Check(await Sync(content)); void Check(bool done) { if (!done) throw new InvalidOperationException(); }", "return false;" },
        { "await Sync(content);", "throw;" },
        { "await Sync(content);", "throw new InvalidOperationException(\"failed\", ex);" },
        { "await Sync(content); if (_last is not null) throw _last;", "_last = ex; return false;" },
        { "await Sync(content);", "if (ex is HttpRequestException) throw; return false;" },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public Task WriteWhoseFailuresAreTaken_IsQuiet(string job, string clause) => Verify.VerifyAnalyzerAsync(Source(job, clause, "Job"));

    [Theory]
    [MemberData(nameof(GoesOn))]
    public Task WriteWhoseFailuresGoOn_Reports(string job, string clause) => Verify.VerifyAnalyzerAsync(Source(job, clause, "[|Job|]"));

    [Theory]
    [MemberData(nameof(Taken))]
    public Task InnerRetryWhoseFailuresAreTaken_IsQuiet(string job, string clause) => StackedVerify.VerifyAnalyzerAsync(Stacked(job, clause, "Job"));

    [Theory]
    [MemberData(nameof(GoesOn))]
    public Task InnerRetryWhoseFailuresGoOn_Reports(string job, string clause) => StackedVerify.VerifyAnalyzerAsync(Stacked(job, clause, "[|Job|]"));

    /// <summary>What is tried is read again behind the clause, where it fails.</summary>
    [Theory]
    [InlineData("HttpResponseMessage? response = null; try { response = await http.PostAsync(\"orders\", content); } catch (Exception ex) { log.LogError(ex, \"failed\"); } response!.EnsureSuccessStatusCode();", "[|Job|]")]
    [InlineData("var done = false; try { await http.PostAsync(\"orders\", content); done = true; } catch (Exception ex) { log.LogError(ex, \"failed\"); } if (!done) throw new InvalidOperationException();", "[|Job|]")]
    [InlineData("var done = false; try { await http.PostAsync(\"orders\", content); done = true; } catch (Exception ex) { log.LogError(ex, \"failed\"); } if (done) log.LogInformation(\"done\");", "Job")]
    [InlineData("try { await http.PostAsync(\"orders\", content); } catch (HttpRequestException ex) { log.LogError(ex, \"failed\"); }", "[|Job|]")]
    [InlineData("try { http.PostAsync(\"orders\", content); } catch (Exception ex) { log.LogError(ex, \"failed\"); }", "[|Job|]")]
    public Task TryInTheMethodItself(string job, string name) => Verify.VerifyAnalyzerAsync(Source(job, "return false;", name));

    /// <summary>A clause that names all that the call fails with takes it for good; one that leaves something out, or chooses, does not.</summary>
    [Theory]
    [InlineData("catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException)", "Job")]
    [InlineData("catch (Exception ex) when (ex is HttpRequestException || ex is TaskCanceledException)", "Job")]
    [InlineData("catch (Exception ex) when (ex is HttpRequestException || (ex is OperationCanceledException && !_token.IsCancellationRequested))", "Job")]
    [InlineData("catch (HttpRequestException) { return false; } catch (TaskCanceledException ex)", "Job")]
    [InlineData("catch (HttpRequestException) { return false; } catch (OperationCanceledException ex) when (!_token.IsCancellationRequested)", "Job")]
    [InlineData("catch (HttpRequestException ex)", "[|Job|]")]
    [InlineData("catch (Exception ex) when (ex is HttpRequestException { StatusCode: null } or TaskCanceledException)", "[|Job|]")]
    [InlineData("catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException && _attempts < 3)", "[|Job|]")]
    [InlineData("catch (Exception ex) when (_attempts < 3)", "[|Job|]")]
    [InlineData("catch (HttpRequestException) { throw; } catch (TaskCanceledException ex)", "[|Job|]")]
    public Task ClauseThatNamesTheFailures(string clause, string name) => Verify.VerifyAnalyzerAsync(
        Source("await Sync(content);", "return false;", name).Replace("catch (Exception ex)", clause).Replace("private Exception? _last;", "private int _attempts = 1;\n    private CancellationToken _token;"));

    [Fact]
    public Task LoopThatLooksAtTheAnswer_Reports() => Verify.VerifyAnalyzerAsync(WithSync("""
            public async Task Run(HttpContent content)
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    if (await [|Sync|](content))
                        return;
                    await Task.Delay(1000);
                }
            }
        """));

    [Fact]
    public Task PolicyThatHandlesTheAnswer_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Jobs(HttpClient http, ILogger log)
        {
            private static readonly IAsyncPolicy<HttpResponseMessage> Retry =
                Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));

            public Task Run(HttpContent content) => Retry.ExecuteAsync(() => [|Send|](content));

            private async Task<HttpResponseMessage> Send(HttpContent content)
            {
                try
                {
                    return await http.PostAsync("orders", content);
                }
                catch (Exception ex)
                {
                    log.LogError(ex, "failed");
                    return new HttpResponseMessage(System.Net.HttpStatusCode.BadGateway);
                }
            }
        }
        """);

    [Theory]
    [InlineData("IAsyncPolicy<bool>", "Policy.HandleResult<bool>(done => !done).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n))", "[|Sync|]")]
    [InlineData("IAsyncPolicy<bool>", "Policy.HandleResult(false).Or<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n))", "[|Sync|]")]
    [InlineData("IAsyncPolicy", "Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n))", "Sync")]
    public Task PolicyThatIsGivenTheAnswer(string type, string policy, string name) => Verify.VerifyAnalyzerAsync(WithSync($$"""
            private static readonly {{type}} Retry = {{policy}};

            public Task<bool> Lambda(HttpContent content) => Retry.ExecuteAsync(() => {{name}}(content));
        """));

    /// <summary>Jobs that run a method which logs its failure and answers with <c>false</c>.</summary>
    private static string WithSync(string members) => Usings + $$"""
        class Jobs(HttpClient http, ILogger log)
        {
        {{members}}

            private async Task<bool> Sync(HttpContent content)
            {
                try
                {
                    var response = await http.PostAsync("orders", content);
                    return response.IsSuccessStatusCode;
                }
                catch (Exception ex)
                {
                    log.LogError(ex, "failed");
                    return false;
                }
            }
        }
        """;

    private static string Source(string job, string clause, string name) => Usings + $$"""
        class Jobs(HttpClient http, ILogger log)
        {
            private static readonly IAsyncPolicy Retry = Policy.Handle<Exception>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));
            private Exception? _last;

            public Task Run(HttpContent content) => Retry.ExecuteAsync(async () =>
            {
                await {{name}}(content);
            });

            private async Task Job(HttpContent content)
            {
                {{job}}
            }

            private async Task<bool> Sync(HttpContent content)
            {
                try
                {
                    var response = await http.PostAsync("orders", content);
                    response.EnsureSuccessStatusCode();
                    return true;
                }
                catch (Exception ex)
                {
                    log.LogError(ex, "failed");
                    {{clause}}
                }
            }
        }
        """;

    private static string Stacked(string job, string clause, string name) => Source(job, clause, name).Replace(
        "await http.PostAsync(\"orders\", content)", "await Inner.ExecuteAsync(() => http.GetAsync(\"orders\"))").Replace(
        "private Exception? _last;", "private static readonly IAsyncPolicy Inner = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));\n    private Exception? _last;");
}
