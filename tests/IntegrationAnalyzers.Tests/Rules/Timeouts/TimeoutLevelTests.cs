using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Timeouts;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Waits = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1009BlockingWait>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>What an owner would leave is a suggestion: somebody above has to be synchronous, the code runs once a session, the client has no timeout to set, the body is an error's.</summary>
public sealed class TimeoutLevelTests
{
    private const string Usings = """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;

        """;

    [Theory]
    [InlineData("public async Task<string> Get(string u) { await Task.Yield(); return http.GetStringAsync(u).{|#0:Result|}; }")]
    [InlineData("public Task<string> Get(string u) => Task.FromResult(http.GetStringAsync(u).{|#0:Result|});")]
    [InlineData("private string Get(string u) => http.GetStringAsync(u).{|#0:Result|}; public async Task<string> All() { await Task.Yield(); return Get(\"a\") + Get(\"b\"); }")]
    [InlineData("private string Get(string u) => http.GetStringAsync(u).{|#0:Result|}; string Two(string u) => Get(u); public async Task<string> All() { await Task.Yield(); return Two(\"a\"); }")]
    [InlineData("public void Button_Click(object sender, EventArgs e) => http.GetStringAsync(\"a\").{|#0:Wait|}();")]
    [InlineData("public void Map(WebApplication app) => app.MapGet(\"a\", () => http.GetStringAsync(\"a\").{|#0:Result|});")]
    public Task SomebodyAboveCanAwait_ErplyAndBlazorEcommerce_IsAWarning(string members) => Waits.WarnsAsync(Class(members));

    /// <summary>pcurich/Nop.Plugin.Payments.SafeTyPay: what an interface that does not bind asks for is unknown.</summary>
    [Theory]
    [InlineData("IPaymentMethod", "public string Process() => http.GetStringAsync(\"pay\").{|#0:Result|};", DiagnosticSeverity.Info)]
    [InlineData("IPaymentMethod", "internal string Process() => http.GetStringAsync(\"pay\").{|#0:Result|};", DiagnosticSeverity.Warning)]
    [InlineData("ICloneable", "public object Clone() => this; public string Process() => http.GetStringAsync(\"pay\").{|#0:Result|};", DiagnosticSeverity.Warning)]
    public Task MemberOfAnInterfaceThatDoesNotBind_IsASuggestion(string type, string members, DiagnosticSeverity severity) => Waits.VerifyAsync(
        new RuleVerifier<IA1009BlockingWait>.Test { TestCode = Usings + $"public class SafeTyPay(HttpClient http) : {type}\n{{\n    {members}\n}}\n", CompilerDiagnostics = CompilerDiagnostics.None }, severity);

    [Fact]
    public Task ActionOfAController_SeminarWebService_IsAWarning() => Waits.WarnsAsync(Usings + """
        [ApiController]
        public class FeeController(HttpClient http) : ControllerBase
        {
            [HttpGet]
            public string Get() => http.GetStringAsync("fee").{|#0:Result|};
        }
        """);

    [Fact]
    public Task ByTheInterfaceFromAnAction_IsAWarning() => Waits.WarnsAsync(Usings + """
        public interface IFees { string Get(); }

        public class Fees(HttpClient http) : IFees
        {
            public string Get() => http.GetStringAsync("fee").{|#0:Result|};
        }

        [ApiController]
        public class FeeController(IFees fees) : ControllerBase
        {
            [HttpGet]
            public string Get() => fees.Get();
        }
        """);

    [Theory]
    [InlineData("public string Post(string u) => http.GetStringAsync(u).{|#0:Result|};")]
    [InlineData("public string Text => http.GetStringAsync(\"a\").{|#0:Result|};")]
    [InlineData("private string Get(string u) => http.GetStringAsync(u).{|#0:Result|}; public string Both() => Get(\"a\") + Get(\"b\");")]
    [InlineData("public bool IsLoggedIn { get { return Ask().GetAwaiter().{|#0:GetResult|}(); } } async Task<bool> Ask() => (await http.GetStringAsync(\"me\")).Length > 0;")]
    public Task NobodyAboveHasToBeSynchronous_IsAWarning(string members) => Waits.WarnsAsync(Class(members));

