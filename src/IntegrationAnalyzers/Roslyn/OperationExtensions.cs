using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>Questions about bound code that have nothing to do with integration.</summary>
internal static class OperationExtensions
{
    // Walks are what rules do most, one inside the other seldom: a stack that is full grown is taken up again.
    [ThreadStatic]
    private static Stack<Waiting>? _spare;

    /// <summary>The value itself: conversions, parentheses, <c>await</c> and <c>ConfigureAwait</c> peeled off.</summary>
    public static IOperation Unwrap(this IOperation operation)
    {
        StackGuard.Check();
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IAwaitOperation awaited:
                    operation = awaited.Operation;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync", Instance: { } instance }:
                    operation = instance;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The value of the expression: <c>x!</c> and <c>(x)</c> have no operation of their own.</summary>
    public static IOperation? ValueOf(this SemanticModel model, ExpressionSyntax expression, CancellationToken cancellationToken) =>
        model.GetOperation(expression.Plain(), cancellationToken);

    /// <summary>The outermost operation that is still this value: the reverse of <see cref="Unwrap"/>.</summary>
    public static IOperation Wrapped(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            var same = parent switch
            {
                IConversionOperation or IParenthesizedOperation or IAwaitOperation => true,
                IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync" } call => call.Instance == operation,
                _ => false,
            };
            if (!same)
                return operation;
            operation = parent;
        }

        return operation;
    }

    /// <summary>
    /// The type that declares the method as the source writes it. A C# 14 extension block compiles its members into a nameless nested type;
    /// the named type round it is what older compilers see.
    /// </summary>
    public static INamedTypeSymbol? DeclaringType(this IMethodSymbol method)
    {
        var type = (method.ReducedFrom ?? method).ContainingType;
        while (type is { Name.Length: 0, ContainingType: { } outer })
            type = outer;
        return type;
    }

    /// <summary>What the method is called on, whether it is an instance method, a classic or a C# 14 extension.</summary>
    public static IOperation? Receiver(this IInvocationOperation invocation) =>
        invocation.Instance ??
        (invocation.TargetMethod.IsExtensionMethod && invocation.Arguments.Length > 0 ? invocation.Arguments[0].Value : null);

    /// <summary>The value given for the parameter, null where it was left to its default.</summary>
    public static IOperation? Argument(this IInvocationOperation invocation, string parameterName) => Find(invocation.Arguments, parameterName);

    /// <inheritdoc cref="Argument(IInvocationOperation, string)"/>
    public static IOperation? Argument(this IObjectCreationOperation creation, string parameterName) => Find(creation.Arguments, parameterName);

    /// <summary>The written argument whose parameter has the type of that simple name.</summary>
    public static IOperation? ArgumentOfType(this IInvocationOperation invocation, string typeName)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter?.Type.Name == typeName)
                return argument.Value;
        }

        return null;
    }

    /// <summary>The lambda, local function or member whose body the operation is in.</summary>
    public static IMethodSymbol? EnclosingFunction(this IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation local:
                    return local.Symbol;
            }
        }

        return operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) as IMethodSymbol;
    }

    /// <summary>The topmost operation: the whole body or initializer.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    /// <summary>The operation and all below it, without iterator objects a level.</summary>
    public static IEnumerable<IOperation> Tree(this IOperation operation)
    {
        var pending = _spare ?? new Stack<Waiting>();
        _spare = null;
        try
        {
            pending.Push(new Waiting(operation));
            while (pending.Count > 0)
            {
                var current = pending.Pop().Operation;
                yield return current;
                foreach (var child in current.ChildOperations.Reverse())
                    pending.Push(new Waiting(child));
            }
        }
        finally
        {
            pending.Clear();
            _spare = pending;
        }
    }

    /// <summary>A value type, since an array of an interface has each write checked against the array's type: half of what a walk costs.</summary>
    private readonly struct Waiting(IOperation operation)
    {
        public IOperation Operation { get; } = operation;
    }

    /// <summary>Whether the operation lies in (or is) the other.</summary>
    public static bool IsWithin(this IOperation operation, IOperation ancestor)
    {
        for (IOperation? current = operation; current is not null; current = current.Parent)
        {
            if (current == ancestor)
                return true;
        }

        return false;
    }

    /// <summary>What a function's own <c>return</c>s give, those of lambdas and local functions in it left out.</summary>
    public static IEnumerable<IOperation> Returned(this IOperation body)
    {
        var pending = new Stack<IOperation>();
        pending.Push(body);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            if (current is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value })
                yield return value;
            if (current != body && current is IAnonymousFunctionOperation or ILocalFunctionOperation)
                continue;
            foreach (var child in current.ChildOperations)
                pending.Push(child);
        }
    }

    /// <summary>What the function gives back where it has one <c>return</c>; null where it has none or several.</summary>
    public static IOperation? OnlyReturned(this IOperation body)
    {
        IOperation? only = null;
        foreach (var returned in body.Returned())
        {
            if (only is not null)
                return null;
            only = returned;
        }

        return only;
    }

    /// <summary>The <c>x?.y</c> whose <c>x</c> the operation stands for, seen from inside <c>y</c>.</summary>
    public static IConditionalAccessOperation? ConditionalAccess(this IConditionalAccessInstanceOperation instance)
    {
        for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && instance.Syntax == access.Operation.Syntax)
                return access;
        }

        return null;
    }

    /// <summary>That <c>x</c>.</summary>
    public static IOperation? ConditionalReceiver(this IConditionalAccessInstanceOperation instance) => instance.ConditionalAccess()?.Operation;

    /// <summary>The symbol a reference names; null where the operation is no reference.</summary>
    public static ISymbol? ReferencedSymbol(this IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    /// <summary>Whether the operation, or one in it, names the symbol.</summary>
    public static bool Mentions(this IOperation operation, ISymbol symbol)
    {
        foreach (var inner in operation.Tree())
        {
            if (SymbolEqualityComparer.Default.Equals(inner.ReferencedSymbol(), symbol))
                return true;
        }

        return false;
    }

    private static IOperation? Find(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, string parameterName)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == parameterName)
                return argument.ArgumentKind == ArgumentKind.DefaultValue ? null : argument.Value;
        }

        return null;
    }
}
