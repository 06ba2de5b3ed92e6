using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>Assemblies that a test project references, and what tells tests from a server that references one by mistake.</summary>
internal static class TestFrameworks
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core",
        "xunit.v3.core",
        "nunit.framework",
        "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "MSTest.TestFramework",
        "TUnit.Core",
        "Microsoft.NET.Test.Sdk",
    };

    /// <summary>What marks a test in any of them.</summary>
    private static readonly HashSet<uint> Tests = TextWords.Hashes(
    [
        "Fact", "Theory", "Test", "TestCase", "TestCaseSource", "TestFixture", "TestMethod", "DataTestMethod", "TestClass", "SetUpFixture", "AssemblyInitialize", "WebApplicationFactory", "CollectionDefinition", "Collection",
        "FactAttribute", "TheoryAttribute", "TestAttribute", "TestMethodAttribute", "TestClassAttribute", "Binding",
    ]);

    /// <summary>What code names that builds a server.</summary>
    private static readonly HashSet<uint> Servers = TextWords.Hashes(["WebApplication", "ConfigureWebHostDefaults", "WebHost", "ConfigureFunctionsWorkerDefaults", "FunctionsApplication"]);

    /// <summary>
    /// Whether the project is one of tests: it references a framework for them. A server that does so and holds no test is none: it was referenced in the wrong
    /// project, and runs in production.
    /// </summary>
    public static bool HoldTestsOf(Compilation compilation) =>
        References.Any(compilation, Names) &&
        !(compilation.Options.OutputKind == OutputKind.ConsoleApplication && TreeIndex.AnyNames(compilation, Servers) && !TreeIndex.AnyNames(compilation, Tests));
}
