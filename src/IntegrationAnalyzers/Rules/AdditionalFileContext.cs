using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules;

/// <summary>A file that is no source, with the options for it; the compiler's own context of it cannot be made by anybody else.</summary>
internal sealed record AdditionalFileContext(AdditionalText File, AnalyzerOptions Options, Action<Diagnostic> Report, CancellationToken CancellationToken);
