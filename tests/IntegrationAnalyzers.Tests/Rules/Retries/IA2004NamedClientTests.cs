using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2004HandlerRepeatsWrites>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>A client that a base class asks for by a name of its derived classes: the write is one of each such client's.</summary>
public class IA2004NamedClientTests
{
    private const string Post = "{ using var answer = await client.PostAsync(\"Users\", new StringContent(person)); answer.EnsureSuccessStatusCode(); }";
    private const string Get = "{ using var answer = await client.GetAsync(\"Users/\" + person); answer.EnsureSuccessStatusCode(); }";

    public static TheoryData<string> Named => new()
    {
        "public abstract class Scim(IHttpClientFactory factory) { protected abstract string ClientName { get; } public async Task Create(string person) { var client = factory.CreateClient(ClientName); " + Post + " } } public sealed class Okta(IHttpClientFactory factory) : Scim(factory) { protected override string ClientName => \"okta\"; }",
        "public abstract class Scim(IHttpClientFactory factory) { protected virtual string ClientName => \"none\"; public async Task Create(string person) { var client = factory.CreateClient(ClientName); " + Post + " } } public sealed class Okta(IHttpClientFactory factory) : Scim(factory) { protected override string ClientName { get { return \"okta\"; } } }",
        "public abstract class Scim(IHttpClientFactory factory, string name) { public async Task Create(string person) { var client = factory.CreateClient(name); " + Post + " } } public sealed class Okta(IHttpClientFactory factory) : Scim(factory, \"okta\");",
        "public abstract class Scim { private readonly HttpClient client; protected Scim(IHttpClientFactory factory, string name) { client = factory.CreateClient(name); } public async Task Create(string person) " + Post + " } public sealed class Okta : Scim { public Okta(IHttpClientFactory factory) : base(factory, \"okta\") { } }",
        "public abstract class Scim { private readonly string _name; private readonly IHttpClientFactory _factory; protected Scim(IHttpClientFactory factory, string name) { _factory = factory; _name = name; } public async Task Create(string person) { var client = _factory.CreateClient(_name); " + Post + " } } public sealed class Okta : Scim { public Okta(IHttpClientFactory factory) : base(factory, \"okta\") { } }",
        "public sealed class Okta(IHttpClientFactory factory) { private HttpClient Client(string name) => factory.CreateClient(name); public async Task Create(string person) { var client = Client(\"okta\"); " + Post + " } }",
    };

    public static TheoryData<string> Others => new()
    {
        "public abstract class Scim(IHttpClientFactory factory) { protected abstract string ClientName { get; } public async Task Create(string person) { var client = factory.CreateClient(ClientName); " + Post + " } } public sealed class Entra(IHttpClientFactory factory) : Scim(factory) { protected override string ClientName => \"entra\"; }",
        "public abstract class Scim(IHttpClientFactory factory) { protected abstract string ClientName { get; } public async Task Find(string person) { var client = factory.CreateClient(ClientName); " + Get + " } } public sealed class Okta(IHttpClientFactory factory) : Scim(factory) { protected override string ClientName => \"okta\"; }",
        "public abstract class Scim(IHttpClientFactory factory, string name) { public async Task Create(string person) { var client = factory.CreateClient(name); " + Post + " } } public sealed class Okta(IHttpClientFactory factory, string name) : Scim(factory, name);",
    };

    [Theory]
    [MemberData(nameof(Named))]
    public Task NameOfADerivedClass_Reports(string types) => Verify.VerifyAnalyzerAsync(Source("[|AddStandardResilienceHandler|]", types));

    [Theory]
    [MemberData(nameof(Others))]
    public Task AnotherName_IsQuiet(string types) => Verify.VerifyAnalyzerAsync(Source("AddStandardResilienceHandler", types));

    private static string Source(string handler, string types) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;

        public static class Startup
        {
            public static void Add(IServiceCollection services) =>
                services.AddHttpClient("okta", c => c.BaseAddress = new Uri("https://okta.example")).{{handler}}();
        }

        {{types}}
        """;
}
