using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>A base address whose path does not reach the requests that are sent under it.</summary>
/// <param name="Base">The address as written.</param>
/// <param name="Address">The value, as the base address is set to it.</param>
/// <param name="EndsOpen">Whether it lacks the slash at its end.</param>
/// <param name="Relative">What one of the requests asks for, as far as the code says it.</param>
/// <param name="Rooted">The addresses of the requests that begin with a slash and so leave the base's path out.</param>
internal sealed record LostPath(string Base, IOperation Address, bool EndsOpen, string Relative, ImmutableArray<IOperation> Rooted);
