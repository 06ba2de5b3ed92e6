using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Clauses that answer for more than the call.</summary>
public class IA4001NoFixTests
{
    private const string Plain = IA4001FixTests.Plain;

    [Fact]
    public Task SystemException_FixIsNotOffered() => Verify.VerifyNoFixAsync(Service(Plain.Replace("«0»", "[|catch|] (SystemException)")));

    [Fact]
    public Task TryThatThrowsPlainExceptions_FixIsNotOffered() => Verify.VerifyNoFixAsync(Service("""
        public async Task<string?> GetAsync()
        {
            try
            {
                using var response = await client.GetAsync("x");
                if (!response.IsSuccessStatusCode)
                    throw new Exception("refused");
                return await response.Content.ReadAsStringAsync();
            }
            [|catch|] (Exception ex)
            {
                logger.LogError(ex, "failed");
                return null;
            }
        }
        """));

    [Fact]
    public Task HelperThatThrowsPlainExceptions_FixIsNotOffered() => Verify.VerifyNoFixAsync(IA4001FixTests.Checked("[|catch|] (Exception ex)", "Exception"));

    [Fact]
    public Task ClauseAnswersForTheBodyToo_FixIsNotOffered() => Verify.VerifyNoFixAsync(Service("""
        public async Task<string?> GetAsync()
        {
            try
            {
                using var document = JsonDocument.Parse(await client.GetStringAsync("zones"));
                return document.RootElement.GetProperty("zone").GetString();
            }
            [|catch|] (Exception ex)
            {
                logger.LogError(ex, "failed");
                return null;
            }
        }
        """));

    [Fact]
    public Task BlockingWait_ThrowsAggregates_FixIsNotOffered() => Verify.VerifyNoFixAsync(Service("""
        public string? Get()
        {
            try
            {
                return client.GetStringAsync("x").Result;
            }
            [|catch|] (Exception ex)
            {
                logger.LogError(ex, "failed");
                return null;
            }
        }
        """));

    [Fact]
    public Task LaterClause_FixIsNotOffered() => Verify.VerifyNoFixAsync(Service("""
        public async Task<string?> GetAsync()
        {
            try
            {
                return await client.GetStringAsync("x");
            }
            [|catch|] (Exception ex)
            {
                logger.LogError(ex, "failed");
                return null;
            }
        #pragma warning disable CS1058
            catch
            {
                return null;
            }
        }
        """));
}
