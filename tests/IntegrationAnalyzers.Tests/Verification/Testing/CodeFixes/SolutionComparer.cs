using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Compares a fixed project with the files a test expects: text, line endings, encoding.</summary>
internal static class SolutionComparer
{
    public static async Task VerifyAsync(Project actual, MarkedState expected, IVerifier verifier, CancellationToken cancellationToken)
    {
        foreach (var file in expected.Sources)
        {
            if (actual.Documents.FirstOrDefault(d => d.FilePath == file.Path) is not { } document)
            {
                verifier.Fail($"The fixed project has no file {file.Path}.");
                return;
            }

            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (text.ToString() != file.Text.ToString())
                verifier.Fail($"content of '{file.Path}' did not match.\n" + TextDiff.Lines(file.Text.ToString(), text.ToString()));
            if (!Preamble(text.Encoding).SequenceEqual(Preamble(file.Text.Encoding)))
                verifier.Fail($"encoding of '{file.Path}' did not match: expected {Name(file.Text.Encoding)}, actual {Name(text.Encoding)}");
        }

        if (actual.Documents.FirstOrDefault(d => !expected.Sources.Any(f => f.Path == d.FilePath)) is { } surplus)
            verifier.Fail($"The fix added the file {surplus.FilePath ?? surplus.Name}.");
    }

    public static async Task<string> ShowAsync(Project project, CancellationToken cancellationToken)
    {
        var all = new StringBuilder();
        foreach (var document in project.Documents)
            all.Append("--- ").Append(document.FilePath).Append('\n').Append(await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).Append('\n');
        return all.ToString();
    }

    private static byte[] Preamble(Encoding? encoding) => encoding?.GetPreamble() ?? [];

    private static string Name(Encoding? encoding) =>
        encoding is null ? "none" : $"{encoding.WebName} {(encoding.GetPreamble().Length > 0 ? "with" : "without")} a byte-order mark";
}
