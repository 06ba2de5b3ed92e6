using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Clauses that tell by a Boolean, or by a logger's own method.</summary>
public class IA4001AnswerTests
{
    private static string Sends(string signature, string clause) => Service($$"""
        public async {{signature}}
        {
            try
            {
                using var response = await client.PostAsync("fax", null, token);
                response.EnsureSuccessStatusCode();
                return true;
            }
        {{clause}}
        }
        """);

    [Theory]
    [InlineData("Task<bool> SendAsync(CancellationToken token)")]
    [InlineData("ValueTask<bool> RefundAsync(CancellationToken token)")]
    public Task FalseForEveryFailure_Reports(string signature) => Verify.VerifyAnalyzerAsync(Sends(signature, """
            [|catch|] (Exception)
            {
                return false;
            }
        """));

    [Theory]
    [InlineData("Task<bool> IsUpAsync(CancellationToken token)")]
    [InlineData("Task<bool> TrySendAsync(CancellationToken token)")]
    [InlineData("Task<bool> PingAsync(CancellationToken token)")]
    [InlineData("Task<bool> ServiceAvailableAsync(CancellationToken token)")]
    public Task FalseAnswersTheQuestion_IsQuiet(string signature) => Verify.VerifyAnalyzerAsync(Sends(signature, """
            catch (Exception)
            {
                return false;
            }
        """));

    /// <summary>Coflnet/SkyApi: what was begun is tidied up, and the failure that led there goes on whatever comes of that.</summary>
    [Theory]
    [InlineData("throw;", "catch")]
    [InlineData("throw new InvalidOperationException(\"fax\");", "[|catch|]")]
    public Task TidyingUpBeforeTheFailureGoesOn_IsQuiet(string end, string clause) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task<bool> RefreshAsync(CancellationToken token)
        {
            try
            {
                return await ReadAsync(token);
            }
            catch
            {
                try
                {
                    using var released = await client.DeleteAsync("marker", token);
                    released.EnsureSuccessStatusCode();
                }
                {{clause}} (Exception ex)
                {
                    logger.LogWarning(ex, "marker");
                }

                {{end}}
            }
        }

        private static Task<bool> ReadAsync(CancellationToken token) => Task.FromResult(!token.IsCancellationRequested);
        """));

    [Fact]
    public Task LoggerMessageMethod_Reports() => Verify.VerifyAnalyzerAsync(File("""
        public partial class Service(HttpClient client, ILogger<Service> logger)
        {
            public async Task<string> GetAsync(CancellationToken token)
            {
                try
                {
                    return await client.GetStringAsync("fax", token);
                }
                [|catch|] (Exception ex)
                {
                    FaxLost(logger, ex);
                    return "";
                }
            }

            [LoggerMessage(1, LogLevel.Error, "lost")]
            private static partial void FaxLost(ILogger logger, Exception exception);

