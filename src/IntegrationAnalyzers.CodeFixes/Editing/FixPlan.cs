using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>
/// The edits that mend one diagnostic. They go through the document's one editor; a node that may hold another diagnostic is
/// replaced by <c>editor.ReplaceNode(node, (current, _) =&gt; …)</c>, so that the inner edit is kept.
/// </summary>
/// <param name="Edit">Makes the edits; new nodes carry <c>Formatter.Annotation</c> where they need layout.</param>
/// <param name="Usings">Namespaces the new code needs; added once, where they are missing and not global; where one would give a name of the file another meaning, its types are named in full instead.</param>
internal sealed record FixPlan(Action<DocumentEditor> Edit, ImmutableArray<string> Usings)
{
    public FixPlan(Action<DocumentEditor> edit)
        : this(edit, ImmutableArray<string>.Empty)
    {
    }

    /// <summary>What the fix is called here, where it does another thing than elsewhere.</summary>
    public string? Title { get; init; }
}
