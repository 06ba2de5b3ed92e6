using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Tests.Rules.Errors;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Errors;

public class CatchShapeTests
{
    [Theory]
    [InlineData("throw;", CatchActs.Rethrows)]
    [InlineData("throw ex;", CatchActs.Rethrows)]
    [InlineData("throw new Exception(\"m\", ex);", CatchActs.WrapsWithInner)]
    [InlineData("throw new Exception(ex.Message);", CatchActs.WrapsWithoutInner)]
    [InlineData("throw new Exception(\"m\");", CatchActs.WrapsWithoutInner)]
    [InlineData("logger.LogError(ex, \"m\"); return null;", CatchActs.Logs)]
    [InlineData("logger?.LogError(\"m {Text}\", ex.Message); return null;", CatchActs.Logs)]
    [InlineData("Console.WriteLine($\"m {ex}\"); return null;", CatchActs.Logs)]
    [InlineData("_ = ex.InnerException?.Message; return null;", CatchActs.Tells)]
    [InlineData("_last = ex; return null;", CatchActs.Carries | CatchActs.Tells)]
    [InlineData("if (ex is JsonException) return null; return null;", CatchActs.Distinguishes)]
    [InlineData("return true;", CatchActs.FabricatesSuccess)]
    [InlineData("return new object();", CatchActs.FabricatesSuccess)]
    [InlineData("return Array.Empty<int>();", CatchActs.FabricatesSuccess)]
    [InlineData("return null;", CatchActs.None)]
    [InlineData("return await client.GetStringAsync(\"y\");", CatchActs.CallsAgain | CatchActs.Tells)]
    public void Body_DoesWhatItDoes(string body, object acts) =>
        Assert.Equal((CatchActs)acts, Read("catch (Exception ex) { " + body + " }").Shape.Body.Acts & ~CatchActs.CallsUnknown);

    [Theory]
    [InlineData("throw;", "Yes")]
    [InlineData("if (_last is null) throw; return null;", "Unknown")]
    [InlineData("if (_count > 3) throw; return null;", "No")]
    [InlineData("throw new Exception(\"m\");", "No")]
    [InlineData("return null;", "No")]
    public void Failure_GoesOn(string body, string expected) =>
        Assert.Equal(expected, Read("catch (Exception ex) { " + body + " }").Shape.Body.LetsThrough.ToString());

    [Theory]
    [InlineData("return null;", "Yes")]
    [InlineData("return new object();", "Yes")]
    [InlineData("_ = Task.Delay(1); return false;", "Yes")]
    [InlineData("Help(); return null;", "Unknown")]
    [InlineData("_count++; return null;", "No")]
    [InlineData("return -1;", "No")]
    [InlineData("return \"unavailable\";", "No")]
    [InlineData("logger.LogError(\"m\"); return null;", "No")]
    public void Nobody_IsTold(string body, string expected) =>
        Assert.Equal(expected, Read("catch (Exception) { " + body + " }").Shape.Body.TellsNobody.ToString());

    [Theory]
    [InlineData("", CatchFilter.None)]
    [InlineData("when (_count < 3)", CatchFilter.Counter)]
    [InlineData("when (_count++ < 3)", CatchFilter.Counter)]
    [InlineData("when (ex is HttpRequestException)", CatchFilter.Failure)]
    [InlineData("when (!token.IsCancellationRequested)", CatchFilter.Failure)]
    [InlineData("when (_last is null)", CatchFilter.Unknown)]
    public void Filter_AsksFor(string filter, object expected) =>
        Assert.Equal((CatchFilter)expected, Read($"catch (Exception ex) {filter} {{ return null; }}").Shape.Filter);

    [Theory]
    [InlineData("catch (HttpRequestException) { return null; }", FailureKinds.Transport)]
    [InlineData("catch (OperationCanceledException) { throw; }", FailureKinds.Timeout)]
    [InlineData("catch (OperationCanceledException) when (token.IsCancellationRequested) { throw; }", FailureKinds.None)]
    [InlineData("catch (OperationCanceledException) when (token.IsCancellationRequested == false) { throw; }", FailureKinds.Timeout)]
    [InlineData("catch (Newtonsoft.Json.JsonReaderException) { throw; }", FailureKinds.Payload)]
    [InlineData("catch (Flurl.Http.FlurlHttpTimeoutException) { throw; }", FailureKinds.Timeout)]
    [InlineData("catch (Flurl.Http.FlurlHttpException) { throw; }", FailureKinds.All)]
    [InlineData("catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound) { throw; }", FailureKinds.None)]
    [InlineData("catch (Exception e) when (e is TimeoutException or JsonException) { throw; }", FailureKinds.Timeout | FailureKinds.Payload)]
    [InlineData("catch (HttpRequestException) when (!token.IsCancellationRequested) { throw; }", FailureKinds.Transport)]
    public void EarlierClauses_Cover(string earlier, object expected) =>
        Assert.Equal((FailureKinds)expected, Read(earlier + " catch (Exception ex) { return null; }").Shape.Covered);

