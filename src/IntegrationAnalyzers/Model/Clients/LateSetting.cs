using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>A setting of a client that holds only until its first request, set where requests may have been sent.</summary>
/// <param name="Assignment">Where it is set.</param>
/// <param name="Property">Which.</param>
/// <param name="Holder">What holds the client: a field, a property, a parameter of the type.</param>
internal sealed record LateSetting(ISimpleAssignmentOperation Assignment, IPropertySymbol Property, ISymbol Holder);
