using System.Net.Http.Json;

namespace Storefront;

public sealed record Rates(string Base, Dictionary<string, decimal> Values);

public sealed class ExchangeRates
{
    private static readonly HttpClient Client = new();

    public async Task<decimal> FromEuroAsync(string currency)
    {
        var rates = await Client.GetFromJsonAsync<Rates>("https://api.frankfurter.dev/v1/latest?base=EUR");
        return rates!.Values[currency];
    }
}
