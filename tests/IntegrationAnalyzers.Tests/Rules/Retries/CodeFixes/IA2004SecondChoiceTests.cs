using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.IA2004HandlerRepeatsWritesTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2004HandlerRepeatsWrites>;

namespace IntegrationAnalyzers.Tests.Rules.Retries.CodeFixes;

public class IA2004SecondChoiceTests
{
    [Fact]
    public Task SecondChoice_LeavesPutAndDeleteIn() => new Verify.Test
    {
        TestCode = Source("services.AddHttpClient<Api>(C).[|AddStandardResilienceHandler|]();\n        services.AddHttpClient<Reader>(C);"),
        FixedCode = Source("\n#pragma warning disable EXTEXP0001\n        services.AddHttpClient<Api>(C).AddStandardResilienceHandler(options => options.Retry.DisableFor(HttpMethod.Post, HttpMethod.Patch));\n#pragma warning restore EXTEXP0001\n        services.AddHttpClient<Reader>(C);")
            .Replace("        \n#pragma warning disable", "#pragma warning disable"),
        CodeActionIndex = 1,
    }.RunAsync();
}
