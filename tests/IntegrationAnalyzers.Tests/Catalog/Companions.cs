using System.Collections.Immutable;
using System.Text;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>
/// Rules of the SDK that every preset but None raises to warnings: what they report breaks an integration and nothing else, none of ours reports it, and the SDK leaves them suggestions, which a build
/// does not show.
/// </summary>
internal static class Companions
{
    public const string Path = "rules/companions.globalconfig";

    public static readonly ImmutableArray<(string Id, string Reports)> All = ImmutableArray.Create(
        ("CA5359", "A callback that accepts every certificate"),
        ("CA5364", "A deprecated security protocol"),
        ("CA5397", "A deprecated value of SslProtocols"));

    /// <summary>One level below the SDK's own presets: of two files of one level that set a key, the compiler takes neither, and warns.</summary>
    public static string Text()
    {
        var text = new StringBuilder("# Generated. Rules of the SDK beside ours.\n");
        text.Append("# Below any .editorconfig or .globalconfig of yours, and below what AnalysisMode says.\n");
        text.Append("is_global = true\nglobal_level = -101\n");
        foreach (var (id, reports) in All)
            text.Append($"\n# {reports}\ndotnet_diagnostic.{id}.severity = warning\n");
        return text.ToString();
    }
}
