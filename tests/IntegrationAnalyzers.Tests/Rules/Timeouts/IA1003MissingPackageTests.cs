using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1003RegistrationWithoutTimeout>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Extensions of packages that are not there, as in an editor before restore: what they are called says whether they may configure clients.</summary>
public class IA1003MissingPackageTests
{
    private static Task Unresolved(string statement, string registration) => new Verify.Test
    {
        TestCode = $$"""
            using System;
            using System.Net.Http;
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;

            var builder = WebApplication.CreateBuilder(args);
            {{statement}}
            {{registration}}
            builder.Build().Run();

            public class Api(HttpClient http) { public Task<string> Get() => http.GetStringAsync("rates"); }
            """,
        CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None,
    }.RunAsync();

    /// <summary>A package that is not there yet, in an editor before restore: what its extension is called says that it leaves clients alone.</summary>
    [Theory]
    [InlineData("builder.Host.UseSerilog();")]
    [InlineData("builder.Host.UseSerilog((context, logging) => logging.ReadFrom.Configuration(context.Configuration));")]
    [InlineData("builder.Services.AddOpenApiDocument();")]
    [InlineData("builder.Services.AddSwaggerGenNewtonsoftSupport();")]
    [InlineData("builder.Services.AddFastEndpoints();")]
    [InlineData("builder.Services.AddMandrill(o => o.ApiKey = \"\");")]
    [InlineData("builder.Services.AddApplicationInsightsTelemetry(builder.Configuration);")]
    [InlineData("builder.Host.UseWindowsService();")]
    [InlineData("builder.Services.AddMediatR(c => c.RegisterServicesFromAssemblyContaining<Api>());")]
    public Task ExtensionOfAMissingPackageThatLeavesClientsAlone_AlertyAndNwsAlertBot_Reports(string statement) => Unresolved(statement, "builder.Services.[|AddHttpClient<Api>|]();");

    /// <summary>Well-known names with a word in them that would make others doubtful.</summary>
    [Theory]
    [InlineData("builder.Services.AddDefaultIdentity<Api>(o => o.SignIn.RequireConfirmedAccount = true).AddEntityFrameworkStores<Api>().AddDefaultUI().AddDefaultTokenProviders();")]
    [InlineData("builder.Services.AddAzureClients(clients => clients.AddBlobServiceClient(\"\"));")]
    [InlineData("builder.Services.AddDefaultAWSOptions(builder.Configuration.GetAWSOptions());")]
    [InlineData("builder.Services.AddMudServices();")]
    [InlineData("builder.Services.AddApplicationInsightsTelemetryWorkerService();")]
    [InlineData("builder.Services.ConfigureFunctionsApplicationInsights();")]
    [InlineData("builder.Services.AddHangfireServer();")]
    [InlineData("builder.Services.AddQuartzServer();")]
    [InlineData("builder.Services.AddIdentityCore<Api>();")]
    [InlineData("builder.Services.AddIdentityServer();")]
    [InlineData("builder.Services.AddAzureAppConfiguration();")]
    [InlineData("builder.Services.AddAzureClientsCore();")]
    [InlineData("builder.Services.AddAWSLambdaHosting();")]
    [InlineData("builder.Services.AddSoapCore();")]
    [InlineData("builder.Services.AddServiceModelServices();")]
    [InlineData("builder.Services.AddRadzenComponents();")]
    [InlineData("builder.Services.AddFluentUIComponents();")]
    [InlineData("builder.Services.AddQuartzHostedService();")]
    [InlineData("builder.Services.AddMassTransitHostedService();")]
    [InlineData("builder.Services.AddFluentValidationAutoValidation();")]
    [InlineData("builder.Services.AddGraphQLServer();")]
    [InlineData("builder.Services.AddDistributedSqlServerCache(o => o.TableName = \"\");")]
    [InlineData("builder.Host.ConfigureFunctionsWorkerDefaults();")]
    [InlineData("builder.Host.ConfigureFunctionsWebApplication();")]
    public Task WellKnownExtensionOfAMissingPackage_OdooSalesforce_Reports(string statement) => Unresolved(statement, "builder.Services.[|AddHttpClient<Api>|]();");

