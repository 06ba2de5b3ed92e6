using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Members by which a framework enters an application, known by the names of its types: nobody of the application is above.</summary>
public sealed class IA4001EntryTests
{
    private static string Type(string bases, string attribute, string method, string mark = "catch") => File($$"""
        public class Sync(HttpClient client, ILogger<Sync> logger){{bases}}
        {
            {{attribute}}public async Task {{method}}(string message)
            {
                try
                {
                    await client.GetStringAsync("x");
                }
                {{mark}} (Exception ex)
                {
                    logger.LogError(ex, "failed");
                }
            }
        }
        """);

    [Theory]
    [InlineData("IHostedLifecycleService")]
    [InlineData("IJob")]
    [InlineData("IInvocable")]
    [InlineData("IAsyncBackgroundJob")]
    [InlineData("IScheduledTask")]
    [InlineData("IScheduleTask")]
    [InlineData("AsyncBackgroundJob")]
    [InlineData("BackgroundJob")]
    [InlineData("BackgroundWorker")]
    [InlineData("ServiceBase")]
    [InlineData("AsyncPeriodicBackgroundWorkerBase")]
    [InlineData("PeriodicBackgroundWorkerBase")]
    public Task Worker_IsQuiet(string type) => Verify.VerifyAnalyzerAsync(Type(" : Work." + type, "", "RunAsync") + Declared("Work", type));

    [Theory]
    [InlineData("IFunctionsWorkerMiddleware", "Invoke")]
    [InlineData("IExceptionFilter", "OnException")]
    [InlineData("ExceptionFilterAttribute", "OnExceptionAsync")]
    [InlineData("IConsumer", "Consume")]
    [InlineData("IConsumer", "HandleEventAsync")]
    [InlineData("IConsumer", "HandleEvent")]
    [InlineData("IHandleMessages", "Handle")]
    [InlineData("INotificationHandler", "Handle")]
    [InlineData("IIntegrationEventHandler", "Handle")]
    [InlineData("IDynamicIntegrationEventHandler", "Handle")]
    [InlineData("IDistributedEventHandler", "HandleEventAsync")]
    [InlineData("ILocalEventHandler", "HandleEventAsync")]
    [InlineData("IEventHandler", "Handle")]
    [InlineData("IEventHandler", "HandleAsync")]
    [InlineData("IEventHandler", "HandleEventAsync")]
    [InlineData("IMessageHandler", "Handle")]
    [InlineData("IMessageHandler", "HandleAsync")]
    [InlineData("IEventConsumer", "HandleEventAsync")]
    [InlineData("IEventConsumer", "HandleEvent")]
    public Task MemberOfARoot_IsQuiet(string type, string method) => Verify.VerifyAnalyzerAsync(Type(" : Work." + type, "", method) + Declared("Work", type));

    [Theory]
    [InlineData("Function")]
    [InlineData("FunctionName")]
    [InlineData("RelayCommand")]
    [InlineData("ReactiveCommand")]
    [InlineData("CapSubscribe")]
    [InlineData("JSInvokable")]
    [InlineData("AutomaticRetry")]
    public Task MarkedAsAnEntry_IsQuiet(string attribute) => Verify.VerifyAnalyzerAsync(Type("", $"[Work.{attribute}] ", "RunAsync") + Declared("Work", attribute + "Attribute", "System.Attribute"));

    /// <summary>What another language, or a native library, calls.</summary>
    [Theory]
    [InlineData("[System.Runtime.InteropServices.UnmanagedCallersOnly] ", "catch")]
    [InlineData("", "[|catch|]")]
    public Task CalledByNativeCode_IsQuiet(string attribute, string mark) => Verify.VerifyAnalyzerAsync(File($$"""
        public static class Exports
        {
            private static readonly HttpClient Http = new();

            {{attribute}}public static void Push()
            {
                try
                {
                    Http.Send(new HttpRequestMessage()).EnsureSuccessStatusCode();
                }
                {{mark}} (Exception ex)
                {
                    Console.WriteLine(ex);
                }
            }
        }
        """));

    /// <summary>What starts a delegate and leaves it alone, of whichever library.</summary>
    [Theory]
    [InlineData("Run")]
    [InlineData("StartNew")]
    [InlineData("QueueUserWorkItem")]
    [InlineData("UnsafeQueueUserWorkItem")]
    [InlineData("Post")]
    [InlineData("BeginInvoke")]
    [InlineData("InvokeAsync")]
    [InlineData("Enqueue")]
    [InlineData("BeginInvokeOnMainThread")]
    [InlineData("InvokeOnMainThreadAsync")]
    public Task StartedAndLeftAlone_IsQuiet(string member) => Verify.VerifyAnalyzerAsync(Started("work." + member, "catch") + Starter(member));

    [Fact]
    public Task DelegateOfAThread_IsQuiet() => Verify.VerifyAnalyzerAsync(Started("new Thread", "catch", ".Start()") + Starter("Run"));

    [Fact]
    public Task HandedToAnythingElse_Reports() => Verify.VerifyAnalyzerAsync(Started("work.Measure", "[|catch|]") + Starter("Measure"));

    private static string Started(string starter, string mark, string behind = "") => File($$"""
        public class Sync(HttpClient client, ILogger<Sync> logger)
        {
            public void Start(Work work)
            {
                {{starter}}(() =>
                {
                    try
                    {
                        client.Send(new HttpRequestMessage()).EnsureSuccessStatusCode();
                    }
                    {{mark}} (Exception ex)
                    {
                        logger.LogError(ex, "failed");
                    }
                }){{behind}};
            }
        }
        """);

    private static string Starter(string member) => $"\npublic class Work {{ public void {member}(Action work) => work(); }}\n";

    [Theory]
    [InlineData(" : Work.IJobLog", "", "RunAsync")]
    [InlineData(" : Work.IConsumerLog", "", "Consume")]
    [InlineData("", "[Work.Logged] ", "RunAsync")]
    public Task AnythingElse_Reports(string bases, string attribute, string method) => Verify.VerifyAnalyzerAsync(
        Type(bases, attribute, method, "[|catch|]") + Declared("Work", "IJobLog") + Declared("Work", "IConsumerLog") + Declared("Work", "LoggedAttribute", "System.Attribute"));

    private static string Declared(string ns, string type, string? bases = null) =>
        $"\nnamespace {ns}\n{{\n    public {(type.StartsWith('I') && char.IsUpper(type[1]) ? "interface" : "class")} {type}{(bases is null ? "" : " : " + bases)} {{ }}\n}}\n";
}
