using System;

namespace IntegrationAnalyzers.Model.Vocabularies;

/// <summary>The full name of a method, <c>namespace.type.method</c>, where <c>*</c> stands for any characters, dots too.</summary>
internal readonly struct NamePattern(string text)
{
    public const int MaxLength = 500;

    public string Text { get; } = text;

    public bool IsLiteral => Text.IndexOf('*') < 0;

    /// <summary>What stands before the first wildcard.</summary>
    public string Prefix => Text.IndexOf('*') is >= 0 and var star ? Text.Substring(0, star) : Text;

    /// <summary>What is wrong with the text, to end a sentence; null where it is a pattern.</summary>
    public static string? Mistake(string text)
    {
        if (text.Length > MaxLength)
            return "its name is longer than any";
        if (text[0] == '*')
            return "'" + text + "' begins with a wildcard and would be every library's: it begins with a namespace or a type";
        var isOfType = false;
        var last = '.';
        foreach (var c in text)
        {
            if (!(char.IsLetterOrDigit(c) || c is '_' or '.' or '*') || (c == '.' && last == '.'))
                return "'" + text + "' is no name of a method: it is namespace.type.method, without parameters, where * stands for any characters";
            isOfType |= c is '.' or '*';
            last = c;
        }

        return isOfType && last != '.' ? null : "'" + text + "' names no method of a type";
    }

    public bool Matches(string name)
    {
        var text = Text;
        int at = 0, next = 0, star = -1, resume = 0;
        while (next < name.Length)
        {
            if (at < text.Length && text[at] == '*')
            {
                star = at++;
                resume = next;
            }
            else if (at < text.Length && text[at] == name[next])
            {
                at++;
                next++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                next = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (at < text.Length && text[at] == '*')
            at++;
        return at == text.Length;
    }

    /// <summary>Whether some name may be the other's, too; of two with wildcards it may say yes wrongly.</summary>
    public bool MayMeet(NamePattern other)
    {
        if (other.IsLiteral)
            return Matches(other.Text);
        if (IsLiteral)
            return other.Matches(Text);
        var (own, others) = (Prefix, other.Prefix);
        return own.StartsWith(others, StringComparison.Ordinal) || others.StartsWith(own, StringComparison.Ordinal);
    }
}
