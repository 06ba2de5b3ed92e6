using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Model.Responses;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Responses;

public sealed class ResponseUsesTests
{
    [Theory]
    [InlineData("var r = await http.GetAsync(\"x\"); r.EnsureSuccessStatusCode(); return await r.Content.ReadAsStringAsync();", nameof(StatusLook.ByCode))]
    [InlineData("var r = await http.GetAsync(\"x\"); Look(r); return await r.Content.ReadAsStringAsync();", nameof(StatusLook.ByCode))]
    [InlineData("var r = await http.GetAsync(\"x\"); return r;", nameof(StatusLook.ByCaller))]
    [InlineData("var r = await http.GetAsync(\"x\"); return await r.Content.ReadAsStringAsync();", nameof(StatusLook.ByNobody))]
    [InlineData("await http.GetAsync(\"x\"); return 1;", nameof(StatusLook.Unknown))]
    [InlineData("var checkedOne = await http.GetAsync(\"x\"); if (Fail(checkedOne)) return Error(checkedOne.StatusCode); return await checkedOne.Content.ReadAsStringAsync();", nameof(StatusLook.ByCode))]
    public void Call_IsLookedAt(string body, string look) => Assert.Equal(look, Read(body, "GetAsync")?.Look.ToString());

    [Fact]
    public void Write_IsDropped()
    {
        var use = Read("await http.DeleteAsync(\"x\"); return 1;", "DeleteAsync");
        Assert.NotNull(use);
        Assert.True(use.IsDropped);
        Assert.Null(use.Use);
    }

    [Fact]
    public void Use_IsTheFirstOnThePath()
    {
        var use = Read("var r = await http.GetAsync(\"x\"); var text = await r.Content.ReadAsStringAsync(); Keep(text); return text;", "GetAsync");
        Assert.Equal("Keep(text)", use?.Use?.ToString());
    }

    [Fact]
    public void ApiThatChecksByItself_IsNone() => Assert.Null(Read("return await http.GetStringAsync(\"x\");", "GetStringAsync"));

    [Fact]
    public void Test_OfOneFailure_IsRemembered() => Assert.True(Read(
        "var r = await http.GetAsync(\"x\"); if (r.StatusCode == HttpStatusCode.NotFound) return 0; return await r.Content.ReadAsStringAsync();", "GetAsync")?.HasOwnTest);

    private static ResponseUse? Read(string body, string name)
    {
        var source = new ModelSource($$"""
            class C(HttpClient http, List<object> kept)
            {
                async Task<object> M() { {{body}} }

                void Keep(object value) => kept.Add(value);

                static bool Fail(HttpResponseMessage response) => response.Headers is null;

                static object Error(HttpStatusCode code) => code;

                static void Look(HttpResponseMessage response)
                {
                    if (!response.IsSuccessStatusCode)
                        throw new InvalidOperationException();
                }
            }
            """);
        return source.Model.Responses.Read(source.Calls(name).First(), CancellationToken.None);
    }
}
