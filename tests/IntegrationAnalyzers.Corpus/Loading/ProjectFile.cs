using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace IntegrationAnalyzers.Corpus.Loading;

/// <summary>
/// The little of a project file that decides how its sources bind. It is read as text: evaluating a stranger's build may need
/// SDKs and packages that are not here, and would run code of his.
/// </summary>
internal sealed class ProjectFile
{
    private readonly string _root;
    private readonly List<(XElement Item, string Folder)> _items = [];
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);

    private ProjectFile(string path, string root)
    {
        FilePath = path;
        Folder = Path.GetDirectoryName(path)!;
        _root = root;
        Properties = new MsBuildProperties(path);
    }

    public string FilePath { get; }

    public string Folder { get; }

    public MsBuildProperties Properties { get; }

    /// <summary>The SDK named by the project, or empty in an old-style project.</summary>
    public string Sdk { get; private set; } = "";

    public string AssemblyName => Properties["AssemblyName"] is { Length: > 0 } name ? name : Path.GetFileNameWithoutExtension(FilePath);

    public bool IsProgram =>
        Properties["OutputType"].EndsWith("exe", StringComparison.OrdinalIgnoreCase)
        || (Properties["OutputType"].Length == 0 && Sdk is "Microsoft.NET.Sdk.Web" or "Microsoft.NET.Sdk.Worker" or "Microsoft.NET.Sdk.BlazorWebAssembly");

    /// <summary>Null when the file is no project at all.</summary>
    /// <param name="path">The project file.</param>
    /// <param name="root">The repository: shared settings are looked for no further up.</param>
    public static ProjectFile? Read(string path, string root)
    {
        var project = new ProjectFile(path, root);
        foreach (var shared in project.SharedSettings())
            project.Visit(shared);
        if (!project.Visit(path))
            return null;

        return project;
    }

    /// <summary>The items of a kind, as (attribute values expanded, folder they are relative to).</summary>
    public IEnumerable<ProjectItem> Items(string kind)
    {
        foreach (var (item, folder) in _items)
        {
            if (item.Name.LocalName != kind || !Properties.Holds(item.Attribute("Condition")?.Value, folder))
                continue;

            yield return new ProjectItem(
                Split(item.Attribute("Include")?.Value, folder),
                Split(item.Attribute("Remove")?.Value, folder),
                folder,
                Properties.Expand(item.Attribute("Alias")?.Value ?? Child(item, "Alias"), folder),
                string.Equals(item.Attribute("Static")?.Value ?? Child(item, "Static"), "true", StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Packages that the project references, with the version that is asked for where one is named, each as <c>name@version</c>.</summary>
    public IEnumerable<string> Versions()
    {
        var referenced = new HashSet<string>(Items("PackageReference").SelectMany(static item => item.Include), StringComparer.OrdinalIgnoreCase);
        foreach (var (item, folder) in _items)
        {
            var include = Properties.Expand(item.Attribute("Include")?.Value ?? item.Attribute("Update")?.Value ?? "", folder);
            if (item.Name.LocalName is "PackageReference" or "PackageVersion" && referenced.Contains(include))
                yield return include + "@" + Properties.Expand(item.Attribute("Version")?.Value ?? Child(item, "Version"), folder).Trim('[', ']', '(', ')');
            else if (item.Name.LocalName == "Reference" && include.Split(", Version=") is [var name, var rest])
                yield return name + "@" + rest.Split(',')[0];
        }
    }

    private static string Child(XElement item, string name) => item.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value ?? "";

    private string[] Split(string? value, string folder) =>
        Properties.Expand(value ?? "", folder).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Directory.Build.props and Directory.Packages.props from the repository's root inwards.</summary>
    private IEnumerable<string> SharedSettings()
    {
        var found = new Stack<string>();
        for (var folder = Folder; folder is not null && folder.Length >= _root.Length; folder = Path.GetDirectoryName(folder))
        {
            foreach (var file in new[] { Path.Combine(folder, "Directory.Packages.props"), Path.Combine(folder, "Directory.Build.props") }.Where(File.Exists))
                found.Push(file);
        }

        return found;
    }

    private bool Visit(string path)
    {
        if (!_read.Add(path) || TryLoad(path) is not { } xml)
            return false;

        if (path == FilePath)
            Sdk = xml.Attribute("Sdk")?.Value ?? xml.Elements().FirstOrDefault(static e => e.Name.LocalName == "Sdk")?.Attribute("Name")?.Value ?? "";
        VisitChildren(xml, Path.GetDirectoryName(path)!);
        return true;
    }

    private void VisitChildren(XElement parent, string folder)
    {
        foreach (var element in parent.Elements())
        {
            if (!Properties.Holds(element.Attribute("Condition")?.Value, folder))
                continue;

            switch (element.Name.LocalName)
            {
                case "PropertyGroup":
                    foreach (var property in element.Elements())
                        Properties.Set(property, folder);
                    break;
                case "ItemGroup":
                    _items.AddRange(element.Elements().Select(item => (item, folder)));
                    break;
                case "Choose":
                    var branch = element.Elements().FirstOrDefault(e =>
                        e.Name.LocalName == "Otherwise" || Properties.Holds(e.Attribute("Condition")?.Value, folder));
                    if (branch is not null)
                        VisitChildren(branch, folder);
                    break;
                case "ImportGroup":
                    VisitChildren(element, folder);
                    break;
                case "Import" when element.Attribute("Project")?.Value is { } imported && element.Attribute("Sdk") is null:
                    var target = SourceFiles.Combine(folder, Properties.Expand(imported, folder));
                    if (target is not null && File.Exists(target))
                        Visit(target);
                    break;
            }
        }
    }

    private static XElement? TryLoad(string path)
    {
        try
        {
            return XDocument.Load(path).Root;
        }
        catch (Exception ex) when (ex is XmlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>One line of an item group.</summary>
internal sealed record ProjectItem(string[] Include, string[] Remove, string Folder, string Alias, bool Static);
