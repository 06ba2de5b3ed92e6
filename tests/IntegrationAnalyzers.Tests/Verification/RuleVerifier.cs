using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification.Checks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
#if !ROSLYN_WITHOUT_WORKSPACES
using Microsoft.CodeAnalysis.CodeFixes;
#endif

namespace IntegrationAnalyzers.Tests.Verification;

/// <summary>
/// How a rule is tested, and the one file that knows the harness. The source carries markup: <c>[|…|]</c> is the rule's own
/// diagnostic, no markup says that the rule is quiet. The rule's fix is found by its ID.
/// </summary>
/// <typeparam name="TAnalyzer">The rule.</typeparam>
public static class RuleVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>An expectation of the rule, with its severity and message format.</summary>
    public static DiagnosticResult Diagnostic() => new(new TAnalyzer().SupportedDiagnostics.Single());

    /// <summary>The rule reports what the source marks, and nothing else.</summary>
    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected) => VerifyAsync([("/0/Test0.cs", source)], expected);

    /// <inheritdoc cref="VerifyAnalyzerAsync(string, DiagnosticResult[])"/>
    public static Task VerifyAnalyzerAsync(params (string File, string Source)[] sources) => VerifyAsync(sources, []);

    /// <summary>One by one and all at once (document, project, solution), the rule's fix makes the fixed source. What that one marks may stay and must have no fix.</summary>
    public static Task VerifyCodeFixAsync(string source, string fixedSource) => new Test { TestCode = source, FixedCode = fixedSource }.RunAsync();

    /// <inheritdoc cref="VerifyCodeFixAsync(string, string)"/>
    public static Task VerifyCodeFixAsync(params (string Source, string Fixed)[] files)
    {
        var test = new Test();
        foreach (var (source, after) in files)
        {
            test.TestState.Sources.Add(source);
            test.FixedState.Sources.Add(after);
        }

        return test.RunAsync();
    }

    /// <summary>The rule reports what the source marks and offers no fix for it.</summary>
    public static Task VerifyNoFixAsync(string source) => new Test { TestCode = source, OffersNoFix = true }.RunAsync();

    /// <summary>A project with next to no source, and one file that is none: what is marked in that is reported.</summary>
    public static Test FileTest(string file, string text)
    {
        var test = new Test { TestCode = "class Shop { }" };
        test.TestState.AdditionalFiles.Add((file, text));
        return test;
    }

    private static Task VerifyAsync((string File, string Source)[] sources, DiagnosticResult[] expected)
    {
        var test = new Test();
        foreach (var (file, source) in sources)
            test.TestState.Sources.Add((file.StartsWith('/') ? file : "/0/" + file, source));
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>A test with settings of its own.</summary>
    public class Test :
#if ROSLYN_WITHOUT_WORKSPACES
        CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
#else
        CSharpCodeFixTest<TAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
#endif
    {
        private OutputKind? _outputKind;

        public TestReferences References { get; set; } = TestReferences.Default;

        /// <summary>A library, or a program where the source has top-level statements.</summary>
        public OutputKind OutputKind
        {
            get => _outputKind ?? RuleInput.OutputKindOf(TestState);
            set => _outputKind = value;
        }

        /// <summary>What analyzers read as global options, for instance <c>build_property.TargetFramework</c>.</summary>
        public Dictionary<string, string> GlobalOptions { get; } = [];

        public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.Latest;

        /// <summary>The rule has a fix, and does not offer it here.</summary>
        public bool OffersNoFix { get; set; }

        /// <summary>The rules that run together with this one, and that its fix must not set off.</summary>
        public ImmutableArray<DiagnosticAnalyzer> AllRules { get; set; } = PackageRules.Including<TAnalyzer>();

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(
                OutputKind,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: RuleInput.VersionUnification);

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion, DocumentationMode.Diagnose);

        protected override async Task RunImplAsync(CancellationToken cancellationToken)
        {
            TestState.OutputKind = OutputKind;
            TestState.AdditionalReferences.AddRange(References.References);
            if (GlobalOptions.Count > 0)
                TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + string.Concat(GlobalOptions.Select(static o => $"{o.Key} = {o.Value}\n"))));
