using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;
using IntegrationAnalyzers.Model.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Configuration;

/// <summary>Files made to cost time, depth or an exception.</summary>
public sealed class HostileConfigurationTests
{
    [Theory]
    [InlineData("appsettings.json", "[", 900_000)]
    [InlineData("appsettings.json", "{\"a\":", 150_000)]
    [InlineData("appsettings.json", "{\"password\":\"kT9wQ2!vZx7\"},", 30_000)]
    [InlineData("appsettings.json", "\\u", 400_000)]
    [InlineData("appsettings.json", "/*", 400_000)]
    [InlineData("web.config", "<a>", 300_000)]
    [InlineData("web.config", "<a password='kT9wQ2!vZx7'>", 30_000)]
    [InlineData("web.config", "&amp;", 150_000)]
    [InlineData(".env", "=", 900_000)]
    [InlineData(".env", "PASSWORD='", 90_000)]
    [InlineData(".env", "A_PASSWORD=kT9wQ2!vZx7\n", 40_000)]
    public void Repetition_CostsBoundedTime(string file, string piece, int times) => Read(file, string.Concat(Enumerable.Repeat(piece, times)));

    [Theory]
    [InlineData("appsettings.Development.json", "{{\"s\":{{{0}}}}}", "\"p{0}password\":\"kT9wQ2!vZx7\",")]
    [InlineData("appsettings.json", "{{\"s\":[{0}]}}", "\"Server=a;Password=kT9wQ2vZx{0}\",")]
    public void ManySecrets_CostBoundedTime(string file, string around, string each) =>
        Read(file, string.Format(around, string.Concat(Enumerable.Range(0, 15_000).Select(i => string.Format(each, i)))));

    [Fact]
    public void MegabyteString_CostsBoundedTime() => Read("appsettings.json", "{\"password\":\"" + new string('a', 990_000) + "\"}");

    [Fact]
    public void MegabyteConnectionString_CostsBoundedTime() => Read("appsettings.json", "{\"x\":\"Server=a;" + string.Concat(Enumerable.Repeat("Password=", 100_000)) + "\"}");

    [Fact]
    public void MoreThanAMillionCharacters_IsNotRead() => Assert.Null(Read("appsettings.json", new string(' ', ConfigurationFile.MaxLength + 1)));

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("web.config")]
    [InlineData(".env")]
    public void RandomBytes_AreNeverThrownOn(string file)
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Read(file, Encoding.UTF8.GetString(bytes));
            Read(file, "{\"a\":" + Encoding.UTF8.GetString(bytes));
            Read(file, "<a b='" + Encoding.Latin1.GetString(bytes));
        }
    }

    [Theory]
    [InlineData("appsettings.json", "{ \"Smtp\": { \"Password\": \"kT9wQ2!vZx7\", \"Hosts\": [ \"a\", { \"Key\": \"b\" } ] } } // end")]
    [InlineData("web.config", "<configuration><appSettings><add key=\"Password\" value=\"kT9wQ2!vZx7\" /></appSettings></configuration>")]
    [InlineData(".env", "export SMTP__PASSWORD=\"kT9wQ2!vZx7\" # note\nB='c'\n")]
    public void EveryPrefix_IsNeverThrownOn(string file, string text)
    {
        for (var length = 0; length <= text.Length; length++)
            Read(file, text[..length]);
    }

    private static ConfigurationFile? Read(string path, string text)
    {
        var clock = Stopwatch.StartNew();
        var file = ConfigurationFile.Of(new Text(path, text), CancellationToken.None);
        if (file is not null)
        {
            ConfigurationSecrets.In(file, CancellationToken.None);
            Assert.All(file.Values, value => Assert.True(value.Span.End <= text.Length));
            Assert.True(file.Mistake is null || file.Mistake.Span.End <= text.Length);
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
        return file;
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
