using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>The members by which clients are registered with a container and by which their builders are told what to do.</summary>
internal static class RegistrationApis
{
    private const string DependencyInjection = "Microsoft.Extensions.DependencyInjection";
    private const string Factory = "IHttpClientFactory";

    public const string CreateClient = "CreateClient";

    public const string AddMessageHandler = "AddHttpMessageHandler";

    /// <summary>What is told to it holds for every client of the factory.</summary>
    public const string ConfigureDefaults = "ConfigureHttpClientDefaults";

    /// <summary>Options by which code outside the builders configures clients.</summary>
    public const string FactoryOptions = "HttpClientFactoryOptions";

    /// <summary>The members that register a client or the defaults of all.</summary>
    public static readonly HashSet<string> Registering = new(StringComparer.Ordinal)
    {
        "AddHttpClient", "ConfigureHttpClientDefaults", "AddRefitClient", "AddKeyedRefitClient", "AddRefitGeneratedClient", "AddGrpcClient",
    };

    /// <summary>The members that put any object into the container.</summary>
    public static readonly HashSet<string> Containing = new(StringComparer.Ordinal)
    {
        "AddSingleton", "AddScoped", "AddTransient", "TryAddSingleton", "TryAddScoped", "TryAddTransient",
        "AddKeyedSingleton", "AddKeyedScoped", "AddKeyedTransient",
    };

    /// <summary>The members that register.</summary>
    public static IEnumerable<string> Names => Registering.Concat(Containing);

    /// <summary>Without one of these words a file configures no host.</summary>
    public static readonly string[] HostWords =
    [
        "IServiceCollection", "ServiceCollection", "WebApplicationBuilder", "IHostApplicationBuilder", "HostApplicationBuilder", "WebApplication", "ConfigureServices",
        "IHostBuilder", "CreateDefaultBuilder", "CreateApplicationBuilder", "MauiAppBuilder", "MauiApp", "WebAssemblyHostBuilder", "DistributedApplication",
    ];

    private static readonly Dictionary<string, HandlerKind> Handlers = new(StringComparer.Ordinal)
    {
        [AddMessageHandler] = HandlerKind.Message,
        ["AddPolicyHandler"] = HandlerKind.Policy,
        ["AddPolicyHandlerFromRegistry"] = HandlerKind.RegistryPolicy,
        ["AddTransientHttpErrorPolicy"] = HandlerKind.TransientPolicy,
        ["AddStandardResilienceHandler"] = HandlerKind.StandardResilience,
        ["AddStandardHedgingHandler"] = HandlerKind.StandardHedging,
        ["AddResilienceHandler"] = HandlerKind.Resilience,
    };

    /// <summary>The kind of registration that the method makes; null where it makes none.</summary>
    public static RegistrationKind? Find(IMethodSymbol method) => method.Name switch
    {
        "AddHttpClient" when IsIn(method, DependencyInjection) => method.TypeParameters.Length switch
        {
            0 => HasParameter(method, "name") ? RegistrationKind.Named : RegistrationKind.Bare,
            1 => RegistrationKind.Typed,
            _ => RegistrationKind.Implementation,
        },
        "ConfigureHttpClientDefaults" when IsIn(method, DependencyInjection) => RegistrationKind.Defaults,
        "AddRefitClient" or "AddKeyedRefitClient" or "AddRefitGeneratedClient" when IsIn(method, "Refit") => RegistrationKind.Refit,
        "AddGrpcClient" when IsIn(method, DependencyInjection) && IsBuilder(method.ReturnType) => RegistrationKind.Grpc,
        _ when Containing.Contains(method.Name) && method.TypeArguments is [var service] &&
            service.Is(SendingMembers.NetHttp, "HttpClient") && ClientTypes.Registers(method) => RegistrationKind.Plain,
        _ => null,
    };

    /// <summary>What the member does to the client whose builder it is called on or handed.</summary>
    public static RegistrationStepKind Step(IMethodSymbol method)
    {
        if (!IsOfKnownLibrary(method))
            return RegistrationStepKind.Unknown;
        if (Handlers.ContainsKey(method.Name))
            return RegistrationStepKind.Handler;
        return method.Name switch
        {
            "ConfigureHttpClient" => RegistrationStepKind.Client,
            "AddTypedClient" => RegistrationStepKind.Factory,
            "ConfigurePrimaryHttpMessageHandler" or "UseSocketsHttpHandler" => RegistrationStepKind.PrimaryHandler,
            "ConfigureHttpMessageHandlerBuilder" or "ConfigureAdditionalHttpMessageHandlers" => RegistrationStepKind.Unknown,
            "RemoveAllResilienceHandlers" => RegistrationStepKind.RemovesResilience,
            "AddAsKeyed" => RegistrationStepKind.Keyed,
            "Configure" or "SelectPipelineBy" or "SelectPipelineByAuthority" => RegistrationStepKind.HandlerOptions,
            _ => RegistrationStepKind.Neutral,
        };
    }

    public static HandlerKind? Handler(IMethodSymbol method) =>
        Handlers.TryGetValue(method.Name, out var kind) && IsOfKnownLibrary(method) ? kind : null;

    /// <summary>Whether the package with <c>AddStandardResilienceHandler</c> is referenced.</summary>
    public static bool HasStandardResilience(Compilation compilation) =>
        compilation.FindType(DependencyInjection + ".ResilienceHttpClientBuilderExtensions") is not null;

