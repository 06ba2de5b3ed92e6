using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationAnalyzers.Package.Tests;

/// <summary>A project somebody else has: it knows the package, the feed, and nothing of this repository.</summary>
/// <param name="Name">Its folder, its file and its assembly.</param>
/// <param name="Mode">Its <c>IntegrationAnalyzersMode</c>; null leaves the property unset.</param>
/// <param name="EditorConfig">Lines for <c>[*.cs]</c> of an .editorconfig of its own, or null.</param>
/// <param name="ReferencesProject">Another consumer that it references instead of the package, or null.</param>
/// <param name="Properties">More of its project file's properties.</param>
/// <param name="IsCentral">Whether the package comes from <c>Directory.Packages.props</c>.</param>
/// <param name="Settings">Whether it has configuration files: one of each kind with a password, and one that does not parse.</param>
internal sealed record Consumer(
    string Name, string? Mode = null, string? EditorConfig = null, string? ReferencesProject = null, string Properties = "", bool Settings = false, string? Vocabulary = null,
    bool IsCentral = false)
{
    /// <summary>A client without a timeout (IA1001), in a file with Windows' line endings and a byte order mark.</summary>
    public const string Client =
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        namespace Shop;

        public static class ExchangeRates
        {
            // One client for the process.
            private static readonly HttpClient Client = new HttpClient();

            public static Task<string> LatestAsync(Uri address) => Client.GetStringAsync(address);
        }

        """;

    /// <summary>A provider's token (IA3001), made when the test runs so that it stands in no file of this repository.</summary>
    public static string Token { get; } =
        "namespace Shop;\n\npublic static class Payment\n{\n    public const string Key = \"" + string.Concat("sk_", "live_", "4fT9hQz2LmV7", "xRc1WbN8yKd5") + "\";\n}\n";

    public void Write(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, Name)).FullName;
        var reference = IsCentral ? "" : ReferencesProject is null
            ? $"""<PackageReference Include="IntegrationAnalyzers" Version="{PackedPackage.Version}" PrivateAssets="all" />"""
            : $"""<ProjectReference Include="../{ReferencesProject}/{ReferencesProject}.csproj" />""";
        var mode = Mode is null ? "" : $"<IntegrationAnalyzersMode>{Mode}</IntegrationAnalyzersMode>";
        File.WriteAllText(
            Path.Combine(folder, Name + ".csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework>{mode}{Properties}</PropertyGroup>
              <ItemGroup>{reference}</ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Client.cs"), WithWindowsLineEndings(Client), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        File.WriteAllText(Path.Combine(folder, "Payment.cs"), Token);
        if (Settings)
        {
            File.WriteAllText(Path.Combine(folder, "appsettings.json"), "{\n  // mail\n  \"Smtp\": { \"Password\": \"kT9wQ2!vZx7\", },\n}\n");
            Directory.CreateDirectory(Path.Combine(folder, "Properties"));
            File.WriteAllText(
                Path.Combine(folder, "Properties", "launchSettings.json"),
                "{ \"profiles\": { \"Shop\": { \"environmentVariables\": { \"DB\": \"Server=sql.acme.io;User Id=app;Password=kT9wQ2vZx7\" } } } }\n");
            File.WriteAllText(Path.Combine(folder, "web.config"), "<configuration><appSettings><add key=\"SmtpPassword\" value=\"kT9wQ2!vZx7\" /></appSettings></configuration>\n");
            File.WriteAllText(Path.Combine(folder, ".env"), "SMTP_PASSWORD=kT9wQ2!vZx7\n");
            File.WriteAllText(Path.Combine(folder, "appsettings.Broken.json"), "{\n  \"Smtp\": {\n");
        }

        if (Vocabulary is not null)
        {
            File.WriteAllText(Path.Combine(folder, "IntegrationAnalyzers.Apis.txt"), Vocabulary);
            File.WriteAllText(
                Path.Combine(folder, "Reading.cs"),
                "public static class Reading\n{\n    public static async System.Threading.Tasks.Task<string> LatestAsync(string path)\n    {\n        await System.Threading.Tasks.Task.Yield();\n        return System.IO.File.ReadAllTextAsync(path).Result;\n    }\n}\n");
        }

        if (EditorConfig is not null)
            File.WriteAllText(Path.Combine(folder, ".editorconfig"), "root = true\n[*]\n" + EditorConfig + "\n");
    }

    public static string WithWindowsLineEndings(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
}

/// <summary>A solution of consumers, so that one command restores and builds them all.</summary>
internal sealed class ConsumerSolution
{
    private static readonly Regex Reported = new(@"^.*\b(?:warning|error) IA\w*\d\b.*\[(?<project>[^\]]+)\]\s*$", RegexOptions.Multiline);

    public ConsumerSolution(string folder, PackedPackage package, params IReadOnlyCollection<Consumer> consumers)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        foreach (var consumer in consumers)
            consumer.Write(Folder);

        Write("NuGet.config", $"""<configuration><packageSources><clear /><add key="feed" value="{package.Feed}" /></packageSources></configuration>""");
        Write("Consumers.slnx", $"<Solution>{string.Concat(consumers.Select(static c => $"<Project Path=\"{c.Name}/{c.Name}.csproj\" />"))}</Solution>");

        // Whatever stands above the temporary folder stays out, and the user's package cache is neither read nor filled.
        Write(
            "Directory.Build.props",
            """
            <Project><PropertyGroup>
              <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
              <RestorePackagesPath>$(MSBuildThisFileDirectory)packages</RestorePackagesPath>
              <NuGetAudit>false</NuGetAudit>
            </PropertyGroup></Project>
            """);
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true\n");
    }

    public string Folder { get; }

    /// <summary>The lines that name one of our codes, each once, by the project they belong to.</summary>
    public static ILookup<string, string> Reports(string output) =>
        Reported.Matches(output)
            .Select(static match => (Project: Path.GetFileNameWithoutExtension(match.Groups["project"].Value), Line: match.Value.Trim()))
            .Distinct()
            .ToLookup(static pair => pair.Project, static pair => pair.Line);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);
}