    [Theory]
    [InlineData("public string Get(string u) => http.GetStringAsync(u).{|#0:Result|}; public string Other() => Get(\"b\"); public override string ToString() => Get(\"a\");")]
    [InlineData("public string Text => http.GetStringAsync(\"a\").{|#0:Result|}; public string Other() => Text; public override string ToString() => Text;")]
    [InlineData("public string Get(string u) => http.GetStringAsync(u).{|#0:Result|}; string Two() => Get(\"a\"); public string Other() => Two(); public override string ToString() => Two();")]
    public Task UnderAMemberOfAnotherAssembly_PlaynitePlugin_IsASuggestion(string members) => Waits.SuggestsAsync(Class(members));

    [Fact]
    public Task UnderAMemberOfAnotherAssemblyAndAnAsynchronousOne_IsAWarning() => Waits.WarnsAsync(Class(
        "public string Get(string u) => http.GetStringAsync(u).{|#0:Result|}; public override string ToString() => Get(\"a\"); public async Task<string> Both() { await Task.Yield(); return Get(\"b\"); }"));

    [Theory]
    [InlineData("async Task LogInAsync(string token)")]
    [InlineData("async Task SignIn(string token)")]
    [InlineData("async Task Login(string token)")]
    [InlineData("async Task Logon(string token)")]
    [InlineData("async Task LogOn(string token)")]
    [InlineData("async Task Logout(string token)")]
    [InlineData("async Task LogOff(string token)")]
    [InlineData("async Task Signin(string token)")]
    [InlineData("async Task Signout(string token)")]
    [InlineData("async Task OauthCallback(string token)")]
    [InlineData("async Task InstallPlugin(string token)")]
    [InlineData("async Task UninstallPlugin(string token)")]
    [InlineData("async Task OnboardMerchant(string token)")]
    public Task ClientOfALogIn_Playnite_IsASuggestion(string method) => LevelVerifier<IA1006ClientPerCall>.SuggestsAsync(Class(PerCall(method)));

    [Theory]
    [InlineData("async Task LoadCatalog(string token)")]
    [InlineData("async Task AuthorizePayment(string token)")]
    [InlineData("async Task LogInvoice(string token)")]
    [InlineData("async Task Design(string token)")]
    public Task ClientOfACall_Lingarr_IsAWarning(string method) => LevelVerifier<IA1006ClientPerCall>.WarnsAsync(Class(PerCall(method)));

    [Theory]
    [InlineData("System.Windows", "Window")]
    [InlineData("System.Windows.Forms", "Form")]
    [InlineData("Avalonia.Controls", "Window")]
    [InlineData("Microsoft.UI.Xaml", "Window")]
    [InlineData("Microsoft.Maui.Controls", "Window")]
    [InlineData("Xamarin.Forms", "Page")]
    [InlineData("Windows.UI.Xaml", "Window")]
    [InlineData("Gtk", "Window")]
    [InlineData("Android.App", "Activity")]
    [InlineData("UIKit", "UIViewController")]
    public Task ClientInAProgramWithWindows_BililiveToast_IsASuggestion(string ns, string type) =>
        LevelVerifier<IA1006ClientPerCall>.SuggestsAsync(Class(PerCall("async Task LoadCatalog(string token)")) + $"\nnamespace {ns} {{ public class {type} {{ }} }}\n");

