using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// What a write sends by GraphQL, where a constant says it: at the call, in what its request is made of, in a wrapper on the way, or with a caller of the
/// method that sends what it is handed. The address is the same for queries and mutations.
/// </summary>
internal sealed class GraphQlBodies(SourceIndex source)
{
    private const int MaxHops = 3;

    /// <summary>A document has the one, or is sent to what is called by the other; <c>query</c> alone is a word of every project.</summary>
    private static readonly HashSet<uint> Words = TextWords.Hashes(["mutation", "graphql", "Graphql", "GraphQl", "GraphQL", "graphQL"]);

    private object? _mayBeAny;

    private bool MayBeAny
    {
        get
        {
            _mayBeAny ??= TreeIndex.AnyNames(source.Compilation, Words);
            return (bool)_mayBeAny;
        }
    }

    /// <summary>Mutation where the write may be one that is not the same the second time; Query where everything in sight asks.</summary>
    public GraphQlKind Of(SyntaxNode place, ReachedCall reached, HashSet<string> keyNames, CancellationToken cancellationToken)
    {
        if (!MayBeAny)
            return GraphQlKind.None;

        var found = GraphQlKind.None;
        foreach (var call in reached.Path.Add(reached.Call.Operation).Select(static step => step.Syntax).Prepend(place).Distinct())
        {
            var kind = In(call, call == place, new KeyMarks(keyNames), 0, cancellationToken);
            if (kind == GraphQlKind.Mutation)
                return kind;
            if (kind == GraphQlKind.Query)
                found = kind;
        }

        return found;
    }

    private GraphQlKind In(SyntaxNode call, bool askCallers, KeyMarks marks, int hops, CancellationToken cancellationToken)
    {
        var model = source.Model(call.SyntaxTree);
        var found = GraphQlKind.None;
        var seen = new HashSet<IParameterSymbol>(SymbolEqualityComparer.Default);
        foreach (var part in RequestParts.Of(call, model, cancellationToken))
        {
            foreach (var node in part.DescendantNodesAndSelf())
            {
                if (node is not (LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax) || model.GetOperation(node, cancellationToken) is not { } value)
                    continue;
                var kind = value is IParameterReferenceOperation { Parameter: { Type.SpecialType: SpecialType.System_String } parameter }
                    ? askCallers && seen.Add(parameter) ? Handed(parameter, marks, hops, cancellationToken) : GraphQlKind.None
                    : KindOf(value, cancellationToken);
                if (kind == GraphQlKind.Mutation)
                    return kind;
                if (kind == GraphQlKind.Query)
                    found = kind;
            }
        }

        return found;
    }

    /// <summary>What the callers hand over: a mutation where one of them does, without a key; a query where all of them do.</summary>
    private GraphQlKind Handed(IParameterSymbol parameter, KeyMarks marks, int hops, CancellationToken cancellationToken)
    {
        if (hops == MaxHops || parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
            return GraphQlKind.None;

        var asks = false;
        var isUnknown = false;
        foreach (var call in CallSites.Of(method, source, cancellationToken))
        {
            var kind = CallSites.Argument(call, parameter)?.Unwrap() switch
            {
                null => GraphQlKind.None,
                IParameterReferenceOperation { Parameter: var handedOn } => Handed(handedOn, marks, hops + 1, cancellationToken),
                var value => KindOf(value, cancellationToken),
            };
            if (kind == GraphQlKind.Mutation && !RequestParts.Of(call.Syntax, source.Model(call.Syntax.SyntaxTree), cancellationToken).Any(marks.Mark))
                return kind;
            asks |= kind == GraphQlKind.Query;
            isUnknown |= kind != GraphQlKind.Query;
        }

        return asks && !isUnknown ? GraphQlKind.Query : GraphQlKind.None;
    }

    private GraphQlKind KindOf(IOperation value, CancellationToken cancellationToken) =>
        Start(value, cancellationToken) is { } text && !GraphQlTexts.IsKeyed(text) ? GraphQlTexts.KindOf(text) : GraphQlKind.None;

    /// <summary>The text, or what of it stands fast at its beginning.</summary>
    private string? Start(IOperation value, CancellationToken cancellationToken)
    {
        if (value.Type?.SpecialType != SpecialType.System_String)
            return null;
        if (ValueOrigin.ConstantText(value, source, cancellationToken) is { } constant)
            return constant;
        return ValueOrigin.Of(value, source, cancellationToken) switch
        {
            IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string first } }, ..] } => first,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Start(sum.LeftOperand, cancellationToken),
            _ => null,
        };
    }
}
