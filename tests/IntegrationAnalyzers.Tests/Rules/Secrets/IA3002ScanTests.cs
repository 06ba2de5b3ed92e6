using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>The words that make a text worth a look where nothing else does: before it in the code, or in it.</summary>
public sealed class IA3002ScanTests
{
    /// <summary>A value with points in it does not look drawn, and its parameter's name stands elsewhere.</summary>
    [Fact]
    public Task WordBeforeTheText_Reports()
    {
        string[] words = ["Pass", "Pwd", "Secret", "Token", "Key", "Cred", "Auth", "Bearer", "Conn", "Phrase", "Senha", "Contrasena", "Motdepasse", "Pw", "Pat", "Psw"];
        return Verify.VerifyAnalyzerAsync($$"""
            class Subject
            {
                void Run()
                {
                    _ = 0;
                    {{string.Join("\n        ", words.Select(static word => $"With{word}([|\"kT9w.Q2vZ.x7pL\"|]);"))}}
                }

                {{string.Join("\n    ", words.Select(static word => $"static void With{word}(string password) => System.Console.WriteLine(password.Length);"))}}
            }
            """);
    }

    [Fact]
    public Task NameInTheText_Reports()
    {
        string[] texts =
        [
            "\"Server=sql.acme.io;Uid=app;Password=kT9wQ2vZx7\"",
            "\"Server=sql.acme.io;Uid=app;Pwd=kT9wQ2vZx7\"",
            "\"Server=sql.acme.io;Uid=app;Passwd=kT9wQ2vZx7\"",
            "\"Server=sql.acme.io;Uid=app;Pass=kT9wQ2vZx7\"",
            "\"https://api.acme.io/v1?client_secret=$hex32\"",
            "\"https://api.acme.io/v1?access_token=$hex32\"",
            "\"https://api.acme.io/v1?api_key=$hex32\"",
            "\"https://api.acme.io/v1?apikey=$hex32\"",
            "\"https://api.acme.io/v1?AccessKey=$hex32\"",
            "\"https://api.acme.io/v1?appid=$hex32\"",
            "\"{\\\"user\\\":\\\"svc\\\",\\\"password\\\":\\\"kT9wQ2vZx7\\\"}\"",
            "\"\"\"{\"user\":\"svc\",\"password\":\"kT9wQ2vZx7\"}\"\"\"",
            "\"{\\\"id\\\":\\\"svc\\\",\\\"client_secret\\\":\\\"$hex32\\\"}\"",
            "\"\"\"{\"id\":\"svc\",\"client_secret\":\"$hex32\"}\"\"\"",
            "\"bearer $b62-40\"",
            "\"X-Api-Key: $hex32\"",
            "\"X-Auth-Token: $hex32\"",
            "\"X-Client-Secret: $hex32\"",
            "\"backup --password kT9wQ2vZx7\"",
            "\"backup --passwd kT9wQ2vZx7\"",
            "\"backup -pass kT9wQ2vZx7\"",
            "\"backup --passphrase kT9wQ2vZx7\"",
            "\"backup -pwd kT9wQ2vZx7\"",
            "\"backup /password kT9wQ2vZx7\"",
            "\"backup /pwd kT9wQ2vZx7\"",
            "\"backup /pass kT9wQ2vZx7\"",
            "\"backup --api-key $hex32\"",
            "\"backup -apikey $hex32\"",
            "\"backup --auth-token $hex32\"",
            "\"backup --client-secret $hex32\"",
        ];
        return Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement("_ = 0;\n        " + string.Join("\n        ", texts.Select(static (text, i) => $"var line{i} = [|{text}|];"))));
    }
}
