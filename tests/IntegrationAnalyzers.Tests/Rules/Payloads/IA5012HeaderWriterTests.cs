using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5012UnpinnedApiVersion>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>A header whose name is not known may be the version's: each call that writes one.</summary>
public sealed class IA5012HeaderWriterTests
{
    [Theory]
    [InlineData("writer.Headers.Add(name, \"1\")")]
    [InlineData("writer.Headers.TryAddWithoutValidation(name, \"1\")")]
    [InlineData("writer.Headers.Set(name, \"1\")")]
    [InlineData("writer.AddHeader(name, \"1\")")]
    [InlineData("writer.AddHeaders(name)")]
    [InlineData("writer.AddOrUpdateHeader(name, \"1\")")]
    [InlineData("writer.AddDefaultHeader(name, \"1\")")]
    [InlineData("writer.AddDefaultHeaders(name)")]
    [InlineData("writer.WithHeader(name, \"1\")")]
    [InlineData("writer.WithHeaders(name)")]
    public Task NameIsNotConstant_IsQuiet(string write) => Verify.VerifyAnalyzerAsync(Calling(write, isReported: false));

    [Theory]
    [InlineData("writer.Headers.Add(\"Tenant\", name)")]
    [InlineData("writer.Headers.Add(name, \"1\", 2)")]
    [InlineData("writer.Headers.Remove(name, \"1\")")]
    [InlineData("writer.AddParts(name)")]
    [InlineData("writer.AddDefaultHeaders(\"Tenant\")")]
    public Task NameIsConstant_OrNothingIsWritten_Reports(string write) => Verify.VerifyAnalyzerAsync(Calling(write, isReported: true));

    private static string Calling(string write, bool isReported) => $$"""
        using System.Net.Http;
        using System.Threading.Tasks;

        class Notes(HttpClient http, Writer writer, string name)
        {
            public Task<string> Users()
            {
                {{write}};
                return http.GetStringAsync({{(isReported ? "[|\"https://api.notion.com/v1/users\"|]" : "\"https://api.notion.com/v1/users\"")}});
            }
        }

        class Writer
        {
            public Headers Headers { get; } = new();
            public void AddHeader(string name, string value) { }
            public void AddHeaders(string names) { }
            public void AddOrUpdateHeader(string name, string value) { }
            public void AddDefaultHeader(string name, string value) { }
            public void AddDefaultHeaders(string names) { }
            public void WithHeader(string name, string value) { }
            public void WithHeaders(string names) { }
            public void AddParts(string names) { }
        }

        class Headers
        {
            public void Add(string name, string value) { }
            public void Add(string name, string value, int times) { }
            public void TryAddWithoutValidation(string name, string value) { }
            public void Set(string name, string value) { }
            public void Remove(string name, string value) { }
        }
        """;
}
