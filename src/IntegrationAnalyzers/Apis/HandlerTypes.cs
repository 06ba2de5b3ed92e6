using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>What the target has to send with.</summary>
internal static class HandlerTypes
{
    public const string PooledLifetime = "PooledConnectionLifetime";

    /// <summary>What builds an application that runs in a browser.</summary>
    public const string BrowserHost = "WebAssemblyHostBuilder";

    /// <summary>Whether a file that builds such an application gives a client the page's own address: by words.</summary>
    public static bool CallsHostOfPage(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var words = TreeIndex.Of(tree).Words;
            if (words.Contains(BrowserHost) && words.Contains("HostEnvironment") && words.Contains("BaseAddress") && words.Contains("HttpClient"))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether clients of this compilation pool their connections by <c>SocketsHttpHandler</c>: .NET, and no platform with a handler of its own (a browser,
    /// Android, iOS).
    /// </summary>
    public static bool PoolsConnections(Compilation compilation) =>
        compilation.FindType("System.Net.Http.SocketsHttpHandler") is not null &&
        compilation.FindType("Microsoft.AspNetCore.Components.WebAssembly.Hosting." + BrowserHost) is null &&
        compilation.FindType("Android.App.Application") is null &&
        compilation.FindType("Foundation.NSObject") is null;
}
