using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;
using ClientLevels = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1006ClientPerCall>;
using ClientVerify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1006ClientPerCall>;
using Levels = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;
using SecretLevels = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;
using SecretVerify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules;

/// <summary>What is wrong in code that nobody calls does no harm yet: a suggestion, for all rules but those about secrets, which are out all the same.</summary>
public sealed class UnusedCodeLevelTests
{
    private const string Call = "{ var client = new HttpClient(); var response = await {|#0:client.GetAsync(url)|}; return await response.Content.ReadAsStringAsync(); }";
    private const string Client = "using var client = {|#0:new HttpClient()|}; return await client.GetStringAsync(url);";

    [Theory]
    [InlineData("public sealed class Feeds { public static string Name => \"feeds\"; public async Task<string> ReadAsync(string url) " + Call + " }")]
    [InlineData("public static class Feeds { public static string Name => \"feeds\"; public static async Task<string> ReadAsync(this string url) " + Call + " }")]
    [InlineData("public sealed class Feeds : System.IDisposable { public static string Name => \"feeds\"; public void Dispose() { } private async Task<string> ReadAsync(string url) " + Call + " }")]
    public Task MethodThatNobodyCalls_SharePointClient_IsASuggestion(string type) => InProgram("System.Console.WriteLine(Feeds.Name);", type, DiagnosticSeverity.Info);

    [Theory]
    [InlineData("public sealed class Feeds { private readonly string _name = nameof(Feeds); public Feeds() { } public async Task<string> ReadAsync(string url) " + Call + " public Task<string> Again(string url) => ReadAsync(url); }")]
    [InlineData("public static class Outer { private sealed class Feeds { public static async Task<string> ReadAsync(string url) " + Call + " public static Task<string> Again() => ReadAsync(\"\"); } }")]
    public Task ClassThatNobodyNames_SmsHelper_IsASuggestion(string type) => InProgram("System.Console.WriteLine();", type, DiagnosticSeverity.Info);

    [Theory]
    [InlineData("System.Console.WriteLine(await new Feeds().ReadAsync(args[0]));", "public sealed class Feeds { public async Task<string> ReadAsync(string url) " + Call + " }")]
    [InlineData("System.Console.WriteLine(new Feeds()); // ReadAsync, by reflection", "public sealed class Feeds { public async Task<string> ReadAsync(string url) " + Call + " }")]
    [InlineData("System.Console.WriteLine(nameof(Feeds));", "public interface IFeeds { Task<string> ReadAsync(string url); } public sealed class Feeds : IFeeds { public async Task<string> ReadAsync(string url) " + Call + " }")]
    [InlineData("System.Console.WriteLine();", "public sealed class Feeds { [System.ComponentModel.Description(\"\")] public async Task<string> ReadAsync(string url) " + Call + " }")]
    [InlineData("System.Console.WriteLine();", "public sealed class Feeds { [System.ComponentModel.Description(\"\")] public Task<string> RunAsync() => ReadAsync(\"\"); private async Task<string> ReadAsync(string url) " + Call + " }")]
    [InlineData("System.Console.WriteLine();", "public sealed class FeedsController { public async Task<string> ReadAsync(string url) " + Call + " }")]
    [InlineData("System.Console.WriteLine();", "public sealed class FeedsHandler { public async Task<string> Handle(string url) " + Call + " }")]
    [InlineData("System.Console.WriteLine(nameof(Feeds));", "public partial class Feeds { public async Task<string> ReadAsync(string url) " + Call + " }")]
    [InlineData("System.Console.WriteLine(nameof(Feeds));", "public class Feeds { public virtual async Task<string> ReadAsync(string url) " + Call + " }")]
    [InlineData("System.Console.WriteLine(nameof(Feeds));", "public class Feeds : System.Exception { public async Task<string> ReadAsync(string url) " + Call + " }")]
    [InlineData("System.Console.WriteLine(nameof(Feeds));", "public class Feeds { public async Task<string> HandleOrderAsync(string url) " + Call + " }")]
    [InlineData("System.Console.WriteLine(nameof(Feeds));", "public class Feeds { private async Task<string> Read(string url, System.EventArgs e) " + Call + " }")]
    [InlineData("System.Console.WriteLine(\"AddRazorComponents, whose code no generator has made: a page may call\");", "public sealed class Feeds { public async Task<string> ReadAsync(string url) " + Call + " }")]
    [InlineData("System.Console.WriteLine(\"\".ReadAsync());", "public static class Feeds { public static async Task<string> ReadAsync(this string url) " + Call + " }")]
    public Task WhatSomebodyCallsOrAFrameworkMayFind_IsAWarning(string statements, string type) => InProgram(statements, type, DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("AddRazorComponents")]
    [InlineData("AddServerSideBlazor")]
    [InlineData("MapBlazorHub")]
    [InlineData("AddRazorPages")]
    [InlineData("MapRazorPages")]
    public Task PageMayCallIt_IsAWarning(string member) =>
        InProgram($"System.Console.WriteLine(\"{member}\");", "public sealed class Feeds { public async Task<string> ReadAsync(string url) " + Call + " }", DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("Program")]
    [InlineData("Startup")]
    [InlineData("Controller")]
    [InlineData("Hub")]
    [InlineData("Middleware")]
    [InlineData("Handler")]
    [InlineData("Consumer")]
    [InlineData("Subscriber")]
    [InlineData("Job")]
    [InlineData("Query")]
    [InlineData("Queries")]
    [InlineData("Mutation")]
    [InlineData("Mutations")]
    [InlineData("Subscription")]
    [InlineData("Resolver")]
    [InlineData("Endpoint")]
    [InlineData("Endpoints")]
    [InlineData("Module")]
    [InlineData("Modules")]
    [InlineData("Function")]
    [InlineData("Functions")]
    [InlineData("Page")]
    [InlineData("Component")]
    [InlineData("Plugin")]
    [InlineData("Tool")]
    [InlineData("Tools")]
    [InlineData("Command")]
    [InlineData("Commands")]
    [InlineData("Seeder")]
    [InlineData("Fixture")]
    [InlineData("Tests")]
    public Task ClassThatAFrameworkFindsByItsName_IsAWarning(string word) =>
        InProgram("System.Console.WriteLine();", $"public sealed class Feeds{word} {{ public async Task<string> ReadAsync(string url) " + Call + " }", DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("Configure")]
    [InlineData("ConfigureFeeds")]
    [InlineData("Invoke")]
    [InlineData("InvokeAsync")]
    [InlineData("Handle")]
    [InlineData("HandleFeed")]
    [InlineData("Consume")]
    [InlineData("Execute")]
    [InlineData("Process")]
    [InlineData("Perform")]
    [InlineData("On")]
    [InlineData("OnFeed")]
    [InlineData("Up")]
    [InlineData("Down")]
    [InlineData("Dispose")]
    [InlineData("DisposeAsync")]
    [InlineData("Get")]
    [InlineData("Post")]
    [InlineData("Put")]
    [InlineData("Patch")]
    [InlineData("Delete")]
    public Task MethodThatAFrameworkFindsByItsName_IsAWarning(string method) =>
        InProgram("System.Console.WriteLine(nameof(Feeds));", $"public sealed class Feeds {{ public async Task<string> {method}(string url) " + Call + " }", DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("return url; " + Client)]
    [InlineData("if (url.Length > 3) { throw new System.NotSupportedException(); " + Client + " } return url;")]
    [InlineData("{ return url; } using (var first = new HttpClient()) { " + Client + " }")]
    [InlineData("switch (url) { case \"a\": break; { " + Client + " } } return url;")]
    public Task BehindAStatementThatLeaves_CurseForgeLookup_IsASuggestion(string body) => InMethod(body, DiagnosticSeverity.Info);