    /// <summary>The namespace of the builders' members.</summary>
    public const string Namespace = DependencyInjection;

    /// <summary>Where <c>provider.GetRequiredService&lt;T&gt;()</c> stands.</summary>
    public const string ServiceGetters = DependencyInjection + ".ServiceProviderServiceExtensions";

    /// <summary>Whether the handler sets its client's own timeout to infinite and bounds the request itself.</summary>
    public static bool OwnsDeadline(HandlerKind handler) => handler is HandlerKind.StandardResilience or HandlerKind.StandardHedging;

    /// <summary>Whether the handler takes away the client's own timeout: both standard ones do, from 8.10 on.</summary>
    public static bool SwitchesTimeoutOff(IMethodSymbol method) =>
        Handler(method) is { } handler && OwnsDeadline(handler) &&
        method.ContainingAssembly.Identity.Version is var version && (version.Major is 0 or > 8 || (version.Major == 8 && version.Minor >= 10));

    /// <summary>The members that add handlers.</summary>
    public static IEnumerable<string> HandlerNames => Handlers.Keys;

    /// <summary>Whether a member of this name adds a handler: the look before binding.</summary>
    public static bool IsHandlerName(string name) => Handlers.ContainsKey(name);

    /// <summary>The members that add such a handler.</summary>
    public static readonly string[] DeadlineOwners = ["AddStandardResilienceHandler", "AddStandardHedgingHandler"];

    /// <summary>What a registration returns, and the builders of the handlers that are added to it.</summary>
    public static bool IsBuilder(ITypeSymbol? type) =>
        type is { Name: "IHttpClientBuilder" or "IHttpStandardResiliencePipelineBuilder" or "IHttpResiliencePipelineBuilder" or "IStandardHedgingHandlerBuilder" };

    /// <summary>The collection, or what an application is built with: whoever is handed one can register clients.</summary>
    public static bool IsHost(ITypeSymbol? type) =>
        type is
        {
            Name: "IServiceCollection" or "ServiceCollection" or "WebApplicationBuilder" or "IHostApplicationBuilder" or "HostApplicationBuilder"
            or "IHostBuilder" or "IWebHostBuilder" or "MauiAppBuilder" or "WebAssemblyHostBuilder" or "IFunctionsHostBuilder" or "IFunctionsWorkerApplicationBuilder"
        };

    /// <summary>Whether the call asks the factory for a client.</summary>
    public static bool CreatesClient(IMethodSymbol method) =>
        method.Name == CreateClient &&
        (method.ContainingType is { Name: Factory or "HttpClientFactoryExtensions" } || method.DeclaringType() is { Name: "HttpClientFactoryExtensions" });

    /// <summary>Whether the field holds the name of the client without one: <c>string.Empty</c>, <c>Options.DefaultName</c>, neither of which is a constant.</summary>
    public static bool IsEmptyName(IFieldSymbol field) => field.IsEmptyText() ||
        (field.Name == "DefaultName" && field.ContainingType.Is("Microsoft.Extensions.Options", "Options"));

    /// <summary>Whether the call asks the container for an <c>HttpClient</c>.</summary>
    public static bool ResolvesClient(IInvocationOperation invocation) =>
        invocation.TargetMethod is { Name: "GetRequiredService" or "GetService" or "GetRequiredKeyedService" or "GetKeyedService" } &&
        invocation.Type.Is(SendingMembers.NetHttp, "HttpClient");

    /// <summary>Whether the call asks the container for something by the key of this name.</summary>
    public static bool TakesKey(IInvocationOperation invocation) => invocation.TargetMethod.Name.Contains("Keyed");

    /// <summary>The key of <c>[FromKeyedServices("key")]</c>.</summary>
    public static string? Key(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "FromKeyedServicesAttribute", ConstructorArguments: [{ Value: string key }] })
                return key;
        }

        return null;
    }

    /// <summary>Whether the assembly could register clients or defaults for all: one that is not the platform's and uses the factory, itself or through another.</summary>
    public static bool MayRegister(IAssemblySymbol assembly) => MayRegister(assembly, new HashSet<IAssemblySymbol>(SymbolEqualityComparer.Default));

    private static bool MayRegister(IAssemblySymbol assembly, HashSet<IAssemblySymbol> seen)
    {
        if (IsPlatform(assembly.Name) || !seen.Add(assembly))
            return false;
        foreach (var module in assembly.Modules)
        {
            foreach (var reference in module.ReferencedAssemblies)
            {
                if (reference.Name.StartsWith("Microsoft.Extensions.Http", StringComparison.Ordinal))
                    return true;
            }

            foreach (var reference in module.ReferencedAssemblySymbols)
            {
                if (MayRegister(reference, seen))
                    return true;
            }
        }

        return false;
    }

    private static bool IsPlatform(string assembly) =>
        assembly is "System" or "Refit" or "Refit.HttpClientFactory" ||
        assembly.StartsWith("System.", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.", StringComparison.Ordinal) ||
        assembly.StartsWith("Grpc.", StringComparison.Ordinal) || assembly.StartsWith("Polly", StringComparison.Ordinal);

    private static bool IsOfKnownLibrary(IMethodSymbol method) => IsPlatform(method.ContainingAssembly?.Name ?? "");

    private static bool IsIn(IMethodSymbol method, string namespaceName) => method.DeclaringType()?.ContainingNamespace.Is(namespaceName) == true;

    private static bool HasParameter(IMethodSymbol method, string name)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Name == name)
                return true;
        }

        return false;
    }
}