    [Theory]
    [InlineData("builder.Services.AddDefaultIdentityClients();")]
    [InlineData("builder.Services.AddAzureClients(clients => clients.ConfigureHttpClientDefaults());")]
    [InlineData("builder.AddServiceDefaults();")]
    [InlineData("builder.Services.AddHttpResilience();")]
    [InlineData("builder.Services.AddDefaultClients();")]
    [InlineData("builder.Services.AddInfrastructure(builder.Configuration);")]
    [InlineData("builder.Services.AddTestProjectLogging();")]
    [InlineData("builder.Services.AddContoso(o => o.ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(3)));")]
    [InlineData("builder.Services.Register();")]
    [InlineData("builder.Services.AddPlatform();")]
    public Task ExtensionOfAMissingPackageThatMayConfigureClients_IsQuiet(string statement) => Unresolved(statement, "builder.Services.AddHttpClient<Api>();");

    /// <summary>Words that speak of clients, or under which anything may be set up.</summary>
    [Theory]
    [InlineData("AddContosoHttp")]
    [InlineData("AddContosoHttps")]
    [InlineData("AddContosoClient")]
    [InlineData("AddContosoClients")]
    [InlineData("AddContosoRefit")]
    [InlineData("AddContosoPolly")]
    [InlineData("AddContosoPolicy")]
    [InlineData("AddContosoPolicies")]
    [InlineData("AddContosoHandler")]
    [InlineData("AddContosoHandlers")]
    [InlineData("AddContosoResilience")]
    [InlineData("AddContosoResilient")]
    [InlineData("AddContosoResiliency")]
    [InlineData("AddContosoRetry")]
    [InlineData("AddContosoRetries")]
    [InlineData("AddContosoTimeout")]
    [InlineData("AddContosoTimeouts")]
    [InlineData("AddContosoHedging")]
    [InlineData("AddContosoAspire")]
    [InlineData("AddContosoDiscovery")]
    [InlineData("AddContosoDefault")]
    [InlineData("AddContosoDefaults")]
    [InlineData("AddContosoServices")]
    [InlineData("AddContosoInfrastructure")]
    [InlineData("AddContosoPlatform")]
    [InlineData("AddContosoCommon")]
    [InlineData("AddContosoShared")]
    [InlineData("AddContosoCore")]
    [InlineData("AddContosoBase")]
    [InlineData("AddContosoBasic")]
    [InlineData("AddContosoFoundation")]
    [InlineData("AddContosoFramework")]
    [InlineData("AddContosoApplication")]
    [InlineData("AddContosoApp")]
    [InlineData("AddContosoApps")]
    [InlineData("AddContosoDependencies")]
    [InlineData("AddContosoModule")]
    [InlineData("AddContosoModules")]
    [InlineData("AddContosoStandard")]
    [InlineData("AddContosoStandards")]
    [InlineData("AddContosoBootstrap")]
    [InlineData("AddContosoBootstrapper")]
    [InlineData("AddContosoAll")]
    [InlineData("AddContosoEverything")]
    [InlineData("AddContosoComponents")]
    [InlineData("AddContosoIntegrations")]
    [InlineData("AddContosoExternal")]
    [InlineData("AddContosoSettings")]
    [InlineData("AddContosoConfiguration")]
    [InlineData("AddContosoConfig")]
    [InlineData("AddContosoSetup")]
    [InlineData("AddContosoStartup")]
    [InlineData("AddContosoHost")]
    [InlineData("AddContosoHosting")]
    [InlineData("AddContosoServer")]
    [InlineData("AddContosoLayer")]
    [InlineData("AddContosoLayers")]
    [InlineData("AddContosoExtensions")]
    [InlineData("AddContosoInjection")]
    [InlineData("AddContosoRegistrations")]
    [InlineData("AddContosoIoc")]
    [InlineData("AddContosoSdk")]
    [InlineData("AddContosoApis")]
    [InlineData("AddContosoObservability")]
    public Task ExtensionOfAMissingPackageWhoseNameMayMeanClients_IsQuiet(string extension) => Unresolved($"builder.Services.{extension}();", "builder.Services.AddHttpClient<Api>();");

