using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5007UnreadValidation>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5007UnreadValidationFixTests
{
    private static string InMethod(string body, string usings = "") => """
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;

        """ + usings + """

        public sealed class Order
        {
            [Range(1, 100)]
            public int Quantity { get; set; }
        }

        class Orders(HttpClient http, FluentValidation.IValidator<Order> validator)
        {
            public async Task Send(Order order, CancellationToken token)
            {

        """ + body + """

                using var response = await http.PostAsJsonAsync("orders", order, token);
                response.EnsureSuccessStatusCode();
            }
        }
        """;

    private static Task Fixes(string body, string fixedBody, string usings = "") => Verify.VerifyCodeFixAsync(InMethod(body), InMethod(fixedBody, usings));

    [Fact]
    public Task FixIsOffered_DroppedResultThrows() => Fixes(
        """
                // Before it is sent.
                [|validator.Validate(order)|]; // all rules
                await [|validator.ValidateAsync(order, token)|].ConfigureAwait(false);
                _ = [|validator.Validate(order)|];
        """,
        """
                // Before it is sent.
                validator.ValidateAndThrow(order); // all rules
                await validator.ValidateAndThrowAsync(order, token).ConfigureAwait(false);
                validator.ValidateAndThrow(order);
        """,
        "using FluentValidation;\n");

    [Fact]
    public Task FixIsOffered_KeptResultIsTested() => Fixes(
        """
                var result = await [|validator.ValidateAsync(order, token)|]; // all rules
        """,
        """
                var result = await validator.ValidateAsync(order, token); // all rules
                if (!result.IsValid)
                    throw new FluentValidation.ValidationException(result.Errors);
        """);

    [Fact]
    public Task FixIsOffered_AllProperties() => Fixes(
        """
                if (![|Validator.TryValidateObject(order, new ValidationContext(order), null)|])
                    return;
                if (![|Validator.TryValidateObject(order, new ValidationContext(order), null, /* fast */ false)|])
                    return;
        """,
        """
                if (!Validator.TryValidateObject(order, new ValidationContext(order), null, validateAllProperties: true))
                    return;
                if (!Validator.TryValidateObject(order, new ValidationContext(order), null, /* fast */ true))
                    return;
        """);

    [Fact]
    public Task FixIsOffered_DroppedBoolIsTested() => Fixes(
        """
                var results = new List<ValidationResult>();
                // Before it is sent.
                [|Validator.TryValidateObject(order, new ValidationContext(order), results, true)|];
                [|Validator.TryValidateObject(order, new ValidationContext(order), null)|];
                var isValid = [|Validator.TryValidateObject(order, new ValidationContext(order), null)|];
        """,
        """
                var results = new List<ValidationResult>();
                // Before it is sent.
                if (!Validator.TryValidateObject(order, new ValidationContext(order), results, true))
                    throw new ValidationException(string.Join("; ", results));
                if (!Validator.TryValidateObject(order, new ValidationContext(order), null, validateAllProperties: true))
                    throw new ValidationException("Order is not valid");
                var isValid = Validator.TryValidateObject(order, new ValidationContext(order), null, validateAllProperties: true);
                if (!isValid)
                    throw new ValidationException("Order is not valid");
        """);

    [Fact]
    public Task NobodyAwaits_NoFix() => Verify.VerifyNoFixAsync(InMethod("[|validator.ValidateAsync(order, token)|];"));

    [Fact]
    public Task ConditionalCall_NoFix() => Verify.VerifyNoFixAsync(InMethod("""
        FluentValidation.IValidator<Order>? maybe = validator;
        maybe?[|.Validate(order)|];
        """));
}
