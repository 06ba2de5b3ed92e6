using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Each library by which a call can leave the process: a project with none of them has nothing to say to anybody.</summary>
public sealed class IntegrationLibraryTests
{
    [Theory]
    [InlineData("System.Net.Http")]
    [InlineData("System.Net.Requests")]
    [InlineData("System.Net.WebClient")]
    [InlineData("System.Net.WebSockets.Client")]
    [InlineData("RestSharp")]
    [InlineData("Flurl.Http")]
    [InlineData("Refit")]
    [InlineData("Grpc.Core.Api")]
    [InlineData("Grpc.Net.Client")]
    [InlineData("Stripe.net")]
    [InlineData("Azure.Core")]
    [InlineData("AWSSDK.Core")]
    [InlineData("Google.Apis")]
    public Task ProjectWithTheLibrary_Reports(string assembly) => Keeps(assembly, "[|\"kT9w!Q2vZx7\"|]");

    [Theory]
    [InlineData("Acme.Core")]
    [InlineData("Azure.Functions")]
    public Task ProjectWithAnother_IsQuiet(string assembly) => Keeps(assembly, "\"kT9w!Q2vZx7\"");

    private static Task Keeps(string assembly, string password) => new Verify.Test
    {
        TestCode = $"class Shop {{ public string Password = {password}; }}",
        References = TestReferences.WithoutHttp.With(OtherLibrary.Alone(assembly)),
    }.RunAsync();
}
