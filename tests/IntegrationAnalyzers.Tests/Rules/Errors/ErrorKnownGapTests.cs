using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Errors;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>What the pages of the rules on errors list under <em>Known gaps</em>; each is to be right one day.</summary>
public sealed class ErrorKnownGapTests
{
    [Fact(Skip = "Known gap: A default of a method that anybody can call is reported also where each of its callers in the project takes it for a failure and logs")]
    public Task DefaultThatTheCallerLogs_IsQuiet() => RuleVerifier<IA4002VanishedFailure>.VerifyAnalyzerAsync(CatchSource.Service("""
        public async Task ShowAsync(string code)
        {
            if (await GetAsync(code) == null)
                logger.LogError("No rate for {Code}", code);
        }

        public async Task<string?> GetAsync(string code)
        {
            try
            {
                return await client.GetStringAsync("rates/" + code);
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }
        """));

    [Fact(Skip = "Known gap: A clause with more than four statements is taken to tell somebody, and so is one that calls a method whose name says nothing")]
    public Task MethodWhoseNameSaysNothing_Reports() => RuleVerifier<IA4002VanishedFailure>.VerifyAnalyzerAsync(CatchSource.Service("""
        public async Task<string?> GetAsync(string code)
        {
            try
            {
                return await client.GetStringAsync("rates/" + code);
            }
            [|catch|] (HttpRequestException)
            {
                Finish();
                return null;
            }
        }

        public ILogger Log => logger;

        private static void Finish()
        {
        }
        """));

    [Fact(Skip = "Known gap: A token that is kept in a field, or linked by a helper, is not followed to the caller")]
    public Task TokenLinkedByAHelper_Reports() => RuleVerifier<IA4007TimeoutAndCancellationAlike>.VerifyAnalyzerAsync(CatchSource.Service("""
        public async Task<string> GetAsync(CancellationToken token)
        {
            using var linked = Deadline(token);
            try
            {
                return await client.GetStringAsync("rates", linked.Token);
            }
            [|catch|] (OperationCanceledException ex)
            {
                throw new TimeoutException("too slow", ex);
            }
        }

        private static CancellationTokenSource Deadline(CancellationToken token) => CancellationTokenSource.CreateLinkedTokenSource(token);

        public ILogger Log => logger;
        """));

    [Fact(Skip = "Known gap: What a wrapper throws by itself for a result that never throws (RestSharp's ExecuteAsync, Refit's IApiResponse) does not count as a failure of the call")]
    public Task WrapperThatThrowsForARestSharpResult_Reports() => RuleVerifier<IA4002VanishedFailure>.VerifyAnalyzerAsync("""
        using System;
        using System.Threading.Tasks;
        using RestSharp;

        public class Rates(RestClient client)
        {
            public async Task<string?> GetAsync(string code)
            {
                try
                {
                    return await ReadAsync(code);
                }
                [|catch|]
                {
                    return null;
                }
            }

            private async Task<string?> ReadAsync(string code)
            {
                var response = await client.ExecuteAsync(new RestRequest(code));
                return response.IsSuccessful ? response.Content : throw new InvalidOperationException("no rate");
            }
        }
        """);
}
