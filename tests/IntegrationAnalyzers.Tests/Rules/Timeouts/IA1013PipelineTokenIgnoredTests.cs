using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.PollySource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1013PipelineTokenIgnored>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

public sealed class IA1013PipelineTokenIgnoredTests
{
    private const string Fields = """
        private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(3)).Build();

        private static readonly IAsyncPolicy Policy7 = Policy.TimeoutAsync(3);


        """;

    [Theory]
    [InlineData("Pipeline.ExecuteAsync(async _ => await http.[|GetAsync|](\"orders\")).AsTask()")]
    [InlineData("Pipeline.ExecuteAsync(async _ => await http.[|GetAsync|](\"orders\", token), token).AsTask()")]
    [InlineData("Pipeline.ExecuteAsync(async ct => await http.[|GetAsync|](\"orders\", CancellationToken.None), token).AsTask()")]
    [InlineData("Pipeline.ExecuteAsync(async (ct) => await [|Send|](), token).AsTask()")]
    [InlineData("Policy7.ExecuteAsync(_ => [|Send|](), token)")]
    [InlineData("Policy7.ExecuteAsync(_ => [|Deep|](), token)")]
    [InlineData("Policy7.ExecuteAsync(() => http.[|GetAsync|](\"orders\"))")]
    [InlineData("Policy7.ExecuteAsync((_, _) => http.[|GetAsync|](\"orders\", token), new Context(), token)")]
    [InlineData("Pipeline.ExecuteAsync(async ct => { await http.GetAsync(\"a\", ct); return await http.[|GetAsync|](\"b\"); }, token).AsTask()")]
    [InlineData("Policy7.ExecuteAsync(() => http.[|PostAsync|](\"orders\", null))")]
    [InlineData("Policy7.ExecuteAsync(() => [|Wrapped|]())")]
    public Task TokenIgnored_Reports(string execution) => Verify.VerifyAnalyzerAsync(Members(Fields + $$"""
        public Task<HttpResponseMessage> Get(CancellationToken token) => {{execution}};

        private Task<HttpResponseMessage> Send() => http.GetAsync("orders");
        private async Task<HttpResponseMessage> Deep() => await Wrapped(CancellationToken.None);
        private Task<HttpResponseMessage> Wrapped(CancellationToken token = default) => http.GetAsync("orders", token);
        """));

    [Theory]
    [InlineData("Pipeline.ExecuteAsync(async ct => await http.GetAsync(\"orders\", ct), token).AsTask()")]
    [InlineData("Policy7.ExecuteAsync(ct => http.GetAsync(\"orders\", ct), token)")]
    [InlineData("Pipeline.ExecuteAsync(async ct => { using var linked = CancellationTokenSource.CreateLinkedTokenSource(ct, token); return await http.GetAsync(\"orders\", linked.Token); }).AsTask()")]
    [InlineData("Pipeline.ExecuteAsync(async _ => { using var own = new CancellationTokenSource(TimeSpan.FromSeconds(2)); return await http.GetAsync(\"orders\", own.Token); }).AsTask()")]
    [InlineData("Pipeline.ExecuteAsync(async ct => await http.GetAsync(\"orders\").WaitAsync(ct), token).AsTask()")]
    [InlineData("Policy.TimeoutAsync(3, TimeoutStrategy.Pessimistic).ExecuteAsync(() => http.GetAsync(\"orders\"))")]
    [InlineData("Policy.Handle<HttpRequestException>().RetryAsync(3).ExecuteAsync(() => http.GetAsync(\"orders\"))")]
    [InlineData("given.ExecuteAsync(() => http.GetAsync(\"orders\"))")]
    [InlineData("Policy7.ExecuteAsync(_ => OwnToken(), token)")]
    [InlineData("Policy7.ExecuteAsync(_ => OwnSource(), token)")]
    [InlineData("Policy7.ExecuteAsync(ct => OwnSource().WaitAsync(ct), token)")]
    public Task TokenPassedOrNoTimeout_IsQuiet(string execution) => Verify.VerifyAnalyzerAsync(Members(Fields + $$"""
        private readonly CancellationTokenSource _stop = new();

        public Task<HttpResponseMessage> Get(CancellationToken token, IAsyncPolicy given) => {{execution}};

        private Task<HttpResponseMessage> OwnToken() => http.GetAsync("orders", _stop.Token);

        private async Task<HttpResponseMessage> OwnSource()
        {
            using var own = new CancellationTokenSource(2000);
            return await http.GetAsync("orders", own.Token);
        }
        """));

    [Fact]
    public Task RoundOtherThings_IsQuiet() => Verify.VerifyAnalyzerAsync(Members(Fields + """
        public Task<string> Read() => Policy7.ExecuteAsync(() => System.IO.File.ReadAllTextAsync("orders.json"));
        public Task<string> Get() => http.GetStringAsync("orders");
        """));

    [Fact]
    public Task DiscardIsNamed_Fix() => Verify.VerifyCodeFixAsync(
        Members(Fields + """
            public async Task Get(CancellationToken token)
            {
                await Pipeline.ExecuteAsync(async _ => await http.[|GetAsync|]("a"), token);
                await Pipeline.ExecuteAsync(async _ => await http.[|GetAsync|]("b", token)); // kept
                await Pipeline.ExecuteAsync(async stop => await http.[|GetAsync|]("c", CancellationToken.None), token);
                await Policy7.ExecuteAsync((_, _) => http.[|GetAsync|]("d"), new Context(), token);
            }
            """),
        Members(Fields + """
            public async Task Get(CancellationToken token)
            {
                await Pipeline.ExecuteAsync(async ct => await http.GetAsync("a", ct), token);
                await Pipeline.ExecuteAsync(async ct => await http.GetAsync("b", ct), token); // kept
                await Pipeline.ExecuteAsync(async stop => await http.GetAsync("c", stop), token);
                await Policy7.ExecuteAsync((_, ct) => http.GetAsync("d", ct), new Context(), token);
            }
            """));

    [Fact]
    public Task FunctionWithoutParameter_FixAll() => Verify.VerifyCodeFixAsync(
        Members(Fields + """
            public async Task Get(CancellationToken token)
            {
                await Policy7.ExecuteAsync(() => http.[|GetAsync|]("a", token));
                await Policy7.ExecuteAsync(async () =>
                {
                    await http.[|GetAsync|]("b");
                    await http.[|PostAsync|]("c", null);
                });
            }

            public Task<HttpResponseMessage> NoToken() => Policy7.ExecuteAsync(() => http.[|GetAsync|]("d"));
            """),
        Members(Fields + """
            public async Task Get(CancellationToken token)
            {
                await Policy7.ExecuteAsync(ct => http.GetAsync("a", ct), token);
                await Policy7.ExecuteAsync(async ct =>
                {
                    await http.GetAsync("b", ct);
                    await http.PostAsync("c", null, ct);
                }, token);
            }

            public Task<HttpResponseMessage> NoToken() => Policy7.ExecuteAsync(ct => http.GetAsync("d", ct), CancellationToken.None);
            """));

    [Fact]
    public Task ContextAloneIsTaken_NoFix() => Verify.VerifyNoFixAsync(Members(Fields + """
        public Task<HttpResponseMessage> Get() => Policy7.ExecuteAsync(context => http.[|GetAsync|]("orders"), new Context());
        """));
}
