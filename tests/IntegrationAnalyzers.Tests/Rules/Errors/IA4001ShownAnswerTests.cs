using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A sentence that a person reads is no content: where a method gives nothing else, and where all who call show what they get.</summary>
public sealed class IA4001ShownAnswerTests
{
    [Theory]
    [InlineData("string parts = \"Categories: \";\nif (added == 1)\n    parts = parts + \"1 category was added.\";\nelse\n    parts = parts + added + \" categories were added.\";\nreturn parts;")]
    [InlineData("var parts = \"\";\nparts += $\"{added} categories were added. \";\nreturn parts;")]
    [InlineData("string parts;\nparts = added > 0 ? \"Categories were added.\" : \"No category was added.\";\nreturn parts;")]
    [InlineData("var parts = new System.Text.StringBuilder(\"Categories: \");\nparts.Append(added).AppendLine(\" categories were added.\");\nreturn parts.ToString();")]
    [InlineData("var parts = \"Categories: \";\nif (added == 0)\n    return \"No category was found.\";\nparts += added + \" were added now\";\nreturn parts;")]
    public Task SentencePutTogetherOfWordsAndCounts_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Synchronizer("catch", body));

    [Theory]
    [InlineData("var parts = \"All the categories: \";\nparts += text;\nreturn parts;")]
    [InlineData("var parts = \"\";\nforeach (var name in names)\n    parts += name + \" was added, \";\nreturn parts;")]
    [InlineData("var parts = text;\nreturn parts;")]
    [InlineData("var parts = \"The categories are \";\nFill(ref parts);\nreturn parts;")]
    [InlineData("string parts = \"The categories are \";\n(parts, _) = (text, added);\nreturn parts;")]
    [InlineData("var parts = new System.Text.StringBuilder(\"All the categories: \");\nparts.Append(added).AppendLine(\" were added.\").Append(text);\nreturn parts.ToString();")]
    [InlineData("var parts = new System.Text.StringBuilder(\"All the categories: \");\nparts.AppendLine(\" were added.\");\nCopy(parts);\nreturn parts.ToString();")]
    [InlineData("var parts = \"c\";\nparts += added;\nreturn parts;")]
    public Task TextThatMayHoldTheContent_Reports(string body) => Verify.VerifyAnalyzerAsync(Synchronizer("[|catch|]", body));

    [Theory]
    [InlineData("ViewData[\"Summary\"] = await SummarizeAsync(path);")]
    [InlineData("ViewBag.Summary = await SummarizeAsync(path);")]
    [InlineData("TempData[\"Summary\"] = await SummarizeAsync(path).ConfigureAwait(false);")]
    [InlineData("var summary = await SummarizeAsync(path);\nViewBag.Summary = summary;")]
    public Task SentenceThatEveryCallerShows_IsQuiet(string call) => Verify.VerifyAnalyzerAsync(Page("catch", call));

    [Theory]
    [InlineData("var summary = await SummarizeAsync(path);\nViewBag.Summary = summary;\nlogger.LogInformation(\"{Summary}\", summary);")]
    [InlineData("ViewBag.Summary = await SummarizeAsync(path);\nawait client.PostAsync(\"notes\", new StringContent(await SummarizeAsync(path)));")]
    [InlineData("ViewBag.Length = (await SummarizeAsync(path)).Length;")]
    public Task SentenceThatACallerTakesForContent_Reports(string call) => Verify.VerifyAnalyzerAsync(Page("[|catch|]", call));

    [Theory]
    [InlineData("\"n/a\"")]
    [InlineData("\"unknown\"")]
    [InlineData("\"0.00 EUR\"")]
    public Task StandInThatEveryCallerShows_Reports(string answer) => Verify.VerifyAnalyzerAsync(Page("[|catch|]", "ViewBag.Summary = await SummarizeAsync(path);", answer: answer));

    private static string Digest(string clause, string answer) => Service($$"""
        public sealed class News
        {
            public string? Message { get; set; }
            public List<int> Ids { get; set; } = [];
            public List<string> Errors { get; set; } = [];
        }

        public async Task<News> LatestAsync()
        {
            try
            {
                return await client.GetFromJsonAsync<News>("latest") ?? new News();
            }
            {{clause}} (Exception ex)
            {
                logger.LogError(ex, "no news");
                return {{answer}};
            }
        }
        """);

    [Theory]
    [InlineData("new News { Message = \"\", Ids = new List<int>() }")]
    [InlineData("new News { Message = string.Empty }")]
    [InlineData("new News { Message = null, Ids = [] }")]
    [InlineData("new News { Errors = new() }")]
    [InlineData("new News { Errors = [], Message = \"\" }")]
    public Task EmptyTextOrListUnderANameForWords_Reports(string answer) => Verify.VerifyAnalyzerAsync(Digest("[|catch|]", answer));

    [Theory]
    [InlineData("new News { Message = \"No news could be read.\", Ids = new List<int>() }")]
    [InlineData("new News { Message = ex.Message }")]
    [InlineData("new News { Errors = [ex.Message] }")]
    [InlineData("new News { Errors = new() { \"no news\" } }")]
    public Task WordsUnderANameForThem_IsQuiet(string answer) => Verify.VerifyAnalyzerAsync(Digest("catch", answer));

    /// <summary>Whoever calls over HTTP gets the text with a status of success.</summary>
    [Fact]
    public Task SentenceOfAnAction_Reports() =>
        new Verify.Test { TestCode = Page("[|catch|]", "ViewBag.Summary = await SummarizeAsync(path);", "public") + Start, OutputKind = OutputKind.ConsoleApplication }.RunAsync();

    [Theory]
    [InlineData(OutputKind.ConsoleApplication, "catch", Start)]
    [InlineData(OutputKind.DynamicallyLinkedLibrary, "[|catch|]", "")]
    public Task SentenceThatAProgramWritesToTheConsole_IsQuiet_InALibraryReports(OutputKind kind, string clause, string start) => new Verify.Test
    {
        TestCode = Service($$"""
            public async Task<string> AskAsync(string question)
            {
                try
                {
                    return await client.GetStringAsync(question);
                }
                {{clause}} (Exception ex)
                {
                    logger.LogError(ex, "not asked");
                    return $"The model did not answer: {ex.Message}";
                }
            }

            public async Task RunAsync() => Console.WriteLine(await AskAsync("weather"));
            """) + start,
        OutputKind = kind,
    }.RunAsync();

    [Theory]
    [InlineData("ViewBag.Error = \"The rates cannot be shown now.\";", "catch")]
    [InlineData("ViewState.Error = \"The rates cannot be shown now.\";", "[|catch|]")]
    public Task EmptyListAndWordsInTheBagOfTheView_IsQuiet(string words, string clause) => Verify.VerifyAnalyzerAsync(File($$"""
        public class RatesController(HttpClient client) : Controller
        {
            private dynamic ViewState { get; } = new System.Dynamic.ExpandoObject();

            public async Task<IActionResult> Index() => View(await ReadAsync());

            private async Task<List<string>> ReadAsync()
            {
                _ = ViewState;
                try
                {
                    return (await client.GetFromJsonAsync<List<string>>("rates"))!;
                }
                {{clause}} (Exception)
                {
                    {{words}}
                    return new List<string>();
                }
            }
        }
        """));

    private const string Start = "\npublic static class Program { public static void Main() { } }\n";

    private static string Synchronizer(string clause, string body) => File($$"""
        public class SyncController(HttpClient client, ILogger<SyncController> logger) : Controller
        {
            public IActionResult Index()
            {
                ViewData["Categories"] = SyncCategories();
                return View();
            }

            public string SyncCategories()
            {
                try
                {
                    var text = client.GetStringAsync("categories").Result;
                    var names = JsonSerializer.Deserialize<List<string>>(text)!;
                    var added = names.Count;
                    {{body.Replace("\n", "\n                ")}}
                }
                {{clause}} (Exception ex)
                {
                    logger.LogError(ex, "not synchronized");
                    return "Something went wrong with the categories!";
                }
            }

            private static void Fill(ref string parts) => parts += "x";

            private static void Copy(System.Text.StringBuilder parts) => parts.Append('x');
        }
        """);

    private static string Page(string clause, string call, string access = "private", string answer = "\"The text cannot be summarized at the moment.\"") => File($$"""
        public class NotesController(HttpClient client, ILogger<NotesController> logger) : Controller
        {
            public async Task<IActionResult> Index(string path)
            {
                {{call.Replace("\n", "\n        ")}}
                return View();
            }

            {{access}} async Task<string> SummarizeAsync(string path)
            {
                try
                {
                    return await client.GetStringAsync(path);
                }
                {{clause}} (Exception ex)
                {
                    logger.LogError(ex, "not summarized");
                    return {{answer}};
                }
            }
        }
        """);
}
