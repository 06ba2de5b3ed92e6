using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Tests.Verification;

/// <summary>
/// Assemblies of packages that cannot be restored, with the package's own name and public shape. Each folder of <c>Stubs</c> is one,
/// named after the assembly or, where several versions are kept, <c>Name@version</c>. Compiled once a process.
/// </summary>
internal static class StubAssemblies
{
    private static readonly ConcurrentDictionary<string, Lazy<TestReferences>> Cache = new(StringComparer.Ordinal);

    /// <summary>Those that conflict with nothing: every folder without a version.</summary>
    public static TestReferences Default =>
        Directory.GetDirectories(Root)
            .Select(static folder => Path.GetFileName(folder)!)
            .Where(static name => !name.Contains('@'))
            .Order(StringComparer.Ordinal)
            .Select(Get)
            .Aggregate(static (left, right) => left.With(right));

    private static string Root => Path.Combine(AppContext.BaseDirectory, "Stubs");

    public static TestReferences Get(string folder) => Cache.GetOrAdd(folder, static name => new(() => Compile(name))).Value;

    private static TestReferences Compile(string folder)
    {
        var name = folder.Split('@')[0];
        var files = Directory.GetFiles(Path.Combine(Root, folder), "*.cs");
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = files.Order(StringComparer.Ordinal).Select(file => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file)), parse, file));

        // Polly 7, not 8: the packages that need it are built against it.
        var references = TestReferences.Net.With(TestReferences.AspNetCore).With(TestReferences.Polly7);
        foreach (var needed in files.SelectMany(Needs).Distinct())
            references = references.With(Named(needed));
        references = references.Without(name);

        var compilation = CSharpCompilation.Create(
            name, trees, references.References, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image, options: new EmitOptions(metadataOnly: true));
        if (!result.Success)
            throw new InvalidOperationException($"Stub {folder} does not compile:\n" + string.Join("\n", result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)));

        return TestReferences.Of(name, MetadataReference.CreateFromImage(image.ToArray(), filePath: name + ".dll"));
    }

    private static TestReferences Named(string name) => name switch
    {
        "Polly8" => TestReferences.Polly8,
        "Flurl" => TestReferences.Flurl,
        _ => Get(name),
    };

    /// <summary>What a stub refers to: a first line <c>// needs: Name, Name</c>, each another stub or a restored set.</summary>
    private static string[] Needs(string file)
    {
        using var reader = new StreamReader(file);
        return reader.ReadLine() is { } line && line.StartsWith("// needs: ", StringComparison.Ordinal)
            ? line["// needs: ".Length..].Split(", ")
            : [];
    }
}
