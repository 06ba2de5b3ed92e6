namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>What the tests of registrations share: usings, a method that registers, a typed client.</summary>
internal static class RegistrationCode
{
    public const string Usings = """
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Polly;
        using Polly.Extensions.Http;
        using Refit;

        """;

    /// <summary>A typed client that reads.</summary>
    public const string Api = """

        public interface IApi { }

        public class Api(HttpClient http) : IApi
        {
            public Task<string> Get() => http.GetStringAsync("rates");
        }

        """;

    public static string Of(string statements, string rest = Api) => Usings + $$"""
        public static class Registering
        {
            public static void Register(IServiceCollection services, IConfiguration configuration)
            {
                {{statements}}
            }
        }

        """ + rest;
}
