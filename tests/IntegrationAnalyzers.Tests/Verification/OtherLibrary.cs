using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntegrationAnalyzers.Tests.Verification;

/// <summary>An assembly that a test writes itself, for what hangs on a name or on standing in another assembly.</summary>
internal static class OtherLibrary
{
    /// <summary>What tests reference, with the assembly of this code beside it, or in place of the one of its name.</summary>
    public static TestReferences Beside(string assembly, string code = "") => TestReferences.Default.With(Of(assembly, code));

    /// <summary>An assembly of that name, with nothing in it.</summary>
    public static TestReferences Alone(string assembly) => Of(assembly, "");

    private static TestReferences Of(string assembly, string code)
    {
        var compilation = CSharpCompilation.Create(
            assembly, [CSharpSyntaxTree.ParseText(code)], TestReferences.Default.Without(assembly).References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
            throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)));
        return TestReferences.Of(assembly, MetadataReference.CreateFromImage(image.ToArray(), filePath: assembly + ".dll"));
    }
}
