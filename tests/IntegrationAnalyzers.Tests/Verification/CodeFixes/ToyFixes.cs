using System;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification.Toys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Tests.Verification.CodeFixes;

/// <summary>Gives the called method another name, here by its text. Each toy below is wrong in one way.</summary>
public abstract class ToyFix(string id, string newName) : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [id];

    protected string NewName { get; } = newName;

    public override FixAllProvider? GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await FixAsync(document, Chosen(diagnostics), context.CancellationToken));

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics.Where(Offers))
            context.RegisterCodeFix(CodeAction.Create("Rename", c => FixAsync(context.Document, [diagnostic], c), FixableDiagnosticIds[0]), diagnostic);
        return Task.CompletedTask;
    }

    protected virtual bool Offers(Diagnostic diagnostic) => true;

    protected virtual ImmutableArray<Diagnostic> Chosen(ImmutableArray<Diagnostic> all) => all.Where(Offers).ToImmutableArray();

    protected virtual async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken);
        return document.WithText(text.WithChanges(diagnostics.Select(d => new TextChange(d.Location.SourceSpan, NewName))));
    }
}

/// <summary>Mends <c>Bad</c>, except on a line that says so.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class GoodToyFix() : ToyFix("TOY0001", "Good")
{
    protected override bool Offers(Diagnostic diagnostic)
    {
        var text = diagnostic.Location.SourceTree!.GetText();
        return !text.Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString().Contains("// keep", StringComparison.Ordinal);
    }
}

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoesNotCompileToy() : ToyAnalyzer("TOY0101");

[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DoesNotCompileToyFix() : ToyFix("TOY0101", "Missing");

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WarnsToy() : ToyAnalyzer("TOY0102");

[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class WarnsToyFix() : ToyFix("TOY0102", "Old");

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LeavesToy() : ToyAnalyzer("TOY0103");

/// <summary>Leaves its diagnostic: it only adds a comment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LeavesToyFix() : ToyFix("TOY0103", "/* todo */Bad");

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SetsOffToy() : ToyAnalyzer("TOY0104");

/// <summary>Sets off another rule.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SetsOffToyFix() : ToyFix("TOY0104", "Worse");

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FixAllDiffersToy() : ToyAnalyzer("TOY0105");

/// <summary>Fix All mends only the first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FixAllDiffersToyFix() : ToyFix("TOY0105", "Good")
{
    protected override ImmutableArray<Diagnostic> Chosen(ImmutableArray<Diagnostic> all) => [all[0]];
}

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoFixAllToy() : ToyAnalyzer("TOY0106");

[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NoFixAllToyFix() : ToyFix("TOY0106", "Good")
{
    public override FixAllProvider? GetFixAllProvider() => null;
}

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrongTreeToy() : ToyAnalyzer("TOY0107");

/// <summary>Puts a whole call into one identifier: the text is right, the tree is not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class WrongTreeToyFix() : ToyFix("TOY0107", "this.Good")
{
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken);
        var names = diagnostics.Select(d => root!.FindNode(d.Location.SourceSpan)).OfType<IdentifierNameSyntax>();
        return document.WithSyntaxRoot(root!.ReplaceNodes(names, (_, _) => SyntaxFactory.IdentifierName(NewName)));
    }
}

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrongLineEndToy() : ToyAnalyzer("TOY0108");

/// <summary>Adds a line with the line end of its own machine.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class WrongLineEndToyFix() : ToyFix("TOY0108", "\nGood");

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LosesMarkToy() : ToyAnalyzer("TOY0109");

/// <summary>Writes the file without its byte-order mark.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LosesMarkToyFix() : ToyFix("TOY0109", "Good")
{
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var changed = await base.FixAsync(document, diagnostics, cancellationToken);
        return document.WithText(SourceText.From((await changed.GetTextAsync(cancellationToken)).ToString(), new UTF8Encoding(false)));
    }
}
