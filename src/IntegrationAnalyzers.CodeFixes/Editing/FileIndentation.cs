using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>How a file goes one step deeper: a fix does as the file does, whatever the machine's settings say.</summary>
/// <param name="UsesTabs">Whether by a tab.</param>
/// <param name="Width">Columns of a step; 0 where the file does not tell.</param>
internal readonly record struct FileIndentation(bool UsesTabs, int Width)
{
    private const int UsualWidth = 4;
    private const int Widest = 8;

    /// <summary>The step as it is written.</summary>
    public string Step => UsesTabs ? "\t" : new string(' ', Width == 0 ? UsualWidth : Width);

    /// <summary>By most of its lines, and by what most of its deeper lines have more than the line before.</summary>
    public static FileIndentation Of(SourceText text)
    {
        int tabs = 0, spaces = 0, before = 0;
        var steps = new int[Widest + 1];
        foreach (var line in text.Lines)
        {
            var width = 0;
            while (line.Start + width < line.End && text[line.Start + width] == ' ')
                width++;
            if (line.Start + width == line.End)
                continue;
            if (text[line.Start + width] == '\t')
            {
                tabs++;
                continue;
            }

            if (width > 0)
                spaces++;
            if (width - before is > 1 and <= Widest and var step)
                steps[step]++;
            before = width;
        }

        if (tabs > spaces)
            return new FileIndentation(true, 0);
        var common = 0;
        for (var step = 2; step <= Widest; step++)
        {
            if (steps[step] > (common == 0 ? 0 : steps[common]))
                common = step;
        }

        return new FileIndentation(false, common);
    }

    /// <summary>The formatter's options with the file's own steps; left as they are where it does not tell.</summary>
    public OptionSet In(OptionSet options)
    {
        if (!UsesTabs && Width == 0)
            return options;
        options = options.WithChangedOption(FormattingOptions.UseTabs, LanguageNames.CSharp, UsesTabs);
        return UsesTabs ? options : options.WithChangedOption(FormattingOptions.IndentationSize, LanguageNames.CSharp, Width);
    }
}
