using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Whether a wrong body is among what the clause is said to meet: where what reads it fails into the clause.</summary>
public class IA4001ParsedPayloadTests
{
    private const string Parsed = "a refused connection, a timeout and a wrong payload of ";
    private const string NotParsed = "a refused connection and a timeout of ";

    [Fact]
    public Task ReadInTheTry_IsNamed() => Says(Parsed + "'GetAsync' alike", Around("""
        using var response = await client.GetAsync("rates");
        return await response.Content.ReadFromJsonAsync<Rate>();
        """));

    [Fact]
    public Task ReadInTheHelperThatCalls_IsNamed() => Says(Parsed + "'GetAsync' (reached through 'LoadAsync') alike", Around("return await LoadAsync();", members: """
        private async Task<Rate?> LoadAsync()
        {
            using var response = await client.GetAsync("rates");
            return await response.Content.ReadFromJsonAsync<Rate>();
        }
        """));

    [Fact]
    public Task TaskThatReadsIsHandedOutByTheHelper_IsNamed() => Says(Parsed + "'Send' (reached through 'LoadAsync') alike", Around("return await LoadAsync();", members: """
        private Task<Rate?> LoadAsync()
        {
            var response = client.Send(new HttpRequestMessage(HttpMethod.Get, "rates"));
            return response.Content.ReadFromJsonAsync<Rate>();
        }
        """));

    [Fact]
    public Task ReadInALocalFunction_IsNamed() => Says(Parsed + "'PostAsync' alike", Around("await client.PostAsync(\"login\", null);\nreturn await LoadAsync();", after: """
        async Task<Rate?> LoadAsync()
        {
            using var response = await client.GetAsync("rates");
            return await response.Content.ReadFromJsonAsync<Rate>();
        }
        """));

    [Fact]
    public Task ReadByAHandlerThatIsKeptForLater_IsNotNamed() => Says(NotParsed + "'GetStringAsync' alike", Around(
        """
        _read = Read;
        return await client.GetStringAsync("rates");

        static Rate? Read(string text) => JsonSerializer.Deserialize<Rate>(text);
        """,
        members: "private Func<string, Rate?>? _read;"));

    [Fact]
    public Task TaskThatReadsLeavesTheTry_IsNotNamed() => Says(NotParsed + "'Send' alike", Service("""
        public Task<Rate?> GetAsync()
        {
            try
            {
                var response = client.Send(new HttpRequestMessage(HttpMethod.Get, "rates"));
                return response.Content.ReadFromJsonAsync<Rate>();
            }
            {|#0:catch|} (Exception ex)
            {
                logger.LogError(ex, "no rate");
                return Task.FromResult<Rate?>(null);
            }
        }
        """));

    [Fact]
    public Task ReadBehindTheTryOfACallInALocalFunction_IsNotNamed() => Says(NotParsed + "'PostAsync' alike", Service("""
        public async Task<Rate?> GetAsync()
        {
            string text;
            try
            {
                await client.PostAsync("login", null);
                text = await LoadAsync();
            }
            {|#0:catch|} (Exception ex)
            {
                logger.LogError(ex, "no rate");
                return null;
            }

            return JsonSerializer.Deserialize<Rate>(text);

            async Task<string> LoadAsync() => await client.GetStringAsync("rates");
        }
        """));

    private static string Around(string tried, string after = "", string members = "") => Service($$"""
        public async Task<object?> GetAsync()
        {
            try
            {
                {{tried}}
            }
            {|#0:catch|} (Exception ex)
            {
                logger.LogError(ex, "no rate");
                return null;
            }

            {{after}}
        }

        {{members}}
        """);

    private static Task Says(string failures, string source)
    {
        var test = new Verify.Test { TestCode = source };
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithArguments("catch (Exception)", failures)
            .WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }
}
