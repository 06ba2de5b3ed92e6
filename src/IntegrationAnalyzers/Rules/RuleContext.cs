using System;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules;

/// <summary>
/// What a rule registers with and reads from. A handler that throws is named by rule, file, line and node, so that a crash
/// report (AD0001) can be acted on.
/// </summary>
internal sealed class RuleContext(CompilationStartAnalysisContext start, IntegrationModel model, DiagnosticDescriptor rule)
{
    public IntegrationModel Model { get; } = model;

    public DiagnosticDescriptor Rule { get; } = rule;

    public AnalyzerOptions Options => start.Options;

    public void OnOperation(Action<OperationAnalysisContext> action, params OperationKind[] kinds) =>
        start.RegisterOperationAction(
            context =>
            {
                try
                {
                    action(context);
                }
                catch (Exception ex) when (ex is not OperationCanceledException)
                {
                    throw Crash(ex, context.Operation.Syntax);
                }
            },
            kinds);

    public void OnSyntax(Action<SyntaxNodeAnalysisContext> action, params SyntaxKind[] kinds) =>
        start.RegisterSyntaxNodeAction(
            context =>
            {
                try
                {
                    action(context);
                }
                catch (Exception ex) when (ex is not OperationCanceledException)
                {
                    throw Crash(ex, context.Node);
                }
            },
            kinds);

    public void OnTree(Action<SemanticModelAnalysisContext> action) =>
        start.RegisterSemanticModelAction(
            context =>
            {
                try
                {
                    action(context);
                }
                catch (Exception ex) when (ex is not OperationCanceledException)
                {
                    throw Crash(ex, context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken));
                }
            });

    /// <summary>For the configuration files that the package hands to the compiler.</summary>
    public void OnConfigurationFile(Action<AdditionalFileAnalysisContext, ConfigurationFile> action) =>
        start.RegisterAdditionalFileAction(context =>
        {
            try
            {
                if (ConfigurationFile.Of(context.AdditionalFile, context.CancellationToken) is { } file)
                    action(context, file);
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                throw new InvalidOperationException($"{Rule.Id} failed at {context.AdditionalFile.Path}: {ex.GetType().Name}: {ex.Message}", ex);
            }
        });

    /// <summary>For what nothing else can know: it is not live in the editor, and a fix cannot be offered.</summary>
    public void OnCompilationEnd(Action<CompilationAnalysisContext> action) => start.RegisterCompilationEndAction(action);

    /// <summary>Whether the configuration turns the other rule off in the file: then it cannot speak for this one.</summary>
    public bool IsOff(string ruleId, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var options = Model.Compilation.Options;
        if (options.SyntaxTreeOptionsProvider is { } configured &&
            (configured.TryGetDiagnosticValue(tree, ruleId, cancellationToken, out var severity) ||
                configured.TryGetGlobalDiagnosticValue(ruleId, cancellationToken, out severity)))
        {
            return severity == ReportDiagnostic.Suppress;
        }

        return options.SpecificDiagnosticOptions.TryGetValue(ruleId, out var specific) && specific == ReportDiagnostic.Suppress;
    }

    /// <summary>A diagnostic of this rule; where its cause stands elsewhere, that place is an additional location.</summary>
    public Diagnostic Diagnostic(Location location, params object?[] messageArguments) =>
        Microsoft.CodeAnalysis.Diagnostic.Create(Rule, location, messageArguments);

    /// <inheritdoc cref="Diagnostic(Location, object[])"/>
    public Diagnostic Diagnostic(
        Location location,
        Location? cause,
        ImmutableDictionary<string, string?>? properties,
        params object?[] messageArguments) =>
        Microsoft.CodeAnalysis.Diagnostic.Create(
            Rule, location, cause is null ? null : ImmutableArray.Create(cause), properties, messageArguments);

    private InvalidOperationException Crash(Exception inner, SyntaxNode node)
    {
        var line = node.SyntaxTree.GetLineSpan(node.Span);
        return new InvalidOperationException(
            $"{Rule.Id} failed at {line.Path}({line.StartLinePosition.Line + 1}) on {node.Kind()}: {inner.GetType().Name}: {inner.Message}",
            inner);
    }
}
