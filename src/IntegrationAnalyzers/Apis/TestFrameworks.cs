using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        "Machine.Specifications",
        "NSpec",
        "Fixie",
        "xunit",
        "MbUnit",

        // Measurements run on developers' machines alone, as tests do.
        "BenchmarkDotNet",
    };

    /// <summary>What helps tests, and is referenced beside a framework or by what several projects of tests share: doubles, assertions, made-up data, servers in memory.</summary>
    private static readonly HashSet<string> Helpers = new(StringComparer.OrdinalIgnoreCase)
    {
        "AutoFixture", "AwesomeAssertions", "Bogus", "FakeItEasy", "FluentAssertions", "Microsoft.AspNetCore.Mvc.Testing", "Microsoft.AspNetCore.TestHost", "Moq", "NFluent", "NSubstitute", "Respawn", "Rhino.Mocks",
        "RichardSzalay.MockHttp", "Shouldly", "Testcontainers", "WireMock.Net", "WireMock.Net.Abstractions", "xunit.abstractions", "xunit.assert", "xunit.v3.assert",
    };

    /// <summary>What marks a test in any of them.</summary>
    private static readonly string[] MarkNames =
    [
        "Fact", "Theory", "TestCase", "TestCaseSource", "TestFixture", "TestMethod", "DataTestMethod", "TestClass", "WebApplicationFactory", "CollectionDefinition",
        "FactAttribute", "TheoryAttribute", "TestAttribute", "TestMethodAttribute", "TestClassAttribute",
    ];

    /// <summary>Words that many a file has, and that mark a test where they are an attribute.</summary>
    private static readonly HashSet<string> AttributeNames = new(StringComparer.Ordinal) { "Test", "Collection", "Binding" };

    /// <summary>What marks a test, and what may as well be something else.</summary>
    private static readonly HashSet<uint> Tests = TextWords.Hashes(MarkNames.Concat(AttributeNames));

    /// <summary>What nothing but a file of tests names.</summary>
    private static readonly HashSet<uint> Marks = TextWords.Hashes(MarkNames.Concat(["InlineData", "SetUpFixture", "AssemblyInitialize", "NUnit", "Xunit", "TestTools"]));

    private static readonly HashSet<uint> AttributeWords = TextWords.Hashes(AttributeNames);

    /// <summary>What code names that builds a server.</summary>
    private static readonly HashSet<uint> Servers = TextWords.Hashes(["WebApplication", "ConfigureWebHostDefaults", "WebHost", "ConfigureFunctionsWorkerDefaults", "FunctionsApplication"]);

    public static bool AreReferencedBy(Compilation compilation) => References.Any(compilation, Names);

    /// <summary>Whether a library that helps tests is referenced.</summary>
    public static bool HelpersAreReferencedBy(Compilation compilation) => References.Any(compilation, Helpers);

    /// <summary>Whether anything in the project may be a test.</summary>
    public static bool MayBeNamedIn(Compilation compilation) => TreeIndex.AnyNames(compilation, Tests);

    /// <summary>Whether something in the project builds a server.</summary>
    public static bool HasServer(Compilation compilation) => TreeIndex.AnyNames(compilation, Servers);

    /// <summary>Whether the file builds a server.</summary>
    public static bool BuildsServer(SyntaxTree tree) => TreeIndex.Of(tree).Words.ContainsAny(Servers);

    /// <summary>Whether the file is one of tests, by its name or by what it names.</summary>
    public static bool AreIn(SyntaxTree tree)
    {
        var words = TreeIndex.Of(tree).Words;
        return IsNamedForThem(Path.GetFileNameWithoutExtension(tree.FilePath)) || words.ContainsAny(Marks) || (words.ContainsAny(AttributeWords) && HasAttribute(tree));
    }

    private static bool HasAttribute(SyntaxTree tree)
    {
        foreach (var node in FileNodes.Of(tree, CancellationToken.None).Of(SyntaxKind.Attribute))
        {
            if (TypeEntry.SimpleName(((AttributeSyntax)node).Name) is { } name && AttributeNames.Contains(name))
                return true;
        }

        return false;
    }

    /// <summary><c>Orders.Tests</c>, <c>OrderServiceTests</c>, <c>OrderServiceTest</c>, <c>EndToEndTests</c>.</summary>
    public static bool IsNamedForThem(string? name) => name is not null && (name.EndsWith("Tests", StringComparison.Ordinal) || name.EndsWith("Test", StringComparison.Ordinal) || name.EndsWith("Specs", StringComparison.Ordinal));
}
