using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1004BodyWithoutDeadline>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Each member that takes a body from a content, a stream or a reader, and each reader that may stand between.</summary>
public sealed class IA1004ReadMemberTests
{
    [Theory]
    [InlineData("await stream.[|ReadAsync|](new byte[9])")]
    [InlineData("stream.[|Read|](new byte[9])")]
    [InlineData("await stream.[|ReadExactlyAsync|](new byte[9])")]
    [InlineData("stream.[|ReadExactly|](new byte[9])")]
    [InlineData("await stream.[|ReadAtLeastAsync|](new byte[9], 4)")]
    [InlineData("stream.[|ReadAtLeast|](new byte[9], 4)")]
    [InlineData("stream.[|ReadByte|]()")]
    [InlineData("await stream.[|CopyToAsync|](file)")]
    [InlineData("stream.[|CopyTo|](file)")]
    [InlineData("await new StreamReader(stream).[|ReadBlockAsync|](new char[9], 0, 9)")]
    [InlineData("new StreamReader(stream).[|ReadBlock|](new char[9], 0, 9)")]
    [InlineData("await new StreamReader(stream).[|ReadToEndAsync|]()")]
    [InlineData("new StreamReader(stream).[|ReadToEnd|]()")]
    [InlineData("await new StreamReader(stream).[|ReadLineAsync|]()")]
    [InlineData("new StreamReader(stream).[|ReadLine|]()")]
    [InlineData("await JsonSerializer.[|DeserializeAsync|]<int>(stream)")]
    [InlineData("JsonSerializer.[|Deserialize|]<int>(stream)")]
    [InlineData("await foreach (var x in JsonSerializer.[|DeserializeAsyncEnumerable|]<int>(stream)) Console.WriteLine(x)")]
    [InlineData("await JsonDocument.[|ParseAsync|](stream)")]
    [InlineData("JsonDocument.[|Parse|](stream)")]
    [InlineData("System.Xml.Linq.XDocument.[|Load|](stream)")]
    public Task ReadOfTheStream_Reports(string read) => Verify.VerifyAnalyzerAsync(Source(
        $"var r = await _c.GetAsync(u, HttpCompletionOption.ResponseHeadersRead); var stream = await r.Content.ReadAsStreamAsync(); {Statement(read)}"));

    [Theory]
    [InlineData("await r.Content.[|ReadAsStringAsync|]()")]
    [InlineData("await r.Content.[|ReadAsByteArrayAsync|]()")]
    [InlineData("await r.Content.[|ReadFromJsonAsync|]<int>()")]
    [InlineData("await foreach (var x in r.Content.[|ReadFromJsonAsAsyncEnumerable|]<int>()) Console.WriteLine(x)")]
    [InlineData("await r.Content.[|CopyToAsync|](file)")]
    [InlineData("await r.Content.[|LoadIntoBufferAsync|]()")]
    public Task ReadOfTheContent_Reports(string read) => Verify.VerifyAnalyzerAsync(Source($"var r = await _c.GetAsync(u, HttpCompletionOption.ResponseHeadersRead); {Statement(read)}"));

    /// <summary>What is in memory is read without a wait.</summary>
    [Theory]
    [InlineData("await r.Content.LoadIntoBufferAsync(CancellationToken.None); await r.Content.ReadAsByteArrayAsync();")]
    [InlineData("await r.Content.LoadIntoBufferAsync(CancellationToken.None); if (r.IsSuccessStatusCode) { await r.Content.ReadAsStringAsync(); }")]
    [InlineData("await r.Content.[|LoadIntoBufferAsync|](); await r.Content.ReadAsStringAsync();")]
    [InlineData("if (u is null) { await r.Content.LoadIntoBufferAsync(CancellationToken.None); } await r.Content.[|ReadAsStringAsync|]();")]
    [InlineData("await r.Content.[|ReadAsStringAsync|](); await r.Content.LoadIntoBufferAsync(CancellationToken.None);")]
    public Task ReadBehindABufferedBody_IsQuiet(string reads) => Verify.VerifyAnalyzerAsync(Source($"var r = await _c.GetAsync(u, HttpCompletionOption.ResponseHeadersRead); {reads}"));

