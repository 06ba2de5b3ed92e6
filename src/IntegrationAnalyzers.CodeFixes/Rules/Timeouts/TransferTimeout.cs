using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>
/// How long a new timeout is: what the option says, and not less than the client's own default where the type moves files, for <c>Timeout</c> bounds the whole transfer.
/// </summary>
internal static class TransferTimeout
{
    /// <summary>What HttpClient waits where nobody says.</summary>
    internal const int OwnDefaultSeconds = 100;

    private static readonly HashSet<string> Transfers = new(StringComparer.Ordinal)
    {
        "GetByteArrayAsync", "ReadAsByteArrayAsync", "CopyToAsync", "CopyTo", "StreamContent", "ByteArrayContent", "MultipartFormDataContent", "WriteAllBytes", "WriteAllBytesAsync", "ZipFile",
    };

    public static int Seconds(SyntaxNode place, FixRequest request)
    {
        var option = IA1001ClientWithoutTimeout.DefaultTimeoutSeconds;
        var seconds = option.Get(request.Document.Project.AnalyzerOptions, request.Root.SyntaxTree);
        var isOwnChoice = seconds.ToString(CultureInfo.InvariantCulture) != option.DefaultText;
        return isOwnChoice || seconds >= OwnDefaultSeconds || !MovesFiles(place) ? seconds : OwnDefaultSeconds;
    }

    /// <summary>Asked of the whole type, so that all clients of it get the same.</summary>
    private static bool MovesFiles(SyntaxNode place) =>
        ((SyntaxNode?)place.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? place.SyntaxTree.GetRoot()).DescendantTokens()
            .Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && Transfers.Contains(token.ValueText));
}
