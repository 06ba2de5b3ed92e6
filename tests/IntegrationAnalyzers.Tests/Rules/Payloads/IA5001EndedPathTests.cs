using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Payloads.IA5001UncheckedPayloadTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>Checks whose path a method ends.</summary>
public sealed class IA5001EndedPathTests
{
    private static Task Verifies(string check, bool isQuiet, string type = "Order", string use = "order!.ToString()")
    {
        var read = $"http.GetFromJsonAsync<{type}>(\"o\")";
        return Verify.VerifyAnalyzerAsync(InMethod($"var order = await {(isQuiet ? read : $"[|{read}|]")};\n{check}\nreturn {use};") + """

            static class Fail
            {
                [System.Diagnostics.CodeAnalysis.DoesNotReturn]
                public static void Marked() => throw new InvalidOperationException();

                public static void Plain() => throw new InvalidOperationException();

                public static void Block(string what)
                {
                    Console.Error.WriteLine(what);
                    throw new InvalidOperationException(what);
                }

                public static void Sometimes(string what)
                {
                    if (what.Length == 0)
                        return;
                    throw new InvalidOperationException(what);
                }

                public static async Task Later() => throw new InvalidOperationException();
            }

            static class Check
            {
                public static void That(bool holds, string what)
                {
                    if (!holds)
                        throw new InvalidOperationException(what);
                }

                public static void Against(bool holds)
                {
                    if (holds) { throw new InvalidOperationException(); }
                }

                public static void Marked([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool holds) { }

                public static void Told(bool holds) => Console.WriteLine(holds);
            }
            """);
    }

    [Theory]
    [InlineData("if (order is null) Fail.Marked();")]
    [InlineData("if (order is null) Fail.Plain();")]
    [InlineData("if (order is null) { Fail.Block(\"none\"); }")]
    [InlineData("if (order is null) Environment.Exit(3);")]
    [InlineData("if (order is null) Environment.FailFast(\"none\");")]
    [InlineData("Check.That(order is not null, \"none\");")]
    [InlineData("Check.That(order != null && order.Success, \"none\");")]
    [InlineData("Check.Against(order is null);")]
    [InlineData("Check.Marked(order != null);")]
    public Task NullEndsThePath_IsQuiet(string check) => Verifies(check, isQuiet: true);

    [Theory]
    [InlineData("if (order is null) Fail.Sometimes(\"none\");")]
    [InlineData("if (order is null) _ = Fail.Later();")]
    [InlineData("if (order is not null) Fail.Plain();")]
    [InlineData("Check.Told(order is not null);")]
    [InlineData("Check.Against(order is not null);")]
    [InlineData("Check.That(order is null, \"none\");")]
    [InlineData("System.Diagnostics.Debug.Assert(order is not null);")]
    public Task NullGoesOn_Reports(string check) => Verifies(check, isQuiet: false);

    [Theory]
    [InlineData("if ((order?.Count ?? 0) == 0) return null;", true)]
    [InlineData("if ((order?.Count ?? 0) < 1) return null;", true)]
    [InlineData("if (!((order?.Count ?? 0) > 0)) return null;", true)]
    [InlineData("if ((order?.Count ?? 0) == 1) return null;", false)]
    [InlineData("if ((order?.Count ?? 0) >= 1) return null;", false)]
    public Task NumberThatStandsInForNull(string check, bool isQuiet) => Verifies(check, isQuiet, "List<Order>", "order![0].Id");

    [Theory]
    [InlineData("if ((await {0}) is var order && order == null)\n    return null;\nreturn order!.ToString();", true)]
    [InlineData("if ((await {0}) is var order && order != null)\n    return null;\nreturn order!.ToString();", false)]
    public Task PatternThatAlwaysMatches(string body, bool isQuiet) =>
        Verify.VerifyAnalyzerAsync(InMethod(body.Replace("{0}", isQuiet ? "http.GetFromJsonAsync<Order>(\"o\")" : "[|http.GetFromJsonAsync<Order>(\"o\")|]")));

    [Theory]
    [InlineData("List<Order> all = [.. (await [|http.GetFromJsonAsync<List<Order>>(\"o\")|])!];\nreturn all[0].Id;")]
    [InlineData("var read = await [|http.GetFromJsonAsync<List<Order>>(\"o\")|];\nList<Order> all = [.. read!];\nreturn all[0].Id;")]
    [InlineData("var read = await http.GetFromJsonAsync<List<Order>>(\"o\");\nList<Order> all = [.. read ?? []];\nreturn all[0].Id;")]
    public Task SpreadOfAPayload(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));
}
