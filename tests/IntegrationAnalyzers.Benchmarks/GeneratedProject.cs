using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntegrationAnalyzers.Benchmarks;

/// <summary>Source of any size, with integration code in one file of ten or without any, as most projects have it.</summary>
internal static class GeneratedProject
{
    private const int FilesPerSize = 25;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal) || path.Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>The text of each file: about 70 lines, 25 files for each unit of <paramref name="size"/>.</summary>
    public static IReadOnlyList<string> Sources(int size, bool integration) =>
        [.. Enumerable.Range(0, size * FilesPerSize).Select(number => integration && number % 10 == 0 ? Client(number) : Plain(number))];

    /// <summary>A compilation that nothing has looked at yet.</summary>
    public static CSharpCompilation Compile(IEnumerable<string> sources) =>
        CSharpCompilation.Create("Generated", sources.Select(static (text, number) => CSharpSyntaxTree.ParseText(text, path: $"File{number}.cs")), References, Options);

    private static string Plain(int number)
    {
        var source = new StringBuilder();
        source.Append(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;

            namespace Shop;

            public sealed class Order{{number}}
            {
                private readonly Dictionary<string, decimal> _prices = new();

                public string Title { get; set; } = "Order {{number}}";

            """);
        for (var method = 0; method < 8; method++)
        {
            source.Append(CultureInfo.InvariantCulture, $$"""

                    public decimal Total{{method}}(IEnumerable<string> names, decimal discount)
                    {
                        var total = 0m;
                        foreach (var name in names.Where(n => n.Length > {{method}}).OrderBy(n => n))
                            total += _prices.TryGetValue(name, out var price) ? Math.Round(price * (1 - discount), 2) : 0;
                        return total;
                    }

                """);
        }

        return source.Append("}\n").ToString();
    }

    private static string Client(int number)
    {
        var source = new StringBuilder();
        source.Append(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.Net.Http;
            using System.Net.Http.Json;
            using System.Threading;
            using System.Threading.Tasks;

            namespace Shop;

            public sealed record Payment{{number}}(string Id, decimal Amount);

            public sealed class Payments{{number}}
            {
                private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
                private readonly HttpClient _other = new HttpClient();

                public async Task<Payment{{number}}?> PostAsync(string path, Payment{{number}} body, CancellationToken cancellation)
                {
                    for (var attempt = 0; attempt < 3; attempt++)
                    {
                        try
                        {
                            return await SendAsync(path, body, cancellation);
                        }
                        catch (HttpRequestException) when (attempt < 2)
                        {
                            await Task.Delay(attempt * 100, cancellation);
                        }
                    }

                    return null;
                }

                private async Task<Payment{{number}}?> SendAsync(string path, Payment{{number}} body, CancellationToken cancellation)
                {
                    using var response = await _http.PostAsJsonAsync(path, body, cancellation);
                    response.EnsureSuccessStatusCode();
                    return await response.Content.ReadFromJsonAsync<Payment{{number}}>(cancellation);
                }

                public async Task<string> RatesAsync()
                {
                    try
                    {
                        return await _other.GetStringAsync("https://rates.shop-{{number}}.io/v1/latest?base=EUR");
                    }
                    catch (Exception)
                    {
                        return "";
                    }
                }
            }

            """);
        return source.ToString();
    }
}
