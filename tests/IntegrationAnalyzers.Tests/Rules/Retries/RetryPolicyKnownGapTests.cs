using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Retries;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.PollySource;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>What the pages of the rules on Polly's retries list under <em>Known gaps</em>; each is to be reported one day.</summary>
public sealed class RetryPolicyKnownGapTests
{
    [Fact(Skip = "Known gap: A list of pauses that is computed at run time is not read")]
    public Task ComputedListOfNoPauses_Reports() => RuleVerifier<IA2006RetryWithoutPause>.VerifyAnalyzerAsync(
        Policy("Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](Enumerable.Range(0, 3).Select(n => TimeSpan.Zero))"));

    [Fact(Skip = "Known gap: A predicate that a caller hands over is not judged")]
    public Task PredicateOfTheCaller_Reports() => RuleVerifier<IA2008RetriesWhatCannotSucceed>.VerifyAnalyzerAsync(Members("""
        public Task<HttpResponseMessage> Get() => Run([|r => !r.IsSuccessStatusCode|]);

        private Task<HttpResponseMessage> Run(Func<HttpResponseMessage, bool> failed) =>
            Policy.HandleResult(failed).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n + Random.Shared.NextDouble())).ExecuteAsync(() => http.GetAsync("orders"));
        """));

    [Fact(Skip = "Known gap: The timeout of the client itself (HttpClient.Timeout) is not compared")]
    public Task PausesLongerThanTheClientsTimeout_Reports() => RuleVerifier<IA2012PausesExceedTimeout>.VerifyAnalyzerAsync(Registration("""
        services.AddHttpClient("a", c => c.Timeout = TimeSpan.FromSeconds(2)).AddTransientHttpErrorPolicy(p => p.[|WaitAndRetryAsync|](3, _ => TimeSpan.FromSeconds(5)));
        """));

    [Fact(Skip = "Known gap: Tasks that are collected by a while loop, or started without being awaited together, are not looked at")]
    public Task TasksOfAWhileLoop_Reports() => RuleVerifier<IA2016UnboundedFanOut>.VerifyAnalyzerAsync(Members("""
        public async Task Get(List<string> all)
        {
            var tasks = new List<Task>();
            var i = 0;
            while (i < all.Count)
                tasks.Add(http.GetStringAsync(all[i++]));
            await [|Task.WhenAll|](tasks);
        }
        """));
}
