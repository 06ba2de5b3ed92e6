using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Secrets.IA3002CredentialTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Credentials in a part of a text, out of a helper and in a comparison.</summary>
public sealed class IA3002JoinedTests
{
    /// <summary>The part with the password does not name the server; the string does.</summary>
    [Theory]
    [InlineData("$\"Server={text};User Id=sa;Password=[|kT9wQ2vZx7|]\"")]
    [InlineData("$\"Server={text};Password=[|kT9wQ2vZx7|]\"")]
    [InlineData("$\"Host={map[\"Db:Host\"]};Username=app;Password=[|kT9wQ2vZx7|];Database=shop\"")]
    [InlineData("$\"Server=sql.acme.io;Database={text};User Id=sa;Password=[|kT9wQ2vZx7|]\"")]
    [InlineData("\"Host=\" + map[\"Db:Host\"] + [|\";Username=app;Password=kT9wQ2vZx7;Database=shop\"|]")]
    [InlineData("\"Host=\" + (text ?? \"sql.acme.io\") + [|\";Password=kT9wQ2vZx7\"|]")]
    public Task PasswordBehindAHoleOfAConnectionString_Reports(string connection) => Verify.VerifyAnalyzerAsync(Statement($"var db = {connection};"));

    [Theory]
    [InlineData("$\"Server=localhost;Database={text};User Id=sa;Password=kT9wQ2vZx7\"")]
    [InlineData("$\"Server={text ?? \"localhost\"};User Id=sa;Password=kT9wQ2vZx7\"")]
    [InlineData("\"Host=\" + Here + \";Username=app;Password=kT9wQ2vZx7;Database=shop\"")]
    [InlineData("$\"Server={text};User Id=sa;Password={map[\"p\"]}\"")]
    [InlineData("$\"Server={text};User Id=sa;Password=your-password\"")]
    [InlineData("$\"Colour={text};Shape=kT9wQ2vZx7\"")]
    public Task ConnectionStringOfThisMachineOrWithoutAPassword_IsQuiet(string connection) =>
        Verify.VerifyAnalyzerAsync(Statement($"const string Here = \"127.0.0.1\"; var db = {connection} + Here.Length;"));

    [Theory]
    [InlineData("\"erp\" + \":\" + [|\"kT9wQ2vZx7\"|]")]
    [InlineData("string.Format(\"{0}:{1}\", \"erp\", [|\"kT9wQ2vZx7\"|])")]
    [InlineData("string.Format(\"{0}:{1}\", text, [|\"kT9wQ2vZx7\"|])")]
    public Task PairThatBecomesBase64_Reports(string pair) =>
        Verify.VerifyAnalyzerAsync(Statement($"var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes({pair}));"));

    [Theory]
    [InlineData("var u = \"erp\"; var p = [|\"kT9wQ2vZx7\"|]; var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(u + \":\" + p));")]
    [InlineData("const string P = [|\"kT9wQ2vZx7\"|]; var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(text + \":\" + P));")]
    public Task PairOfNamesThatBecomesBase64_Reports(string statements) => Verify.VerifyAnalyzerAsync(Statement(statements));

    [Theory]
    [InlineData("var p = \"kT9wQ2vZx7\"; var key = text + \":\" + p;")]
    [InlineData("var p = \"kT9wQ2vZx7\"; var key = Encoding.UTF8.GetBytes(text + \":\" + p).Length;")]
    [InlineData("var p = text; var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(text + \":\" + p));")]
    [InlineData("var key = string.Format(\"{0}:{1}\", text, \"kT9wQ2vZx7\");")]
    public Task PairOfSomethingElse_IsQuiet(string statements) => Verify.VerifyAnalyzerAsync(Statement(statements));

    [Theory]
    [InlineData("static string ByEnv(string env) => env switch { \"prod\" => [|\"$hex32\"|], _ => \"\" };")]
    [InlineData("static string ByEnv(string env) { if (env == \"prod\") return [|\"$hex32\"|]; return \"\"; }")]
    [InlineData("static string ByEnv(string env) { switch (env) { case \"prod\": return [|\"$hex32\"|]; default: return Environment.MachineName; } }")]
    [InlineData("static string ByEnv(string env) => env == \"prod\" ? Environment.MachineName : \"\";")]
    public Task HelperThatAHeaderTakesItsValueFrom_IsFollowed(string helper) =>
        Verify.VerifyAnalyzerAsync(Member(helper + "\n\n    void Of(HttpRequestMessage request) => request.Headers.Add(\"x-api-key\", ByEnv(\"prod\"));"));

    [Theory]
    [InlineData("request[\"X-Internal-Token\"] == [|\"$hex32\"|]")]
    [InlineData("request.TryGetValue(\"X-Api-Key\", out var given) && given == [|\"$hex32\"|]")]
    [InlineData("request.TryGetValue(\"X-Api-Key\", out var given) && string.Equals(given, [|\"$hex32\"|], StringComparison.Ordinal)")]
    [InlineData("string.Equals(Query[\"token\"], [|\"$hex32\"|], StringComparison.Ordinal)")]
    [InlineData("request.TryGetValue(\"X-Correlation-Id\", out var given) && given == \"$hex32\"")]
    [InlineData("request[\"X-Csrf-Token\"] == \"$hex32\"")]
    [InlineData("request[\"token\"] == \"$hex32\"")]
    [InlineData("request.TryGetValue(\"X-Api-Key\", out var given) && Query[\"page\"] == \"$hex32\"")]
    public Task ComparisonWithWhatARequestHandsOver(string comparison) =>
        Verify.VerifyAnalyzerAsync(Member("Dictionary<string, string> Query = new();\n\n    bool Of(Dictionary<string, string> request) => " + comparison + ";"));

    /// <summary>A value that says that there is none.</summary>
    [Theory]
    [InlineData("Unchanged@12345")]
    [InlineData("NotChanged#2024")]
    public Task WordForNoNewPassword_IsQuiet(string value) => Verify.VerifyAnalyzerAsync(Statement($"var same = options.Password == \"{value}\";"));

    [Theory]
    [InlineData("map[\"refresh_token\"] = [|\"Atzr|$b62-40\"|];")]
    [InlineData("var bearer = new System.Net.Http.Headers.AuthenticationHeaderValue(\"Bearer\", [|\"12|$b62-40\"|]);")]
    [InlineData("var kennwort = [|\"kT9wQ2vZx7\"|];")]
    [InlineData("var motDePasse = [|\"kT9wQ2vZx7\"|];")]
    [InlineData("map[\"refresh_token\"] = \"one|two|three\";")]
    [InlineData("const string SESSION_KEY = \"$hex32\";")]
    public Task ValueWithAMarkAndWordsOfOtherTongues(string statement) => Verify.VerifyAnalyzerAsync(Statement(statement));
}
