using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Resilience;

/// <summary>What predicates of either generation handle.</summary>
public sealed class HandledFailuresTests
{
    private const string Transient = "408 500 501 502 503 504";
    private const string AllFailed = "400 401 403 404 405 408 409 410 422 425 429 500 501 502 503 504";

    [Theory]
    [InlineData("HttpPolicyExtensions.HandleTransientHttpError()", Transient, "Transport")]
    [InlineData("Policy.Handle<HttpRequestException>().OrTransientHttpStatusCode()", Transient, "Transport")]
    [InlineData("HttpPolicyExtensions.HandleTransientHttpError().OrResult(r => r.StatusCode == HttpStatusCode.TooManyRequests).Or<TimeoutRejectedException>()", "408 429 500 501 502 503 504", "Transport PipelineTimeout")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode)", AllFailed, "")]
    [InlineData("Policy<HttpResponseMessage>.Handle<Exception>()", "", "Transport ClientTimeout Cancellation PipelineTimeout BrokenCircuit Bug")]
    [InlineData("Policy<HttpResponseMessage>.Handle<Exception>(e => e is not OperationCanceledException)", "", "Transport PipelineTimeout BrokenCircuit Bug")]
    [InlineData("Policy<HttpResponseMessage>.Handle<Exception>(e => e is HttpRequestException or TimeoutRejectedException)", "", "Transport PipelineTimeout")]
    [InlineData("Policy<HttpResponseMessage>.Handle<TaskCanceledException>().OrResult(r => (int)r.StatusCode >= 500 || r.StatusCode is HttpStatusCode.RequestTimeout)", Transient, "ClientTimeout")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => new[] { HttpStatusCode.BadGateway, HttpStatusCode.TooManyRequests }.Contains(r.StatusCode))", "429 502", "")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => Codes.Contains(r.StatusCode))", "503 504", "")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => { log(\"x\"); if (r.IsSuccessStatusCode) return false; return r.StatusCode != HttpStatusCode.NotFound && (int)r.StatusCode > 403; })", "405 408 409 410 422 425 429 500 501 502 503 504", "")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(IsServerError)", "500 501 502 503 504", "")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => r is object && (int)r.StatusCode >= 500)", "500 501 502 503 504", "")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => r.StatusCode is HttpStatusCode code && code >= HttpStatusCode.InternalServerError)", "500 501 502 503 504", "")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode is int code && (code == 429 || code > 501))", "429 502 503 504", "")]
    [InlineData("Base().OrResult(r => r.StatusCode == (HttpStatusCode)429)", "408 429 500 501 502 503 504", "Transport")]
    public void Policies(string chain, string statuses, string exceptions) => Check(PipelineSource.Retry($"Use({chain}.RetryAsync(1));", Members).Handles, statuses, exceptions);

    [Theory]
    [InlineData("new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().HandleResult(r => !r.IsSuccessStatusCode)", AllFailed, "Transport")]
    [InlineData("new PredicateBuilder<HttpResponseMessage>().Handle<Exception>()", "", "Transport ClientTimeout Cancellation PipelineTimeout BrokenCircuit Bug")]
    [InlineData("args => ValueTask.FromResult(HttpClientResiliencePredicates.IsTransient(args.Outcome))", "408 429 500 501 502 503 504", "Transport PipelineTimeout ?ClientTimeout")]
    [InlineData("args => new ValueTask<bool>(args.Outcome.Result?.StatusCode == HttpStatusCode.ServiceUnavailable)", "503", "")]
    [InlineData("args => new ValueTask<bool>(args.Outcome.Result?.StatusCode is HttpStatusCode code && code >= HttpStatusCode.BadGateway)", "502 503 504", "")]
    [InlineData("args => args.Outcome switch { { Exception: HttpRequestException } => PredicateResult.True(), { Result.StatusCode: HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError } => PredicateResult.True(), _ => PredicateResult.False() }", Transient, "Transport")]
    [InlineData("static args => ValueTask.FromResult(args is { Outcome.Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests })", "408 429", "")]
    [InlineData("async args => { await Task.Yield(); return args.Outcome.Exception is TimeoutRejectedException || args.Outcome.Result is { StatusCode: HttpStatusCode.BadGateway }; }", "502", "PipelineTimeout")]
    public void Pipelines(string predicate, string statuses, string exceptions) => Check(
        PipelineSource.Retry($"Use(new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new() {{ ShouldHandle = {predicate} }}).Build());", Members).Handles, statuses, exceptions);

    [Fact]
    public void PredicateOutOfSight_IsUnknown()
    {
        var handles = PipelineSource.Retry("Use(Policy.HandleResult<HttpResponseMessage>(r => check(r)).RetryAsync(1));", "Func<HttpResponseMessage, bool> check = _ => true;").Handles;
        Assert.All(handles.Statuses, static s => Assert.Equal(Certainty.Unknown, s));
        Assert.All(handles.Exceptions, static s => Assert.Equal(Certainty.No, s));
        Assert.All(PipelineSource.Retry("Use(made.RetryAsync(1));", "PolicyBuilder made = null!;").Handles.Exceptions, static s => Assert.Equal(Certainty.Unknown, s));
    }

    [Theory]
    [InlineData("r => r.ReasonPhrase is string")]
    [InlineData("r => r.Content is not StringContent")]
    [InlineData("r => Is<HttpStatusCode>(r.StatusCode)")]
    public void AnswerAskedForATypeThatNobodyKnows_IsUnknown(string test)
    {
        var handles = PipelineSource.Retry($"Use(Policy.HandleResult<HttpResponseMessage>({test}).RetryAsync(1));", "static bool Is<T>(object value) => value is T;").Handles;
        Assert.All(handles.Statuses, static s => Assert.Equal(Certainty.Unknown, s));
    }

    [Fact]
    public void ExceptionAskedForAStatusThatItMayHave_IsUnknown() => Assert.Equal(
        Certainty.Unknown,
        PipelineSource.Retry("Use(Policy<HttpResponseMessage>.Handle<HttpRequestException>(e => e.StatusCode is HttpStatusCode).RetryAsync(1));").Handles.Exception(FailureSample.Transport));

    [Theory]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => r.StatusCode == HttpStatusCode.Unauthorized)", Certainty.Yes)]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429)", Certainty.Yes)]
    [InlineData("Policy<HttpResponseMessage>.Handle<UnauthorizedAccessException>()", Certainty.Yes)]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => r.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadGateway)", Certainty.No)]
    [InlineData("Policy<HttpResponseMessage>.Handle<HttpRequestException>()", Certainty.No)]
    internal void OnlyRefusals(string chain, Certainty expected) => Assert.Equal(expected, PipelineSource.Retry($"Use({chain}.RetryAsync(1));").Handles.OnlyRefusals);

    private const string Members = """
        static readonly HashSet<HttpStatusCode> Codes = new() { HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout };
        static bool IsServerError(HttpResponseMessage response) => (int)response.StatusCode >= 500;
        static PolicyBuilder<HttpResponseMessage> Base() => HttpPolicyExtensions.HandleTransientHttpError();
        """;

    private static void Check(HandledFailures handles, string statuses, string exceptions)
    {
        Assert.Equal(statuses, string.Join(' ', HandledFailures.KnownStatuses.Where((_, i) => handles.Statuses[i] == Certainty.Yes)));
        Assert.DoesNotContain(Certainty.Unknown, handles.Statuses);
        var expected = new List<string>(exceptions.Split(' ', System.StringSplitOptions.RemoveEmptyEntries));
        for (var sample = FailureSample.Transport; sample <= FailureSample.Bug; sample++)
        {
            var certainty = expected.Contains(sample.ToString()) ? Certainty.Yes : expected.Contains("?" + sample) ? Certainty.Unknown : Certainty.No;
            Assert.True(certainty == handles.Exception(sample), $"{sample}: {handles.Exception(sample)}");
        }
    }
}
