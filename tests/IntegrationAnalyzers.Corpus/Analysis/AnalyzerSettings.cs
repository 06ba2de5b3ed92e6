using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Corpus.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Corpus.Analysis;

/// <summary>What analyzers are given besides the compilation: a project's configuration files, and the options of the command line.</summary>
internal sealed class AnalyzerSettings(CorpusOptions options)
{
    private readonly Provider _provider = new(options.Set.ToImmutableDictionary(static pair => pair.Key, static pair => pair.Value, AnalyzerConfigOptions.KeyComparer));

    public AnalyzerOptions For(LoadedProject project) =>
        new([.. options.Additional.Concat(project.ConfigurationFiles).Select(static path => new FileText(path))], _provider);

    private sealed class FileText(string path) : AdditionalText
    {
        private SourceText? _text;

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text ??= SourceFiles.Read(path);
    }

    private sealed class Provider(ImmutableDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        private readonly Values _values = new(values);

        public override AnalyzerConfigOptions GlobalOptions => _values;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
