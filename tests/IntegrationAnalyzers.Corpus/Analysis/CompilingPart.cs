using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Corpus.Analysis;

/// <summary>
/// What is left of a project when all that does not compile is taken out: packages that cannot be had leave errors, and a compiler that finds
/// one neither lowers nor writes, so that nothing can be set against what a build costs.
/// </summary>
internal static class CompilingPart
{
    /// <summary>Each round takes out what only the round before made wrong: a removed field's uses, for one.</summary>
    private const int MostRounds = 60;

    /// <summary>From this round on whole types go, so that it comes to an end.</summary>
    private const int Impatient = 30;

    private static readonly ImmutableHashSet<string> NoEntryPoint = ["CS5001", "CS1555", "CS1556"];

    /// <returns>Null when it does not end.</returns>
    public static CSharpCompilation? Of(CSharpCompilation compilation, CancellationToken cancellation)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var errors = compilation.Emit(Stream.Null, cancellationToken: cancellation).Diagnostics
                .Where(static d => d.Severity == DiagnosticSeverity.Error)
                .ToList();
            if (errors.Count == 0)
                return compilation;

            compilation = Without(compilation, errors, round >= Impatient);
        }

        return null;
    }

    private static CSharpCompilation Without(CSharpCompilation compilation, List<Diagnostic> errors, bool wholeTypes)
    {
        if (errors.Any(static e => NoEntryPoint.Contains(e.Id)))
            compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.DynamicallyLinkedLibrary));

        foreach (var inTree in errors.Where(static e => e.Location.SourceTree is not null).GroupBy(static e => e.Location.SourceTree!))
        {
            var root = ErrorRemoval.From(inTree.Key.GetRoot(), inTree.Select(static e => e.Location.SourceSpan), wholeTypes);
            var text = SourceText.From(root.ToFullString(), System.Text.Encoding.UTF8);
            compilation = compilation.ReplaceSyntaxTree(inTree.Key, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)inTree.Key.Options, inTree.Key.FilePath));
        }

        // An assembly that asks for a newer one than there is has no place in the code: it goes itself.
        var unfit = errors.Where(static e => e.Id == "CS1705").Select(static e => e.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var removed = compilation.References
            .Where(reference => compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly && unfit.Any(message => message.StartsWith($"Assembly '{assembly.Name}'", System.StringComparison.Ordinal)))
            .ToList();
        return compilation.RemoveReferences(removed);
    }
}
