using System;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Vocabularies;

/// <summary>What a method is to an integration.</summary>
internal enum VocabularyKind
{
    /// <summary>A call that leaves the process.</summary>
    Call,

    /// <summary>Runs a delegate again after a failure.</summary>
    Retry,

    /// <summary>Checks the payload it is given, and does not give on what is missing.</summary>
    Validator,

    /// <summary>Looks at the status of the response it is given.</summary>
    Status,

    /// <summary>Gives secrets; the text it is given is the name of one.</summary>
    SecretSource,
}

/// <summary>One line of a vocabulary: <c>call POST Acme.PaymentGateway.Charge*</c>, or <c>!call Acme.PaymentGateway.ChargeQuote</c>, which takes it out.</summary>
internal sealed record VocabularyEntry(VocabularyKind Kind, bool IsNegated, HttpVerb Verb, NamePattern Pattern, TextSpan Span)
{
    /// <summary>What two lines that speak of the same have in common.</summary>
    public string Key => (IsNegated ? "!" : "") + Kind + " " + Pattern.Text;

    /// <summary>The entry of a line that is neither empty nor a comment; where it is none, the reason, to end a sentence.</summary>
    public static VocabularyEntry? Parse(string line, TextSpan span, out string? mistake)
    {
        var comment = line.IndexOf('#');
        var words = (comment < 0 ? line : line.Substring(0, comment)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var isNegated = words[0][0] == '!';
        var written = isNegated ? words[0].Substring(1) : words[0];
        if (KindOf(written) is not { } kind)
        {
            mistake = "'" + Short(written) + "' is no kind: it is call, retry, validator, status or secret-source";
            return null;
        }

        var name = 1;
        var verb = HttpVerb.Unknown;
        if (kind == VocabularyKind.Call && !isNegated)
        {
            verb = words.Length > 1 && words[1].Length <= "OPTIONS".Length ? HttpVerbs.Parse(words[1]) : HttpVerb.Unknown;
            if (verb == HttpVerb.Unknown)
            {
                mistake = (words.Length > 1 ? "'" + Short(words[1]) + "' is no verb" : "it names no verb") + ": it is GET, HEAD, OPTIONS, TRACE, PUT, DELETE, POST or PATCH";
                return null;
            }

            name = 2;
        }

        mistake =
            words.Length == name ? "it names no method" :
            words.Length > name + 1 ? "more than one name follows '" + written + "'" :
            NamePattern.Mistake(words[name]);
        return mistake is null ? new VocabularyEntry(kind, isNegated, verb, new NamePattern(words[name]), span) : null;
    }

    private static VocabularyKind? KindOf(string text) => text switch
    {
        "call" => VocabularyKind.Call,
        "retry" => VocabularyKind.Retry,
        "validator" => VocabularyKind.Validator,
        "status" => VocabularyKind.Status,
        "secret-source" => VocabularyKind.SecretSource,
        _ => null,
    };

    private static string Short(string text) => text.Length <= 40 ? text : text.Substring(0, 40) + "…";
}