    [Theory]
    [InlineData("e is not OperationCanceledException", FailureKinds.Transport | FailureKinds.Payload)]
    [InlineData("!(e is OperationCanceledException)", FailureKinds.Transport | FailureKinds.Payload)]
    [InlineData("(e is OperationCanceledException) == false", FailureKinds.Transport | FailureKinds.Payload)]
    [InlineData("e is not (TaskCanceledException or OperationCanceledException)", FailureKinds.Transport | FailureKinds.Payload)]
    [InlineData("e is not TaskCanceledException and not OperationCanceledException", FailureKinds.Transport | FailureKinds.Payload)]
    [InlineData("!(e is TaskCanceledException || e is OperationCanceledException)", FailureKinds.Transport | FailureKinds.Payload)]
    [InlineData("e is not OperationCanceledException && e is not HttpRequestException", FailureKinds.Payload)]
    [InlineData("e is not JsonException", FailureKinds.Transport | FailureKinds.Timeout)]
    [InlineData("e is not ArgumentException", FailureKinds.All)]
    [InlineData("e is not InvalidOperationException", FailureKinds.All)]
    [InlineData("e is not HttpRequestException { StatusCode: System.Net.HttpStatusCode.NotFound }", FailureKinds.All)]
    [InlineData("e is not HttpRequestException h || h.StatusCode != System.Net.HttpStatusCode.NotFound", FailureKinds.All)]
    [InlineData("e is not OperationCanceledException || !token.IsCancellationRequested", FailureKinds.All)]
    [InlineData("!(e is OperationCanceledException && token.IsCancellationRequested)", FailureKinds.All)]
    [InlineData("!token.IsCancellationRequested", FailureKinds.All)]
    [InlineData("token.IsCancellationRequested", FailureKinds.None)]
    [InlineData("e is OperationCanceledException && token.IsCancellationRequested", FailureKinds.None)]
    [InlineData("e is HttpRequestException && !token.IsCancellationRequested", FailureKinds.Transport)]
    [InlineData("e is ArgumentException && !token.IsCancellationRequested", FailureKinds.None)]
    [InlineData("e is not OperationCanceledException && e.Message.Contains(\"gone\")", FailureKinds.None)]
    [InlineData("e is not OperationCanceledException && _count < 3", FailureKinds.None)]
    public void EarlierFilter_Covers(string filter, object expected) =>
        Assert.Equal((FailureKinds)expected, Read("catch (Exception e) when (" + filter + ") { return null; } catch (Exception ex) { return null; }").Shape.Covered);

    [Theory]
    [InlineData("", true)]
    [InlineData("catch (OperationCanceledException) when (token.IsCancellationRequested) { throw; }", false)]
    public void Cancellation_IsSwallowed(string earlier, bool expected) =>
        Assert.Equal(expected, Read(earlier + " catch (Exception ex) { return null; }").Shape.SwallowsCancellation);

    [Fact]
    public void Failures_AreThoseOfTheCalls()
    {
        var (_, failures) = Read("catch (Exception) { return null; }");
        Assert.Equal("GetStringAsync", Assert.Single(failures.Calls).Call.Name);
        Assert.Equal(FailureKinds.Transport | FailureKinds.Timeout, failures.Kinds);
        Assert.Equal(["HttpRequestException", "TaskCanceledException"], failures.Types.Select(static t => t.Name));
    }

    [Fact]
    public void Failures_DoNotDependOnWhoReadTheCallBefore()
    {
        var (_, failures) = Read("catch (Exception) { return null; }", callIsReadBefore: true);
        Assert.Equal(FailureKinds.Transport | FailureKinds.Timeout, failures.Kinds);
    }

    private static (CatchShape Shape, TryFailures Failures) Read(string clauses, bool callIsReadBefore = false)
    {
        var source = CatchSource.Service($$"""
            private Exception? _last;
            private int _count;

            public async Task<object?> GetAsync(CancellationToken token)
            {
                try
                {
                    return await client.GetStringAsync("x");
                }
                {{clauses}}
            }

            private void Help() => _count = 0;
            """);
        var compilation = CSharpCompilation.Create(
            "Test", [CSharpSyntaxTree.ParseText(source)], TestReferences.Default.References, new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        var tree = compilation.SyntaxTrees[0];
        var clause = tree.GetRoot().DescendantNodes().OfType<CatchClauseSyntax>().Last();
        var model = IntegrationModel.For(compilation);
        if (callIsReadBefore)
        {
            // By another semantic model, whose operations are others for the same code.
            var call = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().First(static node => node.ToString().Contains("GetStringAsync"));
            Assert.NotEmpty(model.Summaries.Reach((IInvocationOperation)model.Source.Model(tree).GetOperation(call)!, CancellationToken.None));
        }

        var catches = model.Catches;
        var shape = catches.Read(clause, compilation.GetSemanticModel(tree), CancellationToken.None)!;
        return (shape, catches.FailuresOf(shape.Try, CancellationToken.None));
    }
}
