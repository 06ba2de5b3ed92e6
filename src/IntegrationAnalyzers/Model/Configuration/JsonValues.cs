using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Configuration;

/// <summary>
/// The strings of a JSON text with the names that lead to them. Comments and trailing commas are allowed, as .NET's configuration allows them. It walks the
/// text once with a stack of its own, so that neither depth nor length can do more than cost time.
/// </summary>
internal ref struct JsonValues
{
    /// <summary>.NET's own reader goes no deeper.</summary>
    private const int MaxDepth = 64;

    private readonly string _text;
    private readonly CancellationToken _cancellationToken;
    private readonly ImmutableArray<ConfigurationValue>.Builder _values;
    private readonly List<string> _names;
    private readonly List<string> _keys;
    private int _position;

    private JsonValues(string text, CancellationToken cancellationToken)
    {
        _text = text;
        _cancellationToken = cancellationToken;
        _values = ImmutableArray.CreateBuilder<ConfigurationValue>();
        _names = new List<string>();
        _keys = new List<string>();
        _position = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    }

    public static (ImmutableArray<ConfigurationValue> Values, ConfigurationMistake? Mistake) Read(string text, CancellationToken cancellationToken)
    {
        var reader = new JsonValues(text, cancellationToken);
        var mistake = reader.SkipBlanks() ?? (reader._position == text.Length ? reader.Expected("a value") : reader.ReadValue(0) ?? reader.SkipBlanks());
        if (mistake is null && reader._position < text.Length)
            mistake = reader.Expected("nothing more");
        return (reader._values.ToImmutable(), mistake);
    }

    private ConfigurationMistake? ReadValue(int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        switch (Current)
        {
            case '{':
                return depth < MaxDepth ? ReadObject(depth + 1) : Mistake(_position, 1, "the nesting is deeper than 64");
            case '[':
                return depth < MaxDepth ? ReadArray(depth + 1) : Mistake(_position, 1, "the nesting is deeper than 64");
            case '"':
                var start = _position + 1;
                if (ReadString(out var value) is { } mistake)
                    return mistake;
                _values.Add(new ConfigurationValue(_names.ToImmutableArray(), value, TextSpan.FromBounds(start, _position - 1)) { Keys = _keys.ToImmutableArray() });
                return null;
            default:
                return ReadWord();
        }
    }

    private ConfigurationMistake? ReadObject(int depth)
    {
        _position++;
        while (true)
        {
            if (SkipBlanks() is { } blank)
                return blank;
            if (Current == '}')
                break;
            if (Current != '"')
                return Expected("a name in quotes or '}'");
            if (ReadString(out var name) is { } mistake || (mistake = SkipBlanks()) is not null)
                return mistake;
            if (Current != ':')
                return Expected("':'");

            _position++;
            _names.Add(name);
            _keys.Add(name);
            if ((SkipBlanks() ?? ReadValue(depth) ?? SkipBlanks()) is { } inner)
                return inner;
            _names.RemoveAt(_names.Count - 1);
            _keys.RemoveAt(_keys.Count - 1);
            if (Current == ',')
                _position++;
            else if (Current != '}')
                return Expected("',' or '}'");
        }

        _position++;
        return null;
    }

    private ConfigurationMistake? ReadArray(int depth)
    {
        _position++;
        for (var place = 0; ; place++)
        {
            if (SkipBlanks() is { } blank)
                return blank;
            if (Current == ']')
                break;
            _keys.Add(place.ToString(CultureInfo.InvariantCulture));
            if ((ReadValue(depth) ?? SkipBlanks()) is { } inner)
                return inner;
            _keys.RemoveAt(_keys.Count - 1);
            if (Current == ',')
                _position++;
            else if (Current != ']')
                return Expected("',' or ']'");
        }

        _position++;
        return null;
    }

    private ConfigurationMistake? ReadString(out string value)
    {
        var open = _position++;
        var start = _position;
        StringBuilder? text = null;
        value = "";
        while (_position < _text.Length && Current is not ('"' or '\n' or '\r'))
        {
            if (Current != '\\')
            {
                text?.Append(Current);
                _position++;
                continue;
            }

            text ??= new StringBuilder().Append(_text, start, _position - start);
            if (Escape(text) is { } mistake)
                return mistake;
        }

        if (Current != '"')
            return Mistake(open, 1, "the string that begins here does not end");

        value = text?.ToString() ?? _text.Substring(start, _position - start);
        _position++;
        return null;
    }

    private ConfigurationMistake? Escape(StringBuilder text)
    {
        var c = _position + 1 < _text.Length ? _text[_position + 1] : '\0';
        if (c == 'u' && _position + 6 <= _text.Length &&
            ushort.TryParse(_text.Substring(_position + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            text.Append((char)code);
            _position += 6;
            return null;
        }

        var meant = c switch { '"' or '\\' or '/' => c, 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => '\0' };
        if (meant == '\0')
            return Mistake(_position, 1, "this is no escape of JSON");
        text.Append(meant);
        _position += 2;
        return null;
    }

    /// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>; never a secret.</summary>
    private ConfigurationMistake? ReadWord()
    {
        var start = _position;
        while (_position < _text.Length && (char.IsLetterOrDigit(Current) || Current is '-' or '+' or '.'))
            _position++;
        var word = _text.Substring(start, System.Math.Min(40, _position - start));
        if (word is "true" or "false" or "null" || double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return null;

        _position = start;
        return Expected("a value");
    }

    private ConfigurationMistake? SkipBlanks()
    {
        while (_position < _text.Length)
        {
            var c = Current;
            if (c is ' ' or '\t' or '\n' or '\r')
            {
                _position++;
                continue;
            }

            if (c != '/')
                return null;

            var next = _position + 1 < _text.Length ? _text[_position + 1] : '\0';
            var start = _position;
            if (next is not ('/' or '*'))
                return Expected("a value");
            var end = next == '/' ? _text.IndexOf('\n', _position) : _text.IndexOf("*/", _position + 2, System.StringComparison.Ordinal);
            if (end < 0 && next == '*')
                return Mistake(start, 2, "the comment that begins here does not end");
            _position = end < 0 ? _text.Length : next == '/' ? end + 1 : end + 2;
        }

        return null;
    }

    private readonly char Current => _position < _text.Length ? _text[_position] : '\0';

    private readonly ConfigurationMistake Expected(string what) =>
        Mistake(_position, _position < _text.Length ? 1 : 0, (_position < _text.Length ? "here" : "at its end") + " " + what + " is expected");

    private static ConfigurationMistake Mistake(int start, int length, string message) => new(new TextSpan(start, length), message);
}
