using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4007TimeoutAndCancellationAlike>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

public class IA4007TimeoutAndCancellationAlikeTests
{
    [Theory]
    [InlineData("[|catch|] (TaskCanceledException)", "throw new TimeoutException(\"no rate in time\");")]
    [InlineData("[|catch|] (OperationCanceledException ex)", "throw new InvalidOperationException(\"too slow\", ex);")]
    [InlineData("[|catch|] (OperationCanceledException ex)", "logger.LogError(ex, \"timeout\");\n    return null;")]
    [InlineData("[|catch|] (System.OperationCanceledException)", "logger.LogWarning(\"timeout\");\n    return null;")]
    [InlineData("[|catch|] (TaskCanceledException)", "return new Rate(0);")]
    public Task TreatedAsAFailure_Reports(string clause, string body) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        {{clause}}
        {
            {{body}}
        }
        """));

    [Fact]
    public Task TokenGoesToAWrapper_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> GetAsync(CancellationToken stop)
        {
            try
            {
                return await Load("x", stop);
            }
            [|catch|] (TaskCanceledException)
            {
                throw new TimeoutException("too slow");
            }
        }

        private Task<string> Load(string path, CancellationToken token) => client.GetStringAsync(path, token);
        """));

    [Theory]
    [InlineData("catch (OperationCanceledException) when (!token.IsCancellationRequested)", "throw new TimeoutException();")]
    [InlineData("catch (TaskCanceledException ex) when (ex.InnerException is TimeoutException)", "throw new TimeoutException();")]
    [InlineData("catch (OperationCanceledException)", "token.ThrowIfCancellationRequested();\n    throw new TimeoutException();")]
    [InlineData("catch (OperationCanceledException ex)", "if (ex.CancellationToken == token) throw;\n    throw new TimeoutException();")]
    [InlineData("catch (OperationCanceledException)", "logger.LogInformation(\"stopped\");\n    return null;")]
    [InlineData("catch (OperationCanceledException)", "return null;")]
    [InlineData("catch (OperationCanceledException)", "throw;")]
    public Task ToldApart_OrTheEndOfTheWork_IsQuiet(string clause, string body) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        {{clause}}
        {
            {{body}}
        }
        """));

    [Theory]
    [InlineData("public async Task<string> GetAsync()", "x")]
    [InlineData("public async Task<string> GetAsync(CancellationToken token)", "x")]
    public Task NoTokenOfACallerOnTheCall_IsQuiet(string method, string path) => Verify.VerifyAnalyzerAsync(Service($$"""
        {{method}}
        {
            try
            {
                return await client.GetStringAsync("{{path}}");
            }
            catch (TaskCanceledException)
            {
                throw new TimeoutException("too slow");
            }
        }
        """));

    [Fact]
    public Task OwnTokenSource_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> GetAsync()
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            try
            {
                return await client.GetStringAsync("x", deadline.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException("too slow");
            }
        }
        """));

    [Theory]
    [InlineData("using var linked = CancellationTokenSource.CreateLinkedTokenSource(stop);\n    linked.CancelAfter(5000);", "linked.Token")]
    [InlineData("using var deadline = new CancellationTokenSource(5000);\n    using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stop);\n    var both = linked.Token;", "both")]
    public Task TokenLinkedWithTheCallers_ReportsAndAsksTheCallers(string link, string token) => Verify.VerifyCodeFixAsync(
        Linked(link, token, "[|catch|] (OperationCanceledException)", ""),
        Linked(link, token, "catch (OperationCanceledException) when (!stop.IsCancellationRequested)", ""));

    [Theory]
    [InlineData("using var linked = CancellationTokenSource.CreateLinkedTokenSource(stop);", "catch (OperationCanceledException) when (linked.IsCancellationRequested)", "")]
    [InlineData("using var linked = CancellationTokenSource.CreateLinkedTokenSource(stop);", "catch (OperationCanceledException)", "stop.ThrowIfCancellationRequested();")]
    [InlineData("using var linked = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);", "catch (OperationCanceledException)", "")]
    public Task LinkedToken_ToldApart_OrOfNoCaller_IsQuiet(string link, string clause, string first) => Verify.VerifyAnalyzerAsync(Linked(link, "linked.Token", clause, first));

    private static string Linked(string link, string token, string clause, string first) => Service($$"""
        private readonly CancellationTokenSource _closing = new();

        public async Task<string> GetAsync(CancellationToken stop)
        {
            {{link}}
            try
            {
                return await client.GetStringAsync("x", {{token}});
            }
            {{clause}}
            {
                {{first}}
                throw new TimeoutException("too slow" + _closing + stop);
            }
        }
        """);

    [Fact]
    public Task NoOutboundCall_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task WaitAsync(CancellationToken token)
        {
            try
            {
                await Task.Delay(1000, token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException(client.BaseAddress + " too slow" + logger);
            }
        }
        """));

    [Theory]
    [InlineData("[|catch|] (TaskCanceledException)", "catch (TaskCanceledException) when (!token.IsCancellationRequested)")]
    [InlineData("[|catch|] (OperationCanceledException ex) // slow", "catch (OperationCanceledException ex) when (!token.IsCancellationRequested) // slow")]
    public Task Fix_AddsTheFilter(string clause, string expected) => Verify.VerifyCodeFixAsync(
        Clauses(clause + "\n{\n    // Too slow for the page.\n    logger.LogError(\"timeout\");\n    return null;\n}").Replace("_ex", ""),
        Clauses(expected + "\n{\n    // Too slow for the page.\n    logger.LogError(\"timeout\");\n    return null;\n}"));

    [Fact]
    public Task FixAll_TwoMethods() => Verify.VerifyCodeFixAsync(Two("[|catch|] (TaskCanceledException)"), Two("catch (TaskCanceledException) when (!{0}.IsCancellationRequested)"));

    [Fact]
    public Task ClauseForEverythingFollows_FixIsNotOffered() => Verify.VerifyNoFixAsync(Clauses("""
        [|catch|] (TaskCanceledException)
        {
            throw new TimeoutException();
        }
        catch (Exception ex)
        {
            throw new InvalidOperationException("no rate", ex);
        }
        """));

    private static string Two(string clause) => Service(Method("First", "token", clause) + "\n\n" + Method("Second", "@event", clause));

    private static string Method(string name, string token, string clause) => $$"""
        public async Task<string> {{name}}(CancellationToken {{token}})
        {
            try
            {
                return await client.GetStringAsync("x", {{token}});
            }
            {{clause.Replace("{0}", token)}}
            {
                throw new TimeoutException("too slow");
            }
        }
        """;

    [Fact]
    public Task BtcPayIpnSender_ToldApartByTheClauseBefore_IsQuiet() => Verify.VerifyAnalyzerAsync(Clauses("""
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException("no rate in time");
        }
        """));
}
