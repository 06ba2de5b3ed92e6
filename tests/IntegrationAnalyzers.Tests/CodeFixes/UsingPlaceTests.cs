using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5010ValueInUrl>;

namespace IntegrationAnalyzers.Tests.CodeFixes;

/// <summary>A using that a fix writes holds for every target framework, wherever the file chooses between others by <c>#if</c>.</summary>
public class UsingPlaceTests
{
    private const string Http = "using System.Net.Http;\nusing System.Threading.Tasks;\n";

    [Theory]

    // The first usings stand in a branch
    [InlineData("#if NETSTANDARD\nusing Newtonsoft.Json;\n#elif !OLD\nusing System.Text.Json;\n#endif\n" + Http, "@#if NETSTANDARD\nusing Newtonsoft.Json;\n#elif !OLD\nusing System.Text.Json;\n#endif\n" + Http)]
    [InlineData("// Licence\n\n#if !OLD\nusing System.Text.Json;\n#endif\n" + Http, "// Licence\n\n@#if !OLD\nusing System.Text.Json;\n#endif\n" + Http)]
    [InlineData("#nullable enable\n#if OLD\nusing Newtonsoft.Json;\n#else\nusing System.Text.Json;\n#endif\n" + Http, "#nullable enable\n@#if OLD\nusing Newtonsoft.Json;\n#else\nusing System.Text.Json;\n#endif\n" + Http)]

    // Behind a branch that is over, in front of one that is to come
    [InlineData("#if OLD\nusing Newtonsoft.Json;\n#endif\n" + Http, "#if OLD\nusing Newtonsoft.Json;\n#endif\n@" + Http)]
    [InlineData(Http + "#if !OLD\nusing System.Text.Json;\n#endif\n", "@" + Http + "#if !OLD\nusing System.Text.Json;\n#endif\n")]

    // The branch holds all the code, too
    [InlineData("#if !OLD\n" + Http, "#if !OLD\n@" + Http, "\n#endif")]
    [InlineData("#if OLD\nusing Newtonsoft.Json;\n#else\n" + Http, "#if OLD\nusing Newtonsoft.Json;\n#else\n@" + Http, "\n#endif")]
    [InlineData("#if !OLD\n#if !OLDER\nusing System.Text.Json;\n#endif\n" + Http, "#if !OLD\n@#if !OLDER\nusing System.Text.Json;\n#endif\n" + Http, "\n#endif")]

    // In a namespace
    [InlineData("namespace N\n{\n    using System.Net.Http;\n    using System.Threading.Tasks;\n", "namespace N\n{\n    @    using System.Net.Http;\n    using System.Threading.Tasks;\n", "\n}")]
    [InlineData("namespace N\n{\n#if !OLD\n    using System.Text.Json;\n#endif\n    using System.Net.Http;\n    using System.Threading.Tasks;\n", "namespace N\n{\n    @#if !OLD\n    using System.Text.Json;\n#endif\n    using System.Net.Http;\n    using System.Threading.Tasks;\n", "\n}")]
    public Task Using_StandsWhereAllCodeHasIt(string before, string after, string end = "") => Verify.VerifyCodeFixAsync(
        File(before.Replace("@", ""), "[|city|]", end), File(after.Replace("@", "using System;\n"), "Uri.EscapeDataString(city)", end));

    /// <summary>One that sorts between others goes in front of the branch that it would stand in.</summary>
    [Fact]
    public Task Using_StandsInFrontOfTheBranchInTheMiddle() => Verify.VerifyCodeFixAsync(
        File("using System;\n#if !OLD\nusing System.Collections.Generic;\nusing System.Text.Json;\n#endif\n" + Http, "[|day|]", ""),
        File("using System;\nusing System.Globalization;\n#if !OLD\nusing System.Collections.Generic;\nusing System.Text.Json;\n#endif\n" + Http, "Uri.EscapeDataString(day.ToString(CultureInfo.InvariantCulture))", ""));

    private static string File(string head, string value, string end) =>
        head + "\nclass Weather(HttpClient http)\n{\n    public Task<string> Get(string city, System.DateTime day) => http.GetStringAsync($\"weather?q={" + value + "}\");\n}" + end;
}
