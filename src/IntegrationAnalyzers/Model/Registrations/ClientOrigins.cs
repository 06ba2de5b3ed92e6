using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>
/// Follows a client back to where the container or the factory gives it: an injected typed client, <c>CreateClient("name")</c>, through fields, base classes, helpers and
/// what constructors are handed.
/// </summary>
internal sealed class ClientOrigins(ClientRegistrations registrations, SourceIndex source, CancellationToken cancellationToken)
{
    private const int MaxDepth = 8;

    private readonly ImmutableArray<RegisteredClient>.Builder _found = ImmutableArray.CreateBuilder<RegisteredClient>();
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);
    private readonly ClientSites _sites = new(registrations);

    public ImmutableArray<RegisteredClient> Of(IOperation client)
    {
        if (registrations.All(cancellationToken).IsEmpty)
            return ImmutableArray<RegisteredClient>.Empty;
        Value(client, 0);
        return _found.ToImmutable();
    }

    private void Add(IEnumerable<RegisteredClient> clients)
    {
        foreach (var client in clients)
            Add(client);
    }

    private void Add(RegisteredClient? client)
    {
        if (client is not null && !_found.Contains(client))
            _found.Add(client);
    }

    private void Value(IOperation value, int depth)
    {
        if (depth > MaxDepth)
            return;
        cancellationToken.ThrowIfCancellationRequested();
        value = ValueOrigin.Of(value, source, cancellationToken);
        switch (value)
        {
            case IInvocationOperation invocation:
                Call(invocation, depth);
                break;
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                Value(choice.WhenTrue, depth + 1);
                Value(otherwise, depth + 1);
                break;
            case ICoalesceOperation coalesce:
                Value(coalesce.Value, depth + 1);
                Value(coalesce.WhenNull, depth + 1);
                break;
            case ISimpleAssignmentOperation assignment:
                Value(assignment.Value, depth + 1);
                break;
            case IConditionalAccessInstanceOperation instance when instance.ConditionalReceiver() is { } receiver:
                Value(receiver, depth + 1);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                Parameter(parameter, value, depth);
                break;
            case ILocalReferenceOperation local:
                foreach (var assigned in AssignedValues.Of(local, source, cancellationToken))
                    Value(assigned, depth + 1);
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation:
                Member(((IMemberReferenceOperation)value).Member, depth);
                break;
            case IObjectCreationOperation creation:
                Add(_sites.Making(creation, cancellationToken));
                break;
        }

        // Refit's and gRPC's clients are asked for by their own type.
        if (value is not (IObjectCreationOperation or IInvocationOperation) && value.Type is { } type && !ClientTypes.IsClient(type))
            Add(_sites.Generating(type, cancellationToken));
    }

    private void Call(IInvocationOperation invocation, int depth)
    {
        var method = invocation.TargetMethod;
        if (RegistrationApis.CreatesClient(method))
        {
            if (invocation.Argument("name") is not { } name)
            {
                Add(registrations.Named("", cancellationToken));
                return;
            }

            foreach (var requested in new RequestedNames(source, cancellationToken).Of(name))
                Add(registrations.Named(requested, cancellationToken));
        }
        else if (RegistrationApis.ResolvesClient(invocation))
        {
            if (RegistrationApis.TakesKey(invocation) && invocation.Argument("serviceKey") is { } key && ValueOrigin.ConstantText(key, source, cancellationToken) is { } keyText)
                Add(registrations.Named(keyText, cancellationToken));
            else
                Unnamed();
        }
        else if (source.IsSource(method) && source.Implementation(method, cancellationToken) is { } implementation && _visited.Add(implementation) &&
            source.Body(implementation, cancellationToken) is { } body)
        {
            foreach (var returned in body.Returned())
                Value(returned, depth + 1);
        }
    }

    private void Parameter(IParameterSymbol parameter, IOperation reference, int depth)
    {
        if (!_visited.Add(parameter.OriginalDefinition) || parameter.ContainingSymbol is not IMethodSymbol method)
            return;
        if (RegistrationApis.Key(parameter) is { } key)
        {
            Add(registrations.Named(key, cancellationToken));
            return;
        }

        switch (method.MethodKind)
        {
            case MethodKind.Constructor:
                Constructor(parameter, method, depth);
                break;
            case MethodKind.AnonymousFunction:
                Add(_sites.Configuring(reference, cancellationToken));
                break;
            default:
                foreach (var argument in HandedArguments.Of(parameter, source, cancellationToken))
                    Value(argument, depth + 1);
                break;
        }
    }

    private void Constructor(IParameterSymbol parameter, IMethodSymbol constructor, int depth)
    {
        var type = constructor.ContainingType;
        var before = _found.Count;
        if (ClientTypes.IsClient(parameter.Type))
            Add(registrations.For(type, cancellationToken));

        foreach (var handed in HandedArguments.Of(parameter, source, cancellationToken))
            Value(handed, depth + 1);

        if (_found.Count == before && ClientTypes.IsClient(parameter.Type))
            Unnamed();
    }

    private void Member(ISymbol member, int depth)
    {
        member = member.OriginalDefinition;
        if (!_visited.Add(member) || !source.IsSource(member))
            return;

        foreach (var declared in DeclaredValues.Of(member, source, cancellationToken))
            Value(declared, depth + 1);

        if (member is IPropertySymbol { GetMethod: { } getter } && source.Body(getter, cancellationToken) is { } body)
        {
            foreach (var returned in body.Returned())
                Value(returned, depth + 1);
        }

        foreach (var use in source.Uses(member, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            if (use.Assigned(cancellationToken) is { } assigned)
                Value(assigned, depth + 1);
        }
    }

    /// <summary>A plain <c>HttpClient</c> from the container: one that was put there, else the factory's without a name.</summary>
    private void Unnamed()
    {
        var isFound = false;
        foreach (var client in registrations.Clients(cancellationToken))
        {
            if (client.Registrations[0] is not { Kind: RegistrationKind.Plain, Invocation: var site } plain)
                continue;
            isFound = true;
            Add(client);
            if (_visited.Add(site.TargetMethod) || plain.Steps.Length > 0)
                Delegated(site);
        }

        if (!isFound)
            Add(registrations.Named("", cancellationToken));
    }

    /// <summary><c>AddScoped(sp => sp.GetRequiredService&lt;IHttpClientFactory&gt;().CreateClient("api"))</c></summary>
    private void Delegated(IInvocationOperation site)
    {
        foreach (var operation in site.Tree())
        {
            if (operation is IInvocationOperation call && RegistrationApis.CreatesClient(call.TargetMethod))
                Call(call, MaxDepth);
        }
    }
}
