using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

[Flags]
public enum DiagnosticOptions
{
    None = 0,
    IgnoreAdditionalLocations = 1,
    IgnoreSeverity = 2,
}

[Flags]
public enum DiagnosticLocationOptions
{
    None = 0,

    /// <summary>Only the start is compared.</summary>
    IgnoreLength = 1,

    /// <summary>The span is a markup key (<c>{|#0:…|}</c>) that is looked up in the sources.</summary>
    InterpretAsMarkupKey = 2,
}

/// <summary>One place of an expected diagnostic.</summary>
public readonly struct DiagnosticLocation(FileLinePositionSpan span, DiagnosticLocationOptions options)
{
    public FileLinePositionSpan Span { get; } = span;

    public DiagnosticLocationOptions Options { get; } = options;
}

/// <summary>A diagnostic that a test expects. What is not set is not compared.</summary>
public readonly struct DiagnosticResult
{
    public static readonly DiagnosticResult[] EmptyDiagnosticResults = [];

    private readonly ImmutableArray<DiagnosticLocation> _spans;

    public DiagnosticResult(string id, DiagnosticSeverity severity)
        : this()
    {
        Id = id;
        Severity = severity;
    }

    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id, descriptor.DefaultSeverity) =>
        MessageFormat = descriptor.MessageFormat;

    private DiagnosticResult(DiagnosticResult other, ImmutableArray<DiagnosticLocation> spans)
    {
        this = other;
        _spans = spans;
    }

    public string Id { get; private init; }

    public DiagnosticSeverity Severity { get; private init; }

    public DiagnosticOptions Options { get; private init; }

    public LocalizableString? MessageFormat { get; private init; }

    public object?[]? MessageArguments { get; private init; }

    public string? ExactMessage { get; private init; }

    public ImmutableArray<DiagnosticLocation> Spans => _spans.IsDefault ? ImmutableArray<DiagnosticLocation>.Empty : _spans;

    public bool HasLocation => !Spans.IsEmpty;

    /// <summary>The message to compare, or null where any will do.</summary>
    public string? Message =>
        ExactMessage ??
        (MessageArguments is null || MessageFormat is null ? null : string.Format(CultureInfo.InvariantCulture, MessageFormat.ToString(), MessageArguments));

    public static DiagnosticResult CompilerError(string identifier) => new(identifier, DiagnosticSeverity.Error);

    public static DiagnosticResult CompilerWarning(string identifier) => new(identifier, DiagnosticSeverity.Warning);

    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    public DiagnosticResult WithArguments(params object?[] arguments) => this with { MessageArguments = arguments };

    public DiagnosticResult WithMessage(string? message) => this with { ExactMessage = message };

    public DiagnosticResult WithMessageFormat(LocalizableString messageFormat) => this with { MessageFormat = messageFormat };

    public DiagnosticResult WithOptions(DiagnosticOptions options) => this with { Options = options };

    public DiagnosticResult WithNoLocation() => new(this, ImmutableArray<DiagnosticLocation>.Empty);

    public DiagnosticResult WithLocation(int line, int column) => WithLocation(string.Empty, line, column);

    public DiagnosticResult WithLocation(string path, int line, int column)
    {
        var position = new LinePosition(line - 1, column - 1);
        return Append(new(path, position, position), DiagnosticLocationOptions.IgnoreLength);
    }

    public DiagnosticResult WithLocation(int markupKey) => WithLocation(markupKey, DiagnosticLocationOptions.None);

    public DiagnosticResult WithLocation(int markupKey, DiagnosticLocationOptions options) =>
        Append(new(string.Empty, new(0, markupKey), new(0, markupKey)), options | DiagnosticLocationOptions.InterpretAsMarkupKey);

    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan(string.Empty, startLine, startColumn, endLine, endColumn);

    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan(new(path, new(startLine - 1, startColumn - 1), new(endLine - 1, endColumn - 1)));

    public DiagnosticResult WithSpan(FileLinePositionSpan span) => Append(span, DiagnosticLocationOptions.None);

    public override string ToString() =>
        $"{Severity} {Id}" +
        string.Concat(Spans.Select(static s => $" {s.Span.Path}({s.Span.StartLinePosition.Line + 1},{s.Span.StartLinePosition.Character + 1})-({s.Span.EndLinePosition.Line + 1},{s.Span.EndLinePosition.Character + 1})")) +
        (Message is { } message ? ": " + message : string.Empty);

    internal DiagnosticResult WithSpans(ImmutableArray<DiagnosticLocation> spans) => new(this, spans);

    private DiagnosticResult Append(FileLinePositionSpan span, DiagnosticLocationOptions options) => new(this, Spans.Add(new(span, options)));
}
