using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets.CodeFixes;

/// <summary>Several calls of one host in one type read its setting by one property, so that what happens without the setting is written once.</summary>
public class IA3003SharedMemberFixTests
{
    private const string Throwing = "throw new InvalidOperationException(\"Set the environment variable ACMERATES_BASE_URL.\")";
    private const string ThrowingKey = "throw new InvalidOperationException(\"Set the configuration value 'Acmerates:BaseUrl'.\")";

    [Fact]
    public Task TwoCalls_ReadOneProperty() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Orders(HttpClient http)
        {
            // all of them
            public Task<string> All() => http.GetStringAsync([|"https://api.acmerates.io/orders"|]);

            public Task<string> One(string id) => http.GetStringAsync([|$"https://api.acmerates.io/orders/{id}"|] + "/lines");
        }
        """,
        Usings + $$"""
        class Orders(HttpClient http)
        {
            private static string AcmeratesBaseUrl => (Environment.GetEnvironmentVariable("ACMERATES_BASE_URL") ?? {{Throwing}}).TrimEnd('/');

            // all of them
            public Task<string> All() => http.GetStringAsync(AcmeratesBaseUrl + "/orders");

            public Task<string> One(string id) => http.GetStringAsync(AcmeratesBaseUrl + $"/orders/{id}" + "/lines");
        }
        """);

    [Fact]
    public Task FieldsComeFirst() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Orders
        {
            private readonly HttpClient _http; // ours
            private readonly IConfiguration _settings;

            public Orders(HttpClient http, IConfiguration settings)
            {
                _http = http;
                _settings = settings;
            }

            public Task<string> All() => _http.GetStringAsync([|"https://api.acmerates.io/orders"|]);

            public Task<string> One(string id) => _http.GetStringAsync([|"https://api.acmerates.io/orders/"|] + id);
        }
        """,
        Usings + $$"""
        class Orders
        {
            private readonly HttpClient _http; // ours
            private readonly IConfiguration _settings;

            private string AcmeratesBaseUrl => (_settings["Acmerates:BaseUrl"] ?? {{ThrowingKey}}).TrimEnd('/');

            public Orders(HttpClient http, IConfiguration settings)
            {
                _http = http;
                _settings = settings;
            }

            public Task<string> All() => _http.GetStringAsync(AcmeratesBaseUrl + "/orders");

            public Task<string> One(string id) => _http.GetStringAsync(AcmeratesBaseUrl + "/orders/" + id);
        }
        """);

    [Fact]
    public Task TwoHosts_HaveTwoPropertiesByTheirNames() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Orders(HttpClient http)
        {
            private int _calls;
            public Task<string> All() => http.GetStringAsync([|"https://api.zebrarates.io/orders"|]);
            public Task<string> One(string id) => http.GetStringAsync([|"https://api.acmerates.io/orders/"|] + id);
            public Task<string> Two(string id) => http.GetStringAsync([|"https://api.zebrarates.io/orders/"|] + id + _calls++);
            public Task<string> Four() => http.GetStringAsync([|"https://api.acmerates.io/orders"|]);
        }
        """,
        Usings + $$"""
        class Orders(HttpClient http)
        {
            private int _calls;

            private static string AcmeratesBaseUrl => (Environment.GetEnvironmentVariable("ACMERATES_BASE_URL") ?? {{Throwing}}).TrimEnd('/');

            private static string ZebraratesBaseUrl => (Environment.GetEnvironmentVariable("ZEBRARATES_BASE_URL") ?? {{Throwing.Replace("ACMERATES", "ZEBRARATES")}}).TrimEnd('/');

            public Task<string> All() => http.GetStringAsync(ZebraratesBaseUrl + "/orders");
            public Task<string> One(string id) => http.GetStringAsync(AcmeratesBaseUrl + "/orders/" + id);
            public Task<string> Two(string id) => http.GetStringAsync(ZebraratesBaseUrl + "/orders/" + id + _calls++);
            public Task<string> Four() => http.GetStringAsync(AcmeratesBaseUrl + "/orders");
        }
        """);

    [Fact]
    public Task OnePathTwice_IsReadByOneProperty() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Orders(HttpClient http)
        {
            public Task<string> All() => http.GetStringAsync([|"https://api.acmerates.io/orders"|]);

            public Task<string> Again() => http.GetStringAsync([|"https://api.acmerates.io/orders"|]);
        }
        """,
        Usings + $$"""
        class Orders(HttpClient http)
        {
            private static string AcmeratesOrdersUrl => Environment.GetEnvironmentVariable("ACMERATES_ORDERS_URL") ?? {{Throwing.Replace("BASE", "ORDERS")}};

            public Task<string> All() => http.GetStringAsync(AcmeratesOrdersUrl);

            public Task<string> Again() => http.GetStringAsync(AcmeratesOrdersUrl);
        }
        """);

    [Fact]
    public Task ParameterOfAMethod_IsReadInPlace() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Orders(HttpClient http)
        {
            public Task<string> All(IConfiguration settings) => http.GetStringAsync([|"https://api.acmerates.io/orders"|]);

            public Task<string> Again(IConfiguration settings) => http.GetStringAsync([|"https://api.acmerates.io/again"|]);
        }
        """,
        Usings + $$"""
        class Orders(HttpClient http)
        {
            public Task<string> All(IConfiguration settings) => http.GetStringAsync((settings["Acmerates:BaseUrl"] ?? {{ThrowingKey}}).TrimEnd('/') + "/orders");

            public Task<string> Again(IConfiguration settings) => http.GetStringAsync((settings["Acmerates:BaseUrl"] ?? {{ThrowingKey}}).TrimEnd('/') + "/again");
        }
        """);

    [Theory]
    [InlineData("public string AcmeratesBaseUrl => \"\";")]
    [InlineData("#if DEBUG\n    public int Debugged => 1;\n#endif\n    public int Calls => 1;")]
    public Task TypeThatCannotHoldIt_IsLeftAlone(string member) => Verify.VerifyCodeFixAsync(
        Type(member, "[|\"https://api.acmerates.io/orders\"|]", "[|\"https://api.acmerates.io/again\"|]"),
        Type(member, Origin("/orders"), Origin("/again")));

    [Fact]
    public Task PartsOfOneType_HaveOneProperty() => Verify.VerifyCodeFixAsync(
        (Part("All", "[|\"https://api.acmerates.io/orders\"|]"), Part("All", "AcmeratesBaseUrl + \"/orders\"").Replace("{\n", $"{{\n    private static string AcmeratesBaseUrl => {Origin("")};\n\n")),
        (Part("Again", "[|\"https://api.acmerates.io/again\"|]"), Part("Again", "AcmeratesBaseUrl + \"/again\"")));

    private const string Usings = "using System;\nusing System.Net.Http;\nusing System.Threading.Tasks;\nusing Microsoft.Extensions.Configuration;\n\n";

    private static string Part(string name, string url) =>
        Usings + $"partial class Orders\n{{\n    public static Task<string> {name}(HttpClient http) => http.GetStringAsync({url});\n}}\n";

    private static string Type(string member, string all, string again) =>
        Usings + $"class Orders(HttpClient http)\n{{\n    {member}\n    public Task<string> All() => http.GetStringAsync({all});\n    public Task<string> Again() => http.GetStringAsync({again});\n}}\n";

    private static string Origin(string path) => $"(Environment.GetEnvironmentVariable(\"ACMERATES_BASE_URL\") ?? {Throwing}).TrimEnd('/')" + (path.Length == 0 ? "" : $" + \"{path}\"");
}
