using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Rules.Secrets;
using IntegrationAnalyzers.Rules.Secrets;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Secrets.CodeFixes;

/// <summary>The fix changes files that are no source, which the shared harness does not apply fixes to.</summary>
public sealed class IA3006SecretInConfigurationFixTests
{
    private const string Secret = "kT9wQ2!vZx7";

    private static readonly IA3006SecretInConfigurationFix Fix = new();

    [Theory]
    [InlineData("appsettings.json", "{\r\n  // mail\r\n  \"Smtp\": { \"Password\": \"$\", }\r\n}\r\n", "{Password}", "Smtp__Password")]
    [InlineData("appsettings.json", "{ \"ConnectionStrings\": { \"Orders\": \"Server=sql.acme.io;User Id=app;Password=kT9wQ2vZx7;Encrypt=true\" } }", "{Password}", "ConnectionStrings__Orders")]
    [InlineData("appsettings.json", "{ \"Serilog\": { \"WriteTo\": [ { \"Args\": { \"Password\": \"$\" } } ] } }", "{Password}", "Serilog__WriteTo__0__Args__Password")]
    [InlineData("web.config", "<configuration>\n  <appSettings>\n    <add key=\"SmtpPassword\" value=\"$\" /> <!-- mail -->\n  </appSettings>\n</configuration>", "{SmtpPassword}", null)]
    [InlineData("nuget.config", "<configuration><packageSourceCredentials><Acme><add key=\"ClearTextPassword\" value=\"$\" /></Acme></packageSourceCredentials></configuration>", "%Acme_ClearTextPassword%", "Acme_ClearTextPassword")]
    [InlineData(".env", "# mail\nSMTP_PASSWORD=$ # the office's\n", "{SMTP_PASSWORD}", "SMTP_PASSWORD")]
    [InlineData("launchSettings.json", "{ \"profiles\": { \"Shop\": { \"environmentVariables\": { \"Host\": \"smtp.acme.io\", \"Smtp__Password\": \"$\" } } } }", "{Smtp__Password}", "Smtp__Password")]
    public async Task Fix_PutsAPlaceholderAndNamesTheVariable(string file, string text, string placeholder, string? variable)
    {
        var before = text.Replace("$", Secret);
        var solution = Solution((file, before));
        var diagnostic = Assert.Single(await DiagnosticsAsync(solution));
        var action = Assert.Single(await ActionsAsync(solution, diagnostic));
        Assert.Contains(variable is null ? "by a file that is not committed" : "environment variable " + variable + ",", action.Title);
        Assert.Contains("rotate", action.Title);
        Assert.Equal("IA3006", action.EquivalenceKey);

        var changed = await ApplyAsync(action);
        var span = diagnostic.Location.SourceSpan;
        Assert.Equal(before[..span.Start] + placeholder + before[span.End..], Text(changed, file));
        Assert.Empty(await DiagnosticsAsync(changed));
    }

    /// <summary>A provider's key that is named in the text beside it.</summary>
    [Theory]
    [InlineData("{ \"Storage\": \"DefaultEndpointsProtocol=https;AccountName=ocrprod;AccountKey=$key;EndpointSuffix=core.windows.net\" }", "{AccountKey}")]
    [InlineData("{ \"Bus\": \"Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=$short\" }", "{SharedAccessKey}")]
    [InlineData("{ \"Storage\": { \"AccountKey\": \"$identifiable\" } }", "{AccountKey}")]
    [InlineData("{ \"SignalR\": \"Endpoint=https://acmedev.service.signalr.net;AccessKey=$short;Version=1.0;\" }", "{AccessKey}")]
    [InlineData("{ \"Settings\": \"Endpoint=https://acme.azconfig.io;Id=b1-l0-s0:Zq7;Secret=$short\" }", "{Secret}")]
    [InlineData("{ \"Cosmos\": \"AccountEndpoint=https://acme.documents.azure.com:443/; AccountKey=$key\" }", "{AccountKey}")]
    public async Task ProviderKeyOfAPair_LeavesItsName(string text, string placeholder)
    {
        var key = MadeUp.Base64(64);
        var shorter = MadeUp.Base64(32);
        var identifiable = MadeUp.Base62(76) + "+AStb7Xq2Q==";
        string Filled(string k, string s, string i) => text.Replace("$key", k).Replace("$short", s).Replace("$identifiable", i);
        var solution = Solution(("appsettings.json", Filled(key, shorter, identifiable)));
        var changed = await ApplyAsync(Assert.Single(await ActionsAsync(solution, Assert.Single(await DiagnosticsAsync(solution)))));
        Assert.Equal(Filled(placeholder, placeholder, placeholder), Text(changed, "appsettings.json"));
        Assert.Empty(await DiagnosticsAsync(changed));
    }

    /// <summary>ASP.NET does not start with a machine key that is none.</summary>
    [Fact]
    public async Task MachineKey_FixIsNotOffered()
    {
        var solution = Solution(("web.config", $"<configuration><system.web><machineKey validationKey=\"{MadeUp.Hex(64)}\" decryptionKey=\"AutoGenerate\" /></system.web></configuration>"));
        var diagnostic = Assert.Single(await DiagnosticsAsync(solution));
        Assert.Contains("<machineKey configSource=\"…\">", diagnostic.GetMessage());
        Assert.Empty(await ActionsAsync(solution, diagnostic));
    }

