using System.Linq;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>The parts that the sources of IA4003's tests have in common.</summary>
internal static class ResponseSource
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;
        using Polly;


        """;

    public static string File(string types) => Usings + types + "\n";

    /// <summary>A class that has a client and a logger; what is given stands in it.</summary>
    public static string Service(string members) => File(
        "public record Rate(decimal Value);\n\npublic class Service(HttpClient client, ILogger<Service> logger)\n{\n    public ILogger Log => logger;\n\n" + Indent(members, "    ") + "\n}");

    /// <summary>One method that asks for a text.</summary>
    public static string Text(string body) =>
        Service("public async Task<string?> ReadAsync(string id)\n{\n" + Indent(body, "    ") + "\n}");

    /// <summary>One method that posts, and says whether it went well.</summary>
    public static string Post(string body) =>
        Service("public async Task<bool> SendAsync(HttpContent content)\n{\n" + Indent(body, "    ") + "\n}");

    private static string Indent(string text, string by) =>
        string.Join("\n", text.Split('\n').Select(line => line.Length == 0 ? line : by + line));
}