    /// <summary>What a pattern declares.</summary>
    [Theory]
    [InlineData("var r = await _c.GetAsync(u, HttpCompletionOption.ResponseHeadersRead); if (r is { IsSuccessStatusCode: true, Content: { } content }) await content.[|ReadAsStringAsync|]();")]
    [InlineData("var r = await _c.GetAsync(u, HttpCompletionOption.ResponseHeadersRead); if (r is not { Content: var content }) return; await content.[|ReadAsStringAsync|]();")]
    [InlineData("if (await _c.GetAsync(u, HttpCompletionOption.ResponseHeadersRead) is { IsSuccessStatusCode: true } r) await r.Content.[|ReadAsStringAsync|]();")]
    [InlineData("if (await _c.GetAsync(u) is { IsSuccessStatusCode: true } r) await r.Content.ReadAsStringAsync();")]
    [InlineData("var r = await _c.GetAsync(u, HttpCompletionOption.ResponseHeadersRead); if (r is { RequestMessage: { Content: { } sent } }) await sent.ReadAsStringAsync();")]
    public Task ContentOrResponseOfAPattern(string body) => Verify.VerifyAnalyzerAsync(Source(body));

    [Fact]
    public Task ReadAsOfWebApi_Reports() => new Verify.Test
    {
        TestCode = Source("var r = await _c.GetAsync(u, HttpCompletionOption.ResponseHeadersRead); _ = await r.Content.[|ReadAsAsync|]<int>();"),
        References = TestReferences.Default.With(TestReferences.WebApiClient),
    }.RunAsync();

    [Theory]
    [InlineData("new StreamReader(stream)", "ReadToEnd", "")]
    [InlineData("new BufferedStream(stream)", "CopyTo", "file")]
    [InlineData("new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Decompress)", "CopyTo", "file")]
    [InlineData("new System.IO.Compression.DeflateStream(stream, System.IO.Compression.CompressionMode.Decompress)", "CopyTo", "file")]
    [InlineData("new System.IO.Compression.BrotliStream(stream, System.IO.Compression.CompressionMode.Decompress)", "CopyTo", "file")]
    [InlineData("new System.IO.Compression.ZLibStream(stream, System.IO.Compression.CompressionMode.Decompress)", "CopyTo", "file")]
    [InlineData("new Newtonsoft.Json.JsonTextReader(new StreamReader(stream))", "Read", "")]
    public Task ReadThroughAReader_Reports(string reader, string read, string argument) => Verify.VerifyAnalyzerAsync(Source(
        $"var stream = await _c.GetStreamAsync(u); var reader = {reader}; reader.[|{read}|]({argument});"));

    /// <summary>What is enumerated takes its token behind the call.</summary>
    [Theory]
    [InlineData("await foreach (var x in r.Content.ReadFromJsonAsAsyncEnumerable<int>().WithCancellation(token)) Console.WriteLine(x)")]
    [InlineData("await foreach (var x in r.Content.ReadFromJsonAsAsyncEnumerable<int>(token)) Console.WriteLine(x)")]
    [InlineData("await foreach (var x in JsonSerializer.DeserializeAsyncEnumerable<int>(await r.Content.ReadAsStreamAsync()).WithCancellation(token)) Console.WriteLine(x)")]
    [InlineData("await foreach (var x in JsonSerializer.DeserializeAsyncEnumerable<int>(await r.Content.ReadAsStreamAsync()).WithCancellation(token).ConfigureAwait(false)) Console.WriteLine(x)")]
    [InlineData("await foreach (var x in JsonSerializer.DeserializeAsyncEnumerable<int>(await r.Content.ReadAsStreamAsync()).ConfigureAwait(false).WithCancellation(token)) Console.WriteLine(x)")]
    public Task ElementsWithAToken_IsQuiet(string read) => Verify.VerifyAnalyzerAsync(Source($"var r = await _c.GetAsync(u, HttpCompletionOption.ResponseHeadersRead, token); {read};"));

    private static string Statement(string read) => read.Contains("foreach") || read.Contains("Copy") || read.Contains("ReadExactly") || read.Contains("LoadInto") ? read + ";" : $"_ = {read};";

    private static string Source(string statements) =>
        "using System.IO;\nusing System.Net.Http.Json;\nusing System.Text.Json;\n" + ClientSource.Usings.Replace("using RestSharp;\n", "") +
        "public class C { private readonly HttpClient _c = null!; public async Task M(string u, Stream file, CancellationToken token) { " + statements + " } }";
}
