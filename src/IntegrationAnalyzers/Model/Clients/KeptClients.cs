using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>What keeps a client from call to call, seen from a place that uses it.</summary>
internal sealed class KeptClients(SourceIndex source)
{
    /// <summary>The field, stored property or constructor's parameter; null for a client of the call's own or of somebody else's.</summary>
    public ISymbol? Holder(IOperation client, CancellationToken cancellationToken)
    {
        switch (Held(client.Unwrap(), cancellationToken))
        {
            case IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: var field } when source.IsSource(field):
                return field;
            case IPropertyReferenceOperation { Instance: IFieldReferenceOperation { Field: var lazy } } value when IsLazyValue(value) && source.IsSource(lazy):
                return lazy;
            case IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Property: var property } when source.IsSource(property):
                return IsStored(property) ? property : Passed(property, cancellationToken) is { } passed ? Holder(passed, cancellationToken) : null;
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter } reference
                when reference.EnclosingFunction() is { } function && !SymbolEqualityComparer.Default.Equals(function, constructor):
                return parameter;
            default:
                return null;
        }
    }

    /// <summary>Of what keeps the client, and of the property by which it is handed out.</summary>
    public ImmutableArray<SymbolUse>? Uses(IOperation client, ISymbol holder, CancellationToken cancellationToken)
    {
        var uses = source.Uses(holder, cancellationToken);
        return Held(client.Unwrap(), cancellationToken) is IPropertyReferenceOperation { Property: var property } && !SymbolEqualityComparer.Default.Equals(property, holder)
            ? source.Uses(property, cancellationToken) is { } others && uses is { } own ? own.AddRange(others) : null
            : uses;
    }

    /// <summary>What a property without a store of its own hands out: <c>protected HttpClient Client => _client;</c></summary>
    private IOperation? Passed(IPropertySymbol property, CancellationToken cancellationToken)
    {
        if (property is not { IsVirtual: false, IsAbstract: false, IsOverride: false, GetMethod: { } getter } || source.Body(getter, cancellationToken) is not { } body)
            return null;
        return body.OnlyReturned() is { } only && (only is IFieldReferenceOperation or IParameterReferenceOperation || IsLazyValue(only)) ? only : null;
    }

    private static bool IsLazyValue(IOperation value) => value is IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "Lazy" } };

    /// <summary>What a local that is assigned once stands for; a member stays itself.</summary>
    private IOperation Held(IOperation client, CancellationToken cancellationToken)
    {
        if (client is not ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: [var reference] } } || ValueOrigin.Of(client, source, cancellationToken) == client ||
            reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value })
        {
            return client;
        }

        return source.Model(reference.SyntaxTree).GetOperation(value, cancellationToken)?.Unwrap() ?? client;
    }

    private static bool IsStored(IPropertySymbol property)
    {
        foreach (var member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, property))
                return true;
        }

        return false;
    }
}
