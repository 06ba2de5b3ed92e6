using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5006DynamicPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5006DynamicPayloadTests
{
    private static string InMethod(string body) => """
        #nullable disable
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;
        using Newtonsoft.Json;
        using Newtonsoft.Json.Linq;

        class Orders(HttpClient http)
        {
            public async Task<string> Get(string id)
            {
                var response = await http.PostAsync("orders", new StringContent("{}", null, "application/json"));
                var text = await response.Content.ReadAsStringAsync();

        """ + body + """

            }

            private async Task<T> Read<T>(string path) => JsonConvert.DeserializeObject<T>(await http.GetStringAsync(path));

            private static void Send(object value) => Console.WriteLine(JsonConvert.SerializeObject(value));
        }
        """;

    private static Task Reports(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

    private static Task IsQuiet(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

    [Fact]
    public Task ShareXGeminiProvider_DynamicChain_Reports() => Reports("""
        if (response.IsSuccessStatusCode)
        {
            dynamic responseObject = [|JsonConvert.DeserializeObject(text)|];
            return responseObject.candidates[0].content.parts[0].text;
        }
        else
        {
            throw new Exception($"Error from Gemini API: {text}");
        }
        """);

    [Fact]
    public Task TypeArgument_Reports() => Reports("""
        dynamic result = [|JsonConvert.DeserializeObject<dynamic>(text)|];
        return result.candidates[0].content.parts[0].text;
        """);

    [Fact]
    public Task ParsedDocument_Reports() => Reports("""
        dynamic payment = [|JObject.Parse(text)|];
        string paymentId = payment.id;
        return paymentId;
        """);

    [Fact]
    public Task Elements_Report() => Reports("""
        IEnumerable<dynamic> preferences = [|JArray.Parse(text)|];
        var first = preferences.FirstOrDefault(n => n.agent == 1);
        foreach (var one in [|JsonConvert.DeserializeObject<List<dynamic>>(text)|])
            Send(one.id);
        return first?.value.ToString();
        """);

    [Fact]
    public Task AwaitedWithoutAVariable_Reports() => Reports("""
        return (await [|http.GetFromJsonAsync<dynamic>("orders")|]).id;
        """);

    [Fact]
    public Task OwnWrapper_Reports() => Reports("""
        var order = await [|Read<dynamic>("orders/" + id)|];
        return order.id;
        """);

    [Fact]
    public Task AssignedLater_Reports() => Reports("""
        dynamic order = null;
        try
        {
            order = [|JObject.Parse(text)|];
        }
        catch (JsonException)
        {
            return null;
        }

        return order.id;
        """);

    [Fact]
    public Task Returned_Reports() => Verify.VerifyAnalyzerAsync("""
        #nullable disable
        using System.Net.Http;
        using System.Threading.Tasks;
        using Newtonsoft.Json.Linq;

        class Orders(HttpClient http)
        {
            public async Task<dynamic> Get() => [|JObject.Parse(await http.GetStringAsync("orders"))|];
        }
        """);

    [Fact]
    public Task EditedAndSentBack_IsQuiet() => IsQuiet("""
        dynamic series = JObject.Parse(text);
        series.monitored = true;
        if (series.title == "x")
            series.tags[0] = "y";
        Send(series);
        return null;
        """);

    [Fact]
    public Task PassedOn_IsQuiet() => IsQuiet("""
        dynamic order = JObject.Parse(text);
        Send(order);
        return null;
        """);

    [Fact]
    public Task BodyOfAFailedStatus_IsQuiet() => IsQuiet("""
        if (!response.IsSuccessStatusCode)
        {
            dynamic error = JObject.Parse(text);
            throw new InvalidOperationException((string)error.message);
        }

        return text;
        """);

    [Fact]
    public Task SettingsFile_IsQuiet() => IsQuiet("""
        dynamic settings = JObject.Parse(File.ReadAllText("settings.json"));
        return settings.url;
        """);

    [Fact]
    public Task Expando_IsQuiet() => IsQuiet("""
        dynamic body = new System.Dynamic.ExpandoObject();
        body.text = text;
        return body.text;
        """);

    [Fact]
    public Task TypedModel_IsQuiet() => IsQuiet("""
        dynamic other = text.Length;
        var order = JsonConvert.DeserializeObject<Dictionary<string, string>>(text) ?? throw new JsonException("no order");
        return order["id"] + other;
        """);

    [Fact]
    public Task TestProject_IsQuiet() => new Verify.Test
    {
        TestCode = InMethod("dynamic order = JObject.Parse(text); return order.id;"),
        References = TestReferences.Default.With(
            TestReferences.Of("xunit.core", Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location))),
    }.RunAsync();
}
