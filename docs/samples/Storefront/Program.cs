using Storefront;

if (args is not [var sku, var currency, var postcode])
{
    Console.Error.WriteLine("usage: storefront <sku> <currency> <postcode>");
    return 2;
}

var timeout = TimeSpan.FromSeconds(10);
using var payments = new HttpClient { BaseAddress = Setting("PAYMENT_API"), Timeout = timeout };
using var shipping = new HttpClient { BaseAddress = Setting("SHIPPING_API"), Timeout = timeout };

var price = Catalogue.PriceInEuros(sku) * await new ExchangeRates().FromEuroAsync(currency);
var postage = await new ShippingApi(shipping).QuoteAsync(postcode);
var receipt = await new PaymentApi(payments).ChargeAsync(new Charge(sku, price + postage, currency));
Console.WriteLine($"{sku}: {price + postage} {currency}, {receipt}");
return 0;

static Uri Setting(string name) =>
    new(Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set"));
