using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>What an own helper gives back where the setting that it reads is missing.</summary>
public sealed class IA3003SettingReaderTests
{
    [Theory]
    [InlineData("var value = Environment.GetEnvironmentVariable(name);\n        if (fallback != null && value == null) return fallback;\n        return value;")]
    [InlineData("var value = Environment.GetEnvironmentVariable(name);\n        if (string.IsNullOrEmpty(value))\n        {\n            return fallback;\n        }\n\n        return value!;")]
    [InlineData("var value = Environment.GetEnvironmentVariable(name);\n        if (value is { Length: > 0 }) return value;\n        else return fallback;")]
    [InlineData("if (Environment.GetEnvironmentVariable(name) is { } value) return value;\n        return fallback;")]
    [InlineData("return Environment.GetEnvironmentVariable(name) ?? fallback;")]
    public Task DefaultOfAnOwnReader_FhirLoader_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Source(body, "\"https://login.acmerates.com\""));

    [Theory]
    [InlineData("if (DateTime.Now.Hour > 9) return fallback;\n        return name;")]
    [InlineData("var value = Environment.GetEnvironmentVariable(name);\n        if (value == null) return fallback;\n        return fallback + value;")]
    [InlineData("if (name.StartsWith(\"http\")) return name;\n        return fallback + name;")]
    public Task NotOnlyWhereTheSettingIsMissing_Reports(string body) => Verify.VerifyAnalyzerAsync(Source(body, "[|\"https://login.acmerates.com\"|]"));

    private static string Source(string body, string address) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Rates(HttpClient http)
        {
            private static readonly string? Authority = Settings.Read("FS-AUTHORITY", {{address}});

            public Task<string> Get() => http.GetStringAsync($"{Authority}/latest");
        }

        static class Settings
        {
            public static string? Read(string name, string fallback)
            {
                {{body}}
            }
        }
        """;
}
