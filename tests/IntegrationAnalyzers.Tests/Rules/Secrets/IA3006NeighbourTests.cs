using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3006SecretInConfiguration>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>The names and hosts beside a value in a file that only developers read: each of them decides whether it is reported.</summary>
public sealed class IA3006NeighbourTests
{
    private static readonly string AppPassword = "lqek" + "mtfd" + "ydrv" + "jqdx";

    [Theory]
    [InlineData("Host HostName Server SmtpServer SmtpHost Domain", "smtp.acme.io", true)]
    [InlineData("Relay Hosts", "smtp.acme.io", false)]
    [InlineData("Host", "example.net", false)]
    [InlineData("Host", "localhost", false)]
    public Task NameOfTheHostBesideAPassword_Reports(string names, string host, bool isReported) =>
        InDevelopment(names.Split(' ').Select(name => (name, host)).ToArray(), isReported);

    [Theory]
    [InlineData("smtp.example.com smtp.example.net smtp.example.org smtp.example smtp.test smtp.invalid smtp.localhost smtp.contoso.com contoso.io smtp.fabrikam.com smtp.yourdomain.com", false)]
    [InlineData("localhost (local) (localdb)\\\\dev . ::1 [::1] 127.0.0.1 127.1.2.3 0.0.0.0 host.docker.internal {Host} <host> $(Host) %HOST%", false)]
    [InlineData("smtp.example.io test.acme.io myexample.com docker.internal 10.0.0.4 ::2 localdb local", true)]
    public Task HostThatIsReservedOrThisMachine_IsQuiet(string hosts, bool isReported) =>
        InDevelopment(hosts.Split(' ').Select(static host => ("Host", host)).ToArray(), isReported);

    [Theory]
    [InlineData("""{ "Smtp": { "User": "shop@gmail.com", "Password": "[|$app|]" } }""")]
    [InlineData("""{ "Smtp": { "User": "shop@googlemail.com", "Password": "[|$app|]" } }""")]
    [InlineData("""{ "Smtp": { "User": "shop@yahoo.com", "Password": "[|$app|]" } }""")]
    [InlineData("""{ "Smtp": { "Host": "smtp.mail.yahoo.com", "Password": "[|$app|]" } }""")]
    [InlineData("""{ "Smtp": { "Host": "smtp.yahoo.io", "Password": "$app" } }""")]
    [InlineData("""{ "Smtp": { "User": "shop@gmail.io", "Password": "$app" } }""")]
    public Task ProviderOfAppPasswords_Reports(string text) => Verify.FileTest("/0/appsettings.json", text.Replace("$app", AppPassword)).RunAsync();

    /// <summary>What such files hold beside settings, and what looks like a key there.</summary>
    [Theory]
    [InlineData("/0/appsettings.json", """{ "$schema": "https://json.schemastore.org/appsettings.json", "UserSecretsId": "$guid", "InstrumentationKey": "$guid", "ApplicationInsights": { "InstrumentationKey": "$guid" }, "APPINSIGHTS_INSTRUMENTATIONKEY": "$guid" }""")]
    [InlineData("/0/web.config", """
        <configuration xmlns="http://schemas.microsoft.com/.NetConfiguration/v2.0">
          <configSections><section name="shop" type="Acme.Shop.Section, Acme.Shop, Version=4.2.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35" /></configSections>
          <runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"><dependentAssembly>
            <assemblyIdentity name="Acme.Shop" publicKeyToken="30ad4fe6b2a6aeed" culture="neutral" />
          </dependentAssembly></assemblyBinding></runtime>
          <system.web><compilation><assemblies><add assembly="Acme.Shop, Version=4.2.0.0, Culture=neutral, PublicKeyToken=31BF3856AD364E35" /></assemblies></compilation></system.web>
          <packageSources><add key="nuget.org" value="https://api.nuget.org/v3/index.json" protocolVersion="3" /></packageSources>
        </configuration>
        """)]
    public Task WhatIsNoSetting_IsQuiet(string file, string text) => Verify.FileTest(file, text.Replace("$guid", "3f6a9ae4-62d7-48fc-92fa-fb7008e44f9d")).RunAsync();

    /// <summary>One section each, with a password in it.</summary>
    private static Task InDevelopment((string Name, string Host)[] neighbours, bool isReported) => Verify.FileTest("/0/appsettings.Development.json", "{ " + string.Join(",\n", neighbours.Select((neighbour, i) =>
        $"\"Smtp{i}\": {{ \"{neighbour.Name}\": \"{neighbour.Host}\", \"Password\": \"{(isReported ? "[|kT9wQ2vZx7|]" : "kT9wQ2vZx7")}\" }}")) + " }").RunAsync();
}
