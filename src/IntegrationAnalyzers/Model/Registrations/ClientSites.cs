using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>Which registered client a place in the registrations themselves is about.</summary>
internal sealed class ClientSites(ClientRegistrations registrations)
{
    /// <summary>Those that a library generates for the type: Refit's and gRPC's are asked for by it.</summary>
    public IEnumerable<RegisteredClient> Generating(ITypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var client in registrations.For(type, cancellationToken))
        {
            if (client.Registrations[0].IsGenerated)
                yield return client;
        }
    }

    /// <summary>That whose registration makes the client there.</summary>
    public IEnumerable<RegisteredClient> Making(IObjectCreationOperation creation, CancellationToken cancellationToken)
    {
        foreach (var client in registrations.Clients(cancellationToken))
        {
            if (client.Registrations[0] is { Kind: RegistrationKind.Plain, Invocation.Syntax: var site } && site.SyntaxTree == creation.Syntax.SyntaxTree && site.Span.Contains(creation.Syntax.Span))
                yield return client;
        }
    }

    /// <summary>That which a delegate of its registration is handed: <c>AddTypedClient(http => RestService.For&lt;T&gt;(http))</c>.</summary>
    public IEnumerable<RegisteredClient> Configuring(IOperation reference, CancellationToken cancellationToken)
    {
        foreach (var node in reference.Syntax.Ancestors())
        {
            if (node is not InvocationExpressionSyntax invocation)
                continue;
            foreach (var client in registrations.Clients(cancellationToken))
            {
                foreach (var step in client.Steps)
                {
                    if (step.Invocation.Syntax == invocation)
                        yield return client;
                }
            }

            yield break;
        }
    }
}
