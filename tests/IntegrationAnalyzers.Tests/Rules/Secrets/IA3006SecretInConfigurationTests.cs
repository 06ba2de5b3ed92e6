using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Model.Secrets;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3006SecretInConfiguration>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

public sealed class IA3006SecretInConfigurationTests
{
    private const string Password = "kT9wQ2!vZx7";

    [Theory]
    [InlineData("""{ "Smtp": { "Password": "[|$pwd|]" } }""")]
    [InlineData("""{ "Files": { "FTPHost": "ftp.acme.io", "FTPHostpassword": "[|$pwd|]" } }""")]
    [InlineData("""{ "Smtp": { "Host": "localhost", "Password": "[|$pwd|]" } }""")]
    [InlineData("""{ "Smtp:Password": "[|$pwd|]" }""")]
    [InlineData("""{ "Weather": { "ApiKey": "[|$hex32|]" } }""")]
    [InlineData("""{ "Bank": { "Url": "https://bank.acme.io", "Key": "[|$hex32|]" } }""")]
    [InlineData("""{ "Jwt": { "SigningKey": "[|$b64-64|]" } }""")]
    [InlineData("""{ "Clients": [ { "Id": "shop", "ClientSecret": "[|$b62-40|]" } ] }""")]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Server=sql.acme.io;Database=orders;User Id=app;Password=[|kT9wQ2vZx7|];" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Server=localhost;Database=orders;User Id=sa;Password=[|kT9wQ2vZx7|]" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Server = sql.acme.io; Database = orders; User Id = app; Password = [|kT9w!Q2vZx7|]" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Server=sql.acme.io;Database=orders;User=app;Password='[|kT9w!Q2&vZx7|]';Pooling=true" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Server=sql.acme.io;Database=orders;User=app;Password=\"[|kT9w!Q2&vZx7|]\";Pooling=true" } }""")]
    [InlineData("""{ "Queue": { "Url": "[|amqp://svc:kT9wQ2vZx7@mq.acme.io/orders|]" } }""")]
    [InlineData("""{ "Backup": { "Arguments": "--user svc --password [|kT9wQ2vZx7|]" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Server=sql.acme.io;Database=orders;User Id=app;Password=[|BGUKDmdHRzHx|]" } }""")]
    [InlineData("""{ "SignalRKey": "[|wHjq_mT6bDQCyxVCo6R7-0fEnDBRv9n2|]" }""")]
    [InlineData("""{ "Jwt": { "Key": "[|A@9v!p#Z2^bL$w8&Qx*G7m%T1s)R4u{E|]" } }""")]
    [InlineData("{ // comment\n \"Smtp\": { /* the office's */ \"Password\": \"[|$pwd|]\", }, }")]
    [InlineData("{ \"Note\": \"caf\\u00e9\", \"Smtp\": { \"Password\": \"[|$pwd|]\" } }")]
    [InlineData("{ \"Smtp\": { \"Password\": \"[|\\u006bT9wQ2!vZx7|]\" } }")]
    [InlineData("{ \"Smtp\": { \"Password\": \"[|$pwd|]\" } } trailing")]
    public Task Appsettings_Reports(string text) => In("/0/appsettings.json", text);

    [Fact]
    public Task ProviderToken_Reports() => In("/0/appsettings.json", "{ \"Payment\": { \"Key\": \"[|" + IA3002CredentialTests.Sample("Stripe", "Secret key (live)") + "|]\" } }");

    /// <summary>Half a secret is one still: each part of it may be a token of its own.</summary>
    [Theory]
    [InlineData("{ \"DirectLineSecret\": \"[|$key.$other|]\" }")]
    [InlineData("{ \"DirectLineSecret\": \"[|$hex32.$key|]\" }")]
    [InlineData("{ \"Path\": \"[|$key|].json\" }")]
    [InlineData("{ \"Search\": \"v1.[|$key|]\" }")]
    public Task SecretOfTwoParts_PalmHilsDirectLine_ReportsTheWhole(string text) => In("/0/appsettings.json", text
        .Replace("$key", IA3002CredentialTests.Sample("Azure (CASK)", Cask)).Replace("$other", TokenSample.Of("Azure (CASK)", Cask, 2)));

    private const string Cask = "Common Annotated Security Key (OpenAI, AI Services, Maps, SignalR, App Config, DevOps ...)";

    [Theory]
    [InlineData("appsettings.Production.json")]
    [InlineData("appsettings.Development.json")]
    [InlineData("Properties/launchSettings.json")]
    public Task ProviderTokenInAnyFile_Reports(string file) =>
        In("/0/" + file, "{ \"profiles\": { \"Shop\": { \"Key\": \"[|" + IA3002CredentialTests.Sample("Stripe", "Secret key (live)") + "|]\" } } }");

    [Theory]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Server=sql.acme.io;Database=orders;User Id=app;Password=[|kT9wQ2vZx7|];" } }""")]
    [InlineData("""{ "Smtp": { "Host": "smtp.acme.io", "Password": "[|$pwd|]" } }""")]
    [InlineData("""{ "Weather": { "BaseUrl": "https://api.acme.io/", "ApiKey": "[|$hex32|]" } }""")]
    public Task DevelopmentFileForARemoteHost_Reports(string text) => In("/0/appsettings.Development.json", text);

    [Theory]
    [InlineData("""<configuration><appSettings><add key="SmtpPassword" value="[|$pwd|]" /></appSettings></configuration>""")]
    [InlineData("""<configuration><connectionStrings><add name="Orders" connectionString="Server=sql.acme.io;Database=o;User Id=app;Password=[|kT9wQ2vZx7|]" /></connectionStrings></configuration>""")]
    [InlineData("""<configuration><system.web><machineKey validationKey="[|$hex64|]" decryptionKey="AutoGenerate" validation="SHA1" /></system.web></configuration>""")]
    [InlineData("""<configuration><system.net><mailSettings><smtp><network host="smtp.acme.io" userName="svc" password="[|$pwd|]" /></smtp></mailSettings></system.net></configuration>""")]
    [InlineData("<configuration>\n  <applicationSettings>\n    <setting name=\"ApiKey\" serializeAs=\"String\">\n      <value>[|$hex32|]</value>\n    </setting>\n  </applicationSettings>\n</configuration>")]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- a & b -->\n<configuration><packageSourceCredentials><Feed><add key=\"Username\" value=\"svc\" /><add key=\"ClearTextPassword\" value=\"[|$pwd|]\" /></Feed></packageSourceCredentials></configuration>")]
    [InlineData("""<configuration><appSettings><add key="TOKEN_SERVICIO_SRV_CRM" value="[|@ZA91H5.!!BB|]" /><add key="PASSWORD_DB" value="[|$pwd|]" /></appSettings></configuration>""")]
    public Task XmlConfiguration_Reports(string text) => In("/0/web.config", text);

    [Theory]
    [InlineData(".env", "SMTP_PASSWORD=[|$pwd|]\nNAME=shop\n")]
    [InlineData(".env", "# settings\nexport API_KEY=\"[|$hex32|]\" # the key\n")]
    [InlineData(".env.production", "Smtp__Password='[|$pwd|]'\r\nSmtp__Host=smtp.acme.io\r\n")]
    [InlineData(".env", "DATABASE_URL=[|postgres://svc:kT9wQ2vZx7@db.acme.io/orders|]")]
    public Task DotEnv_Reports(string file, string text) => In("/0/" + file, text);

    /// <summary>An access key is one leak, by its secret.</summary>
    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID=$id\nAWS_SECRET_ACCESS_KEY=[|$hex32$hex12|]\n")]
    [InlineData("AWS_ACCESS_KEY_ID=[|$id|]\nDB_PASSWORD=[|$pwd|]\n")]
    [InlineData("AWS_ACCESS_KEY_ID=[|$id|]\n")]
    [InlineData("AWS_ACCESS_KEY_ID=[|$id|]\nJWT_SECRET=\n")]
    public Task AccessKeyBesideItsSecret_IsOneFinding_Reports(string text) => In("/0/.env", text.Replace("$id", TokenSample.Of("AWS", "Access key ID")));

    /// <summary>software-solution-it/ligchat-whatsapp, appsettings.json: the fix moved the secret away, and the id beside it took its place.</summary>
    [Theory]
    [InlineData("""{ "AWS": { "AccessKey": "$id", "SecretKey": "<set AWS__SecretKey>" } }""")]
    [InlineData("""{ "AWS": { "AccessKey": "$id", "SecretKey": "" } }""")]
    public Task AccessKeyWhoseSecretWasMovedAway_IsQuiet(string text) => In("/0/appsettings.json", text.Replace("$id", TokenSample.Of("AWS", "Access key ID")));

    [Theory]
    [InlineData("""{ "Smtp": { "Password": "" } }""")]
    [InlineData("""{ "Smtp": { "Password": "{Password}" } }""")]
    [InlineData("""{ "Smtp": { "Password": "<your password 1>" } }""")]
    [InlineData("""{ "Smtp": { "Password": "#{SmtpPassword1}#" } }""")]
    [InlineData("""{ "Smtp": { "Password": "${SMTP_PASSWORD1}" } }""")]
    [InlineData("""{ "Smtp": { "Password": "@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/p1)" } }""")]
    [InlineData("""{ "Smtp": { "Password": "secret" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Server=sql.acme.io;Database=orders;User Id=app;Password=MyOrdersDatabase" } }""")]
    [InlineData("""{ "Cache": { "Key": "A@9v!p#Z2^bL$w8&Qx*G7m%T1s)R4u{E" } }""")]
    [InlineData("""{ "Smtp": { "PasswordFile": "/run/secrets/smtp1" } }""")]
    [InlineData("""{ "ApplicationInsights": { "InstrumentationKey": "6a4b3f0e-91c2-4d7f-8e55-$hex12" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Server=sql.acme.io;Database=orders;Integrated Security=true" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Server=sql.acme.io;Database=orders;User Id=app;Password={password}" } }""")]
    [InlineData("""{ "Jwt": { "TokenLifetime": "00:30:00", "KeyName": "orders-2024" } }""")]
    [InlineData("""{ "Token": { "Endpoint": "https://login.acme.io/oauth2/v2.0/token" } }""")]
    [InlineData("""{ "Queue": { "Url": "amqp://svc:kT9wQ2vZx7@localhost:5672/orders" } }""")]
    [InlineData("""{ "Queue": { "Url": "amqp://svc:kT9wQ2vZx7@[::1]:5672/orders" } }""")]
    [InlineData("{ \"Smtp\": {\n \"Password\": \"$pwd\" // gitleaks:allow\n } }")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("""{ "Cache": { "Name": "orders", "Key": "$hex32" } }""")]
    [InlineData("")]
    public Task NoSecretInAppsettings_IsQuiet(string text) => In("/0/appsettings.json", text);

    [Theory]
    [InlineData("appsettings.Development.json", """{ "ConnectionStrings": { "Orders": "Server=localhost,1433;Database=orders;User Id=sa;Password=kT9wQ2vZx7" } }""")]
    [InlineData("appsettings.Development.json", """{ "Smtp": { "Host": "localhost", "Password": "$pwd" } }""")]
    [InlineData("appsettings.Development.json", """{ "Smtp": { "Password": "$pwd" } }""")]
    [InlineData("Properties/launchSettings.json", """{ "profiles": { "Shop": { "environmentVariables": { "Smtp__Password": "$pwd" } } } }""")]
    [InlineData(".env.local", "SMTP_PASSWORD=kT9wQ2!vZx7")]
    [InlineData("appsettings.example.json", """{ "Smtp": { "Password": "$pwd" } }""")]
    [InlineData("appsettings.json.sample", """{ "Smtp": { "Password": "$pwd" } }""")]
    [InlineData(".env.example", "SMTP_PASSWORD=kT9wQ2!vZx7")]
    [InlineData("settings.json", """{ "Smtp": { "Password": "$pwd" } }""")]
    [InlineData("packages.config", """<packages><package id="A" version="1" password="kT9wQ2!vZx7" /></packages>""")]
    public Task OtherFile_IsQuiet(string file, string text) => In("/0/" + file, text);

    [Theory]
    [InlineData("""<configuration><runtime><assemblyBinding><dependentAssembly><assemblyIdentity name="A" publicKeyToken="b03f5f7f11d50a3a" culture="neutral" /></dependentAssembly></assemblyBinding></runtime></configuration>""")]
    [InlineData("""<configuration><system.web><machineKey validationKey="AutoGenerate,IsolateApps" decryptionKey="AutoGenerate,IsolateApps" /></system.web></configuration>""")]
    [InlineData("""<configuration><packageSources><add key="nuget.org" value="https://api.nuget.org/v3/index.json" protocolVersion="3" /></packageSources></configuration>""")]
    [InlineData("""<configuration><appSettings><add key="SmtpPassword" value="%SMTP_PASSWORD1%" /></appSettings></configuration>""")]
    [InlineData("""<!DOCTYPE configuration [<!ENTITY a "aaaa">]><configuration />""")]
    [InlineData("""<configuration><appSettings><add key="TOKEN_SERVICE_ISSUER" value="@ZA91H5.!!BB" /><add key="PASSWORD_RESET_URL" value="kT9wQ2!vZx7" /><add key="token_service" value="@ZA91H5.!!BB" /><add key="TOKEN_SERVICE" value="orders-2" /></appSettings></configuration>""")]
    public Task NoSecretInXml_IsQuiet(string text) => In("/0/App.config", text);

    [Fact]
    public Task TestModeKey_IsQuiet() => In("/0/appsettings.json", "{ \"Payment\": { \"ApiKey\": \"" + IA3002CredentialTests.Sample("Stripe", "Test keys") + "\" } }");

    [Fact]
    public Task PublicByDesign_IsQuiet() =>
        In("/0/appsettings.json", "{ \"Payment\": { \"ApiKey\": \"" + IA3002CredentialTests.Sample("Stripe", "Publishable key (not secret)") + "\" } }");

    [Fact]
    public Task SwitchedOffForTheFile_IsQuiet() => Configured("integration_analyzers.ia3006.report = false");

    [Fact]
    public Task IgnoredName_IsQuiet() => Configured("integration_analyzers.ia3006.ignored_names = Token, password");

    [Fact]
    public Task NoIntegrationLibrary_IsQuiet()
    {
        var test = Test("/0/appsettings.json", """{ "Smtp": { "Password": "$pwd" } }""");
        test.References = Verification.TestReferences.WithoutHttp;
        return test.RunAsync();
    }

    [Fact]
    public Task Message_NamesTheVariableAndMasksTheValue()
    {
        var test = Test("/0/appsettings.json", "{ \"Smtp\": { \"Password\": \"{|#0:" + Password + "|}\" } }");
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithArguments("Password", "kT…", "the environment variable Smtp__Password"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("{ \"Serilog\": { \"WriteTo\": [ { \"Name\": \"Console\" }, { \"Args\": { \"Password\": \"$\" } } ] } }", "Password", "Serilog__WriteTo__1__Args__Password")]
    [InlineData("{ \"Grid\": [ [ 1, 2 ], [ null, { \"Password\": \"$\" } ] ], \"Last\": 1 }", "Password", "Grid__1__1__Password")]
    [InlineData("{ \"Hosts\": [ { \"Name\": \"a\" } ], \"Smtp\": { \"Password\": \"$\" } }", "Password", "Smtp__Password")]
    public Task VariableOfAValueInAList_HasItsPlace(string text, string name, string variable)
    {
        var test = Test("/0/appsettings.json", text.Replace("$", "{|#0:" + Password + "|}"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithArguments(name, "kT…", "the environment variable " + variable));
        return test.RunAsync();
    }

    /// <summary>.NET Framework reads no environment variables for its files.</summary>
    [Theory]
    [InlineData("web.config", "<configuration><appSettings><add key=\"SmtpPassword\" value=\"$\" /></appSettings></configuration>", "SmtpPassword", "a file that is not committed (<appSettings file=\"…\">)")]
    [InlineData("App.config", "<configuration><location path=\"api\"><appSettings><add key=\"SmtpPassword\" value=\"$\" /></appSettings></location></configuration>", "SmtpPassword", "a file that is not committed (<appSettings file=\"…\">)")]
    [InlineData("web.config", "<configuration><connectionStrings><add name=\"Db\" connectionString=\"Server=sql.acme.io;User Id=a;Password=$\" /></connectionStrings></configuration>", "Password", "a file that is not committed (<connectionStrings configSource=\"…\">)")]
    [InlineData("web.config", "<configuration><system.net><mailSettings><smtp><network password=\"$\" /></smtp></mailSettings></system.net></configuration>", "password", "a file that is not committed (<smtp configSource=\"…\">)")]
    [InlineData("secrets.config", "<appSettings><add key=\"SmtpPassword\" value=\"$\" /></appSettings>", "SmtpPassword", "a file that is not committed")]
    [InlineData("web.config", "<configuration><system.webServer><aspNetCore><environmentVariables><environmentVariable name=\"Smtp__Password\" value=\"$\" /></environmentVariables></aspNetCore></system.webServer></configuration>", "Smtp__Password", "the environment variable Smtp__Password")]
    [InlineData("nuget.config", "<configuration><packageSourceCredentials><Acme-Feed><add key=\"ClearTextPassword\" value=\"$\" /></Acme-Feed></packageSourceCredentials></configuration>", "ClearTextPassword", "the environment variable Acme_Feed_ClearTextPassword")]
    public Task Message_SaysWhatTheFilesReaderReads(string file, string text, string name, string instead)
    {
        var test = Test("/0/" + file, text.Replace("$", "{|#0:kT9wQ2vZx7m|}"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithArguments(name, "kT…", instead));
        return test.RunAsync();
    }

    private static Task Configured(string line)
    {
        var test = Test("/0/appsettings.json", """{ "Smtp": { "Password": "$pwd" } }""");
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[appsettings.json]\n" + line + "\n"));
        return test.RunAsync();
    }

    private static Task In(string file, string text) => Test(file, text).RunAsync();

    private static Verify.Test Test(string file, string text) =>
        Verify.FileTest(file, IA3002CredentialTests.Fill(text.Replace("$pwd", Password)));
}
