using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace IntegrationAnalyzers.Corpus;

/// <summary>Figures and how tables write them, the same in every country.</summary>
internal static class Figures
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    public static string Number(double value, string format = "0") => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>With a mark for each thousand.</summary>
    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(double ratio) => Number(ratio * 100, "0.0") + " %";
}
