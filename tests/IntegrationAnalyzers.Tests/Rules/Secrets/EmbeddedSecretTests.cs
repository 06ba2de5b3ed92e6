using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;
using VerifyFile = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3006SecretInConfiguration>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Secrets that their own text names: what makes it a connection string, a query, an option.</summary>
public sealed class EmbeddedSecretTests
{
    [Theory]
    [InlineData("Server=sql.acme.io", true)]
    [InlineData("Data Source=sql.acme.io", true)]
    [InlineData("Host=sql.acme.io", true)]
    [InlineData("Database=orders", true)]
    [InlineData("Uid=app", true)]
    [InlineData("User Id=app", true)]
    [InlineData("User=app", true)]
    [InlineData("Username=app", true)]
    [InlineData("Catalog=orders", false)]
    public Task ConnectionStringByAPart_Reports(string part, bool isReported) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement(
        $"var line = {(isReported ? $"[|\"{part};Password=kT9wQ2vZx7\"|]" : $"\"{part};Password=kT9wQ2vZx7\"")};"));

    [Theory]
    [InlineData("Server;Data Source;Host;Address;Addr;Network Address", "localhost (local) . 127.0.0.1 ::1 host.docker.internal (localdb)\\\\\\\\dev 0.0.0.0 tcp:localhost localhost,1433 localhost:5432 [::1] [::1]:5432 [::1],1433", false)]
    [InlineData("Server;Data Source;Host;Address;Addr;Network Address", "sql.acme.io local 10.0.0.4 tcp:sql.acme.io,1433", true)]
    [InlineData("Proxy;Network", "localhost", true)]
    public Task ServerOfAConnectionString_LocalIsQuiet(string names, string servers, bool isReported) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement(string.Join("\n        ",
        names.Split(';').SelectMany(name => servers.Split(' ').Select(server => $"{name}={server};Database=orders;Uid=app;Password=kT9wQ2vZx7"))
            .Select((text, i) => $"var line{i} = {(isReported ? $"[|\"{text}\"|]" : $"\"{text}\"")};"))));

    [Theory]
    [InlineData("appid", true)]
    [InlineData("AppId", true)]
    [InlineData("key", true)]
    [InlineData("token", true)]
    [InlineData("sig", true)]
    [InlineData("auth", true)]
    [InlineData("apikey", true)]
    [InlineData("api_key", true)]
    [InlineData("access_token", true)]
    [InlineData("app_key", true)]
    [InlineData("subscription-key", true)]
    [InlineData("page", false)]
    public Task NameInAQuery_Reports(string name, bool isReported)
    {
        var value = isReported ? $"[|{MadeUp.Hex(32)}|]" : MadeUp.Hex(32);
        return VerifyFile.FileTest("/0/appsettings.json", $$"""{ "Rates": { "Latest": "https://api.acme.io/latest?a=1&{{name}}={{value}}" } }""").RunAsync();
    }

    /// <summary>The same name in a text that is no query says nothing.</summary>
    [Fact]
    public Task WeakNameOutsideAQuery_IsQuiet() => VerifyFile.FileTest("/0/appsettings.json", $$"""{ "Rates": { "Latest": "a=1;key={{MadeUp.Hex(32)}}" } }""").RunAsync();

    [Theory]
    [InlineData("password", true)]
    [InlineData("passwd", true)]
    [InlineData("pwd", true)]
    [InlineData("passphrase", true)]
    [InlineData("pass", true)]
    [InlineData("auth-token", true)]
    [InlineData("client-secret", true)]
    [InlineData("api-key", true)]
    [InlineData("apikey", true)]
    [InlineData("pattern", false)]
    public Task OptionOfACommandLine_Reports(string name, bool isReported)
    {
        var value = MadeUp.Hex(32);
        return VerifyFile.FileTest("/0/appsettings.json", $$"""{ "Backup": { "Arguments": "--user svc --{{name}} {{(isReported ? $"[|{value}|]" : value)}}" } }""").RunAsync();
    }
}
