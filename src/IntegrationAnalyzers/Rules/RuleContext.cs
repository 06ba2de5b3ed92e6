using System;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Baselines;
using IntegrationAnalyzers.Model.Configuration;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules;

/// <summary>
/// What a rule registers with and reads from. A handler that throws is named by rule, file, line and node, so that a crash
/// report (AD0001) can be acted on.
/// </summary>
/// <param name="start">What the compiler registers with.</param>
/// <param name="model">What the compilation is to an integration.</param>
/// <param name="rule">What is reported.</param>
/// <param name="findings">Takes the findings in place of the compiler, or null.</param>
#pragma warning disable RS1012 // the rule registers, by the methods of this class
internal sealed class RuleContext(CompilationStartAnalysisContext start, IntegrationModel model, DiagnosticDescriptor rule, Action<Diagnostic>? findings = null)
#pragma warning restore RS1012
{
    public IntegrationModel Model { get; } = model;

    public DiagnosticDescriptor Rule { get; } = rule;

    public AnalyzerOptions Options => start.Options;

    /// <summary>
    /// Calls back for the nodes of these kinds in the files that have to do with outbound calls. It happens file by file, when the driver has bound the whole
    /// file: what a rule then asks of other members of the file is there already.
    /// </summary>
    public void OnSyntax(Action<NodeContext> action, params SyntaxKind[] kinds) => OnSyntax(action, Model.IsNearCalls, kinds);

    /// <inheritdoc cref="OnSyntax(Action{NodeContext}, SyntaxKind[])"/>
    /// <param name="action">What the rule does with a node.</param>
    /// <param name="mayMatter">Which files are looked at, by their words: the others cost nothing but this question.</param>
    /// <param name="kinds">The kinds of nodes.</param>
    public void OnSyntax(Action<NodeContext> action, Func<SyntaxTree, bool> mayMatter, params SyntaxKind[] kinds) =>
        OnNodes(
            (node, file) => action(new NodeContext(node, file)),
            mayMatter,
            kinds);

    /// <inheritdoc cref="OnSyntax(Action{NodeContext}, SyntaxKind[])"/>
    /// <param name="action">What the rule does with an operation.</param>
    /// <param name="mayMatter">Which files are looked at, by their words.</param>
    /// <param name="mayBe">Which nodes are bound, by their names.</param>
    /// <param name="kinds">The kinds of operations.</param>
    public void OnOperation(
        Action<OperationContext> action, Func<SyntaxTree, bool> mayMatter, Func<SyntaxNode, bool> mayBe, params OperationKind[] kinds)
    {
        OnNodes(
            (node, file) =>
            {
                if (mayBe(node) && NodeOperations.Of(node, file.SemanticModel, file.CancellationToken) is { } operation && Array.IndexOf(kinds, operation.Kind) >= 0)
                    action(new OperationContext(operation, file));
            },
            mayMatter,
            NodeOperations.SyntaxOf(kinds));
    }

    /// <summary>Calls back for each file, when the driver has bound all of it.</summary>
    public void OnTree(Action<FileContext> action) => OnTree(action, static _ => true);

    /// <inheritdoc cref="OnTree(Action{FileContext})"/>
    /// <param name="action">What the rule does with a file.</param>
    /// <param name="mayMatter">Which files are looked at, by their words.</param>
    public void OnTree(Action<FileContext> action, Func<SyntaxTree, bool> mayMatter) =>
        OnAnyTree(action, tree => mayMatter(tree) && !Model.Project.IsTestBesideServer(tree));

    /// <summary>Calls back for each file, those of tests among them: the rule tells them apart itself.</summary>
    public void OnAnyTree(Action<FileContext> action) => OnAnyTree(action, static _ => true);

    private void OnAnyTree(Action<FileContext> action, Func<SyntaxTree, bool> mayMatter) =>
        OnFiles(mayMatter, context =>
        {
            try
            {
                action(new FileContext(context, findings));
            }
            catch (InsufficientExecutionStackException)
            {
                // Nested too deeply to be followed: nobody knows, so nobody says.
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                throw Crash(ex, context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken));
            }
        });

    /// <summary>For the configuration files that the package hands to the compiler.</summary>
    public void OnConfigurationFile(Action<AdditionalFileContext, ConfigurationFile> action) =>
        OnAdditionalFile(context =>
        {
            if (ConfigurationFile.Of(context.File, context.CancellationToken) is { } file)
                action(context, file);
        });

    /// <summary>For any file that is no source.</summary>
    public void OnAdditionalFile(Action<AdditionalFileContext> action) =>
        start.RegisterAdditionalFileAction(context =>
        {
            try
            {
                action(new AdditionalFileContext(context.AdditionalFile, context.Options, findings ?? context.ReportDiagnostic, context.CancellationToken));
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                throw new InvalidOperationException($"{Rule.Id} failed at {context.AdditionalFile.Path}: {ex.GetType().Name}: {ex.Message}", ex);
            }
        });

    /// <summary>For what nothing else can know: it is not live in the editor, and a fix cannot be offered.</summary>
    public void OnCompilationEnd(Action<CompilationAnalysisContext> action) => start.RegisterCompilationEndAction(action);

    /// <summary>Whether the configuration turns the other rule off in the file: then it cannot speak for this one.</summary>
    public bool IsOff(string ruleId, SyntaxTree tree, CancellationToken cancellationToken) => LevelOf(ruleId, tree, cancellationToken) == ReportDiagnostic.Suppress;

    /// <summary>Whether the other rule is on in the file, by the configuration or else by its own default.</summary>
    public bool IsOn(DiagnosticDescriptor other, SyntaxTree tree, CancellationToken cancellationToken = default) =>
        LevelOf(other.Id, tree, cancellationToken) switch
        {
            ReportDiagnostic.Suppress => false,
            null or ReportDiagnostic.Default => other.IsEnabledByDefault,
            _ => true,
        };

    private ReportDiagnostic? LevelOf(string ruleId, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var options = Model.Compilation.Options;
        if (options.SyntaxTreeOptionsProvider is { } configured &&
            (configured.TryGetDiagnosticValue(tree, ruleId, cancellationToken, out var severity) ||
                configured.TryGetGlobalDiagnosticValue(ruleId, cancellationToken, out severity)))
        {
            return severity;
        }

        return options.SpecificDiagnosticOptions.TryGetValue(ruleId, out var specific) ? specific : null;
    }

    /// <summary>Another rule's registrations on this compilation; what it finds is handed over and reported to nobody.</summary>
    public void Judge(IntegrationAnalyzer other, Action<Diagnostic> finding) => other.Judge(new RuleContext(start, Model, other.Rule, finding));

    /// <summary>A diagnostic of this rule; where its cause stands elsewhere, that place is an additional location.</summary>
    public Diagnostic Diagnostic(Location location, params object?[] messageArguments) =>
        Diagnostic(location, cause: null, properties: null, messageArguments);

    /// <inheritdoc cref="Diagnostic(Location, object[])"/>
    public Diagnostic Diagnostic(
        Location location,
        Location? cause,
        ImmutableDictionary<string, string?>? properties,
        params object?[] messageArguments) =>
        Leveled(suggests: false, location, cause, properties, messageArguments);

    /// <summary>As a suggestion where owners leave it, or where nobody calls the code, else at the rule's level; a level that the configuration gives outranks both.</summary>
    public Diagnostic Leveled(
        bool suggests,
        Location location,
        Location? cause,
        ImmutableDictionary<string, string?>? properties,
        params object?[] messageArguments)
    {
        Location[]? causes = cause is null ? null : [cause];
        return suggests || IsIdle(location)
            ? Microsoft.CodeAnalysis.Diagnostic.Create(Rule, location, DiagnosticSeverity.Info, causes, Named(location, properties), messageArguments)
            : Microsoft.CodeAnalysis.Diagnostic.Create(Rule, location, causes, Named(location, properties), messageArguments);
    }

    /// <summary>Whether what is wrong there does no harm yet, as nobody calls the code. A secret is out, whoever calls.</summary>
    private bool IsIdle(Location location) =>
        Rule.DefaultSeverity > DiagnosticSeverity.Info && Rule.Id is not (IA3001ProviderToken.Id or IA3002Credential.Id) &&
        location.SourceTree is { } tree && Model.Unused.Holds(tree.GetRoot().FindNode(location.SourceSpan), CancellationToken.None);

    /// <summary>Where a baseline is in use, a diagnostic carries the line that it has or would have there.</summary>
    private ImmutableDictionary<string, string?>? Named(Location location, ImmutableDictionary<string, string?>? properties) =>
        Baseline.Of(Options) is { IsInUse: true } baseline && AllRules.IsForBaselines(Rule)
            ? (properties ?? ImmutableDictionary<string, string?>.Empty).Add(
                Baseline.Property, baseline.KeyOf(Rule.Id, location, Model.Compilation, Model.Source.Model, CancellationToken.None))
            : properties;

    private void OnNodes(Action<SyntaxNode, FileContext> action, Func<SyntaxTree, bool> mayMatter, SyntaxKind[] kinds) =>
        OnFiles(tree => mayMatter(tree) && !Model.Project.IsTestBesideServer(tree), context =>
        {
            var tree = context.SemanticModel.SyntaxTree;
            var file = new FileContext(context, findings);
            var nodes = Model.Source.Nodes(tree, file.CancellationToken);
            foreach (var kind in kinds)
            {
                foreach (var node in nodes.Of(kind))
                {
                    try
                    {
                        action(node, file);
                    }
                    catch (InsufficientExecutionStackException)
                    {
                        // Nested too deeply to be followed: nobody knows, so nobody says.
                    }
                    catch (Exception ex) when (ex is not OperationCanceledException)
                    {
                        throw Crash(ex, node);
                    }
                }
            }
        });

    /// <summary>
    /// For the files that a rule looks at. Where there are none it registers nothing: a callback a file and rule costs the driver more than all of these questions.
    /// </summary>
    private void OnFiles(Func<SyntaxTree, bool> mayMatter, Action<SemanticModelAnalysisContext> action)
    {
        foreach (var tree in Model.Compilation.SyntaxTrees)
        {
            if (!mayMatter(tree))
                continue;
            start.RegisterSemanticModelAction(context =>
            {
                var file = context.SemanticModel.SyntaxTree;
                if (!mayMatter(file))
                    return;
                if (Model.IsNearCalls(file))
                    Model.Source.Hold(context.SemanticModel);
                action(context);
            });
            return;
        }
    }

    private InvalidOperationException Crash(Exception inner, SyntaxNode node)
    {
        var line = node.SyntaxTree.GetLineSpan(node.Span);
        return new InvalidOperationException(
            $"{Rule.Id} failed at {line.Path}({line.StartLinePosition.Line + 1}) on {node.Kind()}: {inner.GetType().Name}: {inner.Message}",
            inner);
    }
}