    /// <summary>The word by which a file says that it sets up a host.</summary>
    [Theory]
    [InlineData("class Setup { void Set(IServiceCollection services) => services.AddContosoDefaults(); }")]
    [InlineData("class Setup { void Set() => new ServiceCollection().AddContosoDefaults(); }")]
    [InlineData("class Setup { void Set(WebApplicationBuilder host) => host.AddContosoDefaults(); }")]
    [InlineData("class Setup { void Set(IHostApplicationBuilder host) => host.AddContosoDefaults(); }")]
    [InlineData("class Setup { void Set(HostApplicationBuilder host) => host.AddContosoDefaults(); }")]
    [InlineData("class Setup { void Set() => WebApplication.CreateBuilder().AddContosoDefaults(); }")]
    [InlineData("class Setup { void Set() => Hosts.Builder.ConfigureServices(s => s.AddContosoDefaults()); }")]
    [InlineData("class Setup { void Set(IHostBuilder host) => host.UseContosoDefaults(); }")]
    [InlineData("class Setup { void Set() => Host.CreateDefaultBuilder().UseContosoDefaults(); }")]
    [InlineData("class Setup { void Set() => Host.CreateApplicationBuilder().AddContosoDefaults(); }")]
    [InlineData("class Setup { void Set(MauiAppBuilder host) => host.AddContosoDefaults(); }")]
    [InlineData("class Setup { void Set() => MauiApp.CreateBuilder().AddContosoDefaults(); }")]
    [InlineData("class Setup { void Set(WebAssemblyHostBuilder host) => host.AddContosoDefaults(); }")]
    [InlineData("class Setup { void Set() => DistributedApplication.CreateBuilder().Services.AddContosoDefaults(); }")]
    public Task FileWithOneWordOfAHost_IsQuiet(string setup) => SetUp(setup, "AddHttpClient<Api>");

    /// <summary>What may be handed to an extension that configures clients.</summary>
    [Theory]
    [InlineData("IServiceCollection")]
    [InlineData("ServiceCollection")]
    [InlineData("WebApplicationBuilder")]
    [InlineData("IHostApplicationBuilder")]
    [InlineData("HostApplicationBuilder")]
    [InlineData("IHostBuilder")]
    [InlineData("IWebHostBuilder")]
    [InlineData("MauiAppBuilder")]
    [InlineData("WebAssemblyHostBuilder")]
    [InlineData("IFunctionsHostBuilder")]
    [InlineData("IFunctionsWorkerApplicationBuilder")]
    public Task HostHandedToAnExtensionOfAMissingPackage_IsQuiet(string host) => SetUp($"class Setup {{ void Set({host} host, IServiceCollection others) => host.AddContosoDefaults(); }}", "AddHttpClient<Api>");

    [Theory]
    [InlineData("class Setup { void Set(ILoggingBuilder host, IServiceCollection others) => host.AddContosoDefaults(); }")]
    [InlineData("class Setup { void Set() => Hosts.Named.AddContosoDefaults(); }")]
    public Task OtherThingHandedToAnExtensionOfAMissingPackage_Reports(string setup) => SetUp(setup, "[|AddHttpClient<Api>|]");

    private static Task SetUp(string setup, string registration)
    {
        var test = new Verify.Test { CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None };
        test.TestState.Sources.Add(("/0/Setup.cs", setup));
        test.TestState.Sources.Add(("/0/Registering.cs", $$"""
            global using Microsoft.AspNetCore.Builder;
            global using Microsoft.AspNetCore.Hosting;
            global using Microsoft.Extensions.DependencyInjection;
            global using Microsoft.Extensions.Hosting;
            global using Microsoft.Extensions.Logging;
            using System.Net.Http;
            using System.Threading.Tasks;

            public static class Registering { public static void Register(IServiceCollection services) => services.{{registration}}(); }

            public static class Hosts { public static IHostBuilder Builder => null!; public static IServiceCollection Named => null!; }

            public class MauiApp { public static MauiAppBuilder CreateBuilder() => null!; }
            public class MauiAppBuilder { }
            public class DistributedApplication { public static IDistributedApplicationBuilder CreateBuilder() => null!; }
            public interface IDistributedApplicationBuilder { IServiceCollection Services { get; } }

            public class Api(HttpClient http) { public Task<string> Get() => http.GetStringAsync("rates"); }
            """));
        return test.RunAsync();
    }
}
