using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Texts that a local keeps for an answer that is made later: in the clause, or behind the <c>try</c>.</summary>
internal sealed partial class Disclosures
{
    /// <summary>Whether a method of that name puts what it is given into its receiver.</summary>
    public static bool Collects(string method) => method is "Add" or "Append" or "AppendLine" or "AppendFormat" or "TryAdd" or "Enqueue" or "Push";

    /// <summary><c>Response.Headers["X-Error"]</c>, <c>Response.Headers</c></summary>
    private static bool IsHeaderOfAnswer(IOperation target) => target switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } headers } => IsHeaderOfAnswer(headers),
        IPropertyReferenceOperation { Property: { Name: "Headers", ContainingType: var owner } } => owner.Is(AnswerApis.Http, "HttpResponse"),
        _ => false,
    };

    /// <summary>The local that is set, or whose member or item is: <c>error</c>, <c>problem.Detail</c>, <c>problem.Extensions["x"]</c>.</summary>
    private static ILocalSymbol? RootOf(IOperation target, out ISymbol? member)
    {
        member = null;
        while (true)
        {
            switch (target.Unwrap())
            {
                case ILocalReferenceOperation local:
                    return local.Local;
                case IMemberReferenceOperation { Instance: { } owner, Member: var named }:
                    member = named;
                    target = owner;
                    continue;
                default:
                    return null;
            }
        }
    }

    /// <summary>The places that what the local keeps is a part of, behind <paramref name="given"/>, whole or by the member that was set; not where it is given something else before.</summary>
    private IEnumerable<IOperation> PlacesOf(ILocalSymbol local, ISymbol? member, IOperation given, IOperation scope, int hops, HashSet<SyntaxNode> seen, CancellationToken cancellationToken)
    {
        var end = scope;
        while (end.Parent is { } parent and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
            end = parent;

        // What stands behind the clause, and is not another of the same try, comes after all of it.
        var start = given.Syntax.Span.End;
        var tried = scope.Parent is ICatchClauseOperation { Parent: ITryOperation outer } ? outer : null;
        foreach (var operation in end.Tree())
        {
            if (operation is not ILocalReferenceOperation reference || !reference.Local.IsSame(local) || reference.Syntax.SpanStart < start ||
                tried is not null && !scope.Syntax.Span.Contains(reference.Syntax.Span) && reference.Syntax.SpanStart < tried.Syntax.Span.End)
            {
                continue;
            }

            // Another member of the object says nothing of it.
            if (member is not null && reference.Parent is IMemberReferenceOperation { Member: var other } && !other.IsSame(member))
                continue;
            if (reference.Parent is ISimpleAssignmentOperation { Target: var target } && target == reference)
                yield break;
            foreach (var place in Places(Text(reference), end, hops, seen, cancellationToken))
                yield return place;
        }
    }
}
