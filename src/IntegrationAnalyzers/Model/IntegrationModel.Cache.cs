using System.Runtime.CompilerServices;
using System.Threading;
using IntegrationAnalyzers.Model.Vocabularies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Model;

/// <content>One model a compilation.</content>
internal sealed partial class IntegrationModel
{
    private static readonly ConditionalWeakTable<Compilation, IntegrationModel> Models = new();
    private static int _created;

    /// <summary>How many models this process has made; tests hold that it is one a compilation.</summary>
    public static int Created => Volatile.Read(ref _created);

    /// <summary>The compilation's model, with the vocabulary it was made with; with none where nobody has asked for it with one.</summary>
    public static IntegrationModel For(Compilation compilation) => Models.GetValue(compilation, static c => new IntegrationModel(c, Vocabulary.None));

    /// <summary>The compilation's model, with the vocabulary of these options. Analyzers and fixes ask for it so first.</summary>
    public static IntegrationModel For(Compilation compilation, AnalyzerOptions options)
    {
        var vocabulary = Vocabulary.Of(options);
        if (Models.TryGetValue(compilation, out var known) && known.Vocabulary.IsLike(vocabulary))
            return known;
        return Make(compilation, vocabulary);
    }

    /// <summary>A workspace keeps a compilation when a file that is no source changes: then its model is made anew.</summary>
    private static IntegrationModel Make(Compilation compilation, Vocabulary vocabulary)
    {
        lock (Models)
        {
            if (Models.TryGetValue(compilation, out var known))
            {
                if (known.Vocabulary.IsLike(vocabulary))
                    return known;
                Models.Remove(compilation);
            }

            return Models.GetValue(compilation, c => new IntegrationModel(c, vocabulary));
        }
    }
}
