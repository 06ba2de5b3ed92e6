using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Catches as public repositories have them, each test named after the place.</summary>
public class IA4001PatternTests
{
    [Fact]
    public Task EClinicUpdateAnswerHandler_Repository_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public interface IMongoDBRepository<T>
        {
            Task<T?> GetAsync(Guid id);

            Task UpdateAsync(T entity);

            Task DeleteAsync(Guid id);
        }

        public class MongoDBRepository<T> : IMongoDBRepository<T>
            where T : class
        {
            private readonly Dictionary<Guid, T> _all = new();

            public Task<T?> GetAsync(Guid id) => Task.FromResult(_all.TryGetValue(id, out var value) ? value : null);

            public Task UpdateAsync(T entity) => Task.CompletedTask;

            public Task DeleteAsync(Guid id) => Task.FromResult(_all.Remove(id));
        }

        public class UpdateAnswerHandler(IMongoDBRepository<object> repository, ILogger<UpdateAnswerHandler> logger)
        {
            public async Task<ObjectResult> Handle(Guid id, CancellationToken cancellationToken)
            {
                try
                {
                    var answer = await repository.GetAsync(id);
                    if (answer == null)
                        return new ObjectResult("Answer not found") { StatusCode = 404 };
                    await repository.UpdateAsync(answer);
                    await repository.DeleteAsync(id);
                    return new ObjectResult("Update Answer Success.");
                }
                catch (Exception ex)
                {
                    logger.LogError(ex.Message);
                    return new ObjectResult(null) { StatusCode = 500 };
                }
            }
        }

