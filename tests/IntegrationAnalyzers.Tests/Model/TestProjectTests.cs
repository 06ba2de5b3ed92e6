using System.Threading.Tasks;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
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

    [Theory]
    [InlineData("xunit.core")]
    [InlineData("xunit.v3.core")]
    [InlineData("nunit.framework")]
    [InlineData("Microsoft.VisualStudio.TestPlatform.TestFramework")]
    [InlineData("MSTest.TestFramework")]
    [InlineData("TUnit.Core")]
    [InlineData("Machine.Specifications")]
    [InlineData("NSpec")]
    [InlineData("Fixie")]
    [InlineData("xunit")]
    [InlineData("MbUnit")]
    [InlineData("BenchmarkDotNet")]
    public Task AnyFrameworkIsReferenced_IsQuiet(string assembly) => new Verify.Test { TestCode = Client, References = OtherLibrary.Beside(assembly) }.RunAsync();

    [Theory]
    [InlineData(Server)]
    [InlineData("Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => { }).Build().Run();")]
    [InlineData("WebHost.CreateDefaultBuilder(args).UseStartup<C>().Build().Run();")]
    [InlineData("new HostBuilder().ConfigureFunctionsWorkerDefaults().Build().Run();")]
    [InlineData("FunctionsApplication.CreateBuilder(args).Build().Run();")]
    public Task ServerThatReferencesAFrameworkByMistake_Reports(string server) => Run(Reported, server, OutputKind.ConsoleApplication);

    /// <summary>A server whose tests stand in the same project, whatever marks them.</summary>
    [Theory]
    [InlineData("class Suite { [Fact] void Works() { } }")]
    [InlineData("class Suite { [Theory] void Works() { } }")]
    [InlineData("class Suite { [Test] void Works() { } }")]
    [InlineData("class Suite { [TestCase(1)] void Works(int a) { } }")]
    [InlineData("class Suite { [TestCaseSource(\"All\")] void Works(int a) { } }")]
    [InlineData("[TestFixture] class Suite : Shared { }")]
    [InlineData("[OrderedTests] class Suite { [TestMethod] void Works() { } }")]
    [InlineData("[OrderedTests] class Suite { [DataTestMethod] void Works() { } }")]
    [InlineData("[TestClass] class Suite : Shared { }")]
    [InlineData("class Suite : Shared { WebApplicationFactory<C> factory; }")]
    [InlineData("[CollectionDefinition(\"All\")] class Suite : Shared { }")]
    [InlineData("[Collection(\"All\")] class Suite : Shared { }")]
    [InlineData("[Binding] class Steps { }")]
    [InlineData("class FlakyFact : FactAttribute { }")]
    [InlineData("class FlakyTheory : TheoryAttribute { }")]
    [InlineData("class FlakyTest : TestAttribute { }")]
    [InlineData("class FlakyTest : TestMethodAttribute { }")]
    [InlineData("class FlakyTests : TestClassAttribute { }")]
    public Task ServerWithItsTestsInOneProject_WhateverMarksThem_IsQuiet(string tests) => Run(Client, Server + " " + tests, OutputKind.ConsoleApplication);

    [Fact]
    public Task ServerWithItsTestsInOneProject_IsQuiet() =>
        Run(Client, Server + " public class Tests { [Xunit.Fact] public void Works() { } }", OutputKind.ConsoleApplication);

    /// <summary>Coflnet/SkyApi: a server whose tests stand beside its services, <c>LegalManifestService.Tests.cs</c> beside <c>LegalManifestService.cs</c>.</summary>
    [Theory]
    [InlineData("Orders.Tests.cs", "public class OrderTests { [Xunit.Fact] public void Works() { } }")]
    [InlineData("OrdersWork.cs", "public class OrdersWork { [Xunit.Fact] public void Works() { } }")]
    public Task ServerWithTestsBesideItsServices_Reports(string file, string tests) => RunBeside(Reported, Server, file, tests + " public class Shared { public static readonly System.Net.Http.HttpClient Http = new System.Net.Http.HttpClient(); public System.Threading.Tasks.Task<string> M(string u) => Http.GetStringAsync(u); }");

    /// <summary>What nothing but a file of tests names, in a helper of theirs beside a server.</summary>
    [Theory]
    [InlineData("InlineData", true)]
    [InlineData("SetUpFixture", true)]
    [InlineData("AssemblyInitialize", true)]
    [InlineData("NUnit", true)]
    [InlineData("Xunit", true)]
    [InlineData("TestTools", true)]
    [InlineData("Toolbox", false)]
    public Task HelperOfTestsBesideAServer_IsQuiet(string word, bool isOfTests) => new Verify.Test
    {
        TestCode = (isOfTests ? Client : Reported) + $" class Helper {{ object Of => {word}.Of; }}",
        TestState =
        {
            Sources =
            {
                ("/0/Start.cs", Server), ("/0/Order.cs", "public class Order { }"), ("/0/Line.cs", "public class Line { }"), ("/0/Item.cs", "public class Item { }"),
                ("/0/OrdersWork.cs", "public class OrdersWork { [Xunit.Fact] public void Works() { } }"),
            },
        },
        References = WithFramework,
        OutputKind = OutputKind.ConsoleApplication,
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    /// <summary>Words that mark a test where they are an attribute, and are none.</summary>
    [Fact]
    public Task ServerWhoseMembersAreNamedLikeMarks_Reports() =>
        RunBeside(Reported, Server, "OrdersWork.cs", "public class OrdersWork { public bool Test { get; set; } public string Collection => nameof(Test); }");

    /// <summary>Code that only starts a server for tests, and does not start the program.</summary>
    [Fact]
    public Task TestsThatBuildAServer_IsQuiet() =>
        RunBeside(Client, "using Microsoft.AspNetCore.Builder; public static class Host { public static WebApplication Start() => WebApplication.Create(); }", "Program.cs", "public class OrderTests { [Xunit.Fact] public void Works() { } public static void Main() { } }");

    [Fact]
    public Task ProgramOfTestsThatStartsNoServer_IsQuiet() => Run(Client, "System.Console.WriteLine();", OutputKind.ConsoleApplication);

    [Fact]
    public Task LibraryForTests_IsQuiet() =>
        Run(Client, "using Microsoft.AspNetCore.Builder; class Host { public static WebApplication Start() => WebApplication.Create(); }", OutputKind.DynamicallyLinkedLibrary);

    /// <summary>SkillsFundingAgency/tl-find-provider-api, Tests.Common; DEFRA/waste-obligations, Testing: what several projects of tests share references no framework, only what helps tests.</summary>
    [Theory]
    [InlineData("AutoFixture")]
    [InlineData("AwesomeAssertions")]
    [InlineData("Bogus")]
    [InlineData("FakeItEasy")]
    [InlineData("FluentAssertions")]
    [InlineData("Microsoft.AspNetCore.Mvc.Testing")]
    [InlineData("Microsoft.AspNetCore.TestHost")]
    [InlineData("Moq")]
    [InlineData("NFluent")]
    [InlineData("NSubstitute")]
    [InlineData("Respawn")]
    [InlineData("Rhino.Mocks")]
    [InlineData("RichardSzalay.MockHttp")]
    [InlineData("Shouldly")]
    [InlineData("Testcontainers")]
    [InlineData("WireMock.Net")]
    [InlineData("WireMock.Net.Abstractions")]
    [InlineData("xunit.abstractions")]
    [InlineData("xunit.assert")]
    [InlineData("xunit.v3.assert")]
    public Task LibraryNamedForTestsThatReferencesWhatHelpsThem_TestsCommon_IsQuiet(string assembly) => new Verify.Test { TestCode = Client, References = OtherLibrary.Beside(assembly) }.RunAsync();

    [Theory]
    [InlineData("Find.Provider.Tests.Common", "Moq", true)]
    [InlineData("Testing", "Moq", true)]
    [InlineData("Altinn.Api.TestCommon", "Moq", true)]
    [InlineData("Defra.Imports.TestFixtures", "Moq", true)]
    [InlineData("test-helpers", "Moq", true)]
    [InlineData("SkuVault.Ebay.Access", "Moq", false)]
    [InlineData("Attestation.Contests", "Moq", false)]
    [InlineData("Find.Provider.Tests.Common", "Serilog", false)]
    [InlineData("TestRail.Client", "Serilog", false)]
    public void LibraryIsOneOfTests_ByItsNameAndWhatItReferences(string name, string assembly, bool isTest) =>
        Assert.Equal(isTest, new ProjectRole(CSharpCompilation.Create(name, references: OtherLibrary.Alone(assembly).References, options: new(OutputKind.DynamicallyLinkedLibrary))).IsTest);

    [Theory]
    [InlineData("class Other { }", OutputKind.DynamicallyLinkedLibrary, true)]
    [InlineData("System.Console.WriteLine();", OutputKind.ConsoleApplication, false)]
    [InlineData(Server, OutputKind.ConsoleApplication, false)]
    [InlineData("public static class Host { public static object Start(string[] args) => WebHost.CreateDefaultBuilder(args); }", OutputKind.DynamicallyLinkedLibrary, false)]
    public Task ProgramNamedForTestsThatReferencesWhatHelpsThem_Reports(string other, OutputKind kind, bool isTest) => new Verify.Test
    {
        TestCode = isTest ? Client : Reported,
        TestState = { Sources = { ("/0/Other.cs", other) } },
        References = OtherLibrary.Beside("Moq"),
        OutputKind = kind,
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    private static Task RunBeside(string code, string server, string file, string tests)
    {
        var test = new Verify.Test { TestCode = code, TestState = { Sources = { ("/0/Start.cs", server), ("/0/Models.cs", "public class Order { }"), ("/0/" + file, tests) } }, References = WithFramework, OutputKind = OutputKind.ConsoleApplication };
        return test.RunAsync();
    }

    private static Task Run(string code, string other, OutputKind kind) =>
        new Verify.Test { TestCode = code, TestState = { Sources = { ("/0/Other.cs", other) } }, References = WithFramework, OutputKind = kind, CompilerDiagnostics = CompilerDiagnostics.None }.RunAsync();
}
