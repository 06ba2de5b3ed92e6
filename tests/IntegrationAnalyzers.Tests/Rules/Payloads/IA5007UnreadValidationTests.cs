using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5007UnreadValidation>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5007UnreadValidationTests
{
    internal const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using FluentValidation;
        using ValidationException = FluentValidation.ValidationException;

        public sealed class Order
        {
            [Required]
            public string? Id { get; set; }

            [Range(1, 100)]
            public int Quantity { get; set; }
        }

        public sealed class Note
        {
            [Required]
            public string? Text { get; set; }
        }

        public sealed class OrderValidator : AbstractValidator<Order>
        {
        }

        """;

    private static string InMethod(string body) => Usings + """
        class Orders(HttpClient http, IValidator<Order> validator, OrderValidator concrete)
        {
            public async Task Send(Order order, Note note, CancellationToken token)
            {

        """ + body + """

                using var response = await http.PostAsJsonAsync("orders", order, token);
                response.EnsureSuccessStatusCode();
            }

            private static void Log(object? text) => Console.WriteLine(text);
        }
        """;

    private static Task Reports(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

    private static Task IsQuiet(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

    [Fact]
    public Task FluentResultDropped_Reports() => Reports("""
        [|validator.Validate(order)|];
        await [|validator.ValidateAsync(order, token)|];
        await [|concrete.ValidateAsync(order, token)|].ConfigureAwait(false);
        _ = [|concrete.Validate(order)|];
        [|concrete.Validate(order, options => options.IncludeRuleSets("Send"))|];
        """);

    [Fact]
    public Task TaskNobodyAwaits_Reports() => Reports("[|validator.ValidateAsync(order, token)|];");

    [Fact]
    public Task ResultKeptAndNeverRead_Reports() => Reports("""
        var first = [|validator.Validate(order)|];
        var second = await [|validator.ValidateAsync(order, token)|];
        var task = [|validator.ValidateAsync(order, token)|];
        await task;
        """);

    [Fact]
    public Task ConditionalCall_Reports() => Reports("""
        IValidator<Order>? maybe = validator;
        maybe?[|.Validate(order)|];
        """);

    [Fact]
    public Task TryValidateObjectDropped_Reports() => Reports("""
        var results = new List<ValidationResult>();
        [|Validator.TryValidateObject(order, new ValidationContext(order), results, true)|];
        [|Validator.TryValidateObject(order, new ValidationContext(order), null, validateAllProperties: true)|];
        var isValid = [|Validator.TryValidateProperty(order.Id, new ValidationContext(order) { MemberName = "Id" }, new List<ValidationResult>())|];
        """);

    [Theory]
    [InlineData("[|Validator.TryValidateValue(order.Id!, new ValidationContext(order), null, [new RequiredAttribute()])|];")]
    [InlineData("[|MiniValidation.MiniValidator.TryValidate(order, out var errors)|];")]
    [InlineData("await [|MiniValidation.MiniValidator.TryValidateAsync(order)|];")]
    [InlineData("[|new NJsonSchema.JsonSchema().Validate(System.Text.Json.JsonSerializer.Serialize(order))|];")]
    [InlineData("[|new Json.Schema.JsonSchema().Evaluate(System.Text.Json.JsonSerializer.SerializeToNode(order))|];")]
    [InlineData("[|Newtonsoft.Json.Linq.JObject.FromObject(order).IsValid(new Newtonsoft.Json.Schema.JSchema())|];")]
    public Task ResultOfAnotherMemberOrLibraryDropped_Reports(string validation) => new Verify.Test
    {
        TestCode = "using Newtonsoft.Json.Schema;\n" + InMethod(validation),
        References = OtherLibrary.Beside("Acme.Validation", """
            namespace MiniValidation
            {
                public static class MiniValidator
                {
                    public static bool TryValidate<T>(T target, out System.Collections.Generic.IDictionary<string, string[]> errors) { errors = null; return true; }
                    public static System.Threading.Tasks.ValueTask<(bool IsValid, System.Collections.Generic.IDictionary<string, string[]> Errors)> TryValidateAsync<T>(T target) => default;
                }
            }
            namespace NJsonSchema { public class JsonSchema { public System.Collections.Generic.ICollection<string> Validate(string jsonData) => null; } }
            namespace Json.Schema { public class JsonSchema { public object Evaluate(System.Text.Json.Nodes.JsonNode root) => null; } }
            namespace Newtonsoft.Json.Schema
            {
                public class JSchema { }
                public static class SchemaExtensions { public static bool IsValid(this Newtonsoft.Json.Linq.JToken source, JSchema schema) => true; }
            }
            """),
    }.RunAsync();

    [Fact]
    public Task NotAllProperties_Reports() => Reports("""
        if (![|Validator.TryValidateObject(order, new ValidationContext(order), null)|])
            return;
        if (![|Validator.TryValidateObject(order, new ValidationContext(order), new List<ValidationResult>(), false)|])
            return;
        """);

    [Fact]
    public Task NotAllProperties_GenericHelper_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Check
        {
            public static bool IsValid<T>(T value)
                where T : class => [|Validator.TryValidateObject(value, new ValidationContext(value), new List<ValidationResult>())|];
        }

        class Orders(HttpClient http)
        {
            public async Task Send(Order order)
            {
                if (!Check.IsValid(order))
                    return;
                using var response = await http.PostAsJsonAsync("orders", order);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task UpstreamPayload_HandedToHelper_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http, IValidator<Order> validator)
        {
            public async Task<Order> Get(string id)
            {
                var order = await http.GetFromJsonAsync<Order>($"orders/{id}") ?? throw new InvalidOperationException("No order");
                Check(order);
                return order;
            }

            private void Check(Order order) => [|validator.Validate(order)|];
        }
        """);

    [Fact]
    public Task ModelValidatesItself_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        abstract class Request
        {
            public void Check() => [|Validator.TryValidateObject(this, new ValidationContext(this), null, true)|];
        }

        class CreateOrder : Request
        {
            [Range(1, 100)]
            public int Quantity { get; set; }
        }

        class Orders(HttpClient http)
        {
            public async Task Send(CreateOrder order)
            {
                order.Check();
                using var response = await http.PostAsJsonAsync("orders", order);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task ResultRead_IsQuiet() => IsQuiet("""
        var result = validator.Validate(order);
        if (!result.IsValid)
            throw new ValidationException(result.Errors);
        if (!(await validator.ValidateAsync(order, token)).IsValid)
            return;
        var errors = concrete.Validate(order).Errors.Select(static e => e.ErrorMessage).ToList();
        Log(errors);
        Log(await validator.ValidateAsync(order, token));
        var task = validator.ValidateAsync(order, token);
        var later = await task;
        Log(later.IsValid);
        """);

    [Fact]
    public Task Throws_IsQuiet() => IsQuiet("""
        validator.ValidateAndThrow(order);
        await validator.ValidateAndThrowAsync(order, token);
        validator.Validate(order, options => options.ThrowOnFailures());
        Validator.ValidateObject(order, new ValidationContext(order), true);
        """);

    [Fact]
    public Task ListRead_IsQuiet() => IsQuiet("""
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(order, new ValidationContext(order), results, true);
        if (results.Count > 0)
            throw new ValidationException(string.Join("; ", results));
        """);

    [Fact]
    public Task BoolRead_IsQuiet() => IsQuiet("""
        if (!Validator.TryValidateObject(order, new ValidationContext(order), null, true))
            return;
        """);

    [Fact]
    public Task TypeHasNoOtherRules_IsQuiet() => IsQuiet("""
        if (!Validator.TryValidateObject(note, new ValidationContext(note), null))
            return;
        """);

    [Fact]
    public Task ContextFromElsewhere_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http, IValidator<Order> validator)
        {
            public async Task Send(Order order, ValidationContext<Order> context)
            {
                validator.Validate(context);
                using var response = await http.PostAsJsonAsync("orders", order);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task NothingToDoWithAnIntegration_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Form(IValidator<Order> validator)
        {
            public void Submit(Order order) => validator.Validate(order);

            public bool Check(Order order) => Validator.TryValidateObject(order, new ValidationContext(order), null);
        }

        class Orders(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync("orders");
        }
        """);

    [Fact]
    public Task OwnValidateMethod_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rules
        {
            public bool Validate(Order order) => order.Quantity > 0 ? true : throw new ArgumentException("No quantity");
        }

        class Orders(HttpClient http, Rules rules)
        {
            public async Task Send(Order order)
            {
                rules.Validate(order);
                using var response = await http.PostAsJsonAsync("orders", order);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    /// <summary>Mpesa-Sdk-Net's <c>MpesaClient</c>: the result is read in one expression with the call.</summary>
    [Fact]
    public Task MpesaClient_ReadInChoice_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class MpesaClient(HttpClient http)
        {
            public async Task<string> Send(Order order, CancellationToken token)
            {
                var validator = new OrderValidator();
                var results = await validator.ValidateAsync(order, token);
                return !results.IsValid ? throw new ArgumentException(string.Join(Environment.NewLine, results.Errors)) : await http.GetStringAsync("orders/1", token);
            }
        }
        """);

    [Fact]
    public Task OtherHandlerOfProgramCallsOut_IsQuiet() => new Verify.Test
    {
        OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication,
        TestCode = """
            using System;
            using System.Net.Http;
            using System.Threading.Tasks;
            using FluentValidation;

            var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            Func<Task<string>> get = () => http.GetStringAsync("https://api.example.com/orders");
            Action<IValidator<string>> check = validator => validator.Validate("x");
            check(null!);
            Console.WriteLine(await get());
            """,
    }.RunAsync();

    [Fact(Skip = "Known gap: The body of a request to us counts as inbound: its validation is looked at only where the method calls out")]
    public Task InboundBody_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Hooks(IValidator<Order> validator)
        {
            public void Post([Microsoft.AspNetCore.Mvc.FromBody] Order order) => [|validator.Validate(order)|];
        }
        """);

    [Theory]
    [InlineData("[|IsValid(order)|];", "Validator.TryValidateObject(order, new ValidationContext(order), null, true)")]
    [InlineData("if (!IsValid(order)) return;", "Validator.TryValidateObject(order, new ValidationContext(order), null, true)")]
    [InlineData("[|IsValid(order)|];", "validator.Validate(order).IsValid")]
    [InlineData("IsValid(order);", "order.Quantity > 3")]
    [InlineData("IsValid(order);", "validator.Validate(order).IsValid ? true : throw new ArgumentException(\"order\")")]
    public Task VerdictOfAMethodOfOnesOwn(string statement, string verdict) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Orders(HttpClient http, IValidator<Order> validator)
        {
            public async Task Send(Order order)
            {
                {{statement}}
                using var response = await http.PostAsJsonAsync("orders", order);
                response.EnsureSuccessStatusCode();
            }

            private bool IsValid(Order order) => {{verdict}};

            public IValidator<Order> Validator1 => validator;
        }
        """);
}
