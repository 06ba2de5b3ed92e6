using System.Linq;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Endpoints that call an upstream: a controller's action, a minimal API.</summary>
internal static class EndpointSource
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;


        """;

    /// <summary>A controller with a client and a logger; what is given stands in it.</summary>
    public static string Controller(string members) =>
        Usings + "[ApiController]\npublic class FaxController(HttpClient client, ILogger<FaxController> logger) : ControllerBase\n{\n" + Indent(members, 1) + "\n}\n";

    /// <summary>An action that sends a fax, and what it does when that fails.</summary>
    public static string Action(string clause) => Controller($$"""
        [HttpPost]
        public async Task<IActionResult> Send(string fax)
        {
            try
            {
                using var response = await client.PostAsync("fax", new StringContent(fax, System.Text.Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
                return Ok(await response.Content.ReadAsStringAsync());
            }
        {{Indent(clause, 1)}}
        }

        public ILogger Log => logger;
        """);

    /// <summary>An action that looks at the response.</summary>
    public static string Response(string statements) => Controller($$"""
        [HttpPost]
        public async Task<IActionResult> Send(string fax)
        {
            using var response = await client.PostAsync("fax", new StringContent(fax, System.Text.Encoding.UTF8, "application/json"));
        {{Indent(statements, 1)}}
        }

        public ILogger Log => logger;
        """);

    public static string File(string types) => Usings + types + "\n";

    private static string Indent(string text, int depth) =>
        string.Join("\n", text.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', depth * 4) + line));
}
