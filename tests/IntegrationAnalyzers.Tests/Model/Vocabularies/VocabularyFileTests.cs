using System;
using System.Linq;
using IntegrationAnalyzers.Model.Vocabularies;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Vocabularies;

public sealed class VocabularyFileTests
{
    [Fact]
    public void Lines_AreRead()
    {
        var file = Read("""
            # payments
            call POST Acme.Payments.PaymentGateway.Charge*   # moves money

              !call   Acme.Payments.PaymentGateway.ChargeQuote
            retry Acme.Resilience.Retry.Run*
            validator Acme.Guards.*Valid*
            status Acme.Http.ResponseExtensions.EnsureOk
            secret-source Acme.Vault.*
            """);
        Assert.Empty(file.Mistakes);
        Assert.Equal(
            ["Call", "Call", "Retry", "Validator", "Status", "SecretSource"], file.Entries.Select(static e => e.Kind.ToString()));
        Assert.Equal("Post", file.Entries[0].Verb.ToString());
        Assert.True(file.Entries[1].IsNegated);
    }

    [Theory]
    [InlineData("call Acme.A.B", "'Acme.A.B' is no verb")]
    [InlineData("call", "names no verb")]
    [InlineData("call FETCH Acme.A.B", "'FETCH' is no verb")]
    [InlineData("call POST", "names no method")]
    [InlineData("retry", "names no method")]
    [InlineData("retry   # nothing", "names no method")]
    [InlineData("cal POST Acme.A.B", "'cal' is no kind")]
    [InlineData("!", "'' is no kind")]
    [InlineData("retry Acme.A.B Acme.C", "more than one name")]
    [InlineData("!call POST Acme.A.B", "more than one name")]
    [InlineData("retry Acme.A.B(int)", "no name of a method")]
    [InlineData("retry Acme..B", "no name of a method")]
    [InlineData("retry .B", "no name of a method")]
    [InlineData("retry Acme.A.", "names no method")]
    [InlineData("retry Run", "names no method")]
    [InlineData("retry *", "begins with a wildcard")]
    [InlineData("retry *.Run", "begins with a wildcard")]
    public void Mistake_SaysWhy(string line, string message)
    {
        var file = Read("# head\n" + line + "\nretry Acme.Right.Run");
        var mistake = Assert.Single(file.Mistakes);
        Assert.Contains(message, mistake.Message, StringComparison.Ordinal);
        Assert.Equal(1, file.Text.Lines.GetLineFromPosition(mistake.Span.Start).LineNumber);
        Assert.Single(file.Entries);
    }

    [Fact]
    public void EqualLines_AreSaidWithTheFirstOnesNumber()
    {
        var file = Read("call GET A.B.C\n\nretry A.B.C\ncall get A.B.C\ncall POST A.B.C");
        Assert.Equal(["line 1 says the same", "line 1 says another verb of the same"], file.Mistakes.Select(static m => m.Message));
        Assert.Equal(2, file.Entries.Length);
    }

    [Fact]
    public void NegationBeforeItsLine_IsAMistake()
    {
        var file = Read("!call A.B.ChargeQuote\ncall POST A.B.Charge*");
        Assert.Contains("line 2 behind it wins", Assert.Single(file.Mistakes).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("call POST A.B.Charge*\n!call A.B.ChargeQuote")]
    [InlineData("call POST A.B.Charge\n!call A.B.*")]
    [InlineData("!call My.Fake.SendAsync")]
    [InlineData("!call My.Fake.SendAsync\nretry My.Fake.*")]
    public void NegationThatTakesSomethingOut_IsNoMistake(string text) => Assert.Empty(Read(text).Mistakes);

    [Fact]
    public void HundredsOfMistakes_AreSaidOnce()
    {
        var file = Read(string.Join("\n", Enumerable.Range(0, 5_000).Select(static i => "line " + i)));
        Assert.Equal(ListFile.MaxMistakes + 1, file.Mistakes.Length);
        Assert.Contains("too many", file.Mistakes[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TooManyEntries_AreSaid()
    {
        var file = Read(string.Join("\n", Enumerable.Range(0, 3_000).Select(static i => "retry A.B.C" + i)));
        Assert.Equal(VocabularyFile.MaxEntries, file.Entries.Length);
        Assert.Contains("behind 1000 others", Assert.Single(file.Mistakes).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFFretry A.B.C\r\n\r\n# x\r\n")]
    [InlineData("retry A.B.C\rretry A.B.D")]
    [InlineData("retry A.B.C\n\uFEFFretry A.B.D")]
    public void Encodings_AreRead(string text) => Assert.Empty(Read(text).Mistakes);

    [Fact]
    public void Garbage_NeverThrows()
    {
        var random = new Random(20261121);
        for (var i = 0; i < 300; i++)
        {
            var letters = new char[random.Next(400)];
            for (var j = 0; j < letters.Length; j++)
                letters[j] = random.Next(3) == 0 ? "call!retry POST.*#\r\n\t \0"[random.Next(23)] : (char)random.Next(0x10000);
            Read(new string(letters));
        }

        Assert.Single(Read(new string('x', VocabularyFile.MaxLength + 1)).Mistakes);
        Assert.Single(Read("retry A." + new string('x', 10_000)).Mistakes);
        Assert.Single(Read("retry A." + new string('x', 1_000)).Mistakes);
    }

    [Theory]
    [InlineData("A.B.C", "A.B.C", true)]
    [InlineData("A.B.C", "A.B.Cd", false)]
    [InlineData("A.B.C*", "A.B.C", true)]
    [InlineData("A.B.C*", "A.B.Charge", true)]
    [InlineData("A.*", "A.B.C.D", true)]
    [InlineData("A.*Valid*", "A.B.IsValidOrder", true)]
    [InlineData("A.*Valid*", "A.B.Check", false)]
    [InlineData("A.*.C*e", "A.B.Charge", true)]
    [InlineData("A.B.C", "a.b.c", false)]
    [InlineData("A.B*B*B*B*B*B*B*C", "A.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", false)]
    public void Wildcards_StandForAnyCharacters(string pattern, string name, bool expected) => Assert.Equal(expected, new NamePattern(pattern).Matches(name));

    private static VocabularyFile Read(string text) => VocabularyFile.Read("/repo/" + VocabularyFile.Name, SourceText.From(text));
}
