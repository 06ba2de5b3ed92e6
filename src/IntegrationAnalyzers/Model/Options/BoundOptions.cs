using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Options;

/// <summary>Options that are bound to configuration and that an outbound client is made from.</summary>
/// <param name="Name">Where the binding names the type: <c>Configure&lt;T&gt;</c>.</param>
/// <param name="Type">The options.</param>
/// <param name="Member">The member that reaches the client.</param>
/// <param name="Sink">Where it does.</param>
/// <param name="IsValidated">Whether some step checks the values when they are first read.</param>
internal sealed record BoundOptions(GenericNameSyntax Name, INamedTypeSymbol Type, ISymbol Member, Location? Sink, bool IsValidated);
