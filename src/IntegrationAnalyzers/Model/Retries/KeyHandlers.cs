using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>The handlers of this compilation that add an idempotency key to what they pass on, and the calls that they stand in front of.</summary>
internal sealed class KeyHandlers(IntegrationModel model)
{
    // Asked for each retried write and each client: the files are searched once a compilation.
    private ImmutableArray<SyntaxNode> _declarations;

    /// <summary>Whether there is one.</summary>
    public bool Any(KeyMarks marks, CancellationToken cancellationToken)
    {
        foreach (var _ in All(marks, cancellationToken))
            return true;
        return false;
    }

    /// <summary>Whether one stands in front of the call; unknown where the code does not show where the call's client comes from, or what is added to it.</summary>
    public Certainty Before(OutboundCall call, KeyMarks marks, CancellationToken cancellationToken)
    {
        if (!Any(marks, cancellationToken))
            return Certainty.No;

        var clients = call.Client is { } client ? model.Registrations.Behind(client, cancellationToken) : ImmutableArray<RegisteredClient>.Empty;
        if (clients.IsEmpty)
            return Certainty.Unknown;

        var found = Certainty.No;
        foreach (var registered in clients)
            found = found.Or(Among(registered, marks, cancellationToken));
        return found;
    }

    /// <summary>Whether the handler's type adds a key.</summary>
    public bool Adds(ITypeSymbol handler, KeyMarks marks, CancellationToken cancellationToken)
    {
        foreach (var adding in All(marks, cancellationToken))
        {
            if (handler.IsOrDerivesFrom(adding))
                return true;
        }

        return false;
    }

    /// <summary>Whether one is among the client's handlers.</summary>
    public Certainty On(RegisteredClient client, KeyMarks marks, CancellationToken cancellationToken) =>
        Any(marks, cancellationToken) ? Among(client, marks, cancellationToken) : Certainty.No;

    private Certainty Among(RegisteredClient client, KeyMarks marks, CancellationToken cancellationToken)
    {
        var found = Certainty.No;
        foreach (var registration in client.Registrations)
        {
            if (registration.IsOpen || registration.Kind == RegistrationKind.Plain)
                return Certainty.Unknown;
        }

        foreach (var step in client.Steps)
        {
            var isMessageHandler = step.Kind == RegistrationStepKind.PrimaryHandler || step.Handler == HandlerKind.Message;
            if (step.Kind == RegistrationStepKind.Unknown || step.Handler == HandlerKind.Message && step.HandlerType is null)
                found = found.Or(Certainty.Unknown);
            else if (isMessageHandler && step.HandlerType is { } type && Adds(type, marks, cancellationToken))
                return Certainty.Yes;
        }

        return found;
    }

    private IEnumerable<ITypeSymbol> All(KeyMarks marks, CancellationToken cancellationToken)
    {
        if (_declarations.IsDefault)
            ImmutableInterlocked.InterlockedInitialize(ref _declarations, FindDeclarations(cancellationToken));
        foreach (var declaration in _declarations)
        {
            if (marks.Header(declaration) && model.Source.Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) is ITypeSymbol type)
                yield return type;
        }
    }

    private ImmutableArray<SyntaxNode> FindDeclarations(CancellationToken cancellationToken)
    {
        var declarations = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var tree in model.Source.TreesWith("DelegatingHandler"))
        {
            foreach (var entry in TreeIndex.Of(tree).Types)
            {
                if (entry.BaseNames.Contains("DelegatingHandler"))
                    declarations.Add(tree.GetRoot(cancellationToken).FindNode(entry.Span));
            }
        }

        return declarations.ToImmutable();
    }
}
