using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Tests.Verification;

/// <summary>
/// The assemblies a test source is compiled against. Sets are immutable and compose:
/// <c>TestReferences.Default.Without("System.Net.Http")</c>, <c>TestReferences.NetStandard20.With(TestReferences.Polly7)</c>.
/// </summary>
public sealed class TestReferences
{
    private static readonly ILookup<string, string> Listed = File
        .ReadAllLines(Path.Combine(AppContext.BaseDirectory, "references.txt"))
        .Where(static line => line.Length > 0)
        .Select(static line => line.Split('|', 2))
        .ToLookup(static parts => parts[0], static parts => parts[1], StringComparer.OrdinalIgnoreCase);

    // One object a file: it holds the decoded metadata, which is most of the cost of a first test.
    private static readonly ConcurrentDictionary<string, MetadataReference> Loaded = new(StringComparer.Ordinal);

    private readonly ImmutableArray<Entry> _entries;

    private TestReferences(IEnumerable<Entry> entries)
    {
        _entries = entries.ToImmutableArray();
        References = _entries.Select(static e => e.Reference).ToImmutableArray();
    }

    /// <summary>.NET alone: HttpClient, but neither ASP.NET Core nor the factory.</summary>
    public static TestReferences Net { get; } = FromList("Microsoft.NETCore.App");

    /// <summary>.NET without anything below <c>System.Net</c>: no rule can have anything to say.</summary>
    public static TestReferences WithoutHttp { get; } = new(Net._entries.Where(static e => !e.Name.StartsWith("System.Net", StringComparison.OrdinalIgnoreCase)));

    /// <summary>netstandard2.0: no <c>HttpMethod.Patch</c>, no <c>SocketsHttpHandler</c>, few tokens.</summary>
    public static TestReferences NetStandard20 { get; } = FromList("netstandard2.0");

    public static TestReferences AspNetCore { get; } = FromList("Microsoft.AspNetCore.App");

    /// <summary>Polly 8.9: pipelines and, unchanged, the policies of Polly 7.</summary>
    public static TestReferences Polly8 { get; } = FromList("Polly");

    /// <summary>Polly 7.2.4: policies alone.</summary>
    public static TestReferences Polly7 { get; } = FromList("Polly7");

    /// <summary>RestSharp 114, whose helpers are C# 14 extension blocks.</summary>
    public static TestReferences RestSharp { get; } = FromList("RestSharp");

    /// <summary>Flurl.Http 2.4.</summary>
    public static TestReferences Flurl { get; } = FromList("Flurl");

    public static TestReferences Newtonsoft { get; } = FromList("Newtonsoft.Json");

    public static TestReferences FluentValidation { get; } = FromList("FluentValidation");

    /// <summary>
    /// <c>ReadAsAsync</c>. Not part of <see cref="Default"/>: its <c>PostAsJsonAsync</c> takes over the calls of System.Net.Http.Json's.
    /// </summary>
    public static TestReferences WebApiClient { get; } = FromList("WebApiClient").With(Newtonsoft);

    /// <summary>.NET 10, ASP.NET Core and every library the rules know that conflicts with no other.</summary>
    public static TestReferences Default { get; } =
        Net.With(AspNetCore).With(Polly8).With(RestSharp).With(Flurl).With(Newtonsoft).With(FluentValidation).With(StubAssemblies.Default);

    /// <summary>RestSharp 106: <c>IRestClient</c>, <c>Method.POST</c>, timeouts in milliseconds.</summary>
    public static TestReferences RestSharp106 => StubAssemblies.Get("RestSharp@106");

    /// <summary>RestSharp 107: <c>RestClientOptions.Timeout</c> in milliseconds, no interface.</summary>
    public static TestReferences RestSharp107 => StubAssemblies.Get("RestSharp@107");

    /// <summary>RestSharp 108 to 110: <c>RestClientOptions.MaxTimeout</c> in milliseconds.</summary>
    public static TestReferences RestSharp110 => StubAssemblies.Get("RestSharp@110");

    /// <summary>RestSharp 111 and 112: <c>RestClientOptions.Timeout</c> as a span, classic extensions.</summary>
    public static TestReferences RestSharp112 => StubAssemblies.Get("RestSharp@112");

    /// <summary>Flurl.Http 4: <c>IFlurlResponse</c>, the completion option before the token.</summary>
    public static TestReferences Flurl4 => Flurl.With(StubAssemblies.Get("Flurl.Http@4"));

    public static TestReferences WithoutAspNetCore { get; } = Default.Without(AspNetCore._entries.Select(static e => e.Name).ToArray());

    public ImmutableArray<MetadataReference> References { get; }

    /// <summary>The simple names of the assemblies.</summary>
    public IEnumerable<string> Names => _entries.Select(static e => e.Name);

    /// <summary>A set of one assembly made by the test.</summary>
    public static TestReferences Of(string name, MetadataReference reference) => new([new(name, reference)]);

    /// <summary>Both sets; an assembly of the same name in the other set takes the place of ours.</summary>
    public TestReferences With(TestReferences other)
    {
        var names = other.Names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(_entries.Where(e => !names.Contains(e.Name)).Concat(other._entries));
    }

    /// <summary>The stub assembly of that folder in <c>Stubs</c>, in place of any of its name.</summary>
    public TestReferences With(string stub) => With(StubAssemblies.Get(stub));

    public TestReferences Without(params string[] assemblyNames)
    {
        var names = assemblyNames.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(_entries.Where(e => !names.Contains(e.Name)));
    }

    private static TestReferences FromList(string set)
    {
        var paths = Listed[set].ToList();
        if (paths.Count == 0)
            throw new InvalidOperationException($"references.txt has no assemblies for '{set}': restore and build the tests again.");
        return new(paths.Select(static path => new Entry(
            Path.GetFileNameWithoutExtension(path), Loaded.GetOrAdd(path, static p => MetadataReference.CreateFromFile(p)))));
    }

    private readonly record struct Entry(string Name, MetadataReference Reference);
}