        public class Other(HttpClient client)
        {
            public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);
        }
        """));

    [Fact]
    public Task OctokitCachingHttpClient_Cache_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public interface IResponseCache
        {
            Task<string?> GetAsync(HttpRequestMessage request);

            Task SetAsync(HttpRequestMessage request, string response);
        }

        public class CachingHttpClient(HttpClient client, IResponseCache cache)
        {
            public async Task<string> Send(HttpRequestMessage request)
            {
                if (await TryGetCachedResponse(request) is { } cached)
                    return cached;
                using var response = await client.SendAsync(request);
                var text = await response.Content.ReadAsStringAsync();
                await TrySetCachedResponse(request, text);
                return text;
            }

            private async Task<string?> TryGetCachedResponse(HttpRequestMessage request)
            {
                try
                {
                    return await cache.GetAsync(request);
                }
                catch (Exception)
                {
                    return null;
                }
            }

            private async Task TrySetCachedResponse(HttpRequestMessage request, string response)
            {
                try
                {
                    await cache.SetAsync(request, response);
                }
                catch (Exception ex)
                {
                    Console.WriteLine(ex);
                }
            }
        }
        """));

    [Fact]
    public Task OmbiCouchPotatoSync_JobBoundary_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public interface IJob
        {
            Task Execute(object context);
        }

        public interface IBaseJob : IJob, IDisposable;

        public interface ICouchPotatoSync : IBaseJob;

        public sealed class CouchPotatoSync(HttpClient client, ILogger<CouchPotatoSync> log) : ICouchPotatoSync
        {
            public async Task Execute(object job)
            {
                try
                {
                    log.LogInformation("Getting all active movies from CP");
                    await client.GetFromJsonAsync<string[]>("movies");
                }
                catch (Exception e)
                {
                    log.LogError(e, "error when trying to get movies from CP");
                }
            }

            public void Dispose()
            {
            }
        }
        """));

    [Fact]
    public Task ResultFailEx_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public class Result<T>
        {
            public Exception? Error { get; private init; }

            public static Result<T> Ok(T value) => new();

            public static Result<T> Fail(Exception error) => new() { Error = error };
        }

        public class Rates(HttpClient client)
        {
            public async Task<Result<string>> GetAsync()
            {
                try
                {
                    return Result<string>.Ok(await client.GetStringAsync("rates"));
                }
                catch (Exception ex)
                {
                    return Result<string>.Fail(ex);
                }
            }
        }
        """));

    [Fact]
    public Task OmbiApi_DocumentedFallback_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public interface ICacheService
        {
            Task<T> GetOrAddAsync<T>(string key, Func<Task<T>> factory);

            void Remove(string key);
        }

        public class Api(HttpClient client, ICacheService cache, ILogger<Api> logger)
        {
            public async Task<T?> Request<T>(string uri, CancellationToken cancellationToken = default)
            {
                try
                {
                    return await cache.GetOrAddAsync(uri, async () => await ExecuteRequest<T>(uri, cancellationToken));
                }
                catch (JsonException ex)
                {
                    // Deserialization failed - evict cache and retry
                    logger.LogWarning(ex, "Deserialization failed");
                    cache.Remove(uri);
                    return await ExecuteRequest<T>(uri, cancellationToken);
                }
                catch (Exception ex)
                {
                    // Cache service failed - log and proceed without cache
                    logger.LogWarning(ex, "Cache read failed");
                    return await ExecuteRequest<T>(uri, cancellationToken);
                }
            }

            private async Task<T?> ExecuteRequest<T>(string uri, CancellationToken cancellationToken)
            {
                using var response = await client.GetAsync(uri, cancellationToken);
                return await response.Content.ReadFromJsonAsync<T>(cancellationToken);
            }
        }
        """));

    [Fact]
    public Task RequestrrSonarrClientV4_NewExceptionWithoutInner_Reports() => Verify.VerifyAnalyzerAsync(File("""
        public class SonarrClientV4(HttpClient httpClient, ILogger<SonarrClientV4> logger)
        {
            public async Task<IList<string>?> GetRootPaths()
            {
                try
                {
                    var response = await HttpGetAsync("rootfolder");
                    var jsonResponse = await response.Content.ReadAsStringAsync();
                    return Newtonsoft.Json.JsonConvert.DeserializeObject<IList<string>>(jsonResponse);
                }
                [|catch|] (System.Exception ex)
                {
                    logger.LogWarning(ex, "An error while getting Sonarr root paths: " + ex.Message);
                }

                throw new System.Exception("An error occurred while getting Sonarr root paths");
            }

            public async Task<string> GetProfile()
            {
                try
                {
                    var response = await HttpGetAsync("profile");
                    return await response.Content.ReadAsStringAsync();
                }
                catch
                {
                    throw new Exception("Base url does not match what is set in Sonarr"); // IA4004 has it.
                }
            }

            private Task<HttpResponseMessage> HttpGetAsync(string url) => HttpGetAsync(httpClient, url);

            private static async Task<HttpResponseMessage> HttpGetAsync(HttpClient client, string url)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, url);
                return await client.SendAsync(request);
            }
        }
        """));

    [Fact]
    public Task RequestrrSonarrClientV4_TestConnection_BodyLooksAtTheType_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task TestAsync()
        {
            try
            {
                await client.GetStringAsync("config/host");
            }
            catch (HttpRequestException ex)
            {
                logger.LogWarning(ex, "Error while testing Sonarr connection");
                throw new Exception("Invalid host and/or port");
            }
            catch (System.Exception ex)
            {
                logger.LogWarning(ex, "Error while testing Sonarr connection");
                if (ex.GetType() == typeof(System.Exception))
                    throw;
                throw new Exception("Invalid host and/or port");
            }
        }
        """));

    [Fact]
    public Task ThirdPartyApiDocumoController_MessageToOurCaller_Reports() => Verify.VerifyAnalyzerAsync(File("""
        [Route("api/[controller]")]
        [ApiController]
        public class DocumoController(HttpClient client) : ControllerBase
        {
            [HttpPost]
            public async Task<IActionResult> Send(string model)
            {
                try
                {
                    var request = new HttpRequestMessage(HttpMethod.Post, "fax") { Content = new StringContent(model) };
                    var response = await client.SendAsync(request);
                    response.EnsureSuccessStatusCode();
                    return Ok(new { ResponseContent = await response.Content.ReadAsStringAsync() });
                }
                [|catch|] (Exception ex)
                {
                    return BadRequest(ex.Message);
                }
            }

            [HttpPut]
            public async Task<IActionResult> SendBy(string model)
            {
                try
                {
                    var response = await client.PostAsync("fax", new StringContent(model));
                    return Ok(await response.Content.ReadAsStringAsync());
                }
                [|catch|] (Exception ex)
                {
                    return StatusCode(500, "An error occurred: " + ex.Message);
                }
            }
        }
        """));

    [Fact]
    public Task EShopOrderService_EmptyResultAsSuccess_IsLeftToIA4002_IsQuiet() => Verify.VerifyAnalyzerAsync(EShop("catch"));

    [Fact]
    public Task AllRethrowingCatches_IsQuiet() => Verify.VerifyAnalyzerAsync(Clauses("""
        catch (Exception ex)
        {
            if (logger.IsEnabled(LogLevel.Debug))
                logger.LogDebug(ex, "failed");
            else
                logger.LogError("failed");
            throw;
        }
        """));

    private static string EShop(string clause) => File($$"""
        public interface IRequestProvider
        {
            Task<T?> GetAsync<T>(string uri, string token = "");
        }

        public class RequestProvider : IRequestProvider
        {
            private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(30) };

            public async Task<T?> GetAsync<T>(string uri, string token = "")
            {
                var response = await _client.GetAsync(uri).ConfigureAwait(false);
                return await response.Content.ReadFromJsonAsync<T>();
            }
        }

        public class Order;

        public class OrderService(IRequestProvider requestProvider)
        {
            public async Task<Order> GetOrderAsync(int orderId)
            {
                try
                {
                    return (await requestProvider.GetAsync<Order>("orders/" + orderId).ConfigureAwait(false))!;
                }
                {{clause}}
                {
                    return new Order();
                }
            }
        }
        """);
}
