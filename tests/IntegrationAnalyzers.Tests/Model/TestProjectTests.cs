using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1001ClientWithoutTimeout>;

namespace IntegrationAnalyzers.Tests.Model;

/// <summary>What makes a project one of tests, seen by a rule that is quiet in them.</summary>
public class TestProjectTests
{
    private const string Client = "using System.Net.Http; using System.Threading.Tasks; class C { static readonly HttpClient Http = new HttpClient(); Task<string> M(string u) => Http.GetStringAsync(u); }";
    private const string Reported = "using System.Net.Http; using System.Threading.Tasks; class C { static readonly HttpClient Http = [|new HttpClient()|]; Task<string> M(string u) => Http.GetStringAsync(u); }";
    private const string Server = "using Microsoft.AspNetCore.Builder; var app = WebApplication.CreateBuilder(args).Build(); app.Run();";

    private static readonly TestReferences WithFramework = TestReferences.Default.With(TestReferences.Of(
        "xunit.core", MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)));

    [Fact]
    public Task FrameworkIsReferenced_IsQuiet() => new Verify.Test { TestCode = Client, References = WithFramework }.RunAsync();

    [Fact]
    public Task ServerThatReferencesAFrameworkByMistake_Reports() => Run(Reported, Server, OutputKind.ConsoleApplication);

    [Fact]
    public Task ServerWithItsTestsInOneProject_IsQuiet() =>
        Run(Client, Server + " public class Tests { [Xunit.Fact] public void Works() { } }", OutputKind.ConsoleApplication);

    [Fact]
    public Task ProgramOfTestsThatStartsNoServer_IsQuiet() => Run(Client, "System.Console.WriteLine();", OutputKind.ConsoleApplication);

    [Fact]
    public Task LibraryForTests_IsQuiet() =>
        Run(Client, "using Microsoft.AspNetCore.Builder; class Host { public static WebApplication Start() => WebApplication.Create(); }", OutputKind.DynamicallyLinkedLibrary);

    private static Task Run(string code, string other, OutputKind kind) =>
        new Verify.Test { TestCode = code, TestState = { Sources = { ("/0/Other.cs", other) } }, References = WithFramework, OutputKind = kind }.RunAsync();
}
