using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// Puts a placeholder where the secret stands. The file is no source, so this is no <see cref="IntegrationCodeFix"/>: editors offer it where they
/// know fixes of additional files; <c>dotnet format</c> does not.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)]), Shared]
public sealed class IA3006SecretInConfigurationFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(IA3006SecretInConfiguration.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AdditionalFileFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (ConfigurationPlaceholder.Change(text, diagnostic) is not { } change)
                continue;

            var instead = diagnostic.Properties[SecretProperties.Instead];
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Replace by a placeholder: give it by {instead}, and rotate it, for it is in history",
                    _ => Task.FromResult(document.Project.Solution.WithAdditionalDocumentText(document.Id, text.WithChanges(change))),
                    IA3006SecretInConfiguration.Id),
                diagnostic);
        }
    }
}
