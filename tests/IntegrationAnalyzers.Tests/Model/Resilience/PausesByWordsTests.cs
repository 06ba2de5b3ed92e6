using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Resilience;

/// <summary>How pauses grow where their numbers come from elsewhere: the words of the function say it.</summary>
public sealed class PausesByWordsTests
{
    private const string Handle = "Policy.Handle<HttpRequestException>()";

    [Theory]
    [InlineData("n => TimeSpan.FromSeconds(Math.Pow(settings.Count, n))", "Exponential")]
    [InlineData("n => TimeSpan.FromSeconds(settings.Count << n)", "Exponential")]
    [InlineData("n => TimeSpan.FromSeconds(Math.Max(settings.Count, n))", "Linear")]
    [InlineData("n => settings.Pause * n", "Linear")]
    [InlineData("n => settings.Pause", "Constant")]
    public void NumbersFromElsewhere(string pauses, string backoff) =>
        Assert.Equal(backoff, PipelineSource.Retry($"Use({Handle}.WaitAndRetryAsync(3, {pauses}));").Delays.Backoff.ToString());
}
