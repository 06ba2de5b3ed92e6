using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Corpus.Analysis.Metering;

#pragma warning disable RS1012 // What the rule registers comes through here.
#pragma warning disable CS0618 // There is no other way to stand between a rule and the driver.

/// <summary>What is registered at the start of a symbol, with a clock round each callback.</summary>
internal sealed class MeteredSymbol(MeteredRule meter, SymbolStartAnalysisContext inner)
    : SymbolStartAnalysisContext(inner.Symbol, inner.Compilation, inner.Options, inner.CancellationToken)
{
    public override void RegisterSymbolEndAction(Action<SymbolAnalysisContext> action) =>
        inner.RegisterSymbolEndAction(meter.Metered(action));

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) =>
        inner.RegisterCodeBlockAction(meter.Metered(action));

    public override void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action) =>
        inner.RegisterOperationBlockAction(meter.Metered(action));

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) =>
        inner.RegisterOperationAction(meter.Metered(action), operationKinds);

    public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) =>
        inner.RegisterSyntaxNodeAction(meter.Metered(action), syntaxKinds);

    public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) =>
        inner.RegisterCodeBlockStartAction<TLanguageKindEnum>(start => meter.Measure(action, new MeteredCodeBlock<TLanguageKindEnum>(meter, start)));

    public override void RegisterOperationBlockStartAction(Action<OperationBlockStartAnalysisContext> action) =>
        inner.RegisterOperationBlockStartAction(start => meter.Measure(action, new MeteredOperationBlock(meter, start)));
}

/// <summary>The same at the start of a block of code.</summary>
internal sealed class MeteredCodeBlock<TLanguageKindEnum>(MeteredRule meter, CodeBlockStartAnalysisContext<TLanguageKindEnum> inner)
    : CodeBlockStartAnalysisContext<TLanguageKindEnum>(inner.CodeBlock, inner.OwningSymbol, inner.SemanticModel, inner.Options, inner.CancellationToken)
    where TLanguageKindEnum : struct
{
    public override void RegisterCodeBlockEndAction(Action<CodeBlockAnalysisContext> action) =>
        inner.RegisterCodeBlockEndAction(meter.Metered(action));

    public override void RegisterSyntaxNodeAction(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) =>
        inner.RegisterSyntaxNodeAction(meter.Metered(action), syntaxKinds);
}

/// <summary>The same at the start of the operations of a member; a flow graph is made anew for each rule, where the driver keeps it for all.</summary>
internal sealed class MeteredOperationBlock(MeteredRule meter, OperationBlockStartAnalysisContext inner)
    : OperationBlockStartAnalysisContext(inner.OperationBlocks, inner.OwningSymbol, inner.Compilation, inner.Options, inner.CancellationToken)
{
    public override void RegisterOperationBlockEndAction(Action<OperationBlockAnalysisContext> action) =>
        inner.RegisterOperationBlockEndAction(meter.Metered(action));

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) =>
        inner.RegisterOperationAction(meter.Metered(action), operationKinds);
}
