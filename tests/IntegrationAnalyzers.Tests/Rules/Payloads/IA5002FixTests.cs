using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5002PayloadAcceptsMissingFields>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5002FixTests
{
    private const string Usings = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;


        """;

    private const string Client = """


        public sealed class Api
        {
            private readonly HttpClient _http = new();
            public async Task<Order?> Get() => await _http.GetFromJsonAsync<Order>("orders");
        }
        """;

    private static Task Fixes(string types, string mended) => Verify.VerifyCodeFixAsync(Usings + types + Client, Usings + mended + Client);

    private static Task FixesWithUsing(string types, string mended) => Verify.VerifyCodeFixAsync(
        Usings + types + Client,
        Usings.Replace("using System.Net.Http;", "using System.Diagnostics.CodeAnalysis;\nusing System.Net.Http;") + mended + Client);

    private static Task NoFix(string types) => Verify.VerifyNoFixAsync(Usings + types + Client);

    [Fact]
    public Task Properties_FixRequiresAll() => Fixes(
        """
        public sealed class Order
        {
            /// <summary>Which one.</summary>
            [JsonPropertyName("id")]
            public string [|Id|] { get; set; } = null!; // always there

            public int Count { get; set; }
            public List<Line> Lines { get; init; } = default!;
            public string? Note { get; set; }
        }

        public sealed class Line
        {
            public string [|Product|] { get; set; } = null!;
        }
        """,
        """
        public sealed class Order
        {
            /// <summary>Which one.</summary>
            [JsonPropertyName("id")]
            public required string Id { get; set; } // always there

            public int Count { get; set; }
            public required List<Line> Lines { get; init; }
            public string? Note { get; set; }
        }

        public sealed class Line
        {
            public required string Product { get; set; }
        }
        """);

    [Fact]
    public Task Record_FixMarksTheProperties() => Fixes(
        """
        public sealed record Order(
            string [|Id|],
            [property: JsonPropertyName("n")] string Name, int Count)
        {
            public string Kind { get; init; } = null!;
        }
        """,
        """
        public sealed record Order(
            [property: JsonRequired] string Id,
            [property: JsonRequired] [property: JsonPropertyName("n")] string Name, int Count)
        {
            public required string Kind { get; init; }
        }
        """);

    [Fact]
    public Task CreationsThatSetAll_FixIsOffered() => Fixes(
        """
        public class Order
        {
            public string [|Id|] { get; set; } = null!;
            public static Order Empty => new() { Id = "" };
            public static Order Named(string id) => new Order { Id = id };
        }

        public class Special : Order
        {
            public static Special Make() => new Special { Id = "1" };
        }
        """,
        """
        public class Order
        {
            public required string Id { get; set; }
            public static Order Empty => new() { Id = "" };
            public static Order Named(string id) => new Order { Id = id };
        }

        public class Special : Order
        {
            public static Special Make() => new Special { Id = "1" };
        }
        """);

    [Fact]
    public Task ConstructorThatSetsAll_FixMarksIt() => FixesWithUsing(
        """
        public sealed class Order
        {
            public Order()
            {
            }

            // For ourselves.
            public Order(string id)
            {
                Id = id;
            }

            public string [|Id|] { get; set; } = null!;
            public static Order Empty => new("");
        }
        """,
        """
        public sealed class Order
        {
            public Order()
            {
            }

            // For ourselves.
            [SetsRequiredMembers]
            public Order(string id)
            {
                Id = id;
            }

            public required string Id { get; set; }
            public static Order Empty => new("");
        }
        """);

    [Theory]
    [InlineData("public class Order { public string [|Id|] { get; set; } = null!; public static Order Empty => new(); }")]
    [InlineData("public class Order { public string [|Id|] { get; set; } = null!; public string Name { get; set; } = null!; public static Order Empty => new() { Id = \"\" }; }")]
    [InlineData("public class Order { public string [|Id|] { get; set; } = null!; } public class Special : Order { public static Order Make() => new Special(); }")]
    [InlineData("public class Order { public string [|Id|] { get; set; } = null!; } public class Pool<T> where T : new() { } public class Orders : Pool<Order> { }")]
    [InlineData("public class Order { public string [|Id|] { get; set; } = null!; } public static class Pool { public static void Keep<T>(T item) where T : new() { } public static void Keep(Order order) => Keep<Order>(order); public static void Two(Order order) => Keep(item: order); }")]
    [InlineData("public class Order { public Order() { } public Order(string id, bool set) { if (set) Id = id; } public string [|Id|] { get; set; } = null!; public static Order Empty => new(\"\", true); }")]
    public Task CreationThatWouldBreak_NoFixIsOffered(string types) => NoFix(types);

    [Fact]
    public Task CreationInAnotherFile_NoFixIsOffered()
    {
        var test = new Verify.Test { TestCode = Usings + "public class Order { public string [|Id|] { get; set; } = null!; }" + Client, OffersNoFix = true };
        test.TestState.Sources.Add(("/0/Other.cs", "public static class Other { public static Order Make() => new(); }"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("public class Special : Order { } public static class Other { public static Order Make() => new Special(); }")]
    [InlineData("namespace N { using O = Order; public static class Other { public static object Make() => new O(); } }")]
    [InlineData("namespace N { public class A : Order { } public class B : A { } public static class Other { public static object Make() { B made = new(); return made; } } }")]
    public Task CreationByAnotherNameInAnotherFile_NoFixIsOffered(string other)
    {
        var test = new Verify.Test { TestCode = Usings + "public class Order { public string [|Id|] { get; set; } = null!; }" + Client, OffersNoFix = true };
        test.TestState.Sources.Add(("/0/Other.cs", other));
        return test.RunAsync();
    }

    [Fact]
    public Task PartInAnotherFile_NoFixIsOffered()
    {
        var test = new Verify.Test { TestCode = Usings + "public partial class Order { public string [|Id|] { get; set; } = null!; }" + Client, OffersNoFix = true };
        test.TestState.Sources.Add(("/0/Z.cs", "#nullable enable\npublic partial class Order { public string Name { get; set; } = null!; }"));
        return test.RunAsync();
    }

    [Fact]
    public Task OlderLanguage_FixTakesTheAttribute()
    {
        const string types = """
            public class Order
            {
                /// <summary>Which one.</summary>
                public string [|Id|] { get; set; } = null!;
                public static Order Empty => new Order();
            }
            """;
        const string mended = """
            public class Order
            {
                /// <summary>Which one.</summary>
                [JsonRequired]
                public string Id { get; set; } = null!;
                public static Order Empty => new Order();
            }
            """;
        var client = Client.Replace("new()", "new HttpClient()");
        return new Verify.Test { LanguageVersion = LanguageVersion.CSharp8, TestCode = Usings + types + client, FixedCode = Usings + mended + client }.RunAsync();
    }

    [Fact]
    public Task Newtonsoft_FixTakesItsOwn() => Verify.VerifyCodeFixAsync(
        """
        #nullable enable
        using System.Net.Http;
        using System.Threading.Tasks;
        using Newtonsoft.Json;

        public class Order
        {
            public string [|Id|] { get; set; } = null!;
            [JsonProperty("n")]
            public string Name { get; set; } = null!;
            [JsonProperty]
            public string Kind { get; set; } = null!;
        }

        public class Api
        {
            private readonly HttpClient _http = new();
            public async Task<Order?> Get() => JsonConvert.DeserializeObject<Order>(await _http.GetStringAsync("o"));
        }
        """,
        """
        #nullable enable
        using System.Net.Http;
        using System.Threading.Tasks;
        using Newtonsoft.Json;

        public class Order
        {
            [JsonProperty(Required = Required.Always)]
            public string Id { get; set; } = null!;
            [JsonProperty("n", Required = Required.Always)]
            public string Name { get; set; } = null!;
            [JsonProperty(Required = Required.Always)]
            public string Kind { get; set; } = null!;
        }

        public class Api
        {
            private readonly HttpClient _http = new();
            public async Task<Order?> Get() => JsonConvert.DeserializeObject<Order>(await _http.GetStringAsync("o"));
        }
        """);

    [Theory]
    [InlineData("string Text(Order order) => JsonConvert.SerializeObject(order)", "AllowNull")]
    [InlineData("string Text(System.Collections.Generic.List<Order> orders) => JsonConvert.SerializeObject(orders)", "AllowNull")]
    [InlineData("string Text<T>(T any) => JsonConvert.SerializeObject(any)", "AllowNull")]
    [InlineData("string Text(string other) => JsonConvert.SerializeObject(other)", "Always")]
    public Task Newtonsoft_TypeThatIsSentToo_MayHoldNull(string member, string required)
    {
        var source = """
            #nullable enable
            using System.Net.Http;
            using System.Threading.Tasks;
            using Newtonsoft.Json;

            public class Order
            {
                {0}
            }

            public class Api
            {
                private readonly HttpClient _http = new();
                public async Task<Order?> Get() => JsonConvert.DeserializeObject<Order>(await _http.GetStringAsync("o"));
                public {1};
            }
            """.Replace("{1}", member);
        return Verify.VerifyCodeFixAsync(
            source.Replace("{0}", "public string [|Id|] { get; set; } = null!;"),
            source.Replace("{0}", $"[JsonProperty(Required = Required.{required})]\n    public string Id {{ get; set; }} = null!;"));
    }

    [Fact]
    public Task Newtonsoft_MemberNamedRequired_FormFieldDto_IsNotMistaken() => Verify.VerifyCodeFixAsync(
        """
        #nullable enable
        using System.Net.Http;
        using System.Threading.Tasks;
        using Newtonsoft.Json;

        public class Field
        {
            public string [|Id|] { get; set; } = null!;
            public bool Required { get; set; }
        }

        public class Api
        {
            private readonly HttpClient _http = new();
            public async Task<Field?> Get() => JsonConvert.DeserializeObject<Field>(await _http.GetStringAsync("o"));
        }
        """,
        """
        #nullable enable
        using System.Net.Http;
        using System.Threading.Tasks;
        using Newtonsoft.Json;

        public class Field
        {
            [JsonProperty(Required = Newtonsoft.Json.Required.Always)]
            public string Id { get; set; } = null!;
            public bool Required { get; set; }
        }

        public class Api
        {
            private readonly HttpClient _http = new();
            public async Task<Field?> Get() => JsonConvert.DeserializeObject<Field>(await _http.GetStringAsync("o"));
        }
        """);

    [Fact]
    public Task BothSerializers_NoFixIsOffered() => Verify.VerifyNoFixAsync(Usings + """
        public class Order { public string [|Id|] { get; set; } = null!; }
        public class Older(HttpClient http)
        {
            public async Task<Order?> Get() => Newtonsoft.Json.JsonConvert.DeserializeObject<Order>(await http.GetStringAsync("o"));
        }
        """ + Client);

    [Fact]
    public Task VirtualMember_NoFixIsOffered() => NoFix("public class Order { public virtual string [|Id|] { get; set; } = null!; }");
}
