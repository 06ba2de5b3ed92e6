using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>A place that holds its thread until an outbound call is answered.</summary>
/// <param name="Whole">The expression whose value is the answer: <c>task.Result</c>, <c>task.Wait()</c>, <c>task.GetAwaiter().GetResult()</c>.</param>
/// <param name="Name">The member that waits.</param>
/// <param name="Task">The task that is waited for, as written.</param>
/// <param name="Waited">The name of what was called.</param>
/// <param name="Via">The name of the outbound call behind it, null where that is what was called.</param>
/// <param name="Function">The function that holds its thread.</param>
/// <param name="IsOfferedBesideAsync">Whether a library offers that function beside an asynchronous one of the same name.</param>
/// <param name="IsLeft">
/// Whether owners leave it: somebody above has to be synchronous, and nobody is asynchronous (<see cref="WaitCallers"/>), or the answer is there already (<see cref="BufferedBodies"/>).
/// </param>
internal sealed record BlockingWait(
    ExpressionSyntax Whole,
    SimpleNameSyntax Name,
    ExpressionSyntax Task,
    string Waited,
    string? Via,
    IMethodSymbol? Function,
    bool IsOfferedBesideAsync,
    bool IsLeft)
{
    /// <summary>Whether a failure arrives wrapped in an <c>AggregateException</c>, which <c>await</c> would not do.</summary>
    public bool WrapsFailures => Name.Identifier.ValueText != Apis.TaskApis.GetResult;
}
