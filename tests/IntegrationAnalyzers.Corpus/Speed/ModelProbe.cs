using System.Collections.Immutable;
using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Corpus.Speed;

/// <summary>Remembers the model that the rules of a run share: the driver analyzes a compilation of its own.</summary>
#pragma warning disable RS1001, RS1012, RS2008 // No compiler ever loads it and nobody sees its rule; it only looks.
internal sealed class ModelProbe : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Nothing = new("PROBE0001", "Nothing", "Nothing", "Measuring", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public IntegrationModel? Model { get; private set; }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Nothing];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start => Model = IntegrationModel.For(start.Compilation));
    }
}
