using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>
/// Where a framework calls an application and nothing of the application is above: whoever lets an exception out there takes the host down or
/// loses the message. By simple names, so that a package which is not there does not turn a boundary into a mistake.
/// </summary>
internal static class BoundaryApis
{
    private static readonly HashSet<string> Workers = new(StringComparer.Ordinal)
    {
        "BackgroundService", "IHostedService", "IHostedLifecycleService", "IJob", "IInvocable", "IAsyncBackgroundJob", "AsyncBackgroundJob", "BackgroundJob",
        "BackgroundWorker", "ServiceBase", "AsyncPeriodicBackgroundWorkerBase", "PeriodicBackgroundWorkerBase", "IScheduledTask", "IScheduleTask",
    };

    private static readonly Dictionary<string, string[]> Roots = new(StringComparer.Ordinal)
    {
        ["IMiddleware"] = ["InvokeAsync"],
        ["IFunctionsWorkerMiddleware"] = ["Invoke"],
        ["IExceptionFilter"] = ["OnException"],
        ["IAsyncExceptionFilter"] = ["OnExceptionAsync"],
        ["ExceptionFilterAttribute"] = ["OnException", "OnExceptionAsync"],
        ["IExceptionHandler"] = ["TryHandleAsync"],
        ["IHealthCheck"] = ["CheckHealthAsync"],
        ["IConsumer"] = ["Consume", "HandleEventAsync", "HandleEvent"],
        ["IHandleMessages"] = ["Handle"],
        ["INotificationHandler"] = ["Handle"],
        ["IIntegrationEventHandler"] = ["Handle"],
        ["IDynamicIntegrationEventHandler"] = ["Handle"],
        ["IDistributedEventHandler"] = ["HandleEventAsync"],
        ["ILocalEventHandler"] = ["HandleEventAsync"],
        ["IEventHandler"] = ["Handle", "HandleAsync", "HandleEventAsync"],
        ["IMessageHandler"] = ["Handle", "HandleAsync"],
        ["IEventConsumer"] = ["HandleEventAsync", "HandleEvent"],
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "FunctionAttribute", "FunctionNameAttribute", "RelayCommandAttribute", "ReactiveCommandAttribute", "CapSubscribeAttribute", "JSInvokableAttribute",
        "AutomaticRetryAttribute", "UnmanagedCallersOnlyAttribute",
    };

    private static readonly HashSet<string> Callbacks = new(StringComparer.Ordinal) { "Timer", "Thread" };

    private static readonly HashSet<string> Spawners = new(StringComparer.Ordinal)
    {
        "Run", "StartNew", "QueueUserWorkItem", "UnsafeQueueUserWorkItem", "Post", "BeginInvoke", "InvokeAsync", "Enqueue", "BeginInvokeOnMainThread", "InvokeOnMainThreadAsync",
    };

    private static readonly HashSet<string> Composers = new(StringComparer.Ordinal)
    {
        "IServiceCollection", "IApplicationBuilder", "IHostBuilder", "IHostApplicationBuilder", "HostApplicationBuilder", "IWebHostBuilder", "WebApplication",
        "WebApplicationBuilder", "HostBuilderContext", "StartupEventArgs", "ContainerBuilder", "IFunctionsHostBuilder",
    };

    private static readonly HashSet<string> Repeaters = new(StringComparer.Ordinal)
    {
        "Select", "SelectMany", "SelectAwait", "Where", "ForEach", "ForEachAsync", "For", "ForAll", "Aggregate", "ToDictionary", "ConvertAll",
        "Map", "MapGet", "MapPost", "MapPut", "MapPatch", "MapDelete", "MapMethods", "MapFallback", "MapWhen", "Use",
    };

    /// <summary>A type that says, as a parameter, that the method sets the application up.</summary>
    public static bool IsComposed(string parameterType) => Composers.Contains(parameterType);

