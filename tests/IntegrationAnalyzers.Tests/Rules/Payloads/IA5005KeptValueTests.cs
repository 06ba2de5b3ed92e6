using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Payloads.IA5005OpenSwitchTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5005OpenSwitch>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>A payload's value that an object of our own keeps, and switches in files that do not read it.</summary>
public sealed class IA5005KeptValueTests
{
    private static string Switch(string value, string mark) => $$"""
        {{mark}} ({{value}})
                {
                    case "paid":
                        Console.WriteLine("a");
                        break;
                    case "open":
                        Console.WriteLine("b");
                        break;
                }
        """;

    private static string Kept(string status, string mark) => Usings + $$"""
        public sealed class Job
        {
            public string State { get; set; } = "";
        }

        class Payments(HttpClient http)
        {
            public async Task Load(Job job)
            {
                var payment = await http.GetFromJsonAsync<Payment>("payment") ?? throw new JsonException("no payment");
                job.State = {{status}};
            }

            public void Show(Job job)
            {
                {{Switch("job.State", mark)}}
            }
        }
        """;

    [Fact]
    public Task MemberThatOurCodeSetsToAPayloadsValue_Reports() => Verify.VerifyAnalyzerAsync(Kept("payment.Status", "[|switch|]"));

    [Theory]
    [InlineData("Environment.MachineName")]
    [InlineData("payment.Status == \"paid\" ? \"paid\" : \"open\"")]
    public Task MemberThatOurCodeSetsToItsOwn_IsQuiet(string status) => Verify.VerifyAnalyzerAsync(Kept(status, "switch"));

    [Fact]
    public Task PayloadWhoseMemberIsSetElsewhereToo_Reports() => Verify.VerifyAnalyzerAsync(InMethod(Switch("payment.Status", "[|switch|]") + """

                var own = new Payment();
                own.Status = Environment.MachineName;
                return own.Status;
        """));

    private static string Chain(int length, string mark)
    {
        var members = string.Concat(Enumerable.Range(0, length).Select(i => $"    public string S{i} {{ get; set; }} = \"\";\n"));
        var steps = string.Concat(Enumerable.Range(1, length - 1).Select(i => $"        job.S{i} = job.S{i - 1};\n"));
        return Usings + $$"""
            public sealed class Job
            {
            {{members}}
            }

            class Payments(HttpClient http)
            {
                public async Task Load(Job job)
                {
                    var payment = await http.GetFromJsonAsync<Payment>("payment") ?? throw new JsonException("no payment");
                    job.S0 = payment.Status;
            {{steps}}
                }

                public void Show(Job job)
                {
                    {{Switch("job.S" + (length - 1), mark)}}
                }
            }
            """;
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public Task KeptByOneMemberAfterTheOther_Reports(int length) => Verify.VerifyAnalyzerAsync(Chain(length, "[|switch|]"));

    [Fact]
    public Task KeptTooFarAway_IsQuiet() => Verify.VerifyAnalyzerAsync(Chain(9, "switch"));

    private static Task InTwoFiles(string user)
    {
        var test = new Verify.Test
        {
            TestCode = Usings + """
                public class Api(HttpClient http)
                {
                    public HttpClient Client => http;

                    public async Task<Payment> Payment(string id) => await http.GetFromJsonAsync<Payment>("payments/" + id) ?? throw new JsonException("nothing");
                }
                """,
        };
        test.TestState.Sources.Add(("/0/User.cs", "using System;\nusing System.Net.Http;\nusing System.Text.Json;\nusing System.Threading.Tasks;\n\n" + user));
        return test.RunAsync();
    }

    [Fact]
    public Task FileThatNamesAClientAndReadsNothing_Reports() => InTwoFiles($$"""
        class Payments(Api api, HttpClient other)
        {
            public async Task Show(string id)
            {
                other.CancelPendingRequests();
                var payment = await api.Payment(id);
                {{Switch("payment.Status", "[|switch|]")}}
            }
        }
        """);

    [Fact]
    public Task FileThatReadsTheTextOfAnothersCall_Reports() => InTwoFiles($$"""
        class Payments(Api api)
        {
            public async Task Show(string id)
            {
                var text = JsonSerializer.Serialize(await api.Payment(id));
                using var doc = JsonDocument.Parse(text);
                var payment = await api.Payment(id);
                {{Switch("payment.Status", "[|switch|]")}}
            }
        }
        """);
}