    [Theory]
    [InlineData("if (url.Length > 3) return url; " + Client)]
    [InlineData("return await Ask(); async Task<string> Ask() { " + Client + " }")]
    [InlineData("if (url.Length > 3) goto ask; return url; ask: await Task.Yield(); " + Client)]
    [InlineData("switch (url) { case \"a\": break; default: { " + Client + " } } return url;")]
    public Task BehindABranchThatLeaves_IsAWarning(string body) => InMethod(body, DiagnosticSeverity.Warning);

    [Fact]
    public Task PublicMethodOfALibrary_IsAWarning() => Levels.WarnsAsync("using System.Net.Http; using System.Threading.Tasks; public sealed class Feeds { public async Task<string> ReadAsync(string url) " + Call + " }");

    [Fact]
    public Task PrivateMethodOfALibraryThatNobodyCalls_IsASuggestion() =>
        Levels.SuggestsAsync("using System.Net.Http; using System.Threading.Tasks; public sealed class Feeds { private async Task<string> ReadAsync(string url) " + Call + " }");

    [Fact]
    public Task SecretInCodeThatNobodyCalls_IsAWarning() => SecretLevels.VerifyAsync(
        new SecretVerify.Test
        {
            OutputKind = OutputKind.ConsoleApplication,
            TestCode = "System.Console.WriteLine(); public sealed class Feeds { public string Password() { var password = {|#0:\"kT9wQ2!vZx7\"|}; return password; } }",
        },
        DiagnosticSeverity.Warning);

    private static Task InProgram(string statements, string type, DiagnosticSeverity severity) => Levels.VerifyAsync(
        new Verify.Test { OutputKind = OutputKind.ConsoleApplication, TestCode = "using System.Net.Http; using System.Threading.Tasks;\n" + statements + "\n" + type }, severity);

    private static Task InMethod(string body, DiagnosticSeverity severity) => ClientLevels.VerifyAsync(
        new ClientVerify.Test
        {
            OutputKind = OutputKind.ConsoleApplication,
            TestCode = "using System.Net.Http; using System.Threading.Tasks;\nforeach (var arg in args) System.Console.WriteLine(await new Feeds().ReadAsync(arg));\npublic sealed class Feeds { public async Task<string> ReadAsync(string url) { " + body + " } }",
        },
        severity);
}
