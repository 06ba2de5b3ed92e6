using System;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>What a text that a clause gives says of itself: that it stands for a failure, or is written here.</summary>
internal static class AnswerTexts
{
    private static readonly string[] PictureEndings = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"];

    /// <summary>A constant that is named for a failure, or a picture that shows that there is none: nobody takes it for what was asked for.</summary>
    public static bool IsStandIn(IFieldSymbol written) =>
        ReportingApis.SaysFailure(written.Name) || written.Name.ContainsIgnoreCase("placeholder") ||
        (written.ConstantValue is string text && Array.Exists(PictureEndings, ending => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));

    /// <summary><c>$"{{\"error\": \"{ex.Message}\"}}"</c>: whoever reads the content as a document finds an error in it.</summary>
    public static bool IsErrorDocument(IOperation text)
    {
        var isFirst = true;
        foreach (var part in text.Tree())
        {
            if (part is not ILiteralOperation { ConstantValue: { HasValue: true, Value: string words } })
                continue;
            if (isFirst && !words.TrimStart().StartsWith("{", StringComparison.Ordinal))
                return false;
            isFirst = false;
            if (words.ContainsIgnoreCase("error\":") || words.ContainsIgnoreCase("\"error\"") || words.ContainsIgnoreCase("errors\":"))
                return true;
        }

        return false;
    }

    /// <summary>Whether nobody can tell by the text that something went wrong: it is no sentence, and holds no word of a failure and nothing of the exception.</summary>
    public static bool IsTakenForContent(IOperation text, CatchShape shape) => !WrittenTexts.IsSentence(text) && text.Tree().All(part =>
        part is ILocalReferenceOperation local ? !CatchFilters.IsCaught(local, shape.Clause) : part.ConstantValue is not { HasValue: true, Value: string words } || !SaysNo(words));

    /// <summary>Whether the words are about something that went wrong, or is not so: <c>"not available"</c>, <c>"offline"</c>.</summary>
    public static bool SaysNo(string words) =>
        ReportingApis.SaysFailure(words) || GivenStates.IsHonest(words) || words.StartsWith("not ", StringComparison.OrdinalIgnoreCase) || words.StartsWith("no ", StringComparison.OrdinalIgnoreCase) || words.ContainsIgnoreCase(" not ");

    /// <summary><c>("Default subject", "Default text")</c> where the <c>try</c> reads both: whoever gets them takes them for what was asked for.</summary>
    public static bool AreInvented(ITupleOperation tuple, CatchShape shape)
    {
        if (!tuple.Elements.All(static element => element.Unwrap().ConstantValue is { HasValue: true, Value: string { Length: > 0 } text } && !ReportingApis.SaysFailure(text)))
            return false;

        var isRead = false;
        foreach (var returned in shape.Try.Body.Returned())
        {
            if (returned.Unwrap() is not ITupleOperation given || given.Elements.Length != tuple.Elements.Length)
                return false;

            // The same words for a status that failed say nothing of what it gives when all goes well.
            if (AreSame(given, tuple))
                continue;
            if (given.Elements.Any(static element => WrittenTexts.Are(element.Unwrap())))
                return false;
            isRead = true;
        }

        return isRead;
    }

    private static bool AreSame(ITupleOperation one, ITupleOperation other) =>
        one.Elements.Zip(other.Elements, static (mine, theirs) => Equals(mine.Unwrap().ConstantValue, theirs.Unwrap().ConstantValue)).All(static same => same);
}
