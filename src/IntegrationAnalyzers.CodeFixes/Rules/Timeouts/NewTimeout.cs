using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>
/// How long a new timeout is: what the option says, and not less than the client's own default where the type moves files, for <c>Timeout</c> bounds the whole transfer, or asks a language model, which thinks before it answers.
/// </summary>
internal static class NewTimeout
{
    private static readonly HashSet<string> Transfers = new(StringComparer.Ordinal)
    {
        "GetByteArrayAsync", "ReadAsByteArrayAsync", "CopyToAsync", "CopyTo", "StreamContent", "ByteArrayContent", "MultipartFormDataContent", "WriteAllBytes", "WriteAllBytesAsync", "ZipFile",
    };

    public static int Seconds(SyntaxNode place, FixRequest request) => Seconds(IA1001ClientWithoutTimeout.DefaultTimeoutSeconds, request, () => TakesLong(place));

    /// <summary>What the option says; where nobody chose a time and the calls may take long, not less than what <c>HttpClient</c> waits by itself.</summary>
    public static int Seconds(RuleOption<int> option, FixRequest request, Func<bool> mayTakeLong)
    {
        var ownDefault = (int)ClientTypes.DefaultTimeout.TotalSeconds;
        var seconds = option.Get(request.Document.Project.AnalyzerOptions, request.Root.SyntaxTree);
        return seconds == option.Default && seconds < ownDefault && mayTakeLong() ? ownDefault : seconds;
    }

    /// <summary>Asked of the whole type, so that all clients of it get the same.</summary>
    public static bool TakesLong(SyntaxNode place) =>
        ((SyntaxNode?)place.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? place.SyntaxTree.GetRoot()).DescendantTokens().Any(TakesLong);

    private static bool TakesLong(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken => Transfers.Contains(token.ValueText),
        SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken => PromptApis.IsSlow(token.ValueText),
        _ => false,
    };
}
