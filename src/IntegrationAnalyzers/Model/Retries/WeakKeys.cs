using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Finds keys that are the same for several operations: by their value, or by what they are set on.</summary>
internal sealed class WeakKeys(IntegrationModel model)
{
    private const int MaxLocals = 6;

    private static readonly HashSet<uint> KeyWords = TextWords.Hashes(IdempotencyNames.KeyWords);

    private readonly SourceIndex _source = model.Source;

    /// <summary>Whether, by its words alone, the file may name a key.</summary>
    public static bool MayHold(SyntaxTree tree) => TreeIndex.Of(tree).Words.ContainsAny(KeyWords);

    public IEnumerable<WeakKey> In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        foreach (var handed in HandedIn(tree, cancellationToken))
            yield return handed;
        if (!MayHold(tree))
            yield break;

        var semantics = _source.Model(tree);
        var nodes = _source.Nodes(tree, cancellationToken);
        foreach (var attribute in nodes.Of(SyntaxKind.Attribute))
        {
            if (OfAttribute((AttributeSyntax)attribute) is { } fixedHeader)
                yield return fixedHeader;
        }

        foreach (var key in KeyValues.In(nodes, semantics, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (semantics.GetOperation(key.Value, cancellationToken) is { } value && Of(key, value, semantics, cancellationToken) is { } weak)
                yield return weak;
        }
    }

