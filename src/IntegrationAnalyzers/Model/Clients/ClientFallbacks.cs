using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Tells a client that stands in for one the caller did not hand in from one that the code means to have.</summary>
internal static class ClientFallbacks
{
    /// <summary>Whether the value comes from outside the function: a parameter, an injected factory, a member that others set.</summary>
    public static bool IsInjected(IOperation value, SourceIndex source, CancellationToken cancellationToken)
    {
        var origin = ValueOrigin.Of(value, source, cancellationToken);
        while (origin is IConditionalAccessOperation access)
            origin = access.WhenNotNull.Unwrap();
        switch (origin)
        {
            case IParameterReferenceOperation:
            case IInvocationOperation:
                return true;
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return IsInjected(choice.WhenTrue, source, cancellationToken) && IsInjected(otherwise, source, cancellationToken);
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member:
                return !source.IsSource(member.Member) || IsSettable(member.Member, source) || IsAssignedFromOutside(member.Member, source, cancellationToken);
            default:
                return false;
        }
    }

    /// <summary>The client that a registration hands to its configuration is the factory's: none that the container was given ready-made.</summary>
    public static bool IsConfigured(IOperation client)
    {
        if (client.Unwrap() is not IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda })
            return false;
        for (var parent = client.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is not IAnonymousFunctionOperation { Symbol: var symbol } function || !SymbolEqualityComparer.Default.Equals(symbol, lambda))
                continue;
            return function.AsDelegate().Parent is IArgumentOperation { Parent: IInvocationOperation call } && call.Receiver()?.Unwrap().Type is { } type && (RegistrationApis.IsBuilder(type) || RegistrationApis.IsHost(type));
        }

        return false;
    }

    /// <summary>Whether other code may replace the property's or field's value: then its initializer is only a default.</summary>
    public static bool IsSettable(ISymbol member, SourceIndex source)
    {
        if (!member.IsVisibleOutside() || source.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication)
            return false;
        return member switch
        {
            IPropertySymbol { SetMethod: { } setter } => setter.DeclaredAccessibility == Accessibility.Public,
            IFieldSymbol field => !field.IsReadOnly && field.DeclaredAccessibility == Accessibility.Public,
            _ => false,
        };
    }

    /// <summary><c>if (factory != null) client = factory.CreateClient(); else client = new HttpClient();</c></summary>
    public static bool IsOtherBranch(ISimpleAssignmentOperation assignment, SourceIndex source, CancellationToken cancellationToken)
    {
        for (IOperation current = assignment; current.Parent is { } parent and not IAnonymousFunctionOperation; current = parent)
        {
            if (parent is not IConditionalOperation { WhenTrue: var one, WhenFalse: { } two } choice || choice.Condition == current)
                continue;
            foreach (var operation in (current == one ? two : one).Tree())
            {
                if (operation is ISimpleAssignmentOperation other && other.Target.ReferencedSymbol() is { } target &&
                    SymbolEqualityComparer.Default.Equals(target, assignment.Target.ReferencedSymbol()) && !IsOfOneFactory(other.Value, assignment.Value) &&
                    IsInjected(other.Value, source, cancellationToken))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether both branches make their client by the same method: neither was handed in.</summary>
    private static bool IsOfOneFactory(IOperation one, IOperation other) =>
        one.Unwrap() is IInvocationOperation { TargetMethod: var first } && other.Unwrap() is IInvocationOperation { TargetMethod: var second } &&
        SymbolEqualityComparer.Default.Equals(first.OriginalDefinition, second.OriginalDefinition);

    /// <summary>Whether the call leads from one overload to the next, which takes the client: the shorter one brings the default.</summary>
    public static bool IsOverload(IMethodSymbol called, IMethodSymbol? caller)
    {
        while (caller is { MethodKind: MethodKind.AnonymousFunction, ContainingSymbol: IMethodSymbol outer })
            caller = outer;
        return caller is not null && called.Name == caller.Name && called.Parameters.Length > caller.Parameters.Length &&
            SymbolEqualityComparer.Default.Equals(called.ContainingType.OriginalDefinition, caller.ContainingType.OriginalDefinition);
    }

    private static bool IsAssignedFromOutside(ISymbol member, SourceIndex source, CancellationToken cancellationToken)
    {
        if (source.Uses(member, cancellationToken) is not { } uses)
            return true;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is { Parent: ISimpleAssignmentOperation assignment } target && assignment.Target == target &&
                assignment.Value.Unwrap() is not (IObjectCreationOperation or ILiteralOperation or IDefaultValueOperation) &&
                ClientTypes.IsClient(assignment.Value.Unwrap().Type))
            {
                return true;
            }
        }

        return false;
    }
}