    [Theory]
    [InlineData("public class SettingsView : System.Windows.Controls.UserControl { }", DiagnosticSeverity.Info)]
    [InlineData("public class Grid { void Loaded(RoutedEventArgs e) { } }", DiagnosticSeverity.Info)]
    [InlineData("public class Grid { object Rows = DependencyProperty.Register(); }", DiagnosticSeverity.Info)]
    [InlineData("public class Grid { void Find(FrameworkElement e) { } }", DiagnosticSeverity.Info)]
    [InlineData("public class Grid { object Place => WindowStartupLocation.CenterScreen; }", DiagnosticSeverity.Info)]
    [InlineData("public class Grid { object Rows = AvaloniaProperty.Register(); }", DiagnosticSeverity.Info)]
    [InlineData("public class Grid { void Closing(FormClosingEventArgs e) { } }", DiagnosticSeverity.Info)]
    [InlineData("public class Asker { object Buttons => MessageBoxButtons.YesNo; }", DiagnosticSeverity.Info)]
    [InlineData("public class Basket : System.Web.UI.UserControl { }", DiagnosticSeverity.Warning)]
    public Task ClientBesideAViewWhoseLibraryIsMissing_Playnite_IsASuggestion(string view, DiagnosticSeverity severity) => LevelVerifier<IA1006ClientPerCall>.VerifyAsync(
        new RuleVerifier<IA1006ClientPerCall>.Test
        {
            TestCode = Class(PerCall("async Task LoadCatalog(string token)")) + "\n" + view + "\n",
            CompilerDiagnostics = CompilerDiagnostics.None,
        },
        severity);

    [Fact]
    public Task WebClient_HasNoTimeoutToSet_IsASuggestion() => LevelVerifier<IA1001ClientWithoutTimeout>.SuggestsAsync(Usings + """
        #pragma warning disable SYSLIB0014
        class Catalog
        {
            private readonly WebClient _client = {|#0:new WebClient()|};

            public string Load() => _client.DownloadString("https://api.acme.io/catalog");
        }
        """);

    [Fact]
    public Task HttpClientWithoutTimeout_IsAWarning() => LevelVerifier<IA1001ClientWithoutTimeout>.WarnsAsync(Usings + """
        class Catalog
        {
            private readonly HttpClient _client = {|#0:new HttpClient()|};

            public Task<string> Load() => _client.GetStringAsync("https://api.acme.io/catalog");
        }
        """);

    [Fact]
    public Task BodyOfAnErrorForAnException_JellyfinTvdb_IsASuggestion() => LevelVerifier<IA1004BodyWithoutDeadline>.SuggestsAsync(Class("""
        public async Task Get(string u)
        {
            using var response = await http.GetAsync(u, HttpCompletionOption.ResponseHeadersRead);
            if ((int)response.StatusCode == 400)
            {
                var text = await response.Content.{|#0:ReadAsStringAsync|}();
                throw new InvalidOperationException(text);
            }
        }
        """));

    /// <summary>infobip-community/infobip-api-csharp-sdk, HttpResponseMessageExtensions.cs: no path leaves the block but by an exception.</summary>
    [Fact]
    public Task BodyOfAnErrorThatEachArmThrows_Infobip_IsASuggestion() => LevelVerifier<IA1004BodyWithoutDeadline>.SuggestsAsync(Class(ArmsOf(
        "throw new InvalidOperationException(text);")));

    [Theory]
    [InlineData("if (r.IsSuccessStatusCode) return;", "if (r.StatusCode == System.Net.HttpStatusCode.Unauthorized) throw new UnauthorizedAccessException(text); r.EnsureSuccessStatusCode();")]
    [InlineData("if (r.IsSuccessStatusCode) { return; }", "throw new InvalidOperationException(text);")]
    public Task BodyOfAnErrorBehindAnEarlyReturnOnSuccess_IsASuggestion(string early, string end) => LevelVerifier<IA1004BodyWithoutDeadline>.SuggestsAsync(Class(Early(early, end)));

