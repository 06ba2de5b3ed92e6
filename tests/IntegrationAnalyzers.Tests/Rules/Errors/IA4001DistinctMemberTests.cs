using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Members that tell of a call in a file which names no client: another file keeps it.</summary>
public sealed class IA4001DistinctMemberTests
{
    [Theory]
    [InlineData("PostAsJsonAsync(\"o\", 1)")]
    [InlineData("PutAsJsonAsync(\"o\", 1)")]
    [InlineData("PatchAsJsonAsync(\"o\", 1)")]
    [InlineData("GetFromJsonAsync<string>(\"o\")")]
    [InlineData("DeleteFromJsonAsync<string>(\"o\")")]
    [InlineData("GetByteArrayAsync(\"o\")")]
    public Task WrapperRoundAClientOfAnotherFile_Reports(string call) => Verify.VerifyAnalyzerAsync(
        ("Clients.cs", """
            global using System;
            global using System.Net.Http.Json;
            global using System.Threading.Tasks;

            public static class Clients
            {
                public static readonly Lazy<System.Net.Http.HttpClient> Shared = new(() => new System.Net.Http.HttpClient { Timeout = TimeSpan.FromSeconds(9) });
            }
            """),
        ("Orders.cs", $"public static class Orders {{ public static Task Fetch() => Clients.Shared.Value.{call}; }}"),
        ("Sums.cs", """
            public class Sums
            {
                public async Task<int> Sum()
                {
                    try
                    {
                        await Orders.Fetch();
                        return 1;
                    }
                    [|catch|] (Exception ex)
                    {
                        Console.WriteLine(ex);
                        return 0;
                    }
                }
            }
            """));
}
