using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.FanOuts;

/// <summary>Whether a collection holds few elements as the code shows it: spelled out, an enum's values, a batch, so many taken.</summary>
internal static class FanOutSizes
{
    private const int Few = 10;
    private const int MaxSteps = 6;

    private static readonly string[] Limits = ["worker", "concurren", "parallel", "thread", "consumer", "degree", "limit", "max"];

    public static bool IsFew(IOperation elements, SourceIndex source, CancellationToken cancellationToken)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            var origin = ValueOrigin.Of(elements, source, cancellationToken);
            if (IsBatch(origin) || origin is ILocalReferenceOperation part && IsPartOfChunks(part, source, cancellationToken))
                return true;
            switch (origin)
            {
                case IArrayCreationOperation { Initializer: not null } or IArrayInitializerOperation:
                case IObjectCreationOperation { Initializer: not null }:
                case { Kind: OperationKind.None }: // A collection expression, to an older compiler.
                    return true;
                case IArrayCreationOperation { DimensionSizes: [var size] }:
                    return IsSmall(size, source, cancellationToken);
                case IInvocationOperation { TargetMethod: { Name: "GetValues" or "GetNames" } made } when made.ContainingType.Is("System", "Enum"):
                case IInvocationOperation { TargetMethod: { Name: "Empty" } }:
                    return true;
                case IInvocationOperation { TargetMethod: { Name: "Range" or "Repeat" } made } range when made.ContainingType.Name == "Enumerable":
                    return range.Arguments.Length == 2 && IsSmall(range.Arguments[1].Value, source, cancellationToken);
                case IInvocationOperation { TargetMethod.Name: "Take" or "TakeLast" } take when take.Arguments.Length > 0:
                    return true;
                case IInvocationOperation next when next.Receiver() is { } receiver:
                    elements = receiver;
                    break;
                default:
                    return origin.Kind.ToString() == "CollectionExpression";
            }
        }

        return false;
    }

    /// <summary>Whether the loop counts to little: to a small number, a limit, or the size of a batch or of few elements.</summary>
    public static bool IsFew(IForLoopOperation loop, SourceIndex source, CancellationToken cancellationToken) =>
        loop.Condition is not IBinaryOperation { RightOperand: var end } || !BeginsAtANumber(loop) || IsSmall(end, source, cancellationToken) || IsBatch(end.Unwrap()) || IsLimit(end.Unwrap()) ||
        CountOf(end.Unwrap()) is { } counted && IsFew(counted, source, cancellationToken);

    /// <summary>A loop that begins at what another counts goes through a part.</summary>
    private static bool BeginsAtANumber(IForLoopOperation loop) =>
        loop.Before is [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Initializer.Value.ConstantValue.HasValue: true }, ..] }] }];

    /// <summary>What is counted: <c>orders.Count</c>, <c>orders.Length</c>, <c>orders.Count()</c>.</summary>
    private static IOperation? CountOf(IOperation end) => end switch
    {
        IPropertyReferenceOperation { Property.Name: "Count" or "Length" or "LongLength" } count => count.Instance,
        IInvocationOperation { TargetMethod.Name: "Count" } count => count.Receiver(),
        _ => null,
    };

    /// <summary>The part of a whole that a loop over parts goes through.</summary>
    private static bool IsBatch(IOperation value) =>
        value.ReferencedSymbol()?.Name is { } name && (Contains(name, "batch") || Contains(name, "chunk") || Contains(name, "page") || Contains(name, "slice"));

    /// <summary>How many are to run at once, by its name: as many workers are started and go through the work.</summary>
    private static bool IsLimit(IOperation end) => end.ReferencedSymbol()?.Name is { } name && Array.Exists(Limits, word => Contains(name, word));

    /// <summary><c>foreach (var part in orders.Chunk(5))</c></summary>
    private static bool IsPartOfChunks(ILocalReferenceOperation part, SourceIndex source, CancellationToken cancellationToken)
    {
        if (part.Local.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax(cancellationToken) is not ForEachStatementSyntax)
            return false;
        var whole = LocalSources.Of(part, source, cancellationToken);
        for (var step = 0; step < MaxSteps && whole is not null; step++)
        {
            var origin = ValueOrigin.Of(whole, source, cancellationToken);
            if (origin is IInvocationOperation { TargetMethod.Name: "Chunk" })
                return true;
            whole = FanOutApis.Copied(origin);
        }

        return false;
    }

    private static bool IsSmall(IOperation count, SourceIndex source, CancellationToken cancellationToken) =>
        ValueOrigin.Constant(count, source, cancellationToken) is { HasValue: true, Value: int and <= Few };

    private static bool Contains(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
