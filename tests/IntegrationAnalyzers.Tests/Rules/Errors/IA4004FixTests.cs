using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4004LostCause>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

public class IA4004FixTests
{
    private const string Own = IA4004LostCauseTests.Own;

    [Theory]
    [InlineData("catch (HttpRequestException ex)", "new ApiException(ex.Message)", "catch (HttpRequestException ex)", "new ApiException(ex.Message, ex)")]
    [InlineData("catch (HttpRequestException)", "new ApiException(\"no rate\")", "catch (HttpRequestException ex)", "new ApiException(\"no rate\", ex)")]
    [InlineData("catch", "new ApiException(message: \"no rate\")", "catch (Exception ex)", "new ApiException(message: \"no rate\", inner: ex)")]
    [InlineData("catch (Exception)", "new InvalidOperationException()", "catch (Exception ex)", "new InvalidOperationException(ex.Message, ex)")]
    [InlineData("catch (Exception) // all", "new InvalidOperationException(\"no rate\" /* why */)", "catch (Exception ex) // all", "new InvalidOperationException(\"no rate\", ex /* why */)")]
    [InlineData("catch (Exception error)", "new HttpRequestException(\"no rate\")", "catch (Exception error)", "new HttpRequestException(\"no rate\", error)")]
    public Task Fix_PassesTheCaughtOne(string clause, string created, string fixedClause, string fixedCreated) => Verify.VerifyCodeFixAsync(
        Clauses($$"""
            {{clause}}
            {
                // The page says so.
                throw [|{{created}}|];
            }
            """) + Own,
        Clauses($$"""
            {{fixedClause}}
            {
                // The page says so.
                throw {{fixedCreated}};
            }
            """) + Own);

    [Fact]
    public Task FixAll_TwoThrowsInOneClause() => Verify.VerifyCodeFixAsync(
        Clauses("""
            catch (Exception)
            {
                if (code.Length == 3)
                    throw [|new InvalidOperationException("no rate")|];
                throw [|new InvalidOperationException("no such code")|];
            }
            """),
        Clauses("""
            catch (Exception ex)
            {
                if (code.Length == 3)
                    throw new InvalidOperationException("no rate", ex);
                throw new InvalidOperationException("no such code", ex);
            }
            """));

    [Fact]
    public Task MadeBeforeItIsThrown() => Verify.VerifyCodeFixAsync(
        Clauses("""
            catch (HttpRequestException)
            {
                var error = [|new ApiException("no rate")|];
                logger.LogError(error, "no rate");
                throw error;
            }
            """) + Own,
        Clauses("""
            catch (HttpRequestException ex)
            {
                var error = new ApiException("no rate", ex);
                logger.LogError(error, "no rate");
                throw error;
            }
            """) + Own);

    [Fact]
    public Task NoConstructorTakesIt_FixIsNotOffered() => Verify.VerifyNoFixAsync(Clauses("""
        catch (HttpRequestException ex)
        {
            throw [|new Closed(ex.Message)|];
        }
        """) + """


        public class Closed(string text) : Exception(text);
        """);
}
