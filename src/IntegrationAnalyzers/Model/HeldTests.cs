using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model;

/// <summary>What a project holds of tests: it is one of tests, or a server whose tests stand beside what they test, or neither.</summary>
internal sealed class HeldTests
{
    private static readonly HashSet<uint> EntryWords = TextWords.Hashes(["Main"]);

    private readonly HashSet<SyntaxTree> _files;

    private HeldTests(bool areAll, HashSet<SyntaxTree> files)
    {
        AreAll = areAll;
        _files = files;
    }

    /// <summary>Whether the project is one of tests.</summary>
    public bool AreAll { get; }

    /// <summary>Whether the file is one of tests in a project that is not.</summary>
    public bool AreIn(SyntaxTree tree) => _files.Count > 0 && _files.Contains(tree);

    /// <summary>
    /// A project that references a framework for tests is one of tests, and so is a library that several of them share. A server that does so runs in production all the same, where it holds no test (the framework was
    /// referenced in the wrong project) or where they are the lesser part of its files and another starts it.
    /// </summary>
    public static HeldTests Of(Compilation compilation)
    {
        if (!TestFrameworks.AreReferencedBy(compilation))
            return new(IsShared(compilation), []);
        if (compilation.Options.OutputKind != OutputKind.ConsoleApplication || !TestFrameworks.HasServer(compilation))
            return new(areAll: true, []);
        if (!TestFrameworks.MayBeNamedIn(compilation))
            return new(areAll: false, []);
        return !TestFrameworks.IsNamedForThem(compilation.AssemblyName) && BesideServer(compilation) is { } beside ? new(areAll: false, beside) : new(areAll: true, []);
    }

    /// <summary>
    /// Whether projects of tests share it: <c>Orders.Tests.Common</c>, <c>Testing</c>. A library that is named for tests and references what helps them. Neither is enough by itself: production references Moq by mistake,
    /// and a client of TestRail is named for tests, too.
    /// </summary>
    private static bool IsShared(Compilation compilation) =>
        compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary && NameWords.Split(compilation.AssemblyName ?? "").Exists(static word => word is "test" or "tests" or "testing") &&
        TestFrameworks.HelpersAreReferencedBy(compilation) && !TestFrameworks.HasServer(compilation);

    /// <summary>The files of tests of a server that another file starts; null where there is none, or they are half of all.</summary>
    private static HashSet<SyntaxTree>? BesideServer(Compilation compilation)
    {
        var tests = new HashSet<SyntaxTree>();
        var others = 0;
        var isStarted = false;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (TestFrameworks.AreIn(tree))
            {
                tests.Add(tree);
                continue;
            }

            others++;
            isStarted = isStarted || (TestFrameworks.BuildsServer(tree) && StartsProgram(tree));
        }

        return isStarted && tests.Count < others ? tests : null;
    }

    private static bool StartsProgram(SyntaxTree tree)
    {
        if (TreeIndex.Of(tree).Words.ContainsAny(EntryWords))
            return true;
        foreach (var member in ((CompilationUnitSyntax)tree.GetRoot()).Members)
        {
            if (member is GlobalStatementSyntax)
                return true;
        }

        return false;
    }
}
