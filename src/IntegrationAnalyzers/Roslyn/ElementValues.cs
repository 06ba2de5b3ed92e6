using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>The elements of a collection that is written out: array, list or set initializer, collection expression.</summary>
internal static class ElementValues
{
    /// <summary>What an array is made of, or a span of parameters, which newer frameworks take in its place; null for any other value.</summary>
    public static IEnumerable<IOperation>? Listed(IOperation value) => value switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        // The arguments themselves.
        { IsImplicit: true, Type.Name: "ReadOnlySpan" } => value.ChildOperations,
        _ => null,
    };

    /// <summary>The elements, default where the collection is not written out in the code.</summary>
    public static ImmutableArray<IOperation> Of(IOperation collection, SourceIndex source, CancellationToken cancellationToken)
    {
        var origin = ValueOrigin.Of(collection, source, cancellationToken);
        var elements = ImmutableArray.CreateBuilder<IOperation>();
        switch (origin)
        {
            case IArrayCreationOperation { Initializer: { } initializer }:
                return initializer.ElementValues;
            case IArrayInitializerOperation bare:
                return bare.ElementValues;
            case IObjectCreationOperation { Initializer: { } added, Arguments: [] }:
                foreach (var item in added.Initializers)
                {
                    if (item is not IInvocationOperation { TargetMethod.Name: "Add", Arguments: [.., { Value: var element }] })
                        return default;
                    elements.Add(element);
                }

                return elements.ToImmutable();
            case IObjectCreationOperation { Initializer: null, Arguments: [{ Value: var copied }] } when copied.Unwrap() is IArrayCreationOperation:
                return Of(copied, source, cancellationToken);
            case { Syntax: CollectionExpressionSyntax expression }:
                // Its own kind of operation is younger than the oldest compiler that hosts us.
                foreach (var item in expression.Elements)
                {
                    if (item is not ExpressionElementSyntax { Expression: var value } ||
                        source.Model(expression.SyntaxTree).GetOperation(value, cancellationToken) is not { } operation)
                    {
                        return default;
                    }

                    elements.Add(operation);
                }

                return elements.ToImmutable();
            default:
                return default;
        }
    }
}