    [Theory]
    [InlineData("if (r.Headers.Age is null) return;", "throw new InvalidOperationException(text);")]
    [InlineData("if (r.IsSuccessStatusCode) Console.WriteLine();", "throw new InvalidOperationException(text);")]
    [InlineData("if (r.IsSuccessStatusCode) return;", "Console.WriteLine(text);")]
    [InlineData("if (r.IsSuccessStatusCode) return;", "if (text.Length > 3) return; throw new InvalidOperationException(text);")]
    public Task BodyBehindAnotherReturn_OrThatIsNotThrown_IsAWarning(string early, string end) => LevelVerifier<IA1004BodyWithoutDeadline>.WarnsAsync(Class(Early(early, end)));

    private static string Early(string early, string end) => $$"""
        public async Task Send(string u)
        {
            using var r = await http.GetAsync(u, HttpCompletionOption.ResponseHeadersRead);
            {{early}}
            string text;
            try
            {
                text = await r.Content.{|#0:ReadAsStringAsync|}();
            }
            catch
            {
                text = "unreadable";
            }

            {{end}}
        }
        """;

    private static string Helper(string caller) => $$"""
        public async Task<string> Get(string u)
        {
            var response = await http.GetAsync(u, HttpCompletionOption.ResponseHeadersRead);
            {{caller}}
            return "";
        }

        private static async Task<string> ReadError(HttpResponseMessage response) => await response.Content.{|#0:ReadAsStringAsync|}();
        """;

    /// <summary>openfga/dotnet-sdk, ApiErrorParser.cs: whoever calls it makes an exception of it.</summary>
    [Theory]
    [InlineData("if (!response.IsSuccessStatusCode) throw new InvalidOperationException(await ReadError(response));")]
    [InlineData("if (!response.IsSuccessStatusCode) throw new InvalidOperationException($\"failed: {await ReadError(response)}\");")]
    [InlineData("if (!response.IsSuccessStatusCode) { var text = await ReadError(response); throw new InvalidOperationException(text); }")]
    [InlineData("if (!response.IsSuccessStatusCode) { var failure = new InvalidOperationException(await ReadError(response)); Console.WriteLine(failure); throw failure; }")]
    public Task BodyOfAnErrorReadByAHelper_OpenFga_IsASuggestion(string caller) => LevelVerifier<IA1004BodyWithoutDeadline>.SuggestsAsync(Class(Helper(caller)));

    [Theory]
    [InlineData("Console.WriteLine(await ReadError(response));")]
    [InlineData("if (!response.IsSuccessStatusCode) throw new InvalidOperationException(await ReadError(response)); Console.WriteLine(await ReadError(response));")]
    public Task BodyReadByAHelperForMoreThanExceptions_IsAWarning(string caller) => LevelVerifier<IA1004BodyWithoutDeadline>.WarnsAsync(Class(Helper(caller)));

    [Fact]
    public Task BodyThatOneArmGivesBack_IsAWarning() => LevelVerifier<IA1004BodyWithoutDeadline>.WarnsAsync(Class(ArmsOf("return text;")));

    [Fact]
    public Task BodyOfAnAnswer_TwitchDownloader_IsAWarning() => LevelVerifier<IA1004BodyWithoutDeadline>.WarnsAsync(Class("""
        public async Task<string> Get(string u)
        {
            using var response = await http.GetAsync(u, HttpCompletionOption.ResponseHeadersRead);
            if (response.IsSuccessStatusCode)
            {
                var text = await response.Content.{|#0:ReadAsStringAsync|}();
                return text;
            }

            throw new InvalidOperationException();
        }
        """));

    private static string ArmsOf(string last) => $$"""
        public async Task<string> Get(string u)
        {
            using var response = await http.GetAsync(u, HttpCompletionOption.ResponseHeadersRead);
            if (response.IsSuccessStatusCode)
            {
                return "";
            }
            else
            {
                var text = await response.Content.{|#0:ReadAsStringAsync|}();
                switch (response.StatusCode)
                {
                    case HttpStatusCode.BadRequest:
                        throw new ArgumentException(text);
                    default:
                        {{last}}
                }
            }
        }
        """;

