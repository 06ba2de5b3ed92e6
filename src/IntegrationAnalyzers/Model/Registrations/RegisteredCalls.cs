using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>Which outbound calls of the compilation go through which registered client.</summary>
internal sealed class RegisteredCalls
{
    private readonly Dictionary<RegisteredClient, ImmutableArray<OutboundCall>.Builder> _calls = new();

    private RegisteredCalls()
    {
    }

    public ImmutableArray<OutboundCall> Of(RegisteredClient client) =>
        _calls.TryGetValue(client, out var calls) ? calls.ToImmutable() : ImmutableArray<OutboundCall>.Empty;

    public static RegisteredCalls Read(
        ClientRegistrations registrations, SourceIndex source, OutboundCalls calls, CallNames names, CancellationToken cancellationToken)
    {
        var result = new RegisteredCalls();
        foreach (var tree in source.Compilation.SyntaxTrees)
        {
            if (!names.IsClientTree(tree))
                continue;
            foreach (var type in TreeIndex.Of(tree).Types)
            {
                foreach (var member in type.Members)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (CallNames.MentionsCall(member.Words) && Body(member, tree, source, cancellationToken) is { } body)
                        result.Add(body, registrations, calls, cancellationToken);
                }
            }
        }

        result.AddGenerated(registrations, source, calls, cancellationToken);
        return result;
    }

    private static IOperation? Body(MemberEntry member, SyntaxTree tree, SourceIndex source, CancellationToken cancellationToken)
    {
        var node = tree.GetRoot(cancellationToken).FindNode(member.Span);
        var declaration = node as CompilationUnitSyntax ?? (SyntaxNode?)node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node;
        return source.Model(tree).GetDeclaredSymbol(declaration, cancellationToken) switch
        {
            IMethodSymbol method => source.Body(method, cancellationToken),
            IPropertySymbol { GetMethod: { } getter } => source.Body(getter, cancellationToken),
            _ => null,
        };
    }

    private void Add(IOperation body, ClientRegistrations registrations, OutboundCalls calls, CancellationToken cancellationToken)
    {
        foreach (var operation in body.Tree())
        {
            if (operation is IInvocationOperation invocation && calls.Read(invocation, cancellationToken) is { Client: { } client } call)
            {
                foreach (var registered in registrations.Behind(client, cancellationToken))
                    Add(registered, call);
            }
        }
    }

    /// <summary>The calls of Refit's and gRPC's clients are the members of the registered type itself.</summary>
    private void AddGenerated(ClientRegistrations registrations, SourceIndex source, OutboundCalls calls, CancellationToken cancellationToken)
    {
        foreach (var client in registrations.Clients(cancellationToken))
        {
            var registration = client.Registrations[0];
            if (registration.ClientType is not { } type || !registration.IsGenerated)
                continue;
            foreach (var member in type.GetMembers())
            {
                if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } || source.Uses(member, cancellationToken) is not { } uses)
                    continue;
                foreach (var use in uses)
                {
                    if (use.Operation(cancellationToken) is IInvocationOperation invocation && calls.Read(invocation, cancellationToken) is { Client: { } sender } call &&
                        registrations.Behind(sender, cancellationToken).Contains(client))
                    {
                        Add(client, call);
                    }
                }
            }
        }
    }

    private void Add(RegisteredClient client, OutboundCall call)
    {
        if (!_calls.TryGetValue(client, out var calls))
            _calls.Add(client, calls = ImmutableArray.CreateBuilder<OutboundCall>());
        foreach (var known in calls)
        {
            if (known.Operation.Syntax == call.Operation.Syntax)
                return;
        }

        calls.Add(call);
    }
}
