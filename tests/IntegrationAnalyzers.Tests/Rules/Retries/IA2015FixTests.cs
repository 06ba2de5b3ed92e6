using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.IA2015SilentAfterLastAttemptTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2015SilentAfterLastAttempt>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2015FixTests
{
    [Fact]
    public Task Handler_LetsTheLastFailureOut() => Verify.VerifyCodeFixAsync(
        Loop("string", "catch (HttpRequestException) { await Task.Delay(1000); }", "return [|null!|]; // nothing"),
        Loop("string", "catch (HttpRequestException) when (attempt < 2) { await Task.Delay(1000); }", "return null!; // nothing"));

    [Fact]
    public Task FilterWithAnOtherwise_GetsParentheses() => Verify.VerifyCodeFixAsync(
        Loop("string", "catch (HttpRequestException ex) when (ex.StatusCode?.Equals(System.Net.HttpStatusCode.BadGateway) ?? true) { await Task.Delay(1000); }", "return [|null!|];"),
        Loop("string", "catch (HttpRequestException ex) when (attempt < 2 && (ex.StatusCode?.Equals(System.Net.HttpStatusCode.BadGateway) ?? true)) { await Task.Delay(1000); }", "return null!;"));

    [Fact]
    public Task FilterAndSecondLoop_LetTheLastFailureOut() => Verify.VerifyCodeFixAsync(
        In("""
            private const int Attempts = 3;

            public async Task Submit(HttpContent order)
            {
                [|for|] (var attempt = 0; attempt < Attempts; attempt++)
                {
                    try
                    {
                        var response = await http.PutAsync("orders", order);
                        response.EnsureSuccessStatusCode();
                        return;
                    }
                    catch (HttpRequestException ex) when (ex.StatusCode is null)
                    {
                        await Task.Delay(1000);
                    }
                }
            }

            public async Task<string> Read()
            {
                for (var attempt = 1; attempt <= 3; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("orders");
                    }
                    catch
                    {
                        await Task.Delay(1000);
                    }
                }

                return [|""|];
            }
        """),
        In("""
            private const int Attempts = 3;

            public async Task Submit(HttpContent order)
            {
                for (var attempt = 0; attempt < Attempts; attempt++)
                {
                    try
                    {
                        var response = await http.PutAsync("orders", order);
                        response.EnsureSuccessStatusCode();
                        return;
                    }
                    catch (HttpRequestException ex) when (attempt < Attempts - 1 && ex.StatusCode is null)
                    {
                        await Task.Delay(1000);
                    }
                }
            }

            public async Task<string> Read()
            {
                for (var attempt = 1; attempt <= 3; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("orders");
                    }
                    catch (Exception ex) when (attempt < 3 && ex is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
                    {
                        await Task.Delay(1000);
                    }
                }

                return "";
            }
        """));

    [Fact]
    public Task FailedStatus_OffersNoFix() => Verify.VerifyNoFixAsync(In("""
            public async Task<string?> Read()
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    var response = await http.GetAsync("orders");
                    if (response.IsSuccessStatusCode)
                        return await response.Content.ReadAsStringAsync();
                    await Task.Delay(1000);
                }

                return [|null|];
            }
        """));
}
