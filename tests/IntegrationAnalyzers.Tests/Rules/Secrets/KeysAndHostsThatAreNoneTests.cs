using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Secrets;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Endpoints that somebody chooses, keys that are samples or go nowhere but into the query: found in code that no rule was made on.</summary>
public sealed class KeysAndHostsThatAreNoneTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        """;

    private const string Environments = """
        [AttributeUsage(AttributeTargets.Field)]
        class HostAttribute(string api) : Attribute
        {
            public Uri Api { get; } = new Uri(api);
        }

        enum Stage
        {
            [Host("https://api.sandbox.acmepay.com/")]
            Sandbox,

            [Host("https://api.acmepay.com/")]
            Production,
        }

        class Payments(HttpClient http)
        {
            public Task<string> Get(HostAttribute host) => http.GetStringAsync(new Uri(host.Api, "payments"));
        }
        """;

    [Fact]
    public async Task HostOfAnEnumerationsMember_CheckoutEnvironment_IsQuiet()
    {
        await RuleVerifier<IA3003EndpointInSource>.VerifyAnalyzerAsync(Usings + Environments);
        await RuleVerifier<IA3004NonProductionEndpoint>.VerifyAnalyzerAsync(Usings + Environments);
    }

    [Fact]
    public Task DefaultOfASettingThatIsTrimmed_OpenAiBaseUrl_IsQuiet() => RuleVerifier<IA3003EndpointInSource>.VerifyAnalyzerAsync(Usings + """
        class Config { public string Url { get; set; } = ""; }
        class Completions(HttpClient http, Config config)
        {
            public Task<string> Get()
            {
                var root = string.IsNullOrWhiteSpace(config.Url) ? "https://api.acmellm.com/v1" : config.Url.TrimEnd('/');
                return http.GetStringAsync($"{root}/completions");
            }

            public Task<string> Other(bool fast)
            {
                var root = fast ? [|"https://fast.acmellm.com/v1"|] : config.Url.TrimEnd('/');
                return http.GetStringAsync($"{root}/completions");
            }
        }
        """);

    [Fact]
    public Task DefaultOfASettingThatDoesNotBind_IsQuiet()
    {
        var test = new RuleVerifier<IA3003EndpointInSource>.Test
        {
            TestCode = Usings + """
                class Completions(HttpClient http)
                {
                    public Task<string> Get()
                    {
                        var config = Plugin.Instance.Configuration;
                        var root = string.IsNullOrWhiteSpace(config.Url) ? "https://api.acmellm.com/v1" : config.Url.TrimEnd('/');
                        return http.GetStringAsync($"{root}/completions");
                    }
                }
                """,
            CompilerDiagnostics = CompilerDiagnostics.None,
        };
        return test.RunAsync();
    }

    [Fact]
    public Task KeyThatProvidersTakeInTheQueryAlone_AccessKeyAndMaps_IsQuiet() => RuleVerifier<IA3008SecretInUrl>.VerifyAnalyzerAsync(Usings + """
        class Map { public string Endpoint { get; set; } = ""; }
        class Settings { public Map Map { get; set; } = new(); public string Endpoint { get; set; } = ""; public string ApiKey { get; set; } = ""; public string Token { get; set; } = ""; }
        class Places(HttpClient http, Settings settings)
        {
            public Task<string> Address(string text) => http.GetStringAsync($"{settings.Map.Endpoint}?key={settings.ApiKey}&address={text}");
            public Task<string> Play(string id) => http.GetStringAsync($"{settings.Endpoint}/play?id={id}&access_key={settings.Token}");
            public Task<string> Other(string text) => http.GetStringAsync($"{settings.Endpoint}?api_key=[|{settings.ApiKey}|]&text={text}");
        }
        """);

    [Fact]
    public async Task KeyCutShort_SwaggerDescription_IsQuiet()
    {
        await RuleVerifier<IA3002Credential>.VerifyAnalyzerAsync("""
            class SampleData
            {
                public const string INTERNAL_API_KEY = [|"Bx7JgglstPG544R34Tw9T7RlCed3OIwt"|];
                public string Description { get; set; } = "Enter 'Bearer' [space] and your token below. Example: 'Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9...'";
            }
            """);
    }

    [Fact]
    public Task EndpointInAToolWithoutConfiguration_TwitchDownloader_IsASuggestion()
    {
        var test = new RuleVerifier<IA3003EndpointInSource>.Test
        {
            TestCode = Usings + """
                class Clips(HttpClient http)
                {
                    public Task<string> Get() => http.GetStringAsync({|#0:"https://api.acmeclips.com/latest"|});
                }
                """,
            References = TestReferences.Net,
        };
        test.TestState.ExpectedDiagnostics.Add(RuleVerifier<IA3003EndpointInSource>.Diagnostic().WithSeverity(DiagnosticSeverity.Info).WithLocation(0).WithArguments("https://api.acmeclips.com").WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }
}
