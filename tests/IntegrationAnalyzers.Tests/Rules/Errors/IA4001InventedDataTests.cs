using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A failure that ends in data made up by chance or by a generator of mocks: whoever gets them takes them for true ones, whatever the log says.</summary>
public sealed class IA4001InventedDataTests
{
    private static string Ticket(string body, string clause = "[|catch|]", string method = "CreateTicketAsync") => Service($$"""
        public record Ticket(string Id, bool IsSimulated = false) { public string? Source { get; set; } }

        private static readonly string[] Quotes = ["one", "two"];
        private readonly Random _random = new();
        private readonly bool _useMocks;

        public string Quote => Quotes[_random.Next(Quotes.Length)] + _useMocks;

        private static Ticket FakeTicket() => new("1");
        private static Ticket FakeThatSaysSo() => new("1") { Source = "mock" };

        public async Task<object?> {{method}}(string project)
        {
            try
            {
                using var response = await client.PostAsync("issue", null);
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync();
            }
            {{clause}} (Exception ex)
            {
                logger.LogError(ex, "creating a simulated ticket");
                {{body}}
            }
        }
        """);

    [Theory]
    [InlineData("return $\"{project}-ERR{Random.Shared.Next(1000, 9999)}\";")]
    [InlineData("var id = $\"{project}-ERR{Random.Shared.Next(1000, 9999)}\";\n        logger.LogInformation(id);\n        return id;")]
    [InlineData("return project + \"-\" + new Random().Next();")]
    [InlineData("return new Ticket(\"SIM-\" + _random.Next());")]
    [InlineData("return Guid.NewGuid().ToString();")]
    [InlineData("return FakeTicket();")]
    [InlineData("var ticket = FakeTicket();\n        return ticket;")]
    [InlineData("return _random.Next() > 5 ? FakeTicket() : null;")]
    public Task AiCodeReviewer_InventedTicket_Reports(string body) => Verify.VerifyAnalyzerAsync(Ticket(body));

    /// <summary>Chosen, announced, asked for, or the number of the failure.</summary>
    [Theory]
    [InlineData("return FakeThatSaysSo();")]
    [InlineData("return new Ticket(\"SIM-\" + _random.Next(), IsSimulated: true);")]
    [InlineData("return new Ticket(\"SIM-\" + _random.Next()) { Source = \"fallback\" };")]
    [InlineData("if (_useMocks)\n            return FakeTicket();\n        return null;")]
    [InlineData("return _useMocks ? FakeTicket() : null;")]
    [InlineData("return Quotes.ElementAt(_random.Next(Quotes.Length));")]
    [InlineData("return Quotes.ElementAtOrDefault(_random.Next(Quotes.Length));")]
    [InlineData("return Quotes.Skip(_random.Next(Quotes.Length)).First();")]
    [InlineData("return Random.Shared.GetItems(Quotes, 1);")]
    [InlineData("return new { errorId = Guid.NewGuid() };")]
    [InlineData("var next = _random.Next();\n        logger.LogInformation(\"{Next}\", next);\n        return null;")]
    public Task InventedDataThatSaySo_AreQuiet(string body) => Verify.VerifyAnalyzerAsync(Ticket(body, "catch"));

    /// <summary>Each word by which a generator says that it makes things up.</summary>
    [Theory]
    [InlineData("mock mocks mocked fake fakes faked dummy simulate simulated simulation synthetic")]
    public Task GeneratorByAnyName_Reports(string words) => Verify.VerifyAnalyzerAsync(Service(string.Join("\n\n", words.Split(' ').Select(static word => $$"""
        private static string Make_{{word}}() => "1";

        public async Task<string> Create{{word.Length}}{{word[0]}}{{word[word.Length - 1]}}Async(string project)
        {
            try
            {
                return await client.GetStringAsync("issue/" + project);
            }
            [|catch|] (Exception ex)
            {
                logger.LogError(ex, "no ticket");
                return Make_{{word}}();
            }
        }
        """))));

    /// <summary>Each word by which a method says that what it gives may not be true.</summary>
    [Theory]
    [InlineData("mock mocks mocked fake fakes faked dummy simulate simulated simulation synthetic demo sample samples test tests testing offline fallback estimate estimated")]
    [InlineData("placeholder sandbox development debug local dev simulator")]
    public Task MethodNamedForWhatItMakesUp_IsQuiet(string words) => Verify.VerifyAnalyzerAsync(Service(string.Join("\n\n", words.Split(' ').Select(static word => $$"""
        public async Task<string> Create_{{word}}Async(string project)
        {
            try
            {
                return await client.GetStringAsync("issue/" + project);
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "no ticket");
                return Guid.NewGuid().ToString();
            }
        }
        """))));

