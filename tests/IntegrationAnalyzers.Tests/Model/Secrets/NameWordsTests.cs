using IntegrationAnalyzers.Model.Secrets;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Secrets;

public class NameWordsTests
{
    [Theory]
    [InlineData("myAPIKey2", "my api key2")]
    [InlineData("MY_API_KEY", "my api key")]
    [InlineData("my-api-key", "my api key")]
    [InlineData("OAuth2Token", "o auth2 token")]
    [InlineData("S3Key", "s3 key")]
    [InlineData("Route53ID", "route53 id")]
    [InlineData("Base64URLText", "base64 url text")]
    [InlineData("Wolfmax4K", "wolfmax4k")]
    [InlineData("Wolfmax4K_Password", "wolfmax4k password")]
    [InlineData("Wolfmax4KPassword", "wolfmax4k password")]
    [InlineData("", "")]
    public void Split_GivesTheWords(string name, string words) => Assert.Equal(words, string.Join(' ', NameWords.Split(name)));
}
