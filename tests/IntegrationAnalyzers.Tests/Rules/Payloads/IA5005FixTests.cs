using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Payloads.IA5005OpenSwitchTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5005OpenSwitch>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5005FixTests
{
    [Fact]
    public Task FixIsOffered_Statement() => Verify.VerifyCodeFixAsync(
        InMethod("""
                [|switch|] (payment.Status)
                {
                    case "paid": Count("a"); break;
                    case "open":
                        Count("b");
                        [|switch|] (payment.Kind)
                        {
                            case Kind.Card:
                                Count("a");
                                break;
                            case Kind.Cash:
                                Count("b");
                                break; // cash
                        }

                        break;
                }

                [|switch|] (payment.Token)
                {
                    case "a":
                        Count("a");
                        break;
                    case "b":
                        Count("b");
                        break;
                }

                return null;
        """),
        InMethod("""
                switch (payment.Status)
                {
                    case "paid": Count("a"); break;
                    case "open":
                        Count("b");
                        switch (payment.Kind)
                        {
                            case Kind.Card:
                                Count("a");
                                break;
                            case Kind.Cash:
                                Count("b");
                                break; // cash
                            default:
                                throw new InvalidOperationException($"The response has an unknown Kind: '{payment.Kind}'");
                        }

                        break;
                    default:
                        throw new InvalidOperationException($"The response has an unknown Status: '{payment.Status}'");
                }

                switch (payment.Token)
                {
                    case "a":
                        Count("a");
                        break;
                    case "b":
                        Count("b");
                        break;
                    default:
                        throw new InvalidOperationException("The response has an unknown Token");
                }

                return null;
        """));

    [Fact]
    public Task FixIsOffered_Expression() => Verify.VerifyCodeFixAsync(
        InMethod("""
                var name = payment.Status.ToLower() [|switch|]
                {
                    "paid" => "a",
                    "open" => "b", // still
                };
                var other = payment.Kind [|switch|]
                {
                    Kind.Card => "a",
                    Kind.Cash => "b" // at the till
                };
                return name + other + payment.Status [|switch|] { "paid" => "a", "open" => "b" };
        """),
        InMethod("""
                var name = payment.Status.ToLower() switch
                {
                    "paid" => "a",
                    "open" => "b", // still
                    _ => throw new InvalidOperationException($"The response has an unknown Status: '{payment.Status.ToLower()}'"),
                };
                var other = payment.Kind switch
                {
                    Kind.Card => "a",
                    Kind.Cash => "b", // at the till
                    _ => throw new InvalidOperationException($"The response has an unknown Kind: '{payment.Kind}'")
                };
                return name + other + payment.Status switch { "paid" => "a", "open" => "b", _ => throw new InvalidOperationException($"The response has an unknown Status: '{payment.Status}'") };
        """));

    [Fact]
    public Task NoFix_WhereTheValueIsMadeAnew() => Verify.VerifyNoFixAsync(InMethod("""
                [|switch|] (await http.GetStringAsync("status"))
                {
                    case "a":
                        Count("a");
                        break;
                    case "b":
                        Count("b");
                        break;
                }

                return null;
        """));
}
