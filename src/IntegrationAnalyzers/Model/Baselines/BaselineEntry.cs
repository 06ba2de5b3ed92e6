using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Baselines;

/// <summary>One line of a baseline: <c>project | rule | symbol | fingerprint</c>. No line number and no text of the code, so that it holds when lines move and gives no secret away.</summary>
/// <param name="Key">The line as we write it: what two findings are compared by.</param>
/// <param name="Project">The project the finding is in.</param>
/// <param name="RuleId">The rule that reports it.</param>
/// <param name="Symbol">The member it is in, as documentation comments name it; of a file that is no source, its path.</param>
/// <param name="Span">Where the line stands.</param>
internal sealed record BaselineEntry(string Key, string Project, string RuleId, string Symbol, TextSpan Span)
{
    private const string Separator = " | ";

    public static string KeyOf(string project, string ruleId, Fingerprint place)
    {
        var text = new StringBuilder(project.Length + place.Symbol.Length + 40);
        text.Append(Field(project)).Append(Separator).Append(ruleId).Append(Separator).Append(Field(place.Symbol)).Append(Separator);
        using (var sha = SHA256.Create())
        {
            var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(ruleId + "\n" + place.Symbol + "\n" + place.Text));
            for (var i = 0; i < 8; i++)
                text.Append(hash[i].ToString("x2", CultureInfo.InvariantCulture));
        }

        return place.Ordinal == 1 ? text.ToString() : text.Append('-').Append(place.Ordinal.ToString(CultureInfo.InvariantCulture)).ToString();
    }

    /// <summary>The entry of a line that is neither empty nor a comment; where it is none, the reason, to end a sentence.</summary>
    public static BaselineEntry? Parse(string line, TextSpan span, out string? mistake)
    {
        var fields = line.Split('|');
        if (fields.Length != 4)
        {
            mistake = line.StartsWith("<<<<<<<", StringComparison.Ordinal) || line.StartsWith("=======", StringComparison.Ordinal) || line.StartsWith(">>>>>>>", StringComparison.Ordinal)
                ? "it is the mark of a merge that was not finished"
                : "it is not of the form 'project | rule | symbol | fingerprint'";
            return null;
        }

        for (var i = 0; i < fields.Length; i++)
            fields[i] = fields[i].Trim();
        mistake = fields switch
        {
            [{ Length: 0 }, ..] => "it names no project",
            [_, var rule, ..] when !IsRuleId(rule) => "'" + Short(rule) + "' is no rule's ID",
            [_, _, { Length: 0 }, _] => "it names no symbol",
            [_, _, _, var print] when !IsFingerprint(print) => "'" + Short(print) + "' is no fingerprint",
            _ => null,
        };
        return mistake is null ? new BaselineEntry(string.Join(Separator, fields), fields[0], fields[1], fields[2], span) : null;
    }

    private static bool IsRuleId(string text) => text.Length == 6 && text[0] == 'I' && text[1] == 'A' && IsNumber(text, 2);

    private static bool IsFingerprint(string text)
    {
        if (text.Length < 16)
            return false;
        for (var i = 0; i < 16; i++)
        {
            if (text[i] is not (>= '0' and <= '9') and not (>= 'a' and <= 'f'))
                return false;
        }

        return text.Length == 16 || (text[16] == '-' && text.Length is > 17 and < 24 && text[17] != '0' && IsNumber(text, 17));
    }

    private static bool IsNumber(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is not (>= '0' and <= '9'))
                return false;
        }

        return true;
    }

    /// <summary>A name cannot hold what separates the fields.</summary>
    private static string Field(string text) => text.IndexOfAny(['|', '\r', '\n']) < 0 ? text : text.Replace('|', '_').Replace('\r', '_').Replace('\n', '_');

    private static string Short(string text) => text.Length <= 40 ? text : text.Substring(0, 40) + "…";
}
