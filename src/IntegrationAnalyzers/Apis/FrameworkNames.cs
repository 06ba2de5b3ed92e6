using System;

namespace IntegrationAnalyzers.Apis;

/// <summary>Names by which frameworks find what no code calls: hosts and middleware, MVC, GraphQL and message handlers, migrations, jobs.</summary>
internal static class FrameworkNames
{
    public const string EntryPoint = "Main";

    private static readonly string[] Methods = ["Configure", "Invoke", "Handle", "Consume", "Execute", "Process", "Perform", "On", "Up", "Down", "Dispose", EntryPoint, "Get", "Post", "Put", "Patch", "Delete"];

    private static readonly string[] Classes =
    [
        "Program", "Startup", "Controller", "Hub", "Middleware", "Handler", "Consumer", "Subscriber", "Job", "Query", "Queries", "Mutation", "Mutations", "Subscription", "Resolver",
        "Endpoint", "Endpoints", "Module", "Modules", "Function", "Functions", "Page", "Component", "Plugin", "Tool", "Tools", "Command", "Commands", "Seeder", "Fixture", "Tests",
    ];

    /// <summary>Whether a method may be found by its name.</summary>
    public static bool FindsMethod(string name) => Array.Exists(Methods, word => name == word || name == word + "Async" || (word is "Configure" or "On" or "Handle" && name.StartsWith(word, StringComparison.Ordinal)));

    /// <summary>Whether a class may be found by the end of its name.</summary>
    public static bool FindsClass(string name) => Array.Exists(Classes, word => name.EndsWith(word, StringComparison.Ordinal));
}
