using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Levels = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Hosts that are one deployment, tenant or region among several: each platform and each region.</summary>
public sealed class IA3003DeploymentHostTests
{
    private static string Calling(string host) => $$"""
        class Rates(System.Net.Http.HttpClient http)
        {
            public System.Threading.Tasks.Task<string> Get() => http.GetStringAsync({|#0:"https://{{host}}/latest"|});
        }
        """;

    public static TheoryData<string> Platforms => Each(
        "azurewebsites.net azurecontainerapps.io azurecontainer.io azure-api.net cloudapp.azure.com cloudapp.net azurefd.net trafficmanager.net azurestaticapps.net " +
        "cognitiveservices.azure.com openai.azure.com services.ai.azure.com models.ai.azure.com search.windows.net vault.azure.net documents.azure.com servicebus.windows.net " +
        "database.windows.net azure-devices.net azureml.net azuredatabricks.net service.signalr.net azconfig.io b2clogin.com ciamlogin.com " +
        "elasticbeanstalk.com elb.amazonaws.com awsapprunner.com on.aws amazoncognito.com run.app cloudfunctions.net appspot.com firebasedatabase.app onrender.com fly.dev railway.app koyeb.app " +
        "ondigitalocean.app supabase.co nip.io duckdns.org ddns.net runasp.net somee.com auth0.com okta.com oktapreview.com onelogin.com myshopify.com zendesk.com freshdesk.com atlassian.net " +
        "my.salesforce.com service-now.com sharepoint.com");

    public static TheoryData<string> Regions => Each(
        "eastus eastus2 centralus northcentralus southcentralus westcentralus westus westus2 westus3 canadacentral canadaeast brazilsouth mexicocentral northeurope westeurope uksouth ukwest " +
        "francecentral germanywestcentral switzerlandnorth switzerlandwest norwayeast swedencentral polandcentral italynorth spaincentral eastasia southeastasia japaneast japanwest koreacentral " +
        "koreasouth australiaeast australiasoutheast australiacentral centralindia southindia westindia uaenorth qatarcentral israelcentral southafricanorth " +
        "us-east-1 eu-west-1 ap-northeast-1 ap-southeast-2 sa-east-1 ca-central-1 me-south-1 af-south-1 il-central-1 cn-north-1 cn-northwest-1 mx-central-1 us-gov-east-1 " +
        "europe-west4 europe-southwest1 asia-southeast1 australia-southeast1 northamerica-northeast1 southamerica-east1 africa-south1 us-central1-aiplatform");

    private static TheoryData<string> Each(string words) => new(words.Split(' ').ToArray());

    [Theory]
    [MemberData(nameof(Platforms))]
    public Task TenantOfAPlatform_IsAWarning(string platform) => Levels.WarnsAsync(Calling("orders." + platform));

    [Theory]
    [MemberData(nameof(Regions))]
    public Task Region_IsAWarning(string region) => Levels.WarnsAsync(Calling(region + ".acmerates.com"));

    [Theory]
    [InlineData("www.auth0.com")]
    [InlineData("api.supabase.co")]
    [InlineData("login.okta.com")]
    [InlineData("docs.railway.app")]
    [InlineData("support.zendesk.com")]
    [InlineData("static.zendesk.com")]
    [InlineData("cdn.auth0.com")]
    [InlineData("us-central.acmerates.com")]
    [InlineData("mars-east-1.acmerates.com")]
    [InlineData("us-upper-1.acmerates.com")]
    [InlineData("eastus.com")]
    public Task PlatformsOwnPage_OrNoRegion_IsASuggestion(string host) => Levels.SuggestsAsync(Calling(host));
}
