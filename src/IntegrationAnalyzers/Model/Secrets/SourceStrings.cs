using System;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>What <see cref="SourceStrings"/> came upon.</summary>
internal enum SourcePiece
{
    End,

    /// <summary>The text of a string literal, or the part of an interpolated one between two holes.</summary>
    Text,

    /// <summary>A word of code that starts with a capital letter.</summary>
    Word,
}

/// <summary>
/// Runs over a file's characters and stops at string texts and capitalized words; comments, directives and character literals are
/// passed over. It knows no syntax tree, so it costs a nanosecond a character; it is a filter, and what it finds is looked up in
/// the tree before anything is made of it. Source that does not lex (disabled text, half-typed strings) makes it miss, never fail.
/// </summary>
internal ref struct SourceStrings(char[] text, int length)
{
    private const int MaxDepth = 8;

    private readonly char[] _text = text;
    private readonly int _length = length;
    private Hole[]? _holes;
    private int _depth;
    private int _position;
    private bool _inText;
    private Hole _literal;

    public int Start { get; private set; }

    public int End { get; private set; }

    public SourcePiece Next()
    {
        while (_position < _length)
        {
            if (_inText)
            {
                if (ReadText())
                    return SourcePiece.Text;
                continue;
            }

            var c = _text[_position];
            switch (c)
            {
                case '"':
                    Open();
                    continue;
                case '/' when Peek(1) == '/':
                case '#' when AtLineStart():
                    SkipLine();
                    continue;
                case '/' when Peek(1) == '*':
                    SkipComment();
                    continue;
                case '\'':
                    SkipCharacter();
                    continue;
                case '{' when _depth > 0:
                    _holes![_depth - 1].Braces++;
                    break;
                case '}' when _depth > 0:
                    if (_holes![_depth - 1].Braces-- == 0)
                    {
                        _literal = _holes[--_depth];
                        _position += _literal.Dollars == 0 ? 1 : Math.Max(1, _literal.Quotes > 2 ? _literal.Dollars : 1);
                        _inText = true;
                        continue;
                    }

                    break;
                case >= 'A' and <= 'Z' when _position == 0 || !IsWordCharacter(_text[_position - 1]):
                    Start = _position;
                    do
                    {
                        _position++;
                    }
                    while (_position < _length && IsWordCharacter(_text[_position]));
                    End = _position;
                    return SourcePiece.Word;
            }

            _position++;
        }

        return SourcePiece.End;
    }

    private void Open()
    {
        int dollars = 0, quotes = 1;
        var verbatim = false;
        for (var i = _position - 1; i >= 0 && _text[i] is '$' or '@'; i--)
        {
            if (_text[i] == '$')
                dollars++;
            else
                verbatim = true;
        }

        while (!verbatim && Peek(quotes) == '"')
            quotes++;
        if (quotes == 2 || (verbatim && Peek(1) == '"' && Peek(2) != '"'))
        {
            _position += 2;
            return;
        }

        _position += quotes;
        _literal = new Hole { Dollars = dollars, Quotes = quotes, Verbatim = verbatim };
        _inText = true;
    }

    /// <summary>Reads to the end of the literal or to its next hole; false where nothing stood between.</summary>
    private bool ReadText()
    {
        var start = _position;
        while (_position < _length)
        {
            var c = _text[_position];
            if (c == '"')
            {
                if (_literal.Verbatim && Peek(1) == '"')
                {
                    _position += 2;
                    continue;
                }

                if (_literal.Quotes < 3 || Run('"') >= _literal.Quotes)
                    return Close(start, _literal.Quotes < 3 ? 1 : _literal.Quotes);
            }
            else if (c == '\\' && !_literal.Verbatim && _literal.Quotes < 3)
            {
                _position += 2;
                continue;
            }
            else if (c is '\n' or '\r' && !_literal.Verbatim && _literal.Quotes < 3)
            {
                return Close(start, 0);
            }
            else if (c == '{' && _literal.Dollars > 0)
            {
                var braces = Run('{');
                var opening = _literal.Quotes > 2 ? _literal.Dollars : 1;
                if (braces >= opening && (_literal.Quotes > 2 || braces % 2 == 1))
                    return EnterHole(start, braces);

                _position += braces;
                continue;
            }

            _position++;
        }

        return Close(start, 0);
    }

    private bool Close(int start, int quotes)
    {
        Start = start;
        End = Math.Min(_position, _length);
        _position = End + quotes;
        _inText = false;
        return End > start;
    }

    private bool EnterHole(int start, int braces)
    {
        Start = start;
        End = _position;
        _position += braces;
        _inText = false;
        if (_depth < MaxDepth)
        {
            _holes ??= new Hole[MaxDepth];
            _literal.Braces = 0;
            _holes[_depth++] = _literal;
        }

        return End > start;
    }

    private readonly char Peek(int ahead) => _position + ahead < _length ? _text[_position + ahead] : '\0';

    private readonly int Run(char c)
    {
        var count = 0;
        while (Peek(count) == c)
            count++;
        return count;
    }

    private readonly bool AtLineStart()
    {
        for (var i = _position - 1; i >= 0; i--)
        {
            if (_text[i] is '\n' or '\r')
                return true;
            if (_text[i] is not (' ' or '\t'))
                return false;
        }

        return true;
    }

    private void SkipLine()
    {
        while (_position < _length && _text[_position] is not ('\n' or '\r'))
            _position++;
    }

    private void SkipComment()
    {
        _position += 2;
        while (_position < _length && !(_text[_position] == '*' && Peek(1) == '/'))
            _position++;
        _position += 2;
    }

    private void SkipCharacter()
    {
        var end = Peek(1) == '\\' ? 3 : 2;
        while (end < 12 && Peek(end) is not ('\'' or '\n' or '\0'))
            end++;
        _position += Peek(end) == '\'' ? end + 1 : 1;
    }

    private static bool IsWordCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    private struct Hole
    {
        public int Dollars;
        public int Quotes;
        public int Braces;
        public bool Verbatim;
    }
}
