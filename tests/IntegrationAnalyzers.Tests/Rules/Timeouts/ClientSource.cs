namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Puts members into a class, with the usings that clients need.</summary>
internal static class ClientSource
{
    public const string Usings = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Flurl.Http;
        using Microsoft.Extensions.DependencyInjection;
        using RestSharp;

        #pragma warning disable SYSLIB0014

        """;

    public static string Class(string members) => Usings + "public class C { " + members + " }";
}
