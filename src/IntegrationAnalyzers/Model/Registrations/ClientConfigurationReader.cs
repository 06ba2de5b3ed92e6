using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>Reads what a delegate, or a method that takes a client, sets on the client: by itself and through methods of this compilation.</summary>
internal sealed class ClientConfigurationReader(SourceIndex source, CancellationToken cancellationToken)
{
    private const int MaxDepth = 3;

    private readonly ImmutableArray<ClientSetting>.Builder _settings = ImmutableArray.CreateBuilder<ClientSetting>();
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);
    private bool _isWhole = true;

    /// <summary>What the delegate does to the first <c>HttpClient</c> among its parameters.</summary>
    public static ClientConfiguration OfDelegate(IOperation? value, HelperPath path, SourceIndex source, CancellationToken cancellationToken)
    {
        var reader = new ClientConfigurationReader(source, cancellationToken);
        reader.Delegate(path.Resolve(value, source, cancellationToken), path);
        return reader.Result();
    }

    /// <summary>What the method's body does to the client that it is handed by the parameter.</summary>
    public static ClientConfiguration OfParameter(IParameterSymbol parameter, SourceIndex source, CancellationToken cancellationToken)
    {
        var reader = new ClientConfigurationReader(source, cancellationToken);
        reader.Parameter(parameter, HelperPath.Empty, false, 0);
        return reader.Result();
    }

    private ClientConfiguration Result() => new(_settings.ToImmutable(), _isWhole);

    private void Delegate(IOperation? value, HelperPath path)
    {
        // A helper's "Action<HttpClient>? configure = null" that its caller left out does nothing.
        if (value is null or ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation)
            return;

        var target = value is IDelegateCreationOperation creation ? creation.Target.Unwrap() : value;
        var method = target switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            IMethodReferenceOperation reference => reference.Method,
            _ => null,
        };
        if (Client(method) is { } parameter)
            Parameter(parameter, path, false, 0);
        else
            _isWhole = false;
    }

    private static IParameterSymbol? Client(IMethodSymbol? method)
    {
        foreach (var parameter in method?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (parameter.Type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpClient"))
                return parameter;
        }

        return null;
    }

    private void Parameter(IParameterSymbol parameter, HelperPath path, bool isConditional, int depth)
    {
        if (!_visited.Add(parameter.OriginalDefinition))
            return;
        if (depth > MaxDepth || parameter.ContainingSymbol is not IMethodSymbol method || source.Body(method, cancellationToken) is not { } body)
        {
            _isWhole = false;
            return;
        }

        foreach (var operation in body.Tree())
        {
            if (operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter.OriginalDefinition, parameter.OriginalDefinition))
                Use(reference, body, path, isConditional, depth);
        }
    }

    private void Use(IParameterReferenceOperation reference, IOperation body, HelperPath path, bool isConditional, int depth)
    {
        var value = reference.Wrapped();
        switch (value.Parent)
        {
            case IPropertyReferenceOperation { Instance: var instance } property when instance == value:
                if (property.Setting() is { } set && property.Given() is { } given)
                    Set(property.Property.Name, set, given, path, isConditional || Conditions.Between(set, body));
                break;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } call } argument:
                Handed(argument, method, call, path, isConditional || Conditions.Between(call, body), depth);
                break;
            case IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } argument:
                // "c => new Client(c)": the constructor is looked at as the client's own.
                if (!source.IsSource(constructor) && !ClientTypes.WrapsAsIs(constructor) || argument.Parameter is null)
                    _isWhole = false;
                break;
            case IInvocationOperation or IExpressionStatementOperation or IMemberReferenceOperation or INameOfOperation:
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation or IDiscardOperation }:
            case ITupleOperation when value.Taker() is IMemberReferenceOperation or IDiscardOperation:
            case IFieldInitializerOperation or IPropertyInitializerOperation or IBinaryOperation or IIsPatternOperation or ICoalesceOperation:
                break;
            default:
                _isWhole = false;
                break;
        }
    }

    private void Handed(IArgumentOperation argument, IMethodSymbol method, IInvocationOperation call, HelperPath path, bool isConditional, int depth)
    {
        if (source.IsSource(method) && argument.Parameter is { } parameter)
        {
            var definition = (method.ReducedFrom ?? method).OriginalDefinition;
            Parameter(definition.Parameters[parameter.Ordinal], path.Add(call), isConditional, depth + 1);
            return;
        }

        // Sending through it, guarding it and Refit's wrapping set nothing.
        if (!SendingMembers.HasName(method.Name) && !ClientTypes.WrapsAsIs(method) && method.Name is not ("ThrowIfNull" or "ReferenceEquals"))
            _isWhole = false;
    }

    private void Set(string member, IOperation set, IOperation given, HelperPath path, bool isConditional)
    {
        var value = path.Resolve(given, source, cancellationToken);
        _settings.Add(new ClientSetting(
            member,
            set,
            given,
            isConditional,
            member == "Timeout" ? TimeSpanValue.Of(value, v => path.Resolve(v, source, cancellationToken)) : null,
            member == "BaseAddress" ? Address(value, path) : null));
    }

    /// <summary><c>new Uri("…")</c></summary>
    private string? Address(IOperation? value, HelperPath path) =>
        value is IObjectCreationOperation { Arguments: [{ Value: var text }, ..], Type.Name: "Uri" } ? path.Text(text, source, cancellationToken) : null;
}
