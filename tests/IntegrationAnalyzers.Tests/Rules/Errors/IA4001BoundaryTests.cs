using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Where nothing of the application is above the clause.</summary>
public class IA4001BoundaryTests
{
    private const string Guarded = """
        try
        {
            await client.GetStringAsync("x");
        }
        catch (Exception ex)
        {
            logger.LogError(ex, "failed");
        }
        """;

    private const string Reported = """
        try
        {
            await client.GetStringAsync("x");
        }
        [|catch|] (Exception ex)
        {
            logger.LogError(ex, "failed");
        }
        """;

    [Fact]
    public Task TopLevelStatements_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            Console.WriteLine(await client.GetStringAsync(args[0]));
        }
        catch (Exception ex)
        {
            Console.Error.WriteLine(ex.Message);
            return 1;
        }

        return 0;
        """));

    [Fact]
    public Task Main_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public static class Program
        {
            public static async Task<int> Main(string[] args)
            {
                using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
                try
                {
                    Console.WriteLine(await client.GetStringAsync(args[0]));
                    return 0;
                }
                catch (Exception ex)
                {
                    Console.Error.WriteLine(ex.Message);
                    return 1;
                }
            }
        }
        """));

    [Theory]
    [InlineData("public class Sync(HttpClient client, ILogger<Sync> logger) : BackgroundService", "protected override async Task ExecuteAsync(CancellationToken stoppingToken)")]
    [InlineData("public class Sync(HttpClient client, ILogger<Sync> logger) : IHostedService", "public Task StopAsync(CancellationToken token) => Task.CompletedTask;\n\n    public async Task StartAsync(CancellationToken token)")]
    [InlineData("public interface IJob { Task Execute(object context); }\n\npublic class Sync(HttpClient client, ILogger<Sync> logger) : IJob", "public async Task Execute(object context)")]
    [InlineData("public interface IConsumer<T> { Task Consume(T message); }\n\npublic class Sync(HttpClient client, ILogger<Sync> logger) : IConsumer<string>", "public async Task Consume(string message)")]
    [InlineData("public interface INotificationHandler<T> { Task Handle(T message, CancellationToken token); }\n\npublic class Sync(HttpClient client, ILogger<Sync> logger) : INotificationHandler<string>", "public async Task Handle(string message, CancellationToken token)")]
    [InlineData("public class Sync(HttpClient client, ILogger<Sync> logger)", "public async Task InvokeAsync(Microsoft.AspNetCore.Http.HttpContext context)")]
    [InlineData("public class Sync(HttpClient client, ILogger<Sync> logger) : Microsoft.AspNetCore.Mvc.Filters.IAsyncExceptionFilter", "public async Task OnExceptionAsync(Microsoft.AspNetCore.Mvc.Filters.ExceptionContext context)")]
    [InlineData("public class Sync(HttpClient client, ILogger<Sync> logger)", "public async void OnClick(object sender, EventArgs e)")]
    [InlineData("public class Sync(HttpClient client, ILogger<Sync> logger)", "public async void Refresh()")]
    public Task Boundary_ThatLogs_IsQuiet(string type, string method) => Verify.VerifyAnalyzerAsync(File(type + "\n{\n    " + method + "\n    {\n" + Guarded + "\n    }\n}"));

    [Fact]
    public Task HealthCheck_IsQuiet() => Verify.VerifyAnalyzerAsync("using Microsoft.Extensions.Diagnostics.HealthChecks;\n" + File("""
        public class Upstream(HttpClient client) : IHealthCheck
        {
            public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
            {
                try
                {
                    await client.GetStringAsync("health", cancellationToken);
                    return HealthCheckResult.Healthy();
                }
                catch (Exception ex)
                {
                    return HealthCheckResult.Unhealthy(ex.Message);
                }
            }
        }
        """));

    [Fact]
    public Task WorkersOwnMethod_IsQuiet() => Verify.VerifyAnalyzerAsync(File($$"""
        public class Sync(HttpClient client, ILogger<Sync> logger) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                while (!stoppingToken.IsCancellationRequested)
                    await RunAsync();
            }

            private async Task RunAsync()
            {
        {{Guarded}}
            }
        }
        """));

    [Fact]
    public Task TimerCallback_IsQuiet() => Verify.VerifyAnalyzerAsync(Service($$"""
        private Timer? _timer;

        public void Start() => _timer = new Timer(Tick, null, 0, 1000);

        public void Stop() => _timer?.Dispose();

        private void Tick(object? state)
        {
            try
            {
                client.Send(new HttpRequestMessage());
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "failed");
            }
        }
        """));

    [Fact]
    public Task FireAndForget_IsQuiet() => Verify.VerifyAnalyzerAsync(Service($$"""
        public void Start()
        {
            _ = Task.Run(async () =>
            {
        {{Guarded}}
            });
        }
        """));

    [Fact]
    public Task AwaitedTaskRun_Reports() => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task StartAsync()
        {
            await Task.Run(async () =>
            {
        {{Reported}}
            });
        }
        """));

    [Fact]
    public Task PerItemOfAWorkersLoop_IsQuiet() => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task RunAsync(IEnumerable<string> items)
        {
            foreach (var item in items)
            {
        {{Guarded}}
            }
        }
        """));

    [Fact]
    public Task PerItemWithAPartialResult_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<List<string>> LoadAsync(IEnumerable<string> items)
        {
            var all = new List<string>();
            foreach (var item in items)
            {
                try
                {
                    all.Add(await client.GetStringAsync(item));
                }
                [|catch|] (Exception ex)
                {
                    logger.LogError(ex, "failed");
                }
            }

            return all;
        }
        """));

    [Fact]
    public Task AttemptLoop_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task SendAsync()
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                try
                {
                    await client.GetStringAsync("x");
                    return;
                }
                [|catch|] (Exception ex)
                {
                    logger.LogError(ex, "again");
                }
            }
        }
        """));

    [Fact]
    public Task DelegatingHandler_IsNoBoundary_Reports() => Verify.VerifyAnalyzerAsync(File("""
        public class Fallback(ILogger<Fallback> logger) : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                try
                {
                    return await base.SendAsync(request, cancellationToken);
                }
                [|catch|] (Exception ex)
                {
                    logger.LogError(ex, "failed");
                    return new HttpResponseMessage(System.Net.HttpStatusCode.BadGateway);
                }
            }
        }
        """));

    [Fact]
    public Task MinimalApiHandler_IsNoBoundary_Reports() => Verify.VerifyAnalyzerAsync(File("""
        var app = Microsoft.AspNetCore.Builder.WebApplication.Create(args);
        var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/", async () =>
        {
            try
            {
                return await client.GetStringAsync(args[0]);
            }
            [|catch|] (Exception ex)
            {
                app.Logger.LogError(ex, "failed");
                return "";
            }
        });
        app.Run();
        """));

    [Fact]
    public Task PrivateMethodAwaitedByOthers_Reports() => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task StartAsync()
        {
            await LoadAsync();
        }

        private async Task LoadAsync()
        {
        {{Reported}}
        }
        """));

    [Theory]
    [InlineData("InvoiceCreatedHandler", "HandleAsync(InvoiceEvent message)")]
    [InlineData("AttachmentsConsumer", "HandleEventAsync(QueuedMessage message)")]
    [InlineData("PaidSubscriber", "Handle(PaidNotification message)")]
    [InlineData("PaidListener", "HandleEvent(PaidNotification message)")]
    [InlineData("PaidConsumer", "Consume(QueuedMessage message)")]
    [InlineData("PaidConsumer", "ConsumeAsync(QueuedMessage message)")]
    public Task BitwardenInvoiceCreatedHandler_MessageHandlerByItsNames_IsQuiet(string type, string signature) => Verify.VerifyAnalyzerAsync(Handler(type, "Task", signature, Guarded));

    /// <summary>Who sends a command hears how it went.</summary>
    [Theory]
    [InlineData("PayInvoiceHandler", "Task", "HandleAsync(PayInvoice message)")]
    [InlineData("InvoiceCreatedHandler", "Task", "LoadAsync(InvoiceEvent message)")]
    [InlineData("Invoices", "Task", "HandleAsync(InvoiceEvent message)")]
    public Task HandlerWithACaller_Reports(string type, string result, string signature) => Verify.VerifyAnalyzerAsync(Handler(type, result, signature, Reported));

    private static string Handler(string type, string result, string signature, string body) => File($$"""
        public class InvoiceEvent { }

        public class QueuedMessage { }

        public class PaidNotification { }

        public class PayInvoice { }

        public class {{type}}(HttpClient client, ILogger<{{type}}> logger)
        {
            public async {{result}} {{signature}}
            {
        {{body}}
            }
        }
        """);
}
