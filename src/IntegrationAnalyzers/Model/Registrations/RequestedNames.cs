using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>
/// The names by which a client may be asked for: what the code says there, what the callers of a helper or those who derive from the class hand it (<c>base(factory, "orders")</c>),
/// and what derived classes answer for <c>protected abstract string ClientName { get; }</c>.
/// </summary>
internal sealed class RequestedNames(SourceIndex source, CancellationToken cancellationToken)
{
    private const int MaxDepth = 4;

    private readonly List<string> _found = [];
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    /// <summary>All that are found; none where they come from out of sight.</summary>
    public IReadOnlyList<string> Of(IOperation name)
    {
        Value(name, 0);
        return _found;
    }

    private void Value(IOperation name, int depth)
    {
        if (depth > MaxDepth)
            return;
        cancellationToken.ThrowIfCancellationRequested();
        if (name.Unwrap() is IPropertyReferenceOperation { Property: { Parameters.IsEmpty: true, OriginalDefinition: var answered } })
            Answered(answered, depth);
        if (HelperPath.Empty.Text(name, source, cancellationToken) is { } text)
        {
            if (!_found.Contains(text))
                _found.Add(text);
            return;
        }

        switch (ValueOrigin.Of(name, source, cancellationToken))
        {
            case IParameterReferenceOperation { Parameter: var parameter } when _visited.Add(parameter.OriginalDefinition):
                foreach (var handed in HandedArguments.Of(parameter, source, cancellationToken))
                    Value(handed, depth + 1);
                break;
            case IFieldReferenceOperation { Field.OriginalDefinition: var field } when _visited.Add(field):
                Assigned(field, depth);
                break;
            case IPropertyReferenceOperation { Property: { Parameters.IsEmpty: true, OriginalDefinition: var property } } when _visited.Add(property):
                Assigned(property, depth);
                break;
        }
    }

    private void Assigned(ISymbol member, int depth)
    {
        if (!source.IsSource(member))
            return;
        foreach (var declared in DeclaredValues.Of(member, source, cancellationToken))
            Value(declared, depth + 1);
        foreach (var use in source.Uses(member, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            if (use.Assigned(cancellationToken) is { } assigned)
                Value(assigned, depth + 1);
        }
    }

    /// <summary>What derived classes return for it.</summary>
    private void Answered(IPropertySymbol property, int depth)
    {
        if (property is not { GetMethod: { } getter } || !(property.IsAbstract || property.IsVirtual) || !source.IsSource(property))
            return;
        foreach (var overriding in source.ImplementationsOf(getter, cancellationToken))
        {
            foreach (var returned in source.Body(overriding, cancellationToken)?.Returned() ?? [])
                Value(returned, depth + 1);
        }
    }
}