    private static string PerCall(string method) => $$"""
        public {{method}}
        {
            using var client = {|#0:new HttpClient()|};
            using var response = await client.PostAsync(new Uri("https://api.acme.io/x"), new StringContent(token));
            response.EnsureSuccessStatusCode();
        }
        """;

    private static string Class(string members) => Usings + "public class C(HttpClient http)\n{\n    public HttpClient Http => http;\n\n" + members + "\n}\n";

    /// <summary>HttpClient answers when it has read the whole body: reading that holds no thread for the other side.</summary>
    [Theory]
    [InlineData("public async Task<string> Get(string u) { var r = await http.GetAsync(u); return r.Content.ReadAsStringAsync().{|#0:Result|}; }")]
    [InlineData("public async Task<string> Get(string u) { var r = await http.PostAsync(u, null).ConfigureAwait(false); r.EnsureSuccessStatusCode(); var c = r.Content; return c.ReadAsStringAsync().{|#0:Result|}; }")]
    [InlineData("public async Task<string> Get(HttpRequestMessage m) { using var r = await http.SendAsync(m, HttpCompletionOption.ResponseContentRead); return r.Content.ReadAsStringAsync().GetAwaiter().{|#0:GetResult|}(); }")]
    [InlineData("public async Task<string> Get(string u) { using (var r = await Send(u)) { return Read(r); } } async Task<HttpResponseMessage> Send(string u) => await http.GetAsync(u); static string Read(HttpResponseMessage r) => r.Content.ReadAsStringAsync().{|#0:Result|};")]
    [InlineData("public string Get(HttpRequestMessage m) { var r = http.Send(m); r.EnsureSuccessStatusCode(); return r.Content.ReadAsStringAsync().{|#0:Result|}; }")]
    [InlineData("public string Get(HttpRequestMessage m, HttpRequestMessage n) { var r = http.Send(m); r.EnsureSuccessStatusCode(); r = http.Send(n).EnsureSuccessStatusCode(); return r.Content.ReadAsStringAsync().{|#0:Result|}; }")]
    [InlineData("public async Task<string> Get(string u) { HttpResponseMessage? r = null; for (var i = 0; i < 3; i++) { r = await http.GetAsync(u); r = r.EnsureSuccessStatusCode(); } return r!.Content.ReadAsStringAsync().{|#0:Result|}; }")]
    [InlineData("public static string Read(HttpResponseMessage r) => r.Content.ReadAsStringAsync().{|#0:Result|}; public async Task<string> Get(string u) => Read(await http.GetAsync(u));")]
    public Task BodyThatIsThereAlready_EligibilityAndYoti_IsASuggestion(string members) => Waits.SuggestsAsync(Class(members));

    /// <summary>LBHackney-IT/LBHTenancyAPI, ExecutionError; microsoft/Recurring-Integrations-Scheduler, HttpClientHelper: the response is handed in, and nobody asks for headers alone.</summary>
    [Fact]
    public Task BodyOfAResponseThatAConstructorTakes_ExecutionError_IsASuggestion() => Waits.SuggestsAsync(Class("""
        public sealed class Error
        {
            public Error(HttpResponseMessage? response) => Message = response?.Content is null ? "" : response.Content.ReadAsStringAsync().ConfigureAwait(false).GetAwaiter().{|#0:GetResult|}();

            public string Message { get; }
        }
        """));

