using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Reads walks through parsed documents that came over the wire.</summary>
internal sealed class DocumentChains(SourceIndex source, PayloadOrigins origins, CaughtFailures caught)
{
    /// <summary>The walk that the operation ends; null where it ends none.</summary>
    public static DocumentChain? Read(IOperation operation)
    {
        if (DocumentApis.Lookup(operation, out _, out _) is not { } kind || IsWalkedFurther(operation))
            return null;

        var steps = new List<DocumentStep>();
        var isUsed = IsDereferenced(operation);
        for (var current = operation; current is not null; current = Inner(current))
        {
            if (DocumentApis.Lookup(current, out var document, out var key) is null)
                continue;
            var constant = key!.Unwrap() is IUtf8StringOperation { Value: var bytes } ? bytes : key!.Unwrap().ConstantValue is { HasValue: true } known ? known.Value : null;

            // A number out of range throws by itself, and no number gives null.
            var givesNull = key!.Unwrap().Type is not { SpecialType: SpecialType.System_Int32 };
            steps.Insert(0, new DocumentStep(current, document!, constant as string, constant as int?, key!, kind == DocumentKind.Element || isUsed && givesNull));
            isUsed = true;
        }

        return new DocumentChain(kind, steps.ToImmutableArray());
    }

    /// <summary>
    /// The step that fails first where the other side left something out, with nobody having looked: null where each was looked at, where a failure is caught, and where the
    /// document did not come over the wire.
    /// </summary>
    public DocumentStep? FirstUnchecked(DocumentChain chain, CancellationToken cancellationToken)
    {
        // A single indexer of a node whose result nobody goes through gives null, and that is a question by itself.
        var fails = false;
        foreach (var step in chain.Steps)
            fails |= step.FailsWhereMissing;
        if (!fails || caught.IsCaught(chain.Last, type => DocumentApis.IsThrown(type, chain.Kind), cancellationToken) || origins.Upstream(chain.Root, cancellationToken) != Certainty.Yes)
            return null;

        var checks = LookupChecks.Before(chain.Last, source, cancellationToken);
        foreach (var step in chain.Steps)
        {
            if (step.FailsWhereMissing && !checks.Covers(step) && !IsNameOfPart(step.Key, cancellationToken))
                return step;
        }

        return null;
    }

    /// <summary>Whether the name is that of a part which was met on a walk over the document: it is there.</summary>
    private bool IsNameOfPart(IOperation key, CancellationToken cancellationToken) =>
        !key.Unwrap().ConstantValue.HasValue && ValueOrigin.Of(key, source, cancellationToken) is IPropertyReferenceOperation { Property: var name } && DocumentApis.IsNameOfPart(name);

    /// <summary>Whether the expression goes on to another lookup.</summary>
    private static bool IsWalkedFurther(IOperation operation)
    {
        for (var current = operation; ;)
        {
            var outer = current.Parent is IConversionOperation or IParenthesizedOperation ? current.Parent : Outer(current);
            if (outer is null)
                return false;
            if (DocumentApis.Lookup(outer, out _, out _) is not null)
                return true;
            current = outer;
        }
    }

    private static IOperation? Outer(IOperation operation) => operation.Parent switch
    {
        IInvocationOperation call when call.Instance == operation && DocumentApis.KindOf(call.Type) is not null => call,
        IPropertyReferenceOperation property when property.Instance == operation && DocumentApis.KindOf(property.Type) is not null => property,
        _ => null,
    };

    /// <summary>What the walk did before, through casts and <c>AsObject()</c>.</summary>
    private static IOperation? Inner(IOperation operation)
    {
        var next = operation switch
        {
            IConversionOperation conversion => conversion.Operand,
            IParenthesizedOperation parenthesized => parenthesized.Operand,
            IInvocationOperation { Instance: { } instance } => instance,
            IPropertyReferenceOperation { Instance: { } instance } => instance,
            _ => null,
        };
        if (next is null)
            return null;
        next = next.Unwrap();
        return DocumentApis.KindOf(next.Type) is null || next is not (IInvocationOperation or IPropertyReferenceOperation) ? null : next;
    }

    /// <summary>Whether something is asked of the value that it cannot answer where it is null.</summary>
    private static bool IsDereferenced(IOperation operation)
    {
        var value = operation.Wrapped();
        switch (value.Parent)
        {
            case IInvocationOperation call:
                return call.Instance == value;
            case IMemberReferenceOperation member:
                return member.Instance == value;
            case IForEachLoopOperation loop:
                return loop.Collection == value;
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                return call.Arguments[0] == argument && DocumentApis.FailsOnNullReceiver(call.TargetMethod) &&
                    (call.TargetMethod.ReducedFrom is not null || call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } && access.Expression.Span.Contains(operation.Syntax.Span));
            default:
                return false;
        }
    }
}
