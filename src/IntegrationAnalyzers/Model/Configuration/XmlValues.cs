using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Threading;
using System.Xml;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Configuration;

/// <summary>
/// The attributes and texts of an XML configuration file. A setting is named by its <c>key</c> or <c>name</c> where it has one (<c>&lt;add key="…" value="…"/&gt;</c>), else by
/// its attribute. The platform's reader does the reading, without document types, entities of its own or any file beside it.
/// </summary>
internal static class XmlValues
{
    private const int MaxDepth = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = ConfigurationFile.MaxLength,
        MaxCharactersFromEntities = 1024,
    };

    public static (ImmutableArray<ConfigurationValue> Values, ConfigurationMistake? Mistake) Read(string text, SourceText lines, CancellationToken cancellationToken)
    {
        var values = ImmutableArray.CreateBuilder<ConfigurationValue>();
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), Settings);
            Read(reader, text, lines, values, cancellationToken);
            return (values.ToImmutable(), null);
        }
        catch (XmlException exception)
        {
            var position = Position(lines, exception.LineNumber, exception.LinePosition);
            return (values.ToImmutable(), new ConfigurationMistake(new TextSpan(position, Math.Min(1, text.Length - position)), "this is no XML (" + Shortened(exception.Message) + ")"));
        }
    }

    private static void Read(XmlReader reader, string text, SourceText lines, ImmutableArray<ConfigurationValue>.Builder values, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    while (names.Count > reader.Depth)
                        names.RemoveAt(names.Count - 1);
                    var name = reader.GetAttribute("key") ?? reader.GetAttribute("name") ?? reader.LocalName;
                    if (reader.Depth >= MaxDepth)
                        throw new XmlException("the nesting is deeper than 64", null, Line(reader).LineNumber, Line(reader).LinePosition);
                    ReadAttributes(reader, text, lines, names, name, values);
                    names.Add(name);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when names.Count > 0:
                    AddText(reader, text, lines, names, values);
                    break;
            }
        }
    }

    private static void ReadAttributes(
        XmlReader reader, string text, SourceText lines, List<string> names, string name, ImmutableArray<ConfigurationValue>.Builder values)
    {
        if (!reader.HasAttributes)
            return;

        var isNamed = name != reader.LocalName;
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName is "key" or "name" || reader.Prefix == "xmlns" || reader.LocalName == "xmlns")
                continue;

            var path = names.ToImmutableArray();
            path = path.Add(name);
            if (!(isNamed && reader.LocalName is "value" or "connectionString"))
                path = path.Add(reader.LocalName);
            var start = Position(lines, Line(reader).LineNumber, Line(reader).LinePosition);
            if (Quoted(text, start) is { } span)
                values.Add(new ConfigurationValue(path, reader.Value, span));
        }

        reader.MoveToElement();
    }

    private static void AddText(XmlReader reader, string text, SourceText lines, List<string> names, ImmutableArray<ConfigurationValue>.Builder values)
    {
        while (names.Count > reader.Depth)
            names.RemoveAt(names.Count - 1);

        // <setting name="ApiKey"><value>…</value></setting>
        var path = names.ToImmutableArray();
        if (path.Length > 1 && path[path.Length - 1] is "value" or "string")
            path = path.RemoveAt(path.Length - 1);

        var start = Position(lines, Line(reader).LineNumber, Line(reader).LinePosition);
        var end = text.IndexOf(reader.NodeType == XmlNodeType.CDATA ? "]]>" : "<", start, StringComparison.Ordinal);
        if (end < 0)
            return;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            values.Add(new ConfigurationValue(path, reader.Value.Trim(), TextSpan.FromBounds(start, end)));
    }

    /// <summary>What stands between the quotes of the attribute that starts there.</summary>
    private static TextSpan? Quoted(string text, int start)
    {
        var equals = text.IndexOf('=', start);
        var open = equals < 0 ? -1 : text.IndexOfAny(['"', '\''], equals);
        var close = open < 0 ? -1 : text.IndexOf(text[open], open + 1);
        return close < 0 ? null : TextSpan.FromBounds(open + 1, close);
    }

    private static IXmlLineInfo Line(XmlReader reader) => (IXmlLineInfo)reader;

    private static int Position(SourceText lines, int line, int column)
    {
        if (line < 1 || lines.Lines.Count == 0)
            return 0;
        var found = lines.Lines[Math.Min(line, lines.Lines.Count) - 1];
        return Math.Min(found.Start + Math.Max(0, column - 1), found.End);
    }

    private static string Shortened(string message)
    {
        var end = message.IndexOf(". Line ", StringComparison.Ordinal);
        var text = end > 0 ? message.Substring(0, end) : message.TrimEnd('.');
        return text.Length <= 120 ? text : text.Substring(0, 120) + "…";
    }
}
