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

    [Theory]
    [InlineData("(HttpClient client)", "(HttpClient client, ILogger<Program> logger)")]
    [InlineData("(HttpClient client, System.Threading.CancellationToken token)", "(HttpClient client, ILogger<Program> logger, System.Threading.CancellationToken token)")]
    public Task Fix_StaticLambda_WhichCannotSeeTheApplication_TakesALogger(string before, string after) => Verify.VerifyCodeFixAsync(
        Program("", "catch (HttpRequestException ex)\n    {\n        return Results.BadRequest([|ex.Message|]);").Replace("async (HttpClient client)", "static async " + before),
        Program("", "catch (HttpRequestException ex)\n    {\n        logger.LogError(ex, \"An outbound call failed\");\n        return Results.Problem(statusCode: StatusCodes.Status502BadGateway, title: \"The upstream service failed\");").Replace("async (HttpClient client)", "static async " + after));

    [Fact]
    public Task FixAll_LambdasOfAStaticClass_TakeTheFactory_Once() => Verify.VerifyCodeFixAsync(
        Endpoints("", "return answer.Length > 3 ? Results.BadRequest([|ex.Message|]) : Results.StatusCode(502);", "return Results.Problem([|ex.Message|]);"),
        Endpoints(
            ", ILoggerFactory loggerFactory",
            "loggerFactory.CreateLogger(\"Faxes\").LogError(ex, \"{Operation} failed\", nameof(MapFaxes));\n            return answer.Length > 3 ? Results.Problem(statusCode: StatusCodes.Status502BadGateway, title: \"The upstream service failed\") : Results.StatusCode(502);",
            "loggerFactory.CreateLogger(\"Faxes\").LogError(ex, \"{Operation} failed\", nameof(MapFaxes));\n            return Results.Problem(statusCode: StatusCodes.Status504GatewayTimeout, title: \"The upstream service failed\");"));

    private static string Endpoints(string parameter, string failed, string late) => $$"""
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.Logging;

        public static class Faxes
        {
            public static void MapFaxes(this IEndpointRouteBuilder routes) => routes.MapGet("/fax", async (HttpClient client, string answer{{parameter}}) =>
            {
                try
                {
                    return Results.Text(await client.GetStringAsync("fax"));
                }
                catch (HttpRequestException ex)
                {
                    {{failed}}
                }
                catch (TaskCanceledException ex)
                {
                    {{late}}
                }
            });
        }

        """;

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
