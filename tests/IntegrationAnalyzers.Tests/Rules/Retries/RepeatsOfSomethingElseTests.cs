using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Retries;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Loops that repeat, but not the call in them: the next item of a list is asked about, or a database's work is tried again.</summary>
public sealed class RepeatsOfSomethingElseTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading.Tasks;

        public class DbUpdateException : Exception { }

        public class Database { public Task SaveChangesAsync() => Task.CompletedTask; }


        """;

    private static Task Pauses(string members) => RuleVerifier<IA2006RetryWithoutPause>.VerifyAnalyzerAsync(Usings + "class Orders(HttpClient http, Database db)\n{\n" + members + "\n}\n");

    private static Task Writes(string members) =>
        RuleVerifier<IA2001RetriedWriteWithoutIdempotencyKey>.VerifyAnalyzerAsync(Usings + "class Orders(HttpClient http, Database db)\n{\n" + members + "\n}\n");

    private static string Details(string taken) => $$"""
            public async Task<List<string>> ListAsync(JsonElement all)
            {
                var result = new List<string>();
                foreach (var org in all.EnumerateArray())
                {
                    {{taken}}
                    string? name = null;
                    if (!string.IsNullOrEmpty(id))
                    {
                        name = await NameAsync(id);
                    }

                    if (name == null)
                        continue;
                    result.Add(name);
                    return result;
                }

                return result;
            }

            private async Task<string?> NameAsync(string id)
            {
                try
                {
                    return await http.GetStringAsync("orgs/" + id);
                }
                catch (Exception)
                {
                    return null;
                }
            }
        """;

    [Theory]
    [InlineData("if (!org.TryGetProperty(\"id\", out var property)) continue; var id = property.GetString();")]
    [InlineData("if (org.GetProperty(\"id\").GetString() is not { } id) continue;")]
    [InlineData("var (id, kind) = (org.ToString(), 1);")]
    public Task DetailsOfEachItem_KeycloakOrganisations_IsQuiet(string taken) => Pauses(Details(taken));

    [Fact]
    public Task DetailsOfEachItem_ThatAreAllAdded_IsQuiet() => Pauses("""
            public async Task<List<string>> ListAsync(JsonElement all)
            {
                var result = new List<string>();
                foreach (var org in all.EnumerateArray())
                {
                    if (!org.TryGetProperty("name", out var nameProp))
                        continue;
                    var name = nameProp.GetString();
                    if (string.IsNullOrEmpty(name))
                        continue;
                    string? displayName = null;
                    if (org.TryGetProperty("id", out var idProp))
                    {
                        var orgId = idProp.GetString();
                        if (!string.IsNullOrEmpty(orgId))
                        {
                            displayName = await NameAsync(orgId);
                        }
                    }

                    result.Add(displayName ?? name);
                }

                return result;
            }

            private async Task<string?> NameAsync(string id)
            {
                try
                {
                    return await http.GetStringAsync("orgs/" + id);
                }
                catch (Exception)
                {
                    return null;
                }
            }
        """);

    [Fact]
    public Task LocalTakenFromSomethingElse_Reports() => Pauses("""
            public async Task<string?> NameAsync(JsonElement org)
            {
                [|for|] (var i = 0; i < 5; i++)
                {
                    if (!org.TryGetProperty("id", out var property))
                        return null;
                    var id = property.GetString();
                    try
                    {
                        return await http.GetStringAsync("orgs/" + id);
                    }
                    catch (HttpRequestException)
                    {
                    }
                }

                return null;
            }
        """);

    private static string Saves(string behind, string loop = "for", string clause = "DbUpdateException") => $$"""
            private async Task WelcomeAsync(string email)
            {
                var response = await http.PostAsJsonAsync("mails", new { email });
                response.EnsureSuccessStatusCode();
            }

            public async Task<string> CreateAsync(string email)
            {
                {{loop}} (int attempt = 0; attempt < 5; attempt++)
                {
                    try
                    {
                        await db.SaveChangesAsync();
                        {{behind}}
                        return email;
                    }
                    catch ({{clause}})
                    {
                        email += attempt;
                    }
                }

                throw new InvalidOperationException();
            }
        """;

    private const string Forgotten = """
        _ = Task.Run(async () =>
                        {
                            try
                            {
                                await WelcomeAsync("a@b.c");
                            }
                            catch (Exception)
                            {
                            }
                        });
        """;

    [Theory]
    [InlineData("DbUpdateException")]
    [InlineData("Exception")]
    public Task MailForgottenBehindASave_InstitutionService_IsQuiet(string clause) => Pauses(Saves(Forgotten, clause: clause));

    [Fact]
    public Task ForgottenStatement_IsQuiet() => Writes(Saves("Task.Run(() => WelcomeAsync(\"a@b.c\"));", clause: "Exception"));

    /// <summary>Whose packages are often not at hand: then the clause's type is an error type.</summary>
    [Theory]
    [InlineData("System.Data.Common.DbException")]
    [InlineData("DbUpdateException")]
    [InlineData("DbUpdateConcurrencyException")]
    [InlineData("SqlException")]
    [InlineData("NpgsqlException")]
    [InlineData("PostgresException")]
    [InlineData("MySqlException")]
    [InlineData("SqliteException")]
    [InlineData("OracleException")]
    [InlineData("MongoException")]
    [InlineData("MongoWriteException")]
    [InlineData("MongoDuplicateKeyException")]
    [InlineData("StaleObjectStateException")]
    public Task CallBehindASave_WhereTheDatabaseAloneIsRepeated_IsQuiet(string failure) => new RuleVerifier<IA2001RetriedWriteWithoutIdempotencyKey>.Test
    {
        TestCode = Usings + "class Orders(HttpClient http, Database db)\n{\n" + Saves("await WelcomeAsync(\"a@b.c\");", clause: failure) + "\n}\n",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task CallThatIsAwaitedInATask_Reports() => Pauses(Saves("await Task.Run(async () => await WelcomeAsync(\"a@b.c\"));", "[|for|]", "Exception"));

    [Fact]
    public Task CallWhoseOwnFailureIsTaken_Reports() => Writes(Saves("await [|WelcomeAsync|](\"a@b.c\");", clause: "Exception"));

    [Fact]
    public Task WriteBeforeTheSaveThatIsRepeated_Reports() => Writes(Saves("await [|WelcomeAsync|](\"a@b.c\"); await db.SaveChangesAsync();"));
}
