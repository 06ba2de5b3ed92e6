using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Retries;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Loops that end by a flag, several of them in one long method, some within a loop over items.</summary>
public sealed class FlaggedLoopTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;

        public class Item { public string? Sku; public decimal? Price; public int Quantity; }

        public class Order { public string? Status; public decimal? Tax; public decimal? Total; public List<Item> Items = new(); }


        """;

    private const string Orders = """
        class Orders(HttpClient http)
        {
            public async Task<bool> CancelAsync(string number, List<Item> cancelled)
            {
                var itemCount = cancelled.Count;
                decimal percentage = 0;
                var json = "";
                var postSuccess = false;
                var postSuccess2 = false;
                try
                {
                    var retryGet = 0;
                    var getSuccess = false;
                    var result = "";
                    while (retryGet <= 3 && !getSuccess)
                    {
                        if (retryGet > 0) [|Thread.Sleep(20000)|];
                        var content = await http.GetAsync("orders/" + number);
                        if (content.IsSuccessStatusCode)
                        {
                            Console.WriteLine("Get Ok: " + content.StatusCode.ToString());
                            getSuccess = true;
                            result = await content.Content.ReadAsStringAsync();
                        }
                        else
                        {
                            Console.WriteLine("Get Failed: " + content.StatusCode.ToString());
                        }
                        retryGet += 1;
                    }
                    if (getSuccess)
                    {
                        var orders = JsonSerializer.Deserialize<List<Order>>(result)!;
                        if (orders.Count == 0)
                        {
                            return false;
                        }

                        var match = new List<Item>();
                        var mismatch = new List<Item>();
                        foreach (var order in orders)
                        {
                            if (order.Status!.Equals("shipped") || order.Status.Equals("cancelled") || postSuccess)
                            {
                                continue;
                            }

                            var matchCount = 0;
                            var missCount = 0;
                            decimal total = 0;
                            decimal splitTotal = 0;
                            decimal tax = 0;
                            decimal splitTax = 0;
                            var retryPost = 0;
                            if (order.Tax is null || order.Total is null)
                            {
                                percentage = 0;
                            }
                            else
                            {
                                try
                                {
                                    percentage = (decimal)(order.Tax / (order.Total - order.Tax));
                                }
                                catch
                                {
                                    percentage = 0;
                                }
                            }

                            foreach (var pick in cancelled)
                            {
                                var found = order.Items.Find(x => x.Sku == pick.Sku && x.Quantity == pick.Quantity);
                                if (!(found is null))
                                {
                                    match.Add(found);
                                    matchCount += 1;
                                    total = found.Price!.Value * found.Quantity;
                                }
                            }

                            foreach (var item in order.Items)
                            {
                                var found = cancelled.Find(x => x.Sku == item.Sku && x.Quantity == item.Quantity);
                                if (found is null && item.Price >= 0)
                                {
                                    mismatch.Add(item);
                                    missCount += 1;
                                    splitTotal = item.Price.Value * item.Quantity;
                                }
                            }

                            if (matchCount == itemCount && missCount == 0)
                            {
                                order.Status = "cancelled";
                                json = JsonSerializer.Serialize(order);
                                while (retryPost <= 3 && !postSuccess)
                                {
                                    if (retryPost > 0) [|Thread.Sleep(2000)|];
                                    HttpContent body = new StringContent(json);
                                    var posted = await http.PostAsync("orders", body);
                                    if (posted.IsSuccessStatusCode)
                                    {
                                        Console.WriteLine("Post Ok: " + posted.StatusCode.ToString());
                                        postSuccess = true;
                                    }
                                    else
                                    {
                                        Console.WriteLine("Post Failed: " + posted.StatusCode.ToString());
                                    }
                                    retryPost += 1;
                                }
                            }

                            if (matchCount == itemCount && missCount > 0)
                            {
                                tax = total * percentage;
                                total = total + tax;
                                splitTax = splitTotal * percentage;
                                splitTotal = splitTotal + splitTax;
                                order.Items = mismatch;
                                order.Total = splitTotal;
                                order.Tax = splitTax;
                                var split = JsonSerializer.Serialize(order);
                                var retryUpdate = 0;
                                while (retryUpdate <= 3 && !postSuccess2)
                                {
                                    if (retryUpdate > 0) [|Thread.Sleep(2000)|];
                                    HttpContent body = new StringContent(split);
                                    var posted = await http.PostAsync("orders", body);
                                    if (posted.IsSuccessStatusCode)
                                    {
                                        Console.WriteLine("Update Ok: " + posted.StatusCode.ToString());
                                        postSuccess2 = true;
                                    }
                                    else
                                    {
                                        Console.WriteLine("Update Failed: " + posted.StatusCode.ToString());
                                    }
                                    retryUpdate += 1;
                                }

                                order.Status = "cancelled";
                                order.Items = match;
                                order.Total = total;
                                order.Tax = tax;
                                var created = JsonSerializer.Serialize(order);
                                var retryUpdate2 = 0;
                                while (retryUpdate2 <= 3 && !postSuccess)
                                {
                                    if (retryUpdate2 > 0) [|Thread.Sleep(2000)|];
                                    HttpContent body = new StringContent(created);
                                    var posted = await http.PostAsync("orders", body);
                                    if (posted.IsSuccessStatusCode)
                                    {
                                        Console.WriteLine("Create Ok: " + posted.StatusCode.ToString());
                                        postSuccess = true;
                                    }
                                    else
                                    {
                                        Console.WriteLine("Create Failed: " + posted.StatusCode.ToString());
                                    }
                                    retryUpdate2 += 1;
                                }
                            }
                        }
                    }
                    else
                    {
                        return false;
                    }

                    if (postSuccess)
                    {
                        return true;
                    }
                    else
                    {
                        return false;
                    }
                }
                catch (Exception)
                {
                    return false;
                }
            }
        }
        """;

    [Fact]
    public Task FourLoopsOfOneForm_ShipStationCancel_Reports() => RuleVerifier<IA2014ThreadSleepBetweenAttempts>.VerifyAnalyzerAsync(Usings + Orders);

    private static Task Answers(string body, string condition = "tries < 3 && !done") => RuleVerifier<IA2008RetriesWhatCannotSucceed>.VerifyAnalyzerAsync(Usings + $$"""
        class Orders(HttpClient http)
        {
            public async Task<bool> PlaceAsync(string order)
            {
                var tries = 0;
                var done = false;
                var open = true;
                while ({{condition}})
                {
                    if (tries > 0)
                        await Task.Delay(2000);
                    var posted = await http.PostAsync("orders", new StringContent(order));
                    {{body}}
                    tries += 1;
                }

                return done;
            }
        }
        """);

    [Theory]
    [InlineData("if (posted.[|IsSuccessStatusCode|]) { done = true; } else { Console.WriteLine(posted.StatusCode); }", "tries < 3 && !done")]
    [InlineData("if (posted.[|IsSuccessStatusCode|]) { done = true; }", "!done && tries < 3")]
    [InlineData("if (posted.[|IsSuccessStatusCode|]) { done = true; open = false; }", "open && (tries < 3)")]
    [InlineData("if (posted.[|IsSuccessStatusCode|]) { done = true; }", "tries < 3 && done == false")]
    public Task EveryFailedAnswerSentAgain_UntilAFlagIsSet_Reports(string body, string condition) => Answers(body, condition);

    [Theory]
    [InlineData("if (posted.IsSuccessStatusCode) { done = true; } else { break; }")]
    [InlineData("if (posted.IsSuccessStatusCode) { done = true; } else { Console.WriteLine(posted.StatusCode); done = true; }")]
    [InlineData("if (!posted.IsSuccessStatusCode) { done = true; } Console.WriteLine(posted.StatusCode);")]
    [InlineData("if (posted.IsSuccessStatusCode) { done = true; } else if ((int)posted.StatusCode < 500) { break; }")]
    public Task FlagThatEndsAfterAFailureToo_IsQuiet(string body) => Answers(body);

    [Fact]
    public Task FlagThatTheConditionDoesNotAskFor_IsQuiet() => Answers("if (posted.IsSuccessStatusCode) { done = true; }", "tries < 3");
}
