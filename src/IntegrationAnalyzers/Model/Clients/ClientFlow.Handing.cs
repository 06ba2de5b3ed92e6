using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <content>The client as an argument, or as the receiver of an extension.</content>
internal sealed partial class ClientFlow
{
    /// <summary>The client is handed to a method or constructor.</summary>
    private void Argument(IArgumentOperation argument, IOperation value, int hops)
    {
        var method = argument.Parent switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IObjectCreationOperation { Constructor: { } constructor } => constructor,
            _ => null,
        };
        if (method is null || argument.Parameter is not { } parameter)
        {
            Escapes = true;
            return;
        }

        var function = value.EnclosingFunction();
        if (ClientFallbacks.IsOverload(method, function))
            IsFallback = true;

        _isShared |= argument.Parent is IObjectCreationOperation made && IsMadeOnce(made);
        if (argument.Parent is IObjectCreationOperation holder && UnreadHolders.Have(holder, source, cancellationToken))
            _isKept = true;
        else if (source.IsSource(method))
            HandOn(method, parameter, hops);
        else
            HandOut(argument, method, parameter, value, hops);
    }

    /// <summary>Whether the object that takes the client is a container's singleton, or a part of one: <c>AddSingleton(_ => new Gateway(new HttpClient()))</c>.</summary>
    private static bool IsMadeOnce(IOperation made)
    {
        for (var parent = made.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    return ClientTypes.RegistersOnce(call.TargetMethod);
                case IArgumentOperation or IObjectCreationOperation or IConversionOperation or IReturnOperation or IBlockOperation or IAnonymousFunctionOperation or IDelegateCreationOperation:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>To code of this compilation, which is read on.</summary>
    private void HandOn(IMethodSymbol method, IParameterSymbol parameter, int hops)
    {
        if (source.Implementation(method, cancellationToken) is not { } implementation || implementation.Parameters.Length <= parameter.Ordinal)
        {
            Escapes = true;
            return;
        }

        if (hops >= MaxHops)
            Escapes = true;
        else
            Track(implementation.Parameters[parameter.Ordinal], hops + 1);
        _isHeld |= method.MethodKind == MethodKind.Constructor;
    }

    /// <summary>A member of a C# 14 extension block names the receiver as a parameter of the block, which is none of its own.</summary>
    private void HandOnReceiver(IMethodSymbol method, int hops)
    {
        if (method.ContainingType is not { Name.Length: 0 } block || !source.IsSource(method))
            return;
        if (hops >= MaxHops || source.Body(method, cancellationToken) is not { } body)
        {
            Escapes = true;
            return;
        }

        foreach (var operation in body.Tree())
        {
            if (operation is IParameterReferenceOperation { Parameter.ContainingSymbol: INamedTypeSymbol named } reference && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, block.OriginalDefinition))
                Follow(reference, hops + 1);
        }
    }
}
