using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Secrets;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Values that the program names to refuse them, and the same values in its configuration.</summary>
public sealed class RefusedValueTests
{
    private static readonly string Made = MadeUp.Base62(40);

    [Theory]
    [InlineData("private static readonly HashSet<(string ApiKey, string IV)> Known = new() { (\"$made\", \"0\") };", "if (Known.Contains((apiKey, \"0\"))) throw new InvalidOperationException();")]
    [InlineData("private static readonly (string ApiKey, int Age)[] KnownKeys = { (\"$made\", 1) };", "if (!isDevelopment && KnownKeys.Contains((apiKey, 1))) { _ = apiKey.Length; throw new InvalidOperationException(); }")]
    [InlineData("private readonly List<(string Secret, int Age)> _leaked = [(\"$made\", 1)];", "if (this._leaked.Any(leaked => leaked.Secret == apiKey)) throw new InvalidOperationException();")]
    [InlineData("", "if (apiKey == \"$made\" && !isDevelopment) throw new InvalidOperationException();")]
    [InlineData("", "if (apiKey == \"$made\") return Validation.Fail(\"leaked\");")]
    public Task ValueIsOnlyAskedForToRefuseIt_IsQuiet(string members, string statement) => Verify.VerifyAnalyzerAsync(Start(members, statement));

    [Theory]
    [InlineData("private static readonly HashSet<(string ApiKey, string IV)> Known = new() { ([|\"$made\"|], \"0\") };", "if (!Known.Contains((apiKey, \"0\"))) throw new InvalidOperationException();")]
    [InlineData("private static readonly HashSet<(string ApiKey, string IV)> Known = new() { ([|\"$made\"|], \"0\") };", "if (Known.Contains((apiKey, \"0\"))) throw new InvalidOperationException(); foreach (var one in Known) Use(one.ApiKey);")]
    [InlineData("public static readonly List<(string Secret, int Age)> Leaked = new() { ([|\"$made\"|], 1) };", "if (Leaked.Any(leaked => leaked.Secret == apiKey)) throw new InvalidOperationException();")]
    [InlineData("", "if (apiKey == [|\"$made\"|]) Use(apiKey);")]
    [InlineData("", "if (apiKey != [|\"$made\"|]) throw new InvalidOperationException();")]
    public Task ValueIsWantedOrUsed_Reports(string members, string statement) => Verify.VerifyAnalyzerAsync(Start(members, statement));

    [Theory]
    [InlineData("if (apiKey == \"$made\" && !isDevelopment) throw new InvalidOperationException();", "$made")]
    [InlineData("if (apiKey == \"$other\" && !isDevelopment) throw new InvalidOperationException();", "[|$made|]")]
    [InlineData("_ = isDevelopment ? \"\" : \"words about $made and more\";", "[|$made|]")]
    public Task DefaultInConfigurationThatTheStartRefuses_IsQuiet(string statement, string value)
    {
        var test = RuleVerifier<IA3006SecretInConfiguration>.FileTest("/0/appsettings.json", Fill("{ \"Jwt\": { \"SecretKey\": \"" + value + "\" } }"));
        test.TestState.Sources.Add(Start("", statement));
        return test.RunAsync();
    }

    private static string Start(string members, string statement) => Fill($$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        public record Validation(bool Succeeded) { public static Validation Fail(string why) => new(why.Length == 0); }

        public class Start
        {
            {{members}}

            public Validation Check(string apiKey, bool isDevelopment)
            {
                {{statement}}
                return new Validation(isDevelopment);
            }

            private static void Use(string apiKey) => Console.WriteLine(apiKey.Length);
        }
        """);

    private static string Fill(string text) => text.Replace("$made", Made).Replace("$other", MadeUp.Base62(40, 11));
}