    /// <summary>Those that the file hands to a wrapper.</summary>
    private IEnumerable<WeakKey> HandedIn(SyntaxTree tree, CancellationToken cancellationToken)
    {
        foreach (var key in model.HandedKeys.In(tree, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (key.Value.Syntax is ExpressionSyntax given && OfValue(given, key.Name, key.Value, isForAll: false, cancellationToken) is { } weak)
                yield return weak;
        }
    }

    /// <summary>Whether the value is the time and nothing else, also by way of a local.</summary>
    public static bool IsClockAlone(IOperation value, SourceIndex source, CancellationToken cancellationToken) => IsClockAlone(value, 0, source, cancellationToken);

    private static bool IsClockAlone(IOperation value, int depth, SourceIndex source, CancellationToken cancellationToken)
    {
        var isClock = false;
        foreach (var operation in value.Tree())
        {
            if (FreshValues.IsClock(operation) ||
                operation is ILocalReferenceOperation && depth < MaxLocals && ValueOrigin.Of(operation, source, cancellationToken) is not ILocalReferenceOperation and var kept && IsClockAlone(kept, depth + 1, source, cancellationToken))
                isClock = true;
            else if (operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation { Field.IsConst: false } || FreshValues.IsUnique(operation) ||
                operation is IInvocationOperation { TargetMethod: { IsStatic: true } method } && method.ContainingType.Name is not ("DateTime" or "DateTimeOffset" or "Convert" or "String"))
            {
                return false;
            }
        }

        return isClock;
    }

    private WeakKey? Of(KeyValue key, IOperation value, SemanticModel semantics, CancellationToken cancellationToken)
    {
        // A row of made-up data, which is stored and never sent.
        if (key.Target is null && SampleTypes.Hold(key.Value))
            return null;

        var isForAll = key.Target is not null && IsForAllRequests(key, semantics, cancellationToken);
        return isForAll || IsPutOnRequest(key, semantics, cancellationToken) ? OfValue(key.Value, key.Name, value, isForAll, cancellationToken) : null;
    }

    private WeakKey? OfValue(ExpressionSyntax given, string name, IOperation value, bool isForAll, CancellationToken cancellationToken)
    {
        var origin = ValueOrigin.Of(value, _source, cancellationToken);
        if (ValueOrigin.ConstantText(value, _source, cancellationToken) is { } text)
        {
            return text.Length > 0 && !IdempotencyNames.SpeaksOfIdempotency(text) && !IdempotencyNames.IsHeader(text)
                ? new WeakKey(given, name, isForAll ? WeakKeyKind.SharedByTheClient : WeakKeyKind.Constant, isForAll ? null : Replaceable(given, origin))
                : null;
        }

        if (isForAll)
            return new WeakKey(given, name, WeakKeyKind.SharedByTheClient, null);
        var told = Helped(origin, cancellationToken);
        if (told.All(value => IsHashCode(value, 0, cancellationToken)))
            return new WeakKey(given, name, WeakKeyKind.HashCode, Replaceable(given, origin));
        return told.All(value => IsClockAlone(value, _source, cancellationToken)) ? new WeakKey(given, name, WeakKeyKind.Clock, Replaceable(given, origin)) : null;
    }

    /// <summary>
    /// The default headers of a client that lives longer than the request: not of a local, and not where they are taken away and set again for each
    /// request.
    /// </summary>
    private static bool IsForAllRequests(KeyValue key, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (key.Target is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DefaultRequestHeaders", Expression: var client })
            return false;
        var symbol = semantics.GetSymbolInfo(client, cancellationToken).Symbol;
        var isShared = symbol is IFieldSymbol or IPropertySymbol || symbol is IParameterSymbol && client.FirstAncestorOrSelf<SyntaxNode>(static n => n is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax)
            is ConstructorDeclarationSyntax or AnonymousFunctionExpressionSyntax;
        if (!isShared)
            return false;
        var function = client.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return function is null || !function.DescendantNodes().Any(static n => n is InvocationExpressionSyntax call && call.CalledText() is "Remove" or "Clear");
    }

    /// <summary>Whether it is a request that is given the key, and not a dictionary, a test's expectation or a page's text.</summary>
    public static bool IsPutOnRequest(KeyValue key, SemanticModel semantics, CancellationToken cancellationToken)
    {
        // A member of that name, with an initializer or a value: an options object, a body.
        if (key.Value.Parent is AnonymousObjectMemberDeclaratorSyntax || key.Value.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax or MemberAccessExpressionSyntax })
            return IsOptionsOrBody(key.Value.Parent, semantics, cancellationToken);
        if (key.IsHeader)
            return true;
        if (key.Target is null || semantics.GetTypeInfo(key.Target, cancellationToken).Type is not { } type)
            return false;
        return key.Target.ToString().ContainsIgnoreCase("header") && !OutboundTypes.IsOurAnswer(type) || OutboundTypes.IsRequest(type);
    }

    private static bool IsOptionsOrBody(SyntaxNode member, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (member is AnonymousObjectMemberDeclaratorSyntax)
            return true;
        return semantics.GetSymbolInfo(((AssignmentExpressionSyntax)member).Left, cancellationToken).Symbol is IPropertySymbol { Type: var type, ContainingType: var owner } &&
            type.SpecialType == SpecialType.System_String && !owner.Name.EndsWith("Settings", StringComparison.Ordinal) && !owner.Name.EndsWith("Config", StringComparison.Ordinal);
    }

    /// <summary>The one value of a text that else is fixed: <c>$"order-{hash}"</c>; null where there are several, which may tell operations apart.</summary>
    private static IOperation? OnlyHole(ImmutableArray<IInterpolatedStringContentOperation> parts)
    {
        IOperation? only = null;
        foreach (var part in parts)
        {
            if (part is not IInterpolationOperation hole)
                continue;
            if (only is not null)
                return null;
            only = hole.Expression;
        }

        return only;
    }

    private bool IsHashCode(IOperation value, int depth, CancellationToken cancellationToken)
    {
        value = ValueOrigin.Of(value, _source, cancellationToken);
        var inner = value switch
        {
            IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } shown } => shown,
            IInterpolatedStringOperation { Parts: var parts } => OnlyHole(parts),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand.ConstantValue.HasValue: true } sum => sum.RightOperand,
            _ => null,
        };
        if (inner is not null)
            return depth < MaxLocals && IsHashCode(inner, depth + 1, cancellationToken);
        return value is IInvocationOperation { TargetMethod.Name: "GetHashCode" } || value is IInvocationOperation { TargetMethod: { Name: "Combine", ContainingType.Name: "HashCode" } };
    }

    /// <summary>What a helper that makes the key gives back; the value itself where none does.</summary>
    private List<IOperation> Helped(IOperation origin, CancellationToken cancellationToken)
    {
        var returned = origin is IInvocationOperation { TargetMethod: var method } && _source.IsSource(method) && _source.BodyBehind(method, cancellationToken) is { } body
            ? body.Returned().ToList()
            : new List<IOperation>();
        if (returned.Count == 0)
            returned.Add(origin);
        return returned;
    }

    /// <summary>What a key of its own may take the place of: the value where it is given, or the local that it comes from.</summary>
    private static ExpressionSyntax? Replaceable(ExpressionSyntax given, IOperation origin) =>
        origin.Syntax is ExpressionSyntax made && made.SyntaxTree == given.SyntaxTree && made.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() == given.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() &&
        made.FirstAncestorOrSelf<FieldDeclarationSyntax>() is null && made.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not { IsConst: true }
            ? made
            : null;

    /// <summary>Refit: <c>[Headers("Idempotency-Key: 1")]</c>.</summary>
    private static WeakKey? OfAttribute(AttributeSyntax attribute)
    {
        if (TypeEntry.SimpleName(attribute.Name) is not ("Headers" or "HeadersAttribute"))
            return null;
        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.Expression is LiteralExpressionSyntax { Token.Value: string header } && header.IndexOf(':') is > 0 and var colon &&
                IdempotencyNames.IsKey(header.Substring(0, colon).Trim()) && header.Substring(colon + 1).Trim().Length > 0)
            {
                return new WeakKey(argument.Expression, header.Substring(0, colon).Trim(), WeakKeyKind.Constant, null);
            }
        }

        return null;
    }
}