    /// <summary>Whether the method runs the lambda it is handed once an element or once a request.</summary>
    public static bool RunsRepeatedly(string methodName) => Repeaters.Contains(methodName);

    /// <summary>Whether the member takes what a command of a command line does (System.CommandLine).</summary>
    public static bool TakesCommand(string methodName, string receiver) =>
        methodName is "SetHandler" or "SetAction" || (methodName == "Create" && receiver.EndsWith("CommandHandler", StringComparison.Ordinal));

    /// <summary>A worker that a host starts once.</summary>
    public static bool IsHostedWorker(string typeName) => typeName is "BackgroundService" or "IHostedService" or "IHostedLifecycleService" or "ServiceBase";

    /// <summary>The members by which a host starts and stops a worker.</summary>
    public static bool IsWorkerStart(string methodName) =>
        methodName is "ExecuteAsync" or "StartAsync" or "StartingAsync" or "StartedAsync" or "StopAsync" or "StoppingAsync" or "OnStart" or "OnStop";

    /// <summary>A type whose work a host starts and nobody awaits: any of its methods without a result may be the last to see a failure.</summary>
    public static bool IsWorker(string typeName) => Workers.Contains(typeName);

    /// <summary>The members by which a framework enters a type that derives from or implements the one named.</summary>
    public static string[]? EntriesOf(string typeName) => Roots.TryGetValue(typeName, out var members) ? members : null;

    public static bool IsEntryAttribute(string attributeName) => Attributes.Contains(attributeName);

    /// <summary>A type whose constructor or event takes a callback that runs later, on its own.</summary>
    public static bool RunsCallback(string typeName) => Callbacks.Contains(typeName);

    /// <summary>A member that starts a delegate and, unless its result is awaited, leaves it alone.</summary>
    public static bool Spawns(string methodName) => Spawners.Contains(methodName);

    /// <summary>
    /// <c>Task HandleAsync(OrderPaidEvent message)</c> of an <c>OrderPaidHandler</c>: who sent the message is not there to hear of a failure. What handles a
    /// command or a request has a caller.
    /// </summary>
    private static bool HandlesMessage(IMethodSymbol method)
    {
        if (method.Name is not ("Handle" or "HandleAsync" or "HandleEvent" or "HandleEventAsync" or "Consume" or "ConsumeAsync") || method.ContainingType is not { } type ||
            !(method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.IsEmpty: true }))
        {
            return false;
        }

        var message = method.Parameters[0].Type.Name;
        return (type.Name.EndsWith("Handler", StringComparison.Ordinal) || type.Name.EndsWith("Consumer", StringComparison.Ordinal) ||
                type.Name.EndsWith("Subscriber", StringComparison.Ordinal) || type.Name.EndsWith("Listener", StringComparison.Ordinal)) &&
            (message.EndsWith("Event", StringComparison.Ordinal) || message.EndsWith("Message", StringComparison.Ordinal) || message.EndsWith("Notification", StringComparison.Ordinal));
    }

    /// <summary>A middleware by convention, a function handler or an event handler tells itself by its parameters.</summary>
    public static bool IsEntrySignature(IMethodSymbol method)
    {
        var parameters = method.Parameters;
        if (parameters.Length == 0)
            return false;
        if (HandlesMessage(method))
            return true;
        if (method.Name is "Invoke" or "InvokeAsync" && parameters[0].Type.Name is "HttpContext" or "IOwinContext")
            return true;
        if (parameters.Length == 1 && parameters[0].Type.Name.StartsWith("Process", StringComparison.Ordinal) && parameters[0].Type.Name.EndsWith("EventArgs", StringComparison.Ordinal))
            return true;
        return parameters.Length == 2 && parameters[0].Type.SpecialType == SpecialType.System_Object &&
            (parameters[1].Type.Name.EndsWith("EventArgs", StringComparison.Ordinal) || parameters[1].Type.Name.EndsWith("EventArg", StringComparison.Ordinal));
    }
}
