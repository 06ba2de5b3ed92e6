using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Vanished = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>In a program all callers of a public method are seen, by the class or by its interface.</summary>
public sealed class IA4001ProgramCallerTests
{
    /// <summary>The reader of a CSV file by an interface, and the job that fails where it gives nothing.</summary>
    private static string Reader(string clause, string use, string log = "logger.LogError(ex, \"no file\");") => File($$"""
        public interface IReader { Task<List<T>> ReadAsync<T>(string url); }

        public class Reader(HttpClient client, ILogger<Reader> logger) : IReader
        {
            public async Task<List<T>> ReadAsync<T>(string url)
            {
                _ = logger;
                var records = new List<T>();
                try
                {
                    var text = await client.GetStringAsync(url);
                    records = JsonSerializer.Deserialize<List<T>>(text)!;
                }
                {{clause}} (Exception ex)
                {
                    {{log}}
                }
                return records;
            }
        }

        public class Job(IReader reader, ILogger<Job> logger)
        {
            public async Task<bool> RunAsync()
            {
                var lines = await reader.ReadAsync<string>("approved.csv");
                {{use}}
            }
        }

        public static class Program { public static void Main() { } }
        """);

    private const string Asks = "if (lines.Any()) return true;\n        logger.LogWarning(\"nothing\");\n        return false;";
    private const string TakesIt = "logger.LogInformation(\"{Count} lines\", lines.Count);\n        return true;";

    [Fact]
    public Task AodpJobs_EmptyListThatEveryCallerOfTheInterfaceAsksAbout_IsQuiet() => InAsync(OutputKind.ConsoleApplication, Reader("catch", Asks));

    [Fact]
    public Task EmptyListThatACallerOfTheInterfaceTakesAsItIs_Reports() => InAsync(OutputKind.ConsoleApplication, Reader("[|catch|]", TakesIt));

    [Fact]
    public Task OneOfTwoCallersAsks_Reports() => InAsync(
        OutputKind.ConsoleApplication,
        Reader("[|catch|]", Asks) + "public class Other(Reader reader) { public async Task<int> CountAsync() => (await reader.ReadAsync<string>(\"other.csv\")).Count; }\n");

    [Fact]
    public Task InALibrary_Reports() => InAsync(OutputKind.DynamicallyLinkedLibrary, Reader("[|catch|]", Asks));

    [Fact]
    public Task NobodyCalls_Reports() => InAsync(OutputKind.ConsoleApplication, Reader("[|catch|]", Asks).Replace("await reader.ReadAsync<string>(\"approved.csv\")", "await Task.FromResult(new List<string> { reader.ToString()! })"));

    /// <summary>MovieWebApp's <c>Login</c>: who asks says "login failed", and an outage leaves no trace.</summary>
    [Fact]
    public Task UntoldFailureThatEveryCallerAsksAbout_Reports() =>
        new Vanished.Test { TestCode = Reader("[|catch|]", Asks, log: ""), OutputKind = OutputKind.ConsoleApplication }.RunAsync();

    private static Task InAsync(OutputKind kind, string source) => new Verify.Test { TestCode = source, OutputKind = kind }.RunAsync();
}
