using System.Threading.Tasks;
using Xunit;
using Enums = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5004StrictEnum>;
using Switches = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5005OpenSwitch>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>An object that was handed in, of a type that comes out of responses alone: what it says, the other side has said.</summary>
public sealed class ReceivedTypeTests
{
    private static string Source(string use, string others = "", string trip = "public string Kind { get; set; } = \"\";") => $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading.Tasks;

        public enum TripKind { Other, Flight, Train }

        public sealed class Trip
        {
            {{trip}}
        }

        public sealed class Trips(HttpClient http)
        {
            public async Task<List<Trip>> ListAsync() => await http.GetFromJsonAsync<List<Trip>>("trips") ?? throw new JsonException("no trips");
        }

        public static class TripTexts
        {
            {{use}}
        }

        {{others}}
        """;

    private const string Parses = "public static TripKind KindOf(Trip trip) => [|Enum.Parse<TripKind>(trip.Kind)|];";

    private const string QuietlyParses = "public static TripKind KindOf(Trip trip) => Enum.Parse<TripKind>(trip.Kind);";

    private static string Switch(string mark) => $$"""
        public static void Show(Trip trip)
            {
                {{mark}} (trip.Kind)
                {
                    case "Flight":
                        Console.WriteLine("plane");
                        break;
                    case "Train":
                        Console.WriteLine("train");
                        break;
                }
            }
        """;

    [Fact]
    public Task Skylark_ParsedOfAnObjectHandedIn_Reports() => Enums.VerifyAnalyzerAsync(Source(Parses));

    [Fact]
    public Task Skylark_SwitchOverAnObjectHandedIn_Reports() => Switches.VerifyAnalyzerAsync(Source(Switch("[|switch|]")));

    [Theory]
    // Our code makes such objects.
    [InlineData("public static class Drafts { public static Trip New() => new Trip { Kind = \"Flight\" }; }")]
    [InlineData("public static class Drafts { public static Trip New() { Trip trip = new(); return trip; } }")]
    // A file holds them.
    [InlineData("public static class Stored { public static Trip? Read(string path) => JsonSerializer.Deserialize<Trip>(File.ReadAllText(path)); }")]
    // We are sent them, or keep them in a table.
    [InlineData("public class TripsController { public string Post(Trip trip) => trip.Kind; }")]
    [InlineData("public class TripHub { public string Post(Trip trip) => trip.Kind; }")]
    [InlineData("public class TripConsumer { public string Post(Trip trip) => trip.Kind; }")]
    [InlineData("public class TripEndpoint { public string Post(Trip trip) => trip.Kind; }")]
    [InlineData("public class TripFunction { public string Post(Trip trip) => trip.Kind; }")]
    [InlineData("public class IMongoCollection<T>; public class Tables { public IMongoCollection<Trip>? Trips { get; set; } }")]
    [InlineData("public class IRepository<T>; public class Tables { public IRepository<Trip>? Trips { get; set; } }")]
    [InlineData("public class Inbox { [Obsolete] public string Post(Trip trip) => trip.Kind; }")]
    [InlineData("public class DbSet<T>; public class Tables { public DbSet<Trip>? Trips { get; set; } }")]
    // Our code says what kind it is.
    [InlineData("public static class Marks { public static void Mark(Trip trip) => trip.Kind = \"Train\"; }")]
    public async Task ObjectsThatComeFromElsewhereToo_AreQuiet(string others)
    {
        await Enums.VerifyAnalyzerAsync(Source(QuietlyParses, others));
        await Switches.VerifyAnalyzerAsync(Source(Switch("switch"), others));
    }

    /// <summary>A member of the same name on another type says nothing.</summary>
    [Fact]
    public Task MemberOfAnotherTypeIsSet_Reports() =>
        Enums.VerifyAnalyzerAsync(Source(Parses, "public class Leg { public string Kind { get; set; } = \"\"; public void Mark() => Kind = \"Train\"; }"));

    [Fact]
    public Task TypeThatNobodyReads_IsQuiet() => Enums.VerifyAnalyzerAsync(Source(
        "public static TripKind KindOf(Leg leg) => Enum.Parse<TripKind>(leg.Kind);", "public class Leg { public string Kind { get; set; } = \"\"; }"));
}
