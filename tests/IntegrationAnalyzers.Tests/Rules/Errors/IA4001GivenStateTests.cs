using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A member of an own enum that a clause gives back, and the <c>try</c> as well where the other side said so.</summary>
public class IA4001GivenStateTests
{
    private static string State(string method, string answered, string failed, string mark, string type = "") => File($$"""
        public enum State { Unknown, Pending, Paid, Declined, Offline }

        public record Payment(string Status);

        public class Service(HttpClient client, ILogger<Service> logger)
        {
            public async Task<{{(type.Length == 0 ? "State" : type)}}> {{method}}(string id, CancellationToken token)
            {
                try
                {
                    var payment = await client.GetFromJsonAsync<Payment>("payments/" + id, token);
                    {{answered}}
                }
                {{mark}} (Exception ex)
                {
                    logger.LogWarning(ex, "No payment {Id}", id);
                    return {{failed}};
                }
            }
        }
        """);

    [Theory]
    [InlineData("return payment is { Status: \"paid\" } ? State.Paid : State.Pending;", "State.Pending")]
    [InlineData("return (payment?.Status) switch { \"paid\" => State.Paid, \"refused\" => State.Declined, _ => State.Pending };", "State.Declined")]
    [InlineData("if (payment is not { Status: \"paid\" })\n    return State.Pending;\nreturn State.Paid;", "State.Pending")]
    public Task StateThatTheOtherSideGivesToo_Reports(string answered, string failed) =>
        Verify.VerifyAnalyzerAsync(State("StateAsync", answered, failed, "[|catch|]"));

    [Fact]
    public Task Cobranca_StateThatTheCalledMethodGivesToo_Reports() => Verify.VerifyAnalyzerAsync(File("""
        public enum State { Unknown, Pending, Paid }

        public record Payment(string Status);

        public class Service(HttpClient client, ILogger<Service> logger)
        {
            public async Task<State?> FindAsync(string id, CancellationToken token)
            {
                var payment = await client.GetFromJsonAsync<Payment>("payments/" + id, token);
                return payment is { Status: "paid" } ? State.Paid : State.Pending;
            }

            public async Task<State> FindOrPendingAsync(string id, CancellationToken token)
            {
                try
                {
                    return await FindAsync(id, token) ?? State.Unknown;
                }
                [|catch|] (Exception ex)
                {
                    logger.LogWarning(ex, "No payment {Id}", id);
                    return State.Pending;
                }
            }
        }
        """));

    [Theory]
    // Nothing is known, or nobody is there: that is what happened.
    [InlineData("return payment is { Status: \"paid\" } ? State.Paid : State.Unknown;", "State.Unknown")]
    [InlineData("return payment is { Status: \"paid\" } ? State.Paid : State.Offline;", "State.Offline")]
    // Nothing but a failure gives it.
    [InlineData("return payment is { Status: \"paid\" } ? State.Paid : State.Declined;", "State.Pending")]
    // Only asked about, never given.
    [InlineData("var state = Enum.Parse<State>(payment!.Status);\nreturn state == State.Pending ? State.Unknown : state;", "State.Pending")]
    public Task StateThatNothingElseGives_IsQuiet(string answered, string failed) =>
        Verify.VerifyAnalyzerAsync(State("StateAsync", answered, failed, "catch"));

    /// <summary>Each word by which a state says that nothing is known, nothing was done or nobody is there.</summary>
    [Fact]
    public Task StateThatMisleadsNobody_IsQuiet()
    {
        var states = ("None Unspecified Undefined Undetermined NotSet Other Default Unsupported Offline Down Disconnected NotConnected Unhealthy Degraded Skipped Retry Timeout Aborted Cancelled Broken Bad " +
            "Denied Rejected NotOk NotSent NotFound Missing Inconclusive Indeterminate Incomplete Desconhecida Desconocido Unbekannt Failed").Split(' ');
        return Verify.VerifyAnalyzerAsync(File($$"""
            public enum State { Paid, {{string.Join(", ", states)}} }

            public record Payment(string Status);

            public class Service(HttpClient client, ILogger<Service> logger)
            {
            {{string.Join("\n", states.Select(Method))}}
            }
            """));

        static string Method(string state) => $$"""
                public async Task<State> Get{{state}}Async(CancellationToken token)
                {
                    try
                    {
                        return await client.GetFromJsonAsync<Payment>("payment", token) is { Status: "paid" } ? State.Paid : State.{{state}};
                    }
                    catch (Exception ex)
                    {
                        logger.LogWarning(ex, "No payment");
                        return State.{{state}};
                    }
                }
            """;
    }

    [Fact]
    public Task StateThatAnswersAQuestion_IsQuiet() =>
        Verify.VerifyAnalyzerAsync(State("CheckAsync", "return payment is { Status: \"paid\" } ? State.Paid : State.Pending;", "State.Pending", "catch"));
}
