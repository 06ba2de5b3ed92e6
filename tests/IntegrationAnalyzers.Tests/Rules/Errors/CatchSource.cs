using System.Linq;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>The parts that the sources of the IA4 tests have in common.</summary>
internal static class CatchSource
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;


        """;

    /// <summary>A class that has a client and a logger; what is given stands in it.</summary>
    public static string Service(string members) => Usings + "public record Rate(decimal Value);\n\npublic class Service(HttpClient client, ILogger<Service> logger)\n{\n" + Indent(members) + "\n}\n";

    /// <summary>One method with a body that asks for a rate, and the clauses given.</summary>
    public static string Clauses(string clauses) => Service($$"""
        public async Task<Rate?> GetAsync(string code, CancellationToken token)
        {
            try
            {
                return await client.GetFromJsonAsync<Rate>("rates/" + code, token);
            }
        {{Indent(clauses)}}
        }
        """);

    /// <summary>A file of its own.</summary>
    public static string File(string types) => Usings + types + "\n";

    private static string Indent(string text) =>
        string.Join("\n", text.Split('\n').Select(static line => line.Length == 0 ? line : "    " + line));
}
