using System;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification.Toys;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;
using static IntegrationAnalyzers.Tests.Verification.Toys.ToySource;

namespace IntegrationAnalyzers.Tests.Verification.CodeFixes;

/// <summary>The harness takes a right fix and refuses each wrong one, for the reason it is wrong.</summary>
public class HarnessFixTests
{
    [Fact]
    public Task RightFix_IsTaken() => RuleVerifier<GoodToy>.VerifyCodeFixAsync(
        Calling("[|Bad|](); /* one */ [|Bad|](); // two"), Calling("Good(); /* one */ Good(); // two"));

    [Fact]
    public Task MarkedRest_IsTaken() => RuleVerifier<GoodToy>.VerifyCodeFixAsync(
        Calling("[|Bad|]();\n        [|Bad|](); // keep"), Calling("Good();\n        [|Bad|](); // keep"));

    [Fact]
    public async Task SeveralFiles_AreFixedTogether()
    {
        var test = new RuleVerifier<GoodToy>.Test { TestCode = Calling("[|Bad|]();"), FixedCode = Calling("Good();") };
        test.TestState.Sources.Add(("/0/Other.cs", Calling("[|Bad|]();").Replace("class C", "class D")));
        test.FixedState.Sources.Add(("/0/Other.cs", Calling("Good();").Replace("class C", "class D")));
        await test.RunAsync();
    }

    [Fact]
    public Task NoFixWhereNoneIsOffered_IsTaken() => RuleVerifier<GoodToy>.VerifyNoFixAsync(Calling("[|Bad|](); // keep"));

    [Fact]
    public Task NoFixWhereOneIsOffered_IsRefused() => Refused(
        "code fix iterations (0) was exceeded", RuleVerifier<GoodToy>.VerifyNoFixAsync(Calling("[|Bad|]();")));

    [Fact]
    public Task NoFixAtAll_IsRefused() => Refused(
        "No exported code fix mends", RuleVerifier<OtherRuleToy>.VerifyNoFixAsync(Calling("[|Worse|]();")));

    [Fact]
    public Task UnmarkedRest_IsRefused() => Refused(
        "Reported, not expected: Warning TOY0001",
        RuleVerifier<GoodToy>.VerifyCodeFixAsync(Calling("[|Bad|](); // keep"), Calling("Bad(); // keep")));

    [Fact]
    public Task OtherText_IsRefused() => Refused(
        "content of '/0/Test0.cs' did not match", RuleVerifier<GoodToy>.VerifyCodeFixAsync(Calling("[|Bad|]();"), Calling("Good( );")));

    [Fact]
    public Task FixedCodeThatDoesNotCompile_IsRefused() => Refuses<DoesNotCompileToy>("CS0103", "Missing();");

    [Fact]
    public Task NewCompilerWarning_IsRefused() => Refuses<WarnsToy>("more of CS0612", "Old();");

    [Fact]
    public Task FixThatLeavesItsDiagnostic_IsRefused() => Refuses<LeavesToy>("TOY0103", "/* todo */Bad();");

    [Fact]
    public Task FixThatIsNotIdempotent_IsRefused() => Refuses<LeavesToy>("code fix iterations (1) was exceeded", "/* todo */[|Bad|]();");

    [Fact]
    public Task FixThatSetsOffAnotherRule_IsRefused() => Refused(
        "more of TOY0010",
        new RuleVerifier<SetsOffToy>.Test { TestCode = Calling("[|Bad|]();"), FixedCode = Calling("Worse();"), AllRules = [new SetsOffToy(), new OtherRuleToy()] }
            .RunAsync());

    [Fact]
    public Task FixAllThatDiffers_IsRefused() => Refused(
        "Fix all in document",
        RuleVerifier<FixAllDiffersToy>.VerifyCodeFixAsync(Calling("[|Bad|](); [|Bad|]();"), Calling("Good(); Good();")));

    [Fact]
    public Task MissingFixAll_IsRefused() => Refuses<NoFixAllToy>("has no Fix All", "Good();");

    [Fact]
    public Task TreeThatIsNotItsText_IsRefused() => Refuses<WrongTreeToy>("not the one its text parses to", "this.Good();");

    [Fact]
    public Task OtherLineEnd_IsRefused() => Refuses<WrongLineEndToy>("<CRLF>", "\nGood();");

    [Fact]
    public Task LostByteOrderMark_IsRefused() => Refuses<LosesMarkToy>("encoding of '/0/Test0.cs'", "Good();");

    private static Task Refuses<TAnalyzer>(string reason, string fixedStatement)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        Refused(reason, RuleVerifier<TAnalyzer>.VerifyCodeFixAsync(Calling("[|Bad|]();"), Calling(fixedStatement)));

    private static async Task Refused(string reason, Task test)
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => test);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }
}