#if !ROSLYN_WITHOUT_WORKSPACES
            if (OffersNoFix || FixedState.Sources.Count > 0)
                RuleFixes.EnsureAny<TAnalyzer>();
            if (OffersNoFix)
                ExpectNoFix();
#endif
            await base.RunImplAsync(cancellationToken).ConfigureAwait(false);
#if !ROSLYN_WITHOUT_WORKSPACES
            if (_isSecondRun)
                return;
#endif

            var input = RuleInput.Read(TestState, CreateCompilationOptions(), CreateParseOptions());
            await RuleChecks.VerifyAsync(input, new TAnalyzer(), AllRules, cancellationToken).ConfigureAwait(false);
#if !ROSLYN_WITHOUT_WORKSPACES
            if (FixedState.Sources.Count > 0 && !OffersNoFix)
                await VerifyFixedAsync(input, cancellationToken).ConfigureAwait(false);
#endif
        }

#if ROSLYN_WITHOUT_WORKSPACES
        /// <summary>Not looked at: fixes need Workspaces.</summary>
        public string FixedCode { get; set; } = string.Empty;

        /// <inheritdoc cref="FixedCode"/>
        public string BatchFixedCode { get; set; } = string.Empty;

        /// <inheritdoc cref="FixedCode"/>
        public SolutionState FixedState { get; } = new();

        /// <inheritdoc cref="FixedCode"/>
        public SolutionState BatchFixedState { get; } = new();

        /// <inheritdoc cref="FixedCode"/>
        public int? NumberOfIncrementalIterations { get; set; }

        /// <inheritdoc cref="FixedCode"/>
        public int? NumberOfFixAllIterations { get; set; }
#else
        private bool _isSecondRun;

        /// <summary>What the fixed source marks is left over on purpose, and has no fix.</summary>
        public Test() => FixedState.MarkupHandling = BatchFixedState.MarkupHandling = MarkupMode.Allow;

        protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => RuleFixes.For<TAnalyzer>();

        private void ExpectNoFix()
        {
            FixedState.Sources.AddRange(TestState.Sources);
            FixedState.ExpectedDiagnostics.AddRange(ExpectedDiagnostics);
            NumberOfIncrementalIterations = 0;
            NumberOfFixAllIterations = 0;
        }

        private async Task VerifyFixedAsync(Analysis.AnalysisInput input, CancellationToken cancellationToken)
        {
            var result = RuleInput.Read(FixedState, CreateCompilationOptions(), CreateParseOptions(), TestState);
            await FixChecks.VerifyNothingNewAsync(input, result, AllRules, cancellationToken).ConfigureAwait(false);
            await WithOtherLineEnds().RunAsync(cancellationToken).ConfigureAwait(false);
        }

        /// <summary>The same fix on files with CRLF, a byte-order mark and tabs.</summary>
        private Test WithOtherLineEnds()
        {
            var test = new Test
            {
                _isSecondRun = true,
                References = References,
                OutputKind = OutputKind,
                LanguageVersion = LanguageVersion,
                CompilerDiagnostics = CompilerDiagnostics,
                TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
                CodeFixTestBehaviors = CodeFixTestBehaviors | CodeFixTestBehaviors.SkipFixAllInDocumentCheck | CodeFixTestBehaviors.SkipFixAllInProjectCheck,
                CodeActionIndex = CodeActionIndex,
                CodeActionEquivalenceKey = CodeActionEquivalenceKey,
                NumberOfIncrementalIterations = NumberOfIncrementalIterations,
                NumberOfFixAllIterations = NumberOfFixAllIterations,
            };
            FixChecks.CopyWithOtherLineEnds(TestState, test.TestState);
            FixChecks.CopyWithOtherLineEnds(FixedState, test.FixedState);
            FixChecks.CopyWithOtherLineEnds(BatchFixedState, test.BatchFixedState);
            return test;
        }
#endif
    }
}
