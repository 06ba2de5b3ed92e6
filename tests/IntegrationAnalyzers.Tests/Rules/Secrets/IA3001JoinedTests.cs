using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Model.Secrets.TokenSample;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3001ProviderToken>;
using VerifyCredential = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>A token that is joined of constants: the compiler's value of the sum.</summary>
public class IA3001JoinedTests
{
    private static readonly string Stripe = Of("Stripe", "Secret key (live)");
    private static readonly string Head = Stripe[..8];
    private static readonly string Tail = Stripe[8..];

    [Theory]
    [InlineData("private const string Head = \"$head\"; private const string Spare = [|Head + \"$tail\"|];")]
    [InlineData("private const string Spare = [|\"$head\" + Tail|]; private const string Tail = \"$tail\";")]
    [InlineData("private const string Head = \"$head\"; private static readonly string Spare = [|$\"{Head}$tail\"|];")]
    [InlineData("private const string Head = \"$head\"; public string Url() => [|(\"https://acme.io?x=\" + Head) + \"$tail\"|] + Url();")]
    [InlineData("private const string Tail = \"$tail\"; public string Spare() => [|$\"$head{Tail}\"|];")]
    [InlineData("private const string Head = \"$head\"; private const string Tail = \"$tail\"; public string Spare() => [|Head + Tail|];")]
    [InlineData("public string Spare() { const string head = \"$head\"; return [|head + \"$tail\"|]; }")]
    public Task SumOfConstants_Reports(string member) => Verify.VerifyAnalyzerAsync(Type(member));

    [Fact]
    public Task ConstantOfAnotherFile_Reports()
    {
        var test = new Verify.Test { TestCode = Type("public string Spare() => [|Heads.Live + \"$tail\"|];") };
        test.TestState.Sources.Add(Type("public const string Live = \"$head\";").Replace("Keys", "Heads"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("private static readonly string Head = \"$head\"; public string Spare() => Head + \"$tail\";")]
    [InlineData("private const string Head = \"$head\"; public string Spare(string tail) => Head + tail;")]
    [InlineData("private const string Head = \"$head\"; public bool Is(string key) => key.StartsWith(Head) && key != Head + \"x\";")]
    [InlineData("private const string Head = \"$head\"; public string Spare(int length) => $\"{Head}{length:x8}$tail\";")]
    public Task SumThatIsNoConstant_IsQuiet(string member) => Verify.VerifyAnalyzerAsync(Type(member));

    /// <summary>One value is one finding.</summary>
    [Fact]
    public Task PartsOfASum_AreNoOtherRules() => VerifyCredential.VerifyAnalyzerAsync(Type("private const string Head = \"$head\"; private const string ApiKey = Head + \"$tail\";"));

    private static string Type(string members) => "public class Keys { " + members.Replace("$head", Head).Replace("$tail", Tail) + " }";
}
