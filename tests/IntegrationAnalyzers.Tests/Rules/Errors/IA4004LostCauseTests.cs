using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4004LostCause>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

public class IA4004LostCauseTests
{
    internal const string Own = """


        public class ApiException : Exception
        {
            public ApiException(string message) : base(message)
            {
            }

            public ApiException(string message, Exception inner) : base(message, inner)
            {
            }

            public static ApiException Of(Exception inner) => new("failed", inner);
        }
        """;

    [Theory]
    [InlineData("catch (Exception ex)", "new ApiException(ex.Message)")]
    [InlineData("catch (HttpRequestException ex)", "new ApiException(ex.Message)")]
    [InlineData("catch (HttpRequestException ex)", "new ApiException($\"No rate: {ex.StatusCode}\")")]
    [InlineData("catch (HttpRequestException)", "new ApiException(\"no rate\")")]
    [InlineData("catch (TaskCanceledException)", "new InvalidOperationException(\"too slow\")")]
    [InlineData("catch (JsonException)", "new InvalidOperationException(\"no JSON\")")]
    [InlineData("catch", "new Exception(\"failed\")")]
    public Task NewException_WithoutTheCaughtOne_Reports(string clause, string created) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        {{clause}}
        {
            throw [|{{created}}|];
        }
        """) + Own);

    /// <summary>What a clause inside throws in its turn is judged there.</summary>
    [Theory]
    [InlineData("throw new ApiException(\"no rate\");", "catch (Exception other) { throw new ApiException(ex.Message, ex); }")]
    [InlineData("throw new ApiException(\"no rate\");", "catch { logger.LogWarning(\"no rate\"); } throw new ApiException(ex.Message, ex);")]
    public Task ThrownIntoAClauseInside_Bitrix24_IsQuiet(string thrown, string inner) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        catch (HttpRequestException ex)
        {
            try { {{thrown}} } {{inner}}
        }
        """) + Own);

    [Theory]
    [InlineData("catch (JsonException other) { throw new ApiException(other.Message, ex); }")]
    [InlineData("catch (Exception) { throw; }")]
    [InlineData("finally { logger.LogWarning(\"no rate\"); }")]
    public Task ThrownPastAClauseInside_Reports(string inner) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        catch (HttpRequestException ex)
        {
            try { throw [|new ApiException(ex.Message)|]; } {{inner}}
        }
        """) + Own);

    [Theory]
    [InlineData("catch (ApiException) { throw; }", "HttpRequestException")]
    [InlineData("catch (ApiException) { throw; }", "Exception")]
    [InlineData("catch (ApiException own) { logger.LogWarning(own, \"no rate\"); throw; }", "Exception")]
    [InlineData("catch (OperationCanceledException) { throw; } catch (ApiException) { throw; }", "Exception")]
    public Task OwnExceptionLetThroughBefore_Reports(string earlier, string type) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        {{earlier}}
        catch ({{type}} ex)
        {
            throw [|new ApiException(ex.Message)|];
        }
        """) + Own);

    [Theory]
    [InlineData("catch (ApiException) { return null; }")]
    [InlineData("catch (HttpRequestException) { throw; } catch (TaskCanceledException) { throw; } catch (JsonException) { throw; }")]
    public Task OwnExceptionAnsweredBefore_OrAllOfTheLibraryLetThrough_IsQuiet(string earlier) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        {{earlier}}
        catch (Exception ex)
        {
            throw new ApiException(ex.Message);
        }
        """) + Own);

    [Fact]
    public Task OwnExceptionOfAWrapperThatTakesAllLetThroughBefore_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> GetAsync(string code)
        {
            try
            {
                return await Load(code);
            }
            catch (ApiException)
            {
                throw;
            }
            catch (Exception ex)
            {
                throw new InvalidOperationException(ex.Message);
            }
        }

        private async Task<string> Load(string path)
        {
            try
            {
                return await client.GetStringAsync(path);
            }
            catch (Exception ex)
            {
                throw new ApiException("no rate", ex);
            }
        }
        """) + Own);

    [Theory]
    [InlineData("ex is not OperationCanceledException")]
    [InlineData("ex is not (OperationCanceledException or InvalidOperationException)")]
    [InlineData("!(ex is OperationCanceledException)")]
    [InlineData("ex is HttpRequestException or TaskCanceledException")]
    [InlineData("ex is HttpRequestException || ex is JsonException")]
    [InlineData("ex is not OperationCanceledException && !token.IsCancellationRequested")]
    public Task FilterThatNamesOnlyTypesOfFailures_WithoutTheCaughtOne_Reports(string filter) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        catch (Exception ex) when ({{filter}})
        {
            logger.LogError(ex, "no rate");
            throw [|new ApiException(ex.Message)|];
        }
        """) + Own);

    [Theory]
    [InlineData("ex is not HttpRequestException")]
    [InlineData("ex is KeyNotFoundException")]
    [InlineData("ex is HttpRequestException { StatusCode: System.Net.HttpStatusCode.NotFound }")]
    [InlineData("ex is not HttpRequestException { StatusCode: System.Net.HttpStatusCode.NotFound }")]
    [InlineData("ex is HttpRequestException && code.Length == 3")]
    public Task FilterThatLeavesTransportOut_OrAsksForMore_IsQuiet(string filter) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        catch (Exception ex) when ({{filter}})
        {
            throw new ApiException(ex.Message);
        }
        """) + Own);

    [Fact]
    public Task MissingSettingOnTheWayToAFallback_IsQuiet() => Verify.VerifyAnalyzerAsync(Clauses("""
        catch (Exception ex)
        {
            logger.LogWarning(ex, "no rate: asking the other");
            var other = Environment.GetEnvironmentVariable("OTHER_RATES_URL") ?? throw new InvalidOperationException("Set the environment variable OTHER_RATES_URL.");
            return await client.GetFromJsonAsync<Rate>(other + code, token);
        }
        """));

    [Fact]
    public Task NothingCachedEither_TheCauseInTheText_Reports() => Verify.VerifyAnalyzerAsync(Clauses("""
        catch (Exception ex)
        {
            return _last ?? throw [|new InvalidOperationException(ex.Message)|];
        }
        """).Replace("public async", "private Rate? _last;\n\n    public async"));

    [Theory]
    [InlineData("var error = [|new ApiException(\"no rate\")|]; throw error;")]
    [InlineData("Exception error = [|new ApiException(\"no rate\")|]; logger.LogError(error, \"no rate\"); throw error;")]
    [InlineData("var error = [|new ApiException(\"no rate\")|]; logger.LogError(ex, \"no rate: {Text}\", error.Message); throw error;")]
    [InlineData("var error = new ApiException(\"no rate\", ex); throw error;")]
    [InlineData("var error = ApiException.Of(ex); throw error;")]
    [InlineData("var error = new ApiException(\"no rate\"); error.Data[\"cause\"] = ex; throw error;")]
    [InlineData("var error = new ApiException(\"no rate\"); Enrich(error, ex); throw error; void Enrich(Exception to, Exception cause) => to.Data[\"cause\"] = cause;")]
    [InlineData("var error = new ApiException(\"no rate\"); if (code == \"\") error = new ApiException(\"no rate\", ex); throw error;")]
    public Task KeptInALocal(string body) => Verify.VerifyAnalyzerAsync(Clauses($"catch (HttpRequestException ex) {{ {body} }}") + Own);

    [Fact]
    public Task LoggedBefore_Reports() => Verify.VerifyAnalyzerAsync(Clauses("""
        catch (Exception ex)
        {
            logger.LogWarning(ex, "no rate");
            throw [|new Exception("no rate")|];
        }
        """));

    [Fact]
    public Task CallThreeMethodsAway_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> GetAsync(string code)
        {
            try
            {
                return await RateAsync(code);
            }
            catch (HttpRequestException ex)
            {
                throw [|new InvalidOperationException(ex.ToString())|];
            }
        }

        private Task<string> RateAsync(string code) => Load("rates/" + code);

        private async Task<string> Load(string path) => await client.GetStringAsync(path);
        """));

    [Fact]
    public Task OwnExceptionOfTheWrapper_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> GetAsync(string code)
        {
            try
            {
                return await Load(code);
            }
            catch (ApiException ex)
            {
                throw [|new InvalidOperationException(ex.Message)|];
            }
        }

        private async Task<string> Load(string path)
        {
            using var response = await client.GetAsync(path);
            if (!response.IsSuccessStatusCode)
                throw new ApiException("no rate");
            return await response.Content.ReadAsStringAsync();
        }
        """) + Own);

    [Fact]
    public Task RequestrrSonarrClientV4_NewExceptionWithoutInner_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> GetProfile()
        {
            try
            {
                var response = await HttpGetAsync("profile");
                return await response.Content.ReadAsStringAsync();
            }
            catch
            {
                throw [|new Exception("Base url does not match what is set in Sonarr")|];
            }
        }

        private async Task<HttpResponseMessage> HttpGetAsync(string url) => await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, url));
        """));

    [Theory]
    [InlineData("catch (Exception ex)", "throw new ApiException(ex.Message, ex);")]
    [InlineData("catch (Exception ex)", "throw new ApiException(ex.Message, ex.InnerException!);")]
    [InlineData("catch (Exception ex)", "throw ApiException.Of(ex);")]
    [InlineData("catch (Exception ex)", "var wrapped = new ApiException(\"no rate\", ex);\n        throw wrapped;")]
    [InlineData("catch (Exception ex)", "throw new AggregateException(new[] { ex });")]
    [InlineData("catch (Exception)", "throw;")]
    [InlineData("catch (HttpRequestException ex) when (ex.StatusCode == System.Net.HttpStatusCode.NotFound)", "throw new KeyNotFoundException(code);")]
    [InlineData("catch (KeyNotFoundException)", "throw new ApiException(\"no such code\");")]
    [InlineData("catch (TaskCanceledException) when (!token.IsCancellationRequested)", "throw new TimeoutException(\"no rate in time\");")]
    public Task CauseKept_OrOneAnswerTranslated_IsQuiet(string clause, string body) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        {{clause}}
        {
            {{body}}
        }
        """) + Own);

    [Fact]
    public Task ThrownWhereTheBodyLookedAtTheStatus_IsQuiet() => Verify.VerifyAnalyzerAsync(Clauses("""
        catch (HttpRequestException ex)
        {
            if (ex.StatusCode == System.Net.HttpStatusCode.NotFound)
                throw new KeyNotFoundException(code);
            throw;
        }
        """));

    [Fact]
    public Task DuplicatiOAuthHttpClient_CancellationAsTimeout_IsQuiet() => Verify.VerifyAnalyzerAsync(Clauses("""
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"HTTP timeout {client.Timeout} exceeded.");
        }
        """));

    [Theory]
    [InlineData("FlurlHttpTimeoutException", "new TimeoutException(\"odds: \" + e.Message)")]
    [InlineData("FlurlHttpException", "[|new TimeoutException(\"odds: \" + e.Message)|]")]
    public Task TimeoutOfALibraryAsTimeout_IsQuiet(string type, string thrown) => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using System.Threading.Tasks;
        using Flurl.Http;

        public class Odds
        {
            public async Task<string> ReadAsync(IFlurlRequest request)
            {
                try
                {
                    return await request.GetStringAsync();
                }
                catch ({{type}} e)
                {
                    throw {{thrown}};
                }
            }
        }
        """);

    [Fact]
    public Task EasyPostClient_CancellationAsTimeoutOfItsOwn_IsQuiet() => Verify.VerifyAnalyzerAsync(Clauses("""
        catch (TaskCanceledException)
        {
            throw new ApiTimeoutError();
        }
        """) + "\nclass ApiTimeoutError : Exception { }\n");

    [Fact]
    public Task OtherFailureAsTimeoutOfItsOwn_Reports() => Verify.VerifyAnalyzerAsync(Clauses("""
        catch (Exception)
        {
            throw [|new ApiTimeoutError()|];
        }
        """) + "\nclass ApiTimeoutError : Exception { }\n");

    [Fact]
    public Task NoOutboundCall_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public int Parse(string text)
        {
            try
            {
                return int.Parse(text);
            }
            catch (Exception ex)
            {
                throw new InvalidOperationException(ex.Message);
            }
        }
        """));

    [Fact]
    public Task RepositoryWithHttpLikeNames_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public interface IRepository
        {
            Task DeleteAsync(Guid id);
        }

        public class Handler(IRepository repository)
        {
            public async Task Handle(Guid id)
            {
                try
                {
                    await repository.DeleteAsync(id);
                }
                catch (Exception)
                {
                    throw new InvalidOperationException("not deleted");
                }
            }
        }

        public class Other(HttpClient client)
        {
            public Task<HttpResponseMessage> DeleteAsync(Guid id) => client.DeleteAsync("x/" + id);
        }
        """));

    [Fact]
    public Task ThrownInAnInnerClauseOfTheBody_IsQuiet() => Verify.VerifyAnalyzerAsync(Clauses("""
        catch (HttpRequestException)
        {
            try
            {
                return new Rate(decimal.Parse(code));
            }
            catch (FormatException)
            {
                throw new ArgumentException("not a code", nameof(code));
            }
        }
        """));

    [Theory]
    [InlineData("throw [|Failures.Of(ex.Message)|];")]
    [InlineData("throw [|Failures.Said(ex)|];")]
    [InlineData("throw Failures.Wrapped(ex);")]
    [InlineData("throw Failures.Told(ex);")]
    public Task ExceptionMadeByAHelper(string thrown) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        catch (HttpRequestException ex)
        {
            {{thrown}}
        }
        """) + Own + """


        public static class Failures
        {
            public static ApiException Of(string reason) => new("failed: " + reason);

            public static Exception Said(HttpRequestException cause)
            {
                return new ApiException(cause.Message);
            }

            public static ApiException Wrapped(Exception cause) => new("failed", cause);

            public static Exception Told(HttpRequestException cause) => new ApiException(cause.StatusCode == System.Net.HttpStatusCode.NotFound ? "gone" : "failed");
        }
        """);

    [Fact]
    public Task HelperThatDropsTheCause_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> GetAsync(string code)
        {
            try
            {
                return await client.GetStringAsync("rates/" + code);
            }
            catch (HttpRequestException ex)
            {
                throw [|Failed(ex)|];
            }
        }

        public ILogger Log => logger;

        private static Exception Failed(Exception ex) => new InvalidOperationException(ex.Message);
        """));

    [Theory]
    [InlineData("var status = ex.StatusCode; if (status == System.Net.HttpStatusCode.NotFound) throw new KeyNotFoundException(code); throw;")]
    [InlineData("var status = ex?.StatusCode; switch (status) { case System.Net.HttpStatusCode.NotFound: throw new KeyNotFoundException(code); default: throw; }")]
    [InlineData("var status = (int?)ex.StatusCode; if (status is 401 or 403) throw new ApiException(\"refused\"); throw new ApiException(\"failed\", ex);")]
    [InlineData("var status = (int?)ex.StatusCode ?? 0; throw status == 404 ? new KeyNotFoundException(code) : new ApiException(\"failed\", ex);")]
    [InlineData("var text = ex.Data[\"body\"] as string; if (text == \"Invalid API key\") throw new ApiException(\"refused\"); throw;")]
    public Task OneAnswerSingledOutByALocal_OrderCloudCardConnectClient_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        catch (HttpRequestException ex)
        {
            {{body}}
        }
        """) + Own);

    [Theory]
    [InlineData("var status = ex.StatusCode; if (status == null) throw [|new ApiException(\"no answer\")|]; throw;")]
    [InlineData("var status = ex.StatusCode; if (status is not null) throw [|new ApiException(\"refused\")|]; throw;")]
    [InlineData("var status = ex.StatusCode; if (status is null) throw [|new ApiException(\"no answer\")|]; throw;")]
    [InlineData("var status = ex.StatusCode; if (!status.HasValue) throw [|new ApiException(\"no answer\")|]; throw;")]
    [InlineData("var status = client.Timeout.Seconds; if (status == 3) throw [|new ApiException(\"no answer\")|]; throw;")]
    public Task NoAnswerAtAll_OrSomethingElseAsked_Reports(string body) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        catch (HttpRequestException ex)
        {
            {{body}}
        }
        """) + Own);

    /// <summary>skuvault-integrations/channelAdvisorAccess, ItemsService.</summary>
    [Theory]
    [InlineData("var known = ex as ApiException; if (known != null && known.Message.Length > 3) throw new ApiException(known.Message, known); throw new ApiException(\"failed\", ex);")]
    [InlineData("if (ex is not ApiException known) throw; throw new InvalidOperationException(known.Message, known);")]
    [InlineData("var inner = ex.InnerException ?? ex; throw new InvalidOperationException(inner.Message, inner);")]
    [InlineData("var inner = ex.GetBaseException(); throw inner is ApiException ? new ApiException(\"theirs\") : new InvalidOperationException(\"failed\", ex);")]
    public Task CaughtOneUnderAnotherName_ChannelAdvisorItemsService_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        catch (Exception ex)
        {
            {{body}}
        }
        """) + Own);

    [Theory]
    [InlineData("var message = ex.Message; throw [|new ApiException(message)|];")]
    [InlineData("var other = new ApiException(\"other\"); throw [|new InvalidOperationException(\"failed\", other)|];")]
    [InlineData("var known = ex as ApiException; logger.LogError(known, \"failed\"); throw [|new ApiException(\"failed\")|];")]
    public Task PartsOfTheCaughtOneOrAnother_Report(string body) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        catch (Exception ex)
        {
            {{body}}
        }
        """) + Own);
}
