using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Acme.Payments
{
    public record Receipt(string Id);

    public class PaymentGateway
    {
        public virtual Task<Receipt> ChargeAsync(string order, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Receipt> ChargeQuoteAsync(string order) => throw null!;
        public Task<Receipt> ChargeOnceAsync(string order, string idempotencyKey) => throw null!;
        public Task<Receipt> FindAsync(string id) => throw null!;
        public Task<HttpResponseMessage> RefundAsync(string id) => throw null!;
    }

    public interface IPayments
    {
        Task<Receipt> ChargeAsync(string order);
    }

    public sealed class Payments : IPayments
    {
        public Task<Receipt> ChargeAsync(string order) => throw null!;
    }
}

namespace Acme.Resilience
{
    public static class Retry
    {
        public static Task<T> RunAsync<T>(Func<Task<T>> work) => throw null!;
        public static Task RunAsync(Func<Task> work) => throw null!;
        public static Task<T> OnceAsync<T>(Func<Task<T>> work) => throw null!;
    }
}

namespace Acme.Guards
{
    public static class Payload
    {
        public static void AssureValid(object? value) => throw null!;
        public static T Sound<T>(this T? value) where T : class => throw null!;
    }
}

namespace Acme.Vault
{
    public static class Secrets
    {
        public static string Read(string password) => throw null!;
    }
}
