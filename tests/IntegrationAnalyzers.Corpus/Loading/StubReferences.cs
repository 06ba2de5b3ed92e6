using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace IntegrationAnalyzers.Corpus.Loading;

/// <summary>The test suite's stand-ins for packages that not every feed has; one folder of sources each, named after the assembly.</summary>
internal static class StubReferences
{
    /// <summary>Stubs that can be compiled against what is there; the others stay away, as their packages do.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="wanted">Older versions, as <c>name@version</c>, that are wanted beside the newest.</param>
    /// <param name="references">What they may need.</param>
    public static IEnumerable<(string Name, MetadataReference Reference)> Load(string folder, IEnumerable<string> wanted, IReadOnlyCollection<MetadataReference> references)
    {
        if (!Directory.Exists(folder))
            yield break;

        var known = references.ToList();
        foreach (var name in InOrderOfNeed(folder))
        {
            if (Compile(name, Path.Combine(folder, name), known) is not { } stub)
                continue;

            known.Add(stub);
            yield return (name, stub);
        }

        foreach (var older in wanted.Where(name => name.Contains('@') && Directory.Exists(Path.Combine(folder, name))))
        {
            // Beside the newest of its name it would be one assembly twice.
            var assembly = older.Split('@')[0];
            if (Compile(assembly, Path.Combine(folder, older), known.Where(reference => Path.GetFileNameWithoutExtension(reference.Display) != assembly)) is { } stub)
                yield return (older, stub);
        }
    }

    /// <summary>A stub says in its first file's first line what it needs: <c>// needs: Name, Name</c>.</summary>
    private static IEnumerable<string> InOrderOfNeed(string folder)
    {
        var names = Directory.GetDirectories(folder).Select(static path => Path.GetFileName(path)).Where(static name => !name.Contains('@')).ToList();
        return names.Order(StringComparer.Ordinal).OrderBy(name => Depth(name, names.Count));

        int Depth(string name, int limit)
        {
            var file = Directory.Exists(Path.Combine(folder, name)) ? Directory.GetFiles(Path.Combine(folder, name), "*.cs").Order(StringComparer.Ordinal).FirstOrDefault() : null;
            var line = file is null ? "" : File.ReadLines(file).FirstOrDefault() ?? "";
            const string Needs = "// needs: ";
            return limit == 0 || !line.StartsWith(Needs, StringComparison.Ordinal) ? 0 : 1 + line[Needs.Length..].Split(", ").Max(n => Depth(n, limit - 1));
        }
    }

    private static MetadataReference? Compile(string name, string folder, IEnumerable<MetadataReference> references)
    {
        var trees = Directory.GetFiles(folder, "*.cs").Select(static file => CSharpSyntaxTree.ParseText(SourceFiles.Read(file), path: file));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
            nullableContextOptions: NullableContextOptions.Enable);
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(name, trees, references, options).Emit(image, options: new EmitOptions(metadataOnly: true));
        return result.Success ? MetadataReference.CreateFromImage(image.ToArray(), filePath: name + ".dll") : null;
    }
}
