using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification.Analysis;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Baselines;

/// <summary>What a finding may go through and still be the same, and what makes it another.</summary>
public sealed class FingerprintTests
{
    private const string Old = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        namespace Shop;

        public static class Rates
        {
            private static readonly HttpClient Client = new HttpClient();

            public static async Task<string> LatestAsync(Uri address)
            {
                try
                {
                    return await Client.GetStringAsync(address);
                }
                catch (Exception)
                {
                    return "";
                }
            }
        }
        """;

    [Fact]
    public async Task Line_NamesProjectRuleAndSymbol_AndShowsNoCode()
    {
        var lines = await BaselineRun.LinesAsync(Old);
        Assert.Contains(lines, static line => line.StartsWith("TestProject | IA1001 | F:Shop.Rates.Client | ", System.StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("TestProject | IA4002 | M:Shop.Rates.LatestAsync(System.Uri) | ", System.StringComparison.Ordinal));
        Assert.All(lines, static line => Assert.Matches(@"^TestProject \| IA\d{4} \| [^ |]+ \| [0-9a-f]{16}(-\d+)?$", line));
    }

    [Fact]
    public async Task MovedLines_AreTheSame() => await SameAsync("\n\n// moved\n\n" + Old);

    [Fact]
    public async Task Formatting_IsTheSame() => await SameAsync(
        Old.Replace("new HttpClient()", "new\n            HttpClient( )  /* the only one */").Replace("catch (Exception)", "catch(  Exception  ) // all").Replace("        ", "\t"));

    [Fact]
    public async Task LineEnds_AreTheSame() => await SameAsync(Old.Replace("\n", "\r\n"));

    [Fact]
    public async Task AddedMembers_AreTheSame() => await SameAsync(
        Old.Replace("    private static", "    public static int Before() => 1;\n\n    public static int Count { get; set; }\n\n    private static"));

    [Fact]
    public async Task StatementsInsideOrBesideIt_AreTheSame() => await SameAsync(Old.Replace("return \"\";", "GC.Collect();\n            return \"\";").Replace("try\n", "GC.Collect();\n        try\n"));

    [Fact]
    public async Task RenamedFile_IsTheSame() => Assert.Equal(await BaselineRun.LinesAsync(Old), await BaselineRun.LinesAsync(("/elsewhere/Renamed.cs", Old)));

    [Fact]
    public async Task BlockNamespace_IsTheSame() => await SameAsync(Old.Replace("namespace Shop;", "namespace Shop {") + "}");

    [Fact]
    public async Task AnotherMember_IsAnother() => await OtherAsync("IA1001", Old.Replace(" Client ", " Shared ").Replace("await Client", "await Shared"));

    [Fact]
    public async Task ChangedText_IsAnother() => await OtherAsync("IA1001", Old.Replace("new HttpClient()", "new HttpClient(new HttpClientHandler())"));

    [Fact]
    public async Task EqualCodeInOneMember_IsNumbered()
    {
        var lines = await BaselineRun.LinesAsync("""
            using System.Net.Http;
            class C
            {
                async System.Threading.Tasks.Task M(System.Uri u)
                {
                    var a = new HttpClient();
                    await a.GetAsync(u);
                    var b = new HttpClient();
                    await b.GetAsync(u);
                    var c = new HttpClient();
                    await c.GetAsync(u);
                }
            }
            """);
        var made = lines.Where(static line => line.Contains("IA1006")).ToList();
        Assert.Equal(3, made.Count);
        Assert.Equal([made[0] + "-2", made[0] + "-3"], made.Skip(1));
    }

    [Fact]
    public async Task LinksOfOneChain_AreNumbered()
    {
        var lines = await BaselineRun.LinesAsync("""
            using Microsoft.Extensions.DependencyInjection;
            static class C
            {
                static void Add(IServiceCollection services) => services.AddHttpClient("a").Services.AddHttpClient("a").Services.AddHttpClient("b");
            }
            """);
        Assert.Equal(lines.Length, lines.Distinct().Count());
    }

    [Fact]
    public async Task TopLevelStatements_AreOneMember()
    {
        var lines = await BaselineRun.LinesAsync("using System.Net.Http;\nvar client = new HttpClient();\nSystem.Console.WriteLine(await client.GetStringAsync(args[0]));\n");
        Assert.Contains(lines, static line => line.Contains("| <top-level> |"));
    }

    [Fact]
    public async Task RawString_IsTheSameWhereverItIsIndented()
    {
        var text = Old.Replace("new HttpClient()", "new HttpClient { BaseAddress = new Uri(\"\"\"\n        https://rates.acme.io/\n        \"\"\") }");
        var lines = await BaselineRun.LinesAsync(text);
        Assert.Contains(lines, static line => line.Contains("IA1001"));
        Assert.Equal(lines, await BaselineRun.LinesAsync(text.Replace("        https", "    https").Replace("        \"\"\"", "    \"\"\"")));
        Assert.Equal(lines, await BaselineRun.LinesAsync(text.Replace("\n", "\r\n")));
    }

    [Fact]
    public async Task ConfigurationFile_IsNamedByItsPathFromTheProject_AndTheSecretStaysOut()
    {
        var lines = await BaselineRun.LinesAsync(
            ("/repo/Shop/Code.cs", "class Empty;"),
            ("/repo/Shop/appsettings.json", "{ \"Smtp\": { \"Password\": \"kT9wQ2!vZx7\" }, \"Db\": { \"Password\": \"kT9wQ2!vZx7\" } }"),
            ("/repo/Shop/Properties/launchSettings.json", "{ \"profiles\": { \"Shop\": { \"environmentVariables\": { \"DB\": \"Server=sql.acme.io;User Id=app;Password=kT9wQ2vZx7\" } } } }"));
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("TestProject | IA3006 | Properties/launchSettings.json | ", lines[0]);
        Assert.StartsWith("TestProject | IA3006 | appsettings.json | ", lines[1]);
        Assert.Equal(lines[1] + "-2", lines[2]);
        Assert.All(lines, static line => Assert.DoesNotContain("kT9", line));
    }

    [Fact]
    public async Task Project_IsTheBuildsNameForIt()
    {
        var reports = await BaselineRun.RunAsync(
            null, [("/repo/Shop/Code.cs", Old)], "build_property.IntegrationAnalyzersBaseline = Write\nbuild_property.IntegrationAnalyzersBaselineProject = Shop.Web (net8.0)");
        Assert.All(reports, static d => Assert.StartsWith("Shop.Web (net8.0) | ", BaselineRun.Key(d)));
    }

    private static async Task SameAsync(string source) => Assert.Equal(await BaselineRun.LinesAsync(Old), await BaselineRun.LinesAsync(source));

    private static async Task OtherAsync(string id, string source)
    {
        var before = (await BaselineRun.LinesAsync(Old)).Single(line => line.Contains(id));
        Assert.NotEqual(before, (await BaselineRun.LinesAsync(source)).Single(line => line.Contains(id)));
    }
}