    [Theory]
    [InlineData("CreateMockTicketAsync")]
    [InlineData("SimulateTicketAsync")]
    public Task MethodThatIsNamedForIt_IsQuiet(string method) => Verify.VerifyAnalyzerAsync(Ticket("return FakeTicket();", "catch", method));

    /// <summary>JacobD2001/Creaitive_AzureFunctions, InsertRows.cs: the mail goes out to customers.</summary>
    [Theory]
    [InlineData("(\"Default Subject\", \"Default content\")", "[|catch|]")]
    [InlineData("(Subject: \"Hello\", Content: Standard)", "[|catch|]")]
    [InlineData("(\"\", \"No content: the call failed\")", "catch")]
    [InlineData("(\"Error\", \"The call failed\")", "catch")]
    [InlineData("(subject, \"Default content\")", "catch")]
    public Task Creaitive_TextsInPlaceOfThoseAskedFor_Report(string answer, string clause) => Verify.VerifyAnalyzerAsync(Service($$"""
        private const string Standard = "Dear customer";

        public string Common => Standard;

        public async Task<(string Subject, string Content)> WriteMailAsync(string subject)
        {
            try
            {
                using var response = await client.GetAsync("mails/" + subject);
                if (!response.IsSuccessStatusCode)
                    return {{answer}};
                var text = await response.Content.ReadAsStringAsync();
                return (text.Substring(0, 10).Trim(), text.Substring(10));
            }
            {{clause}} (Exception ex)
            {
                logger.LogError(ex, "No mail");
                return {{answer}};
            }
        }
        """));

    [Fact]
    public Task TextsThatAreAllThereIs_AreQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<(string Colour, string Words)> StateAsync()
        {
            try
            {
                await client.GetStringAsync("state");
                return ("green", "fine");
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "No state");
                return ("grey", "we do not know");
            }
        }
        """));

    private static string Prices(string behind, string clause = "[|catch|]") => Service($$"""
        private readonly bool _isDemo;

        public bool IsDemo => _isDemo;

        private static List<decimal> GenerateMockPrices() => [1, 2];
        private static List<decimal> ReadCachedPrices() => [1, 2];

        public async Task<List<decimal>> PricesAsync(string symbol)
        {
            List<decimal>? prices = null;
            if (symbol.Length > 0)
            {
                try
                {
                    prices = await client.GetFromJsonAsync<List<decimal>>("prices/" + symbol);
                }
                {{clause}} (Exception ex)
                {
                    logger.LogWarning(ex, "falling back to mock data");
                }
            }

            {{behind}}
            return prices ?? throw new InvalidOperationException();
        }
        """);

    [Theory]
    [InlineData("if (prices is null)\n    {\n        logger.LogInformation(\"mock data\");\n        prices = GenerateMockPrices();\n    }")]
    [InlineData("if (prices == null)\n        return GenerateMockPrices();")]
    [InlineData("prices ??= GenerateMockPrices();")]
    [InlineData("return prices ?? GenerateMockPrices();")]
    public Task OpenTrading_InventedPricesBehindTheTry_Report(string behind) => Verify.VerifyAnalyzerAsync(Prices(behind));

    [Theory]
    [InlineData("if (prices is null)\n        prices = ReadCachedPrices();")]
    [InlineData("if (prices is null && _isDemo)\n        prices = GenerateMockPrices();")]
    [InlineData("prices ??= ReadCachedPrices();")]
    [InlineData("")]
    public Task AnotherSource_IsQuiet(string behind) => Verify.VerifyAnalyzerAsync(Prices(behind, "catch"));

    /// <summary>A type's name that is only written down tells no failure from another; one that is compared does.</summary>
    [Theory]
    [InlineData("logger.LogError($\"{ex.GetType().Name}: {ex.Message}\");\n        return \"\";", "[|catch|]")]
    [InlineData("if (ex.GetType().Name == \"HttpRequestException\")\n            throw;\n        return \"\";", "catch")]
    [InlineData("if (ex.GetType() == typeof(HttpRequestException))\n            throw;\n        return \"\";", "catch")]
    public Task NameOfTheExceptionsType(string body, string clause) => Verify.VerifyAnalyzerAsync(Ticket(body, clause));
}