    /// <summary>bintrees/U9SyncService: an escape elsewhere in the value hides nothing.</summary>
    [Theory]
    [InlineData("appsettings.json", "{ \"Db\": { \"Connection\": \"Data Source=10.1.2.9\\\\MSSQL;User ID=app;Password=$;Encrypt=true\" } }", "$")]
    [InlineData("web.config", "<configuration><appSettings><add key=\"Db\" value=\"Server=sql.acme.io;App=A&amp;B;User ID=app;Password=$\" /></appSettings></configuration>", "$")]
    [InlineData("appsettings.json", "{ \"Smtp\": { \"Password\": \"\\u006bT9wQ2!vZx7\" } }", "\\u006bT9wQ2!vZx7")]
    public async Task ValueWithAnEscape_LosesTheSecretAlone(string file, string text, string secret)
    {
        var solution = Solution((file, text.Replace("$", Secret)));
        var diagnostic = Assert.Single(await DiagnosticsAsync(solution));
        var changed = await ApplyAsync(Assert.Single(await ActionsAsync(solution, diagnostic)));
        Assert.Equal(text.Replace(secret, "{Password}"), Text(changed, file));
    }

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 0)]
    [InlineData(FixAllScope.Solution, 0)]
    public async Task FixAll_MendsAllInOneStep(FixAllScope scope, int left)
    {
        var solution = Solution(
            ("appsettings.json", "{ \"Smtp\": { \"Password\": \"" + Secret + "\" }, \"Db\": { \"Password\": \"" + Secret + "\", \"Url\": \"amqp://svc:kT9wQ2vZx7@mq.acme.io\" } }"),
            (".env", "A_PASSWORD=" + Secret + "\n"));
        var diagnostics = await DiagnosticsAsync(solution);
        Assert.Equal(4, diagnostics.Length);

        var changed = await ApplyAsync((await FixAllAsync(solution, diagnostics, scope))!);
        Assert.Equal(left, (await DiagnosticsAsync(changed)).Length);
        Assert.Contains("\"Db\": { \"Password\": \"{Password}\", \"Url\": \"{Url}\" }", Text(changed, "appsettings.json"));
    }

    [Fact]
    public async Task FixAll_IsTheSameAsOneByOne()
    {
        var start = Solution(
            ("appsettings.json", "{ \"Smtp\": { \"Password\": \"" + Secret + "\" }, \"Db\": { \"Password\": \"" + Secret + "\" } }"), (".env", "A_PASSWORD=" + Secret + "\nB_PASSWORD=" + Secret + "\n"));
        var single = start;
        while (await DiagnosticsAsync(single) is [var first, ..])
            single = await ApplyAsync(Assert.Single(await ActionsAsync(single, first)));

        var all = await ApplyAsync((await FixAllAsync(start, await DiagnosticsAsync(start), FixAllScope.Solution))!);
        Assert.Equal(Text(single, "appsettings.json"), Text(all, "appsettings.json"));
        Assert.Equal(Text(single, ".env"), Text(all, ".env"));
    }

    [Fact]
    public async Task NameThatDoesNotFitIntoTheFile_FixIsNotOffered()
    {
        var solution = Solution(("appsettings.json", "{ \"a\\\"b password\": \"" + Secret + "\" }"));
        Assert.Empty(await ActionsAsync(solution, Assert.Single(await DiagnosticsAsync(solution))));
    }

    [Fact]
    public async Task TextThatHasChangedSince_FixIsNotOffered()
    {
        var diagnostic = Assert.Single(await DiagnosticsAsync(Solution(("appsettings.json", "{ \"Smtp\": { \"Password\": \"" + Secret + "\" } }"))));
        Assert.Empty(await ActionsAsync(Solution(("appsettings.json", "{ }")), diagnostic));
    }

    private static Solution Solution(params (string File, string Text)[] files)
    {
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary), metadataReferences: TestReferences.Default.References));
        var solution = project.Solution.AddDocument(DocumentId.CreateNewId(project.Id), "Shop.cs", "class Shop { }");
        foreach (var (file, text) in files)
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(project.Id), file, SourceText.From(text), filePath: "/0/" + file);
        return solution;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Solution solution)
    {
        var project = solution.Projects.Single();
        var compilation = await project.GetCompilationAsync();
        return await compilation!.WithAnalyzers([new IA3006SecretInConfiguration()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
    }

    private static async Task<List<CodeAction>> ActionsAsync(Solution solution, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var document = solution.Projects.Single().AdditionalDocuments.Single(d => d.FilePath == diagnostic.Location.GetLineSpan().Path);
        await Fix.RegisterCodeFixesAsync(new CodeFixContext(
            document, diagnostic.Location.SourceSpan, [diagnostic], (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static Task<CodeAction?> FixAllAsync(Solution solution, ImmutableArray<Diagnostic> diagnostics, FixAllScope scope)
    {
        var context = new FixAllContext(
            solution.Projects.Single(), Fix, scope, "IA3006", ["IA3006"], new Given(diagnostics, scope == FixAllScope.Document ? "/0/appsettings.json" : null), CancellationToken.None);
        return Fix.GetFixAllProvider().GetFixAsync(context);
    }

    private static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private static string Text(Solution solution, string file) =>
        solution.Projects.Single().AdditionalDocuments.Single(d => d.Name == file).GetTextAsync().Result.ToString();

    private sealed class Given(ImmutableArray<Diagnostic> diagnostics, string? onlyIn) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(d => onlyIn is null || d.Location.GetLineSpan().Path == onlyIn));

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
