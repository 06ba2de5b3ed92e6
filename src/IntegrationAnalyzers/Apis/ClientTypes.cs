using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>Which expressions make a client, by which members its wait is bounded, and who takes a client over.</summary>
internal static class ClientTypes
{
    /// <summary><c>HttpClient.Timeout</c> where nobody sets it.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    private const string Refit = "Refit";

    /// <summary>The members that say how long to wait, whatever the library.</summary>
    private static readonly HashSet<string> TimeoutMembers = new(StringComparer.Ordinal)
    {
        "Timeout",
        "MaxTimeout",
        "RequestTimeout",
        "NetworkTimeout",
    };

    /// <summary>The members behind which a client keeps its timeout.</summary>
    private static readonly HashSet<string> SettingsMembers = new(StringComparer.Ordinal)
    {
        "Options",
        "Settings",
        "HttpClient",
    };

    public const string HttpClient = "HttpClient";

    /// <summary>The clients that a type may derive from.</summary>
    public static readonly string[] Bases = ["HttpClient", "RestClient", "FlurlClient", "WebClient"];

    /// <summary>Whether a member of this name may make a client: the look before binding.</summary>
    public static bool MakesByName(string method) => method is "Create" or "CreateHttp" or "CreateDefault" or "For" or "ForGenerated";

    /// <summary>The kind of client that the constructor makes; null where the type is no client.</summary>
    public static ClientKind? Made(IObjectCreationOperation creation)
    {
        for (var type = creation.Type as ITypeSymbol; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            ClientKind? kind = type.Name switch
            {
                "HttpClient" when type.ContainingNamespace.Is(SendingMembers.NetHttp) => ClientKind.HttpClient,
                "RestClient" when type.ContainingNamespace.Is(SendingMembers.RestSharp) => ClientKind.RestSharp,
                "FlurlClient" when type.ContainingNamespace.Is(SendingMembers.FlurlHttp) => ClientKind.Flurl,
                "WebClient" when type.ContainingNamespace.Is(SendingMembers.Net) => ClientKind.WebClient,
                _ => null,
            };
            if (kind is not null)
                return kind;
        }

        return null;
    }

    /// <summary>The kind of client that the factory method of a library makes; null where it makes none.</summary>
    public static ClientKind? Made(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        switch (method.Name)
        {
            case "Create" or "CreateHttp" or "CreateDefault"
                when method.IsStatic && (method.ContainingType.Is(SendingMembers.Net, "WebRequest") || method.ContainingType.Is(SendingMembers.Net, "HttpWebRequest")):
                return ClientKind.WebRequest;
            case "For" or "ForGenerated" when IsRefitFor(method) && invocation.Arguments is [{ Value.Type.SpecialType: SpecialType.System_String }, ..]:
                return ClientKind.Refit;
            default:
                return null;
        }
    }

    /// <summary>Whether values of the type are clients, or hand one out: <c>Lazy&lt;HttpClient&gt;</c>, <c>Func&lt;Task&lt;HttpClient&gt;&gt;</c>.</summary>
    public static bool Carries(ITypeSymbol? type, ITypeSymbol client)
    {
        if (type is null)
            return false;
        if (SymbolEqualityComparer.Default.Equals(type, client) || (IsClient(type) && Converts(client, type)))
            return true;
        if (type is not INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments })
            return false;
        foreach (var argument in arguments)
        {
            if (Carries(argument, client))
                return true;
        }

        return false;
    }

    /// <summary>Whether the type is one of the clients, or an interface or base class of one that still shows its timeout.</summary>
    public static bool IsClient(ITypeSymbol? type) =>
        type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpMessageInvoker") ||
        type.IsOrDerivesFrom(SendingMembers.RestSharp, "IRestClient") ||
        type.IsOrDerivesFrom(SendingMembers.RestSharp, "RestClient") ||
        type.IsOrDerivesFrom(SendingMembers.FlurlHttp, "IFlurlClient") ||
        type.IsOrDerivesFrom(SendingMembers.FlurlHttp, "FlurlClient") ||
        type.IsOrDerivesFrom(SendingMembers.Net, "WebRequest") ||
        type.IsOrDerivesFrom(SendingMembers.Net, "WebClient");

    public static bool IsTimeoutMember(string name) => TimeoutMembers.Contains(name);

    public static bool IsSettingsMember(string name) => SettingsMembers.Contains(name);

    /// <summary>Whether the property of an <c>HttpClient</c> only says how it is to send.</summary>
    public static bool SetsUp(string name) => name is "DefaultRequestHeaders" or "DefaultRequestVersion" or "DefaultVersionPolicy" or "MaxResponseContentBufferSize";

    /// <summary>Whether a method is named for the deadline it gives: <c>WithTimeout</c>, <c>TimeoutAfter</c>, <c>SetTimeout</c>.</summary>
    public static bool NamesTimeout(string methodName) => methodName.ContainsIgnoreCase("timeout") || methodName.ContainsIgnoreCase("deadline");

    /// <summary>
    /// Whether the call makes something that sends through the client it is handed and leaves its timeout as it is. Whoever else takes a client
    /// (Azure, AWS, Google and most vendors' SDKs set a timeout of their own) is unknown.
    /// </summary>
    public static bool WrapsAsIs(IMethodSymbol method) =>
        IsRefitFor(method) ||
        (method.MethodKind == MethodKind.Constructor &&
            (method.ContainingType.Is(SendingMembers.RestSharp, "RestClient") || method.ContainingType.Is(SendingMembers.FlurlHttp, "FlurlClient")));

    /// <summary>Whether the method hands its argument to a container, from which anybody may get it.</summary>
    public static bool Registers(IMethodSymbol method) =>
        method.Name is "AddSingleton" or "AddScoped" or "AddTransient" or "TryAddSingleton" or "TryAddScoped" or "TryAddTransient"
            or "AddKeyedSingleton" or "AddKeyedScoped" or "AddKeyedTransient" &&
        (method.ReducedFrom ?? method).ContainingType?.ContainingNamespace?.ToDisplayString().StartsWith(
            "Microsoft.Extensions.DependencyInjection", StringComparison.Ordinal) == true;

    /// <summary>Whether it does so with one for the life of the process.</summary>
    public static bool RegistersOnce(IMethodSymbol method) => Registers(method) && method.Name.Contains("Singleton");

    /// <summary>Whether one of the client's arguments is another client, whose timeout counts as well.</summary>
    public static bool TakesClient(IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && IsClient(argument.Value.Unwrap().Type))
                return true;
        }

        return false;
    }

    private static bool IsRefitFor(IMethodSymbol method) =>
        method.Name is "For" or "ForGenerated" && method.ContainingType.Is(Refit, "RestService");

    private static bool Converts(ITypeSymbol from, ITypeSymbol to)
    {
        for (var current = from; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, to))
                return true;
        }

        foreach (var implemented in from.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(implemented, to))
                return true;
        }

        return false;
    }
}
