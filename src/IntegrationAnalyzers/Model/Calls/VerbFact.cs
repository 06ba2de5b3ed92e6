using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Calls;

/// <summary>
/// The verb of a call, or the parameter of the enclosing function that says it (an <c>HttpMethod</c>, a request message, a method enum): then
/// each caller's argument decides.
/// </summary>
internal readonly record struct VerbFact(HttpVerb Verb, IParameterSymbol? From = null)
{
    public static VerbFact Unknown => default;
}
