using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// Where one client goes: from the expression that makes it, through variables, members, parameters, factories, delegates and containers, to
/// every place that names it. It notes what bounds the client's wait, what calls through it, and where it leaves our sight.
/// </summary>
internal sealed partial class ClientFlow(
    ITypeSymbol clientType, SourceIndex source, OutboundCalls calls, CallDeadlines deadlines, CancellationToken cancellationToken)
{
    /// <summary>How many methods the client is followed into or out of.</summary>
    private const int MaxHops = 4;

    /// <summary>A client named in more places than this is known to nobody.</summary>
    private const int MaxValues = 600;

    private readonly Queue<(IOperation Value, int Hops)> _pending = new();
    private readonly HashSet<SyntaxNode> _values = new();
    private readonly HashSet<ISymbol> _tracked = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> _called = new();
    private readonly Queue<(ISymbol Function, int Hops)> _factories = new();
    private bool _isKept;
    private bool _isInReach;
    private bool _isHeld;
    private bool _isHandedBack;
    private bool _isShared;
    private bool _isUsedOtherwise;

    /// <summary>Where a timeout is set on it.</summary>
    public List<IOperation> Timeouts { get; } = new();

    /// <summary>Where a base address is set on it.</summary>
    public List<IOperation> BaseAddresses { get; } = new();

    public ImmutableArray<ClientCall>.Builder Calls { get; } = ImmutableArray.CreateBuilder<ClientCall>();

    /// <summary>Whether code that we cannot see gets it, and may bound it.</summary>
    public bool Escapes { get; private set; }

    public bool IsFallback { get; private set; }

    public bool IsRegistered { get; private set; }

    /// <summary>A method that anybody may call hands it out, and no call of that method is in sight.</summary>
    public bool IsHandedOutUnseen { get; private set; }

    /// <summary>Whether it outlives the call that makes it: a member, an object or whoever called has it afterwards.</summary>
    public bool Outlives => _isKept || _isHeld || (_isHandedBack && !IsMadeAtEachRead);

    /// <summary>Whether one lives as long as the process: a static member or a container's singleton has it.</summary>
    public bool IsShared => _isShared;

    /// <summary>Whether nothing is sent through it: all that names it is seen, and sets it up at most.</summary>
    public bool IsIdle => Calls.Count == 0 && !_isInReach && !_isHeld && !_isHandedBack && !Escapes && !IsRegistered && !IsHandedOutUnseen && !IsWrapped && !_isUsedOtherwise;

    /// <summary>Whether the value is a place that names the client, one of those that were followed.</summary>
    public bool Holds(IOperation value) => _values.Contains(value.Unwrap().Syntax);

    /// <summary>Follows the value to its end.</summary>
    public void Run(IOperation value)
    {
        Run(value, 0);
    }

    /// <summary>Follows what a variable, member or parameter holds.</summary>
    public void RunFrom(ISymbol holder)
    {
        Track(holder, 0);
        Drain();
    }

    private void Run(IOperation value, int start)
    {
        Follow(value, start);
        Drain();
    }

    private void Drain()
    {
        while (!Escapes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_values.Count > MaxValues)
            {
                Escapes = true;
            }
            else if (_pending.Count > 0)
            {
                var (next, hops) = _pending.Dequeue();
                Step(next, hops);
            }
            else if (_factories.Count > 0)
            {
                var (function, hops) = _factories.Dequeue();
                HandedOut(function, hops);
            }
            else
            {
                break;
            }
        }
    }

    private void Follow(IOperation? value, int hops)
    {
        if (value is null)
            return;
        if (hops > MaxHops)
            Escapes = true;
        else if (_values.Add(value.Syntax) || value is not (ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation))
            _pending.Enqueue((value, hops));
    }

    /// <summary>A member has it from now on.</summary>
    private void Keep(ISymbol member, int hops)
    {
        _isKept = true;
        _isInReach |= member.DeclaredAccessibility is Accessibility.Public or Accessibility.ProtectedOrInternal;
        Track(member, hops);
    }

    /// <summary>Follows every place that names the symbol.</summary>
    private void Track(ISymbol symbol, int hops)
    {
        if (!_tracked.Add(symbol.OriginalDefinition))
            return;
        _isShared |= symbol switch
        {
            IFieldSymbol { IsStatic: true } field => field.Type.TypeKind != TypeKind.Delegate,
            IPropertySymbol { IsStatic: true } property => property.Type.TypeKind != TypeKind.Delegate,
            _ => false,
        };
        if (source.Uses(symbol, cancellationToken) is not { } uses)
        {
            Escapes = true;
            return;
        }

        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is { } operation && !IsWrittenOnly(operation))
                Follow(operation, hops);
        }

        foreach (var alias in Aliases.Of(symbol))
        {
            if (source.IsSource(alias))
                Track(alias, hops);
            else
                Escapes = true;
        }

        if (symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: true } constructor } parameter)
        {
            foreach (var member in constructor.ContainingType.GetMembers(parameter.Name))
                Track(member, hops);
        }
    }

    private static bool IsWrittenOnly(IOperation operation) => operation.Parent switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target == operation,
        ITupleOperation => operation.Setting() is not null,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        _ => false,
    };

    /// <summary>The value leaves a function: whoever calls the function has it.</summary>
    private void Returned(IOperation value, int hops)
    {
        _isHandedBack = true;
        for (var parent = value.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    Follow(lambda, hops);
                    return;
                case ILocalFunctionOperation local:
                    Factory(local.Symbol, hops);
                    return;
            }
        }

        switch (value.EnclosingFunction())
        {
            case { AssociatedSymbol: IPropertySymbol property }:
                _isOfProperty = true;
                Factory(property, hops);
                break;
            case { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method:
                Factory(method, hops);
                break;
            case null:
                // The body of an expression-bodied property has its symbol, not its accessor.
                if (value.SemanticModel?.GetEnclosingSymbol(value.Syntax.SpanStart, cancellationToken) is IPropertySymbol direct)
                {
                    _isOfProperty = true;
                    Factory(direct, hops);
                }
                else
                {
                    Escapes = true;
                }

                break;
            default:
                Escapes = true;
                break;
        }
    }
}