    /// <summary>vitali-karmanov/tradier-dotnet-client, TradierClientException: the read is kept in a local first.</summary>
    [Theory]
    [InlineData("public class Failure { public Failure(HttpResponseMessage r) { Task<string> body = r.Content.ReadAsStringAsync(); Text = body.{|#0:Result|}; if (Text.Length == 0) Text = body.Result; } public string Text { get; } }")]
    [InlineData("public async Task<string> Get(string u) { var r = await http.GetAsync(u); var reading = r.Content.ReadAsStringAsync(); return reading.ConfigureAwait(false).GetAwaiter().{|#0:GetResult|}(); }")]
    [InlineData("public async Task<byte[]> Get(string u) { var r = await http.GetAsync(u); var reading = r.Content.ReadAsByteArrayAsync(); reading.{|#0:Wait|}(); return reading.Result; }")]
    public Task BodyThatIsThereAlready_ReadByALocal_TradierClient_IsASuggestion(string members) => Waits.SuggestsAsync(Class(members));

    [Theory]
    [InlineData("public async Task<string> Get(string u) { var r = await http.GetAsync(u, HttpCompletionOption.ResponseHeadersRead); var reading = r.Content.ReadAsStringAsync(); return reading.{|#0:Result|}; }")]
    [InlineData("public class Failure { public Failure(HttpResponseMessage r) { Task<string> body = r.Content.ReadAsStringAsync(); Text = body.{|#0:Result|}; } public string Text { get; } } public Task<HttpResponseMessage> Get(string u) => http.GetAsync(u, HttpCompletionOption.ResponseHeadersRead);")]
    [InlineData("public async Task<string> Get(string u) { await Task.Yield(); var text = http.GetStringAsync(u); return text.{|#0:Result|}; }")]
    [InlineData("public class Text { public Text(HttpClient h) { Task<string> body = h.GetStringAsync(\"a\"); Value = body.{|#0:Result|}; } public string Value { get; } }")]
    public Task TaskOfALocalThatMayStillRun_IsAWarning(string members) => Waits.WarnsAsync(Class(members));

