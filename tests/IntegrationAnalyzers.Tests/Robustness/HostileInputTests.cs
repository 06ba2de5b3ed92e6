using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;

namespace IntegrationAnalyzers.Tests.Robustness;

/// <summary>Code that no compiler accepts, or that nobody should have written: silence or a report, never an exception.</summary>
public sealed class HostileInputTests
{
    private const string Client = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Client
        {
            private readonly HttpClient _http = new HttpClient();

            public async Task<string> Get(string path)
            {
                try
                {
                    return await _http.GetStringAsync("https://api.acmerates.com/" + path);
                }
                catch (Exception ex)
                {
                    Console.Error.WriteLine(ex);
                    return "";
                }
            }
        }

        """;

    [Theory]
    [InlineData("class A : B { } class B : A { }")]
    [InlineData("interface I : J { } interface J : I { void M(); } class C : I { public void M() => ((I)this).M(); }")]
    [InlineData("class A<T> : A<A<T>> { }")]
    [InlineData("class HttpClient : HttpClient { }")]
    [InlineData("namespace System.Net.Http { public class HttpClient { public HttpClient GetAsync(string s) => GetAsync(s); } }")]
    [InlineData("partial class P { partial void M(); } partial class P { partial void M() => M(); }")]
    [InlineData("class C { int X => X; string Url => Url; const string A = B; const string B = A; }")]
    [InlineData("class C { void M() { M(M(M(; }")]
    [InlineData("class C { async void M() { try { await } catch when ( } }")]
    [InlineData("class C { string s = \"https://\uD800\"; byte[] b = \"\\u0000\"u8; string r = \"\"\"")]
    [InlineData("global using System.Net.Http; new HttpClient().GetAsync(")]
    [InlineData("#if X\n#else\n#region\nclass C { }")]
    [InlineData("class C { HttpClient c = new() { Timeout = , BaseAddress = new( }; }")]
    [InlineData("class C { void M() { for (;;) { try { new HttpClient().PostAsync(null, null).Wait(); break; } catch { goto x; } x: ; } } }")]
    public async Task BrokenOrCyclic(string source)
    {
        await Project.ReportsAsync(Project.Of([source]));
        await Project.ReportsAsync(Project.Of([Client + source]));
        await Project.ReportsAsync(Project.Of([Client, source]));
    }

    [Fact]
    public async Task PayloadMemberWithoutName() =>
        await Project.ReportsAsync(Project.Of([Client + """
            class Weather
            {
                public string main { get; settemp_min }
                public float max { get => 1f- ; set => max = value; }
                public float ; { get; set; }
            }

            class Reader
            {
                async Task<Weather> Read(HttpClient http)
                {
                    var response = await http.GetAsync("weather");
                    var text = await response.Content.ReadAsStringAsync();
                    return System.Text.Json.JsonSerializer.Deserialize<Weather>(text);
                }
            }
            """]));

    [Theory]
    [InlineData("_http.GetAsync(\"a\"); var s = .Result;")]
    [InlineData("_http.GetAsync(\"a\"); var s = ().Result;")]
    [InlineData("_http.GetAsync(\"a\"); _http..Result; _http?..Wait(); ..Result;")]
    [InlineData("_http.GetAsync(\"a\"); Task.Run().Result; Task..Wait(); Task.WaitAll(,);")]
    public async Task WaitWithoutName(string statements) =>
        await Project.ReportsAsync(Project.Of([Client + $"class Waits {{ HttpClient _http; void M() {{ {statements} }} }}"]));

    [Fact]
    public async Task NoReferencesAtAll()
    {
        var compilation = Project.Of([Client]).WithReferences();
        Assert.Empty(await Project.ReportsAsync(compilation));
    }

    [Fact]
    public async Task WithoutAspNetCoreOrHttp()
    {
        await Project.ReportsAsync(Project.Of([Client], TestReferences.WithoutAspNetCore));
        Assert.Empty(await Project.ReportsAsync(Project.Of([Client], TestReferences.WithoutHttp)));
    }

    [Fact]
    public async Task TwentyThousandLines()
    {
        var source = new StringBuilder(Client).Append("class Big\n{\n");
        for (var i = 0; i < 4_000; i++)
            source.Append($"    public static string M{i}(string value)\n    {{\n        var x = value + \"text {i}\";\n        return M{(i + 1) % 4_000}(x);\n    }}\n");
        source.Append("}\n");
        var reports = await Project.ReportsAsync(Project.Of([source.ToString()]));
        Assert.Contains(reports, static report => report.Id == "IA1001");
    }

    [Fact]
    public async Task DeepNesting()
    {
        const int depth = 150;
        var concatenation = "\"https://api.acmerates.com\"" + string.Concat(Enumerable.Repeat(" + \"/x\"", 2_000));
        var source = $$"""
            using System.Net.Http;
            using System.Threading.Tasks;
            class Deep(HttpClient http)
            {
                public Task<string> A() => http.GetStringAsync({{concatenation}});
                public async Task B() { {{string.Concat(Enumerable.Repeat("try { ", depth))}} await http.GetAsync("x"); {{string.Concat(Enumerable.Repeat("} catch (System.Exception e) { System.Console.WriteLine(e); }", depth))}} }
            }
            """;
        await Project.ReportsAsync(Project.Of([source]));
    }

    [Fact]
    public async Task ManyCallersOfOneWrapper()
    {
        var source = new StringBuilder(Client).Append("class Callers(Client client)\n{\n");
        for (var i = 0; i < 1_000; i++)
            source.Append($"    public Task<string> M{i}() => client.Get(\"{i}\");\n");
        source.Append("}\n");
        await Project.ReportsAsync(Project.Of([source.ToString()]));
    }
}
