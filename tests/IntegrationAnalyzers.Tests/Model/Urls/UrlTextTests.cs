using IntegrationAnalyzers.Model.Urls;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Urls;

public sealed class UrlTextTests
{
    [Theory]
    [InlineData("https://api.acmepay.com", "api.acmepay.com")]
    [InlineData("https://api.acmepay.com/v1/", "api.acmepay.com")]
    [InlineData("HTTPS://API.AcmePay.com:8443/v1?x=1", "API.AcmePay.com")]
    [InlineData("http://user:word@api.acmepay.com/", "api.acmepay.com")]
    [InlineData("wss://stream.acmepay.com", "stream.acmepay.com")]
    [InlineData("https://52.17.9.21:8080/api", "52.17.9.21")]
    [InlineData("https://[2a00:1450:4001:81b::200e]/", "2a00:1450:4001:81b::200e")]
    [InlineData("https://api.bücher.de/", "api.bücher.de")]
    [InlineData("https://api.acmepay.com?key=1", "api.acmepay.com")]
    public void Remote(string text, string host)
    {
        var url = UrlText.Read(text);
        Assert.Equal(HostKind.Remote, url?.Kind);
        Assert.Equal(host, url?.Host);
    }

    [Theory]
    [InlineData("http://localhost:5000", nameof(HostKind.Loopback))]
    [InlineData("http://127.0.0.1/", nameof(HostKind.Loopback))]
    [InlineData("http://[::1]:80/", nameof(HostKind.Loopback))]
    [InlineData("http://host.docker.internal:8080", nameof(HostKind.Loopback))]
    [InlineData("http://api.localhost/", nameof(HostKind.Loopback))]
    [InlineData("https://api.example.com/", nameof(HostKind.Reserved))]
    [InlineData("https://example.org", nameof(HostKind.Reserved))]
    [InlineData("https://payments.test/", nameof(HostKind.Reserved))]
    [InlineData("https://www.contoso.com/", nameof(HostKind.Reserved))]
    [InlineData("http://catalog-api/items", nameof(HostKind.Internal))]
    [InlineData("http://catalog.shop.svc.cluster.local/", nameof(HostKind.Internal))]
    [InlineData("http://10.1.2.3/", nameof(HostKind.Internal))]
    [InlineData("http://192.168.0.7:3000/", nameof(HostKind.Internal))]
    [InlineData("http://printer.local", nameof(HostKind.Internal))]
    [InlineData("http://+:5000", nameof(HostKind.Unknown))]
    [InlineData("http://*:80/", nameof(HostKind.Unknown))]
    [InlineData("http://0.0.0.0:80/", nameof(HostKind.Unknown))]
    [InlineData("https://{0}.acmepay.com", nameof(HostKind.Unknown))]
    [InlineData("https://api.{0}.com", nameof(HostKind.Unknown))]
    [InlineData("https://<account>.blob.core.windows.net", nameof(HostKind.Unknown))]
    public void NotRemote(string text, string kind) => Assert.Equal(kind, UrlText.Read(text)?.Kind.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("https:/")]
    [InlineData("ftp://files.acmepay.com/")]
    [InlineData("https+http://catalog")]
    [InlineData("see https://api.acmepay.com")]
    [InlineData("urn:ietf:params:oauth")]
    [InlineData("/v1/orders")]
    [InlineData("://")]
    public void NoUrl(string text) => Assert.Null(UrlText.Read(text));

    [Theory]
    [InlineData("https://")]
    [InlineData("http://[")]
    [InlineData("http://[::1")]
    [InlineData("http://@")]
    [InlineData("http://:80")]
    [InlineData("http://.")]
    [InlineData("http://..")]
    [InlineData("https://\uD800/")]
    public void Broken_NeverThrowsAndIsNoHost(string text) => Assert.NotEqual(HostKind.Remote, UrlText.Read(text)?.Kind);
}