    /// <summary>The wait for the response is one, that for its body holds nothing any more.</summary>
    [Theory]
    [InlineData("public string Get(string u) { var r = http.GetAsync(u).{|#0:Result|}; return r.Content.ReadAsStringAsync().{|#1:Result|}; }", DiagnosticSeverity.Info)]
    [InlineData("public string Get(string u) { var r = http.GetAsync(u).GetAwaiter().{|#0:GetResult|}(); r.EnsureSuccessStatusCode(); return r.Content.ReadAsStringAsync().GetAwaiter().{|#1:GetResult|}(); }", DiagnosticSeverity.Info)]
    [InlineData("public string Get(string u) { var r = http.GetAsync(u, HttpCompletionOption.ResponseHeadersRead).{|#0:Result|}; return r.Content.ReadAsStringAsync().{|#1:Result|}; }", DiagnosticSeverity.Warning)]
    public Task BodyBehindAWaitForItsResponse_IsASuggestionBesideTheWarning(string members, DiagnosticSeverity ofBody)
    {
        var test = new RuleVerifier<IA1009BlockingWait>.Test { TestCode = Class(members) };
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(IA1009BlockingWait.Id, ofBody).WithLocation(1));
        return Waits.VerifyAsync(test, DiagnosticSeverity.Warning);
    }

    [Theory]
    [InlineData("HttpResponseMessage Last { get; set; } public async Task<string> Get(string u) { Last = await http.GetAsync(u); return Last.Content.ReadAsStringAsync().{|#0:Result|}; } public async Task<string> Other(string u) { Last = null; Last = await http.GetAsync(u); return \"\"; }")]
    [InlineData("HttpResponseMessage last; public async Task<string> Get(string u) { this.last = await http.GetAsync(u); return last.Content.ReadAsStringAsync().{|#0:Result|}; }")]
    public Task BodyOfAResponseThatAMemberKeeps_SapNop_IsASuggestion(string members) => Waits.SuggestsAsync(Class(members));

    [Theory]
    [InlineData("public async Task<string> Get(string u) { var r = await http.GetAsync(u, HttpCompletionOption.ResponseHeadersRead); return r.Content.ReadAsStringAsync().{|#0:Result|}; }")]
    [InlineData("public async Task<string> Get(string u, HttpCompletionOption o) { var r = await http.GetAsync(u, o); return r.Content.ReadAsStringAsync().{|#0:Result|}; }")]
    [InlineData("public async Task<string> Get(string u) { await Task.Yield(); return http.GetStringAsync(u).{|#0:Result|}; }")]
    [InlineData("public static string Read(HttpResponseMessage r) => r.Content.ReadAsStringAsync().{|#0:Result|}; public async Task<HttpResponseMessage> Get(string u) => await http.GetAsync(u, HttpCompletionOption.ResponseHeadersRead);")]
    [InlineData("static string Read(HttpResponseMessage r) => r.Content.ReadAsStringAsync().{|#0:Result|}; public async Task<string> Get(string u, bool b) => b ? Read(await http.GetAsync(u)) : Read(await http.GetAsync(u, HttpCompletionOption.ResponseHeadersRead));")]
    [InlineData("public async Task<string> Get(HttpMessageInvoker i, HttpRequestMessage m) { var r = await i.SendAsync(m, default); return r.Content.ReadAsStringAsync().{|#0:Result|}; }")]
    [InlineData("public string Get(HttpRequestMessage m, HttpRequestMessage n) { var r = http.Send(m); r.EnsureSuccessStatusCode(); r = http.Send(n, HttpCompletionOption.ResponseHeadersRead); return r.Content.ReadAsStringAsync().{|#0:Result|}; }")]
    [InlineData("public string Get(HttpRequestMessage m, Action<Action<HttpResponseMessage>> other) { var r = http.Send(m); other(x => r = x); return r.Content.ReadAsStringAsync().{|#0:Result|}; }")]
    [InlineData("HttpResponseMessage Last { get; set; } public async Task<string> Get(string u) { Last = await http.GetAsync(u); return Last.Content.ReadAsStringAsync().{|#0:Result|}; } public async Task Read(string u) { Last = await http.GetAsync(u, HttpCompletionOption.ResponseHeadersRead); }")]
    [InlineData("HttpResponseMessage last; public async Task<string> Get(string u) { last = await http.GetAsync(u); return last.Content.ReadAsStringAsync().{|#0:Result|}; } public void Read(Func<(HttpResponseMessage, int)> other) { (last, var n) = other(); }")]
    public Task BodyThatMayStillCome_IsAWarning(string members) => Waits.WarnsAsync(Class(members));

    private static string Rare(string type, string method) => Usings + $$"""
        public class {{type}}
        {
            public {{method}}
            {
                using var client = {|#0:new HttpClient()|};
                await client.GetStringAsync("https://example.com/version");
            }
        }
        """;

    [Theory]
    [InlineData("WhatsAppDebugController", "async Task SendTestAsync()")]
    [InlineData("MailDiagnostics", "async Task SendAsync()")]
    [InlineData("UpdaterService", "async Task CheckForUpdatesAsync()")]
    [InlineData("UpdaterService", "async Task CheckForUpdate()")]
    [InlineData("UpdaterService", "async Task CheckForUpgradeAsync()")]
    [InlineData("UpdaterService", "async Task CheckForUpgradesAsync()")]
    [InlineData("UpdaterService", "async Task CheckUpdateAsync()")]
    [InlineData("UpdaterService", "async Task CheckUpdates()")]
    [InlineData("MailDiagnostic", "async Task SendAsync()")]
    public Task ClientOfWhatAPersonAsksFor_AlertSystemAndXiDeAI_IsASuggestion(string type, string method) => LevelVerifier<IA1006ClientPerCall>.SuggestsAsync(Rare(type, method));

    [Theory]
    [InlineData("WhatsAppController", "async Task SendTestAsync()")]
    [InlineData("Orders", "async Task CheckUpdatedOrdersAsync()")]
    public Task ClientOfAnOrdinaryCall_IsAWarning(string type, string method) => LevelVerifier<IA1006ClientPerCall>.WarnsAsync(Rare(type, method));
}
