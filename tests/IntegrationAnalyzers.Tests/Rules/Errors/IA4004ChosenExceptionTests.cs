using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4004LostCause>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Exceptions that are chosen where they are thrown, and those round a blocking wait.</summary>
public class IA4004ChosenExceptionTests
{
    [Theory]
    [InlineData("ex.StatusCode switch { HttpStatusCode.NotFound => new KeyNotFoundException(), _ => [|new ApiException(ex.Message)|] }")]
    [InlineData("ex.StatusCode == HttpStatusCode.NotFound ? new KeyNotFoundException() : [|new ApiException(ex.Message)|]")]
    [InlineData("ex.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone ? new KeyNotFoundException() : [|new ApiException(ex.Message)|]")]
    [InlineData("ex.StatusCode switch { HttpStatusCode.NotFound => new KeyNotFoundException(), _ => new ApiException(\"failed\", ex) }")]
    [InlineData("ex.StatusCode switch { null => new ApiException(\"none\", ex), var other => new ApiException(other.ToString()!) }")]
    [InlineData("ex.StatusCode != HttpStatusCode.NotFound ? new ApiException(\"failed\", ex) : new ApiException(\"none\")")]
    public Task ExceptionForAllTheRest(string chosen) => Verify.VerifyAnalyzerAsync("using System.Net;\nusing System.Collections.Generic;\n" + Clauses($$"""
        catch (HttpRequestException ex)
        {
            throw {{chosen.Replace("new KeyNotFoundException()", "(Exception)new KeyNotFoundException()")}};
        }
        """) + IA4004LostCauseTests.Own);

    [Theory]
    [InlineData("client.GetStringAsync(\"x\").Result", "[|new ApiException(ex.Message)|]")]
    [InlineData("Task.Run(() => client.GetStringAsync(\"x\")).Result", "new ApiException(\"failed\", ex.InnerException!)")]
    [InlineData("client.GetStringAsync(\"x\").GetAwaiter().GetResult()", "new ApiException(ex.Message)")]
    public Task AggregateExceptionOfABlockingWait(string call, string thrown) => Verify.VerifyAnalyzerAsync(File($$"""
        public class Rates(HttpClient client)
        {
            public string Read()
            {
                try
                {
                    return {{call}};
                }
                catch (AggregateException ex)
                {
                    throw {{thrown}};
                }
            }
        }
        """) + IA4004LostCauseTests.Own);
}
