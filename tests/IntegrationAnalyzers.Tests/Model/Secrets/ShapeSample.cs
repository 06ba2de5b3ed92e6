using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace IntegrationAnalyzers.Tests.Model.Secrets;

/// <summary>Makes a text that a pattern of the format table matches: so no test holds a token that a scanner could find.</summary>
internal sealed class ShapeSample
{
    private const string Alphabet = "Kq7Zt3Wm9RxB2vLpN8cYh4Fd6GsJ5kTwQ1bXnMzV0rHyDgCfPSjEuAieoUaIOlL";

    private readonly string _pattern;
    private readonly Random _random;
    private int _at;

    private ShapeSample(string pattern, Random random)
    {
        _pattern = pattern;
        _random = random;
    }

    public static string From(string pattern, int seed) => new ShapeSample(pattern, new Random(seed)).Alternatives();

    private string Alternatives()
    {
        var alternatives = new List<string> { Sequence() };
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            alternatives.Add(Sequence());
        }

        return alternatives[0];
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
            text.Append(Quantified());
        return text.ToString();
    }

    private string Quantified()
    {
        var start = _at;
        var first = Atom();
        var (least, most) = Quantifier();
        var count = least + (most > least ? Math.Min(_random.Next(most - least + 1), 3) : 0);
        var text = new StringBuilder();
        var after = _at;
        for (var i = 0; i < count; i++)
        {
            _at = start;
            text.Append(i == 0 ? first : Atom());
        }

        _at = after;
        return text.ToString();
    }

    private (int Least, int Most) Quantifier()
    {
        if (_at == _pattern.Length)
            return (1, 1);

        (int, int) result;
        switch (_pattern[_at])
        {
            case '?':
                result = (0, 1);
                _at++;
                break;
            case '*':
                result = (0, 3);
                _at++;
                break;
            case '+':
                result = (1, 4);
                _at++;
                break;
            case '{':
                var close = _pattern.IndexOf('}', _at);
                var bounds = _pattern[(_at + 1)..close].Split(',');
                var least = int.Parse(bounds[0]);
                result = (least, bounds.Length == 1 ? least : bounds[1].Length == 0 ? least + 3 : int.Parse(bounds[1]));
                _at = close + 1;
                break;
            default:
                return (1, 1);
        }

        if (_at < _pattern.Length && _pattern[_at] == '?')
            _at++;
        return result;
    }

    private string Atom()
    {
        switch (_pattern[_at])
        {
            case '(':
                return Group();
            case '[':
                return Pick(Class()).ToString();
            case '\\':
                _at += 2;
                return Escape(_pattern[_at - 1]);
            case '.':
                _at++;
                return Pick(Alphabet).ToString();
            case '^' or '$':
                _at++;
                return "";
            default:
                return _pattern[_at++].ToString();
        }
    }

    private string Group()
    {
        var isLook = false;
        _at++;
        if (_pattern[_at] == '?')
        {
            var head = _pattern[_at..];
            var length = new[] { "?:", "?=", "?!", "?<=", "?<!" }.FirstOrDefault(h => head.StartsWith(h, StringComparison.Ordinal))?.Length ?? 0;
            isLook = length > 0 && head[1] != ':';
            if (length == 0)
            {
                // (?i) and the like.
                _at = _pattern.IndexOf(')', _at) + 1;
                return "";
            }

            _at += length;
        }

        var text = Alternatives();
        _at++;
        return isLook ? "" : text;
    }

    private string Escape(char c) => c switch
    {
        'b' or 'G' => "",
        'd' => Pick("7294163805").ToString(),
        's' => " ",
        'w' => Pick(Alphabet).ToString(),
        _ => c.ToString(),
    };

    private string Class()
    {
        var negated = _pattern[++_at] == '^';
        if (negated)
            _at++;
        var set = new StringBuilder();
        for (var first = true; first || _pattern[_at] != ']'; first = false)
        {
            var c = _pattern[_at++];
            if (c == '\\')
            {
                set.Append(_pattern[_at] switch
                {
                    's' => " ",
                    'S' => Alphabet,
                    'd' => "0123456789",
                    var e => e.ToString(),
                });
                _at++;
            }
            else if (_pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                for (var i = c; i <= _pattern[_at + 1]; i++)
                    set.Append(i);
                _at += 2;
            }
            else
            {
                set.Append(c);
            }
        }

        _at++;
        return negated ? new string(Alphabet.Where(c => !set.ToString().Contains(c)).ToArray()) : set.ToString().Contains(Alphabet) ? Alphabet : set.ToString();
    }

    private char Pick(string from) => from[_random.Next(from.Length)];
}
