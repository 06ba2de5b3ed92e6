using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>What the page lists under <em>Known gaps</em>; each is to be reported one day.</summary>
public sealed class IA2001KnownGapTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        """;

    [Fact(Skip = "Known gap: A write behind an interface of which one implementation sends nothing, or that more than eight types implement, is not followed")]
    public Task UploaderOfWhichOneSendsNothing_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        interface IUploader
        {
            Task Upload();
        }

        class First(HttpClient http) : IUploader
        {
            public Task Upload() => http.PostAsync("first", null);
        }

        class Second : IUploader
        {
            public Task Upload() => Task.CompletedTask;
        }

        class WorkerTask(IUploader uploader)
        {
            public async Task Run()
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        await uploader.[|Upload|]();
                        return;
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        }
        """);

    [Fact(Skip = "Known gap: Whether a handler that repeats every request stands in front of a client that only reads is not looked up")]
    public Task HandlerOfAClientThatOnlyReads_IsQuiet() => Verify.VerifyAnalyzerAsync("using System.Threading;\nusing Microsoft.Extensions.DependencyInjection;\n" + Usings + """
        class Again : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                var response = await base.SendAsync(request, token);
                for (var attempt = 1; attempt < 3 && (int)response.StatusCode >= 500; attempt++)
                {
                    await Task.Delay(TimeSpan.FromSeconds(attempt), token);
                    response = await base.SendAsync(request, token);
                }

                return response;
            }
        }

        class Rates(HttpClient http)
        {
            public Task<string> Latest() => http.GetStringAsync("latest");
        }

        class Payments(HttpClient http)
        {
            public Task<HttpResponseMessage> Charge(HttpContent charge) => http.PostAsync("charges", charge);
        }

        static class Startup
        {
            public static void Add(IServiceCollection services)
            {
                services.AddHttpClient<Rates>(c => c.Timeout = TimeSpan.FromSeconds(5)).AddHttpMessageHandler(() => new Again());
                services.AddHttpClient<Payments>(c => c.Timeout = TimeSpan.FromSeconds(5));
            }
        }
        """);
}
