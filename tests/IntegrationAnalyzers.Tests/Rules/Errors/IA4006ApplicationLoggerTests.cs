using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4006UpstreamDetailDisclosed>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Where the exception goes in an endpoint's lambda: the application has a logger.</summary>
public class IA4006ApplicationLoggerTests
{
    [Theory]
    [InlineData("", "app.Logger.LogError(ex, \"An outbound call failed\");")]
    [InlineData(", ILogger<object> log", "log.LogError(ex, \"An outbound call failed\");")]
    public Task Fix_LogsByTheApplication_WhereNothingNearerLogs(string parameter, string logged) => Verify.VerifyCodeFixAsync(
        Program(parameter, "catch (HttpRequestException ex)\n    {\n        return Results.BadRequest([|ex.Message|]);"),
        Program(parameter, $"catch (HttpRequestException ex)\n    {{\n        {logged}\n        return Results.Problem(statusCode: StatusCodes.Status502BadGateway, title: \"The upstream service failed\");"));

    [Fact]
    public Task Fix_StaticLambda_CannotSeeTheApplication() => Verify.VerifyCodeFixAsync(
        Program("", "catch (HttpRequestException ex)\n    {\n        return Results.BadRequest([|ex.Message|]);").Replace("async (", "static async ("),
        Program("", "catch (HttpRequestException)\n    {\n        return Results.Problem(statusCode: StatusCodes.Status502BadGateway, title: \"The upstream service failed\");").Replace("async (", "static async ("));

    private static string Program(string parameter, string clause) => $$"""
        using System.Net.Http;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Logging;

        var app = WebApplication.Create();
        app.MapGet("/fax", async (HttpClient client{{parameter}}) =>
        {
            try
            {
                return Results.Text(await client.GetStringAsync("fax"));
            }
            {{clause}}
            }
        });
        app.Run();

        """;
}
