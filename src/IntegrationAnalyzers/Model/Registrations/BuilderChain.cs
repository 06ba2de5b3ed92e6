using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>
/// Follows a client's builder through all that is done to it, in the order of the source: the fluent chain, a local or field that keeps it, methods of this
/// compilation that are handed it.
/// </summary>
internal sealed class BuilderChain(IOperation start, SourceIndex source, CancellationToken cancellationToken)
{
    private const int MaxDepth = 4;
    private const int MaxSteps = 100;

    private readonly ImmutableArray<RegistrationStep>.Builder _steps = ImmutableArray.CreateBuilder<RegistrationStep>();
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the builder goes where it cannot be followed.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The function that hands the builder to its callers; null where none does.</summary>
    public IMethodSymbol? ReturnedBy { get; private set; }

    public ImmutableArray<RegistrationStep> Steps => _steps.ToImmutable();

    /// <summary>What is done to the value of the operation.</summary>
    public void Follow(IOperation value, HelperPath path, bool isConditional)
    {
        value = value.Wrapped();
        switch (value.Parent)
        {
            case IInvocationOperation call when call.Instance == value:
                Step(call, null, path, isConditional);
                break;
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                Step(call, argument.Parameter, path, isConditional);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                Uses(local, path, isConditional);
                break;
            case ISimpleAssignmentOperation { Target: var target } assignment when assignment.Value == value:
                IsOpen |= target is IMemberReferenceOperation { Member.DeclaredAccessibility: not Accessibility.Private };
                if (target.ReferencedSymbol() is { } holder)
                    Uses(holder, path, isConditional);
                else
                    IsOpen |= target is not IDiscardOperation;
                break;
            case ISymbolInitializerOperation initializer:
                IsOpen |= !Holders(initializer, path, isConditional);
                break;
            case IReturnOperation returned:
                Returned(returned);
                break;
            case IExpressionStatementOperation or IPropertyReferenceOperation or null:
                break;
            default:
                IsOpen = true;
                break;
        }
    }

    /// <summary>What is done to the builder that a delegate is handed: <c>ConfigureHttpClientDefaults(http => …)</c>.</summary>
    public void FollowDelegate(IOperation? value, HelperPath path)
    {
        var target = path.Resolve(value, source, cancellationToken) is IDelegateCreationOperation creation ? creation.Target.Unwrap() : null;
        var method = target switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            IMethodReferenceOperation reference => reference.Method,
            _ => null,
        };
        if (method?.Parameters.FirstOrDefault(static p => RegistrationApis.IsBuilder(p.Type)) is { } parameter)
            Uses(parameter, path, false);
        else
            IsOpen = true;
    }

    private bool Holders(ISymbolInitializerOperation initializer, HelperPath path, bool isConditional)
    {
        var symbols = initializer switch
        {
            IFieldInitializerOperation field => field.InitializedFields.CastArray<ISymbol>(),
            IPropertyInitializerOperation property => property.InitializedProperties.CastArray<ISymbol>(),
            _ => ImmutableArray<ISymbol>.Empty,
        };
        foreach (var symbol in symbols)
            Uses(symbol, path, isConditional);
        return !symbols.IsEmpty;
    }

    private void Uses(ISymbol symbol, HelperPath path, bool isConditional)
    {
        if (!_visited.Add(symbol.OriginalDefinition))
            return;
        if (source.Uses(symbol, cancellationToken) is not { } uses)
        {
            IsOpen = true;
            return;
        }

        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is { } operation && !(operation.Parent is IAssignmentOperation set && set.Target == operation))
                Follow(operation, path, isConditional);
        }

        // Another helper that is handed the same builder's parameter goes through it anew.
        if (symbol is IParameterSymbol)
            _visited.Remove(symbol.OriginalDefinition);
    }

    private void Returned(IReturnOperation returned)
    {
        if (returned.EnclosingFunction() is { MethodKind: not MethodKind.AnonymousFunction } function && ReturnedBy is null)
            ReturnedBy = function.OriginalDefinition;
        else
            IsOpen = true;
    }

    private void Step(IInvocationOperation call, IParameterSymbol? parameter, HelperPath path, bool isConditional)
    {
        if (_steps.Count >= MaxSteps)
        {
            IsOpen = true;
            return;
        }

        isConditional |= IsConditional(call);
        var method = call.TargetMethod;
        if (source.IsSource(method))
            Enter(call, method, parameter, path, isConditional);
        else
            _steps.Add(StepReader.Read(call, path, isConditional, source, cancellationToken));

        if (RegistrationApis.IsBuilder(call.Type))
            Follow(call, path, isConditional);
    }

    private void Enter(IInvocationOperation call, IMethodSymbol method, IParameterSymbol? parameter, HelperPath path, bool isConditional)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        var block = parameter is null && method.ContainingType is { Name.Length: 0 } extended ? extended.OriginalDefinition : null;
        if (parameter is null && block is null || path.Calls.Length >= MaxDepth || source.Implementation(definition, cancellationToken) is not { } implementation ||
            source.Body(implementation, cancellationToken) is not { } body)
        {
            _steps.Add(new RegistrationStep(RegistrationStepKind.Unknown, call, path, isConditional) { Bounds = Certainty.Unknown });
            return;
        }

        // What the helper returns is the builder that it was handed: its callers' chain is followed from the call itself.
        var outer = ReturnedBy;
        ReturnedBy = null;
        var wasOpen = IsOpen;
        if (parameter is not null)
            Uses(implementation.Parameters[parameter.Ordinal], path.Add(call), isConditional);
        else
            BlockUses(body, block!, path.Add(call), isConditional);
        if (ReturnedBy is not null && !wasOpen && !RegistrationApis.IsBuilder(call.Type))
            IsOpen = true;
        ReturnedBy = outer;
    }

    /// <summary>A member of a C# 14 extension block names the builder as a parameter of the block, which is none of its own.</summary>
    private void BlockUses(IOperation body, INamedTypeSymbol block, HelperPath path, bool isConditional)
    {
        foreach (var operation in body.Tree())
        {
            if (operation is IParameterReferenceOperation { Parameter.ContainingSymbol: INamedTypeSymbol owner } && SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, block))
                Follow(operation, path, isConditional);
        }
    }

    /// <summary>A registration and its step may stand under one <c>if</c>: only what stands round the step alone counts.</summary>
    private bool IsConditional(IInvocationOperation call)
    {
        IOperation outer = call;
        while (outer.Parent is { } parent && !(parent.Syntax.SyntaxTree == start.Syntax.SyntaxTree && parent.Syntax.Span.Contains(start.Syntax.Span)))
            outer = parent;
        return Conditions.Between(call, outer);
    }
}