            private static partial void FaxLost(ILogger logger, Exception exception) => logger.Log(LogLevel.Error, exception, "lost");
        }
        """));

    [Fact]
    public Task LoggerMessageDelegate_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        private static readonly Action<ILogger, Exception?> Lost = LoggerMessage.Define(LogLevel.Error, new EventId(1), "lost");

        public async Task<string> GetAsync(CancellationToken token)
        {
            try
            {
                return await client.GetStringAsync("fax", token);
            }
            [|catch|] (Exception ex)
            {
                Lost(logger, ex);
                return "";
            }
        }
        """));

    [Fact]
    public Task HandedToAHandler_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> GetAsync(CancellationToken token, Action<Exception> handle)
        {
            try
            {
                return await client.GetStringAsync("fax", token);
            }
            catch (Exception ex)
            {
                handle(ex);
                return "";
            }
        }

        public ILogger Log => logger;
        """));

    /// <summary>A text of the exception tells no failure from another; a number of its own does.</summary>
    [Theory]
    [InlineData("ex.Message", "[|catch|]")]
    [InlineData("ex.StackTrace", "[|catch|]")]
    [InlineData("ex.Source", "[|catch|]")]
    [InlineData("ex.HelpLink", "[|catch|]")]
    [InlineData("ex.TargetSite?.Name", "[|catch|]")]
    [InlineData("ex.ToString()", "[|catch|]")]
    [InlineData("ex.GetBaseException().Message", "[|catch|]")]
    [InlineData("ex.HResult", "catch")]
    public Task TextOfTheExceptionLogged_Reports(string part, string clause) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task<List<string>> FindAsync(string words)
        {
            try
            {
                return [await client.GetStringAsync("search/" + words)];
            }
            {{clause}} (Exception ex)
            {
                logger.LogError("The search failed: {Part}", {{part}});
                return [];
            }
        }
        """));

    [Theory]
    [InlineData("return \"https://videos.example.com/one\";", "[|catch|]")]
    [InlineData("return DefaultVideo;", "[|catch|]")]
    [InlineData("return \"nothing was found\";", "catch")]
    [InlineData("return NoVideo;", "catch")]
    [InlineData("return PlaceholderVideo;", "catch")]
    [InlineData("return EmptyPicture;", "catch")]
    [InlineData("return Jpg;", "catch")]
    [InlineData("return Jpeg;", "catch")]
    [InlineData("return Gif;", "catch")]
    [InlineData("return Svg;", "catch")]
    [InlineData("return WebP;", "catch")]
    public Task AbsoluteBot_LinkInPlaceOfTheOneAskedFor_Reports(string answer, string clause) => Verify.VerifyAnalyzerAsync(Service($$"""
        private const string DefaultVideo = "https://videos.example.com/one";
        private const string NoVideo = "nothing was found";
        private const string PlaceholderVideo = "https://videos.example.com/none";
        private const string EmptyPicture = "https://videos.example.com/none.png";
        private const string Jpg = "https://videos.example.com/none.jpg";
        private const string Jpeg = "https://videos.example.com/none.jpeg";
        private const string Gif = "https://videos.example.com/none.GIF";
        private const string Svg = "https://videos.example.com/none.svg";
        private const string WebP = "https://videos.example.com/none.webp";

        public string[] Defaults => [DefaultVideo, NoVideo, PlaceholderVideo, EmptyPicture, Jpg, Jpeg, Gif, Svg, WebP];

        public async Task<string> FindAsync(string words, CancellationToken token)
        {
            try
            {
                var page = await client.GetStringAsync("search/" + words, token);
                return $"https://videos.example.com/{page.Length}";
            }
            catch (HttpRequestException ex)
            {
                logger.LogError(ex, "The search failed");
                {{answer}}
            }
            {{clause}} (Exception ex)
            {
                logger.LogError(ex, "Something else failed");
                {{answer}}
            }
        }
        """));

    [Theory]
    [InlineData("private const decimal DefaultRate = 1m;", "[|catch|]")]
    [InlineData("private const decimal FailedRate = 1m;", "catch")]
    public Task NamedConstant_IsWhatItHolds(string constant, string clause) => Verify.VerifyAnalyzerAsync(Service($$"""
        {{constant}}

        public async Task<decimal> RateAsync(string code, CancellationToken token)
        {
            try
            {
                return decimal.Parse(await client.GetStringAsync("rates/" + code, token), System.Globalization.CultureInfo.InvariantCulture);
            }
            {{clause}} (Exception ex)
            {
                logger.LogError(ex, "No rate");
                return {{constant.Split(' ')[3]}};
            }
        }
        """));

    [Theory]
    [InlineData("Bad", "catch")]
    [InlineData("Badge", "[|catch|]")]
    public Task OwnResultNamedBad(string name, string clause) => Verify.VerifyAnalyzerAsync(File($$"""
        public abstract record Points { public sealed record Good(int Value) : Points; public sealed record {{name}}(string Source = "") : Points; }

        public class Service(HttpClient client, ILogger<Service> logger)
        {
            public async Task<Points> GetAsync(string member)
            {
                try
                {
                    return new Points.Good(await client.GetFromJsonAsync<int>("points/" + member));
                }
                {{clause}} (Exception ex)
                {
                    logger.LogError(ex, "points of {Member}", member);
                    return new Points.{{name}}("points");
                }
            }
        }
        """));
}
