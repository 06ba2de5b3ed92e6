using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Helpers of this compilation between what failed and the answer.</summary>
internal sealed partial class Disclosures
{
    private const int MaxHelpers = 2;

    /// <summary>The method of this compilation that is handed the value, with the places there that name it whatever the case.</summary>
    private (IOperation Body, List<IOperation> Uses)? Taker(IInvocationOperation call, IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        if (!source.IsSource(call.TargetMethod) || source.Implementation(call.TargetMethod, cancellationToken)?.OriginalDefinition is not { } method ||
            method.Parameters.Length <= parameter.Ordinal || source.Body(method, cancellationToken) is not { } body)
        {
            return null;
        }

        var uses = new List<IOperation>();
        foreach (var operation in body.Tree())
        {
            if (operation is IParameterReferenceOperation { Parameter: var named } && SymbolEqualityComparer.Default.Equals(named, method.Parameters[parameter.Ordinal]) && !IsConditional(operation))
                uses.Add(operation);
        }

        return (body, uses);
    }

    private static bool IsConditional(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or IAnonymousFunctionOperation)
                return true;
        }

        return false;
    }

    /// <summary><c>Describe(ex)</c>: the text that comes back holds what went in.</summary>
    private static bool GivesBack((IOperation Body, List<IOperation> Uses) helper)
    {
        foreach (var returned in helper.Body.Returned())
        {
            foreach (var use in helper.Uses)
            {
                if (Text(use).Type is { SpecialType: SpecialType.System_String } && returned.Syntax.Span.Contains(use.Syntax.Span))
                    return true;
            }
        }

        return false;
    }

    /// <summary><c>ApiResponse&lt;T&gt;.Fail(ex.Message)</c>: a factory of an own envelope makes an object that holds the text as it is.</summary>
    private static bool PutsIntoResult((IOperation Body, List<IOperation> Uses) helper, IMethodSymbol factory)
    {
        if (!factory.IsStatic || factory.ReturnType is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.Length: > 0 })
            return false;
        foreach (var use in helper.Uses)
        {
            if (Text(use).Type is not { SpecialType: SpecialType.System_String } || Holder(Text(use)) is not { } holder)
                continue;
            foreach (var returned in helper.Body.Returned())
            {
                if (returned.Unwrap() is var given && (given.Syntax == holder.Syntax || given is ILocalReferenceOperation { Local: var local } && TriedLocals.FirstGiven(helper.Body, local)?.Syntax == holder.Syntax))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The object whose argument or member the text becomes, also within a longer text or a list; null where something is made of the text first.</summary>
    private static IOperation? Holder(IOperation text)
    {
        IOperation? holder = null;
        for (var parent = text.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IObjectCreationOperation created:
                    holder = created;
                    break;
                case IConversionOperation or IArgumentOperation or IInterpolationOperation or IInterpolatedStringOperation or IBinaryOperation or ICoalesceOperation or IAssignmentOperation
                    or IObjectOrCollectionInitializerOperation or IArrayCreationOperation or IArrayInitializerOperation or IParenthesizedOperation:
                case { Syntax: CollectionExpressionSyntax }:
                    break;
                default:
                    return holder;
            }
        }

        return holder;
    }

    /// <summary><c>return Reject(error)</c>: a private helper answers with what it is handed.</summary>
    private bool IsHandedFailure(IOperation text, CancellationToken cancellationToken)
    {
        if (text.Unwrap() is not IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { DeclaredAccessibility: Accessibility.Private } helper } parameter })
            return false;
        foreach (var use in source.Uses(helper, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            if (use.Operation(cancellationToken) is IInvocationOperation call && call.Argument(parameter.Name) is { } given && IsOfFailure(given, call, cancellationToken))
                return true;
        }

        return false;
    }
}
