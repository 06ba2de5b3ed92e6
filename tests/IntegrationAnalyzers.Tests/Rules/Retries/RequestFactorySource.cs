namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>A helper that asks for the request of each attempt: how most write it who know that a message is sent once.</summary>
internal static class RequestFactorySource
{
    /// <param name="members">Of a class with <c>http</c>.</param>
    public static string Of(string members) => """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading.Tasks;

        public static class Resilient
        {
            public static async Task<HttpResponseMessage> SendAsync(HttpClient client, Func<HttpRequestMessage> make)
            {
                HttpResponseMessage? last = null;
                for (var i = 0; i < 4; i++)
                {
                    if (i > 0)
                        await Task.Delay(TimeSpan.FromSeconds(i));
                    last?.Dispose();
                    last = await client.SendAsync(make());
                    if (last.StatusCode is not (HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout))
                        break;
                }

                return last!;
            }

            public static Task<HttpResponseMessage> OnceAsync(HttpClient client, Func<HttpRequestMessage> make) => client.SendAsync(make());
        }

        public class Refunds(HttpClient http)
        {
        """ + "\n    " + members.Replace("\n", "\n    ", System.StringComparison.Ordinal) + "\n}\n";
}
