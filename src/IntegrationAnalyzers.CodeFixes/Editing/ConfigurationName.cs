using System.Text;
using IntegrationAnalyzers.Model.Secrets;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Under which name a value moves out of source: <c>Stripe:ApiKey</c> in configuration, <c>STRIPE_API_KEY</c> in the environment.</summary>
/// <param name="Section">Whose value it is, in Pascal case.</param>
/// <param name="Name">What it is, in Pascal case.</param>
/// <param name="OwnVariable">The environment variable's name, where it is not made from the other two.</param>
internal readonly record struct ConfigurationName(string Section, string Name, string? OwnVariable = null)
{
    public string Key => Section.Length == 0 ? Name : Section + ":" + Name;

    public string Variable => OwnVariable ?? VariableStart + Upper(Name);

    /// <summary>What the variables of the section begin with.</summary>
    public string VariableStart => Section.Length == 0 ? "" : Upper(Section) + "_";

    /// <summary>Words of any case and punctuation as one Pascal-cased name: <c>acme-pay_v2</c> gives <c>AcmePayV2</c>.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder();
        var atStart = true;
        foreach (var c in text)
        {
            if (c > 127 || !char.IsLetterOrDigit(c))
            {
                atStart = true;
                continue;
            }

            name.Append(atStart ? char.ToUpperInvariant(c) : c);
            atStart = false;
        }

        return name.ToString();
    }

    private static string Upper(string pascal) => string.Join("_", NameWords.Split(pascal)).ToUpperInvariant();
}
