using System;
using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// The text that the address of a request begins with, whatever follows it. Where the request is made in a method that takes the path, it stands at the calls of that method.
/// </summary>
internal sealed class AddressHeads(SourceIndex source)
{
    /// <summary>How many methods a path is handed through.</summary>
    private const int MaxHops = 2;

    /// <summary>The addresses that the call may be sent to under the client, each where its text stands.</summary>
    /// <param name="address">The address at the call.</param>
    /// <param name="client">What the call is sent by.</param>
    /// <param name="isIts">Whether a value is the client that is asked about.</param>
    /// <param name="owner">The type that sets the client up, if one does.</param>
    public IEnumerable<(IOperation Address, string Head)> Of(IOperation address, IOperation? client, Func<IOperation, bool> isIts, ITypeSymbol? owner, CancellationToken cancellationToken) =>
        Of(address, client, isIts, owner, MaxHops, cancellationToken);

    private IEnumerable<(IOperation Address, string Head)> Of(IOperation address, IOperation? client, Func<IOperation, bool> isIts, ITypeSymbol? owner, int hops, CancellationToken cancellationToken)
    {
        address = OfUri(address, cancellationToken);
        if (Of(address, cancellationToken) is { } head)
        {
            yield return (address, head);
            yield break;
        }

        if (hops == 0 || Parameter(address, cancellationToken) is not { ContainingSymbol: IMethodSymbol method } path)
            yield break;
        foreach (var (site, sender) in Sites(method, client, isIts, owner, cancellationToken))
        {
            if (CallSites.Argument(site, path) is not { } given)
                continue;
            foreach (var found in Of(given, sender, isIts, owner, hops - 1, cancellationToken))
                yield return found;
        }
    }

    /// <summary>The calls of a method that sends by the client, and what each sends by.</summary>
    public IEnumerable<(IInvocationOperation Site, IOperation? Sender)> Sites(
        IMethodSymbol method, IOperation? client, Func<IOperation, bool> isIts, ITypeSymbol? owner, CancellationToken cancellationToken)
    {
        var taken = client is null ? null : ValueOrigin.Of(client, source, cancellationToken) as IParameterReferenceOperation;
        foreach (var site in CallSites.Of(method, source, cancellationToken))
        {
            var sender = taken is null ? client : CallSites.Argument(site, taken.Parameter);
            if (taken is null ? IsSameObject(site, method, owner, cancellationToken) : sender is not null && isIts(sender))
                yield return (site, sender);
        }
    }

    /// <summary>The parameter of a method that the address begins with, if it does and the method leaves it as it is.</summary>
    public IParameterSymbol? Parameter(IOperation address, CancellationToken cancellationToken) =>
        First(address, cancellationToken) is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } } path } &&
        !IsChanged(path, cancellationToken)
            ? path
            : null;

    /// <summary>The text inside <c>new Uri(…)</c>, or the value itself.</summary>
    public IOperation OfUri(IOperation value, CancellationToken cancellationToken)
    {
        var origin = value.Unwrap() is IObjectCreationOperation ? value.Unwrap() : ValueOrigin.Of(value, source, cancellationToken);
        return origin is IObjectCreationOperation { Type.Name: "Uri", Arguments: [var first, ..] } && first.Value.Type?.SpecialType == SpecialType.System_String ? first.Value : value;
    }

    /// <summary>The text that the value begins with; null where that is not known.</summary>
    public string? Of(IOperation value, CancellationToken cancellationToken)
    {
        if (ValueOrigin.ConstantText(value, source, cancellationToken) is { } text)
            return text;
        return ValueOrigin.Of(value, source, cancellationToken) switch
        {
            IInterpolatedStringOperation interpolated => Of(interpolated, cancellationToken),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: var left } => Of(left, cancellationToken),
            IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String }, Arguments: [var format, ..] } =>
                ValueOrigin.ConstantText(format.Value, source, cancellationToken) is { } written && written.IndexOf('{') is > 0 and var hole ? written.Substring(0, hole) : null,
            _ => null,
        };
    }

    /// <summary>All that stands before the first hole whose value is not known: <c>/links/</c> of <c>$"{Resource}/{id}"</c>.</summary>
    private string? Of(IInterpolatedStringOperation interpolated, CancellationToken cancellationToken)
    {
        var head = "";
        foreach (var part in interpolated.Parts)
        {
            var text = part switch
            {
                IInterpolatedStringTextOperation { Text: ILiteralOperation { ConstantValue.Value: string written } } => written,
                IInterpolationOperation { Alignment: null, FormatString: null, Expression: var hole } => ValueOrigin.ConstantText(hole, source, cancellationToken),
                _ => null,
            };
            if (text is null)
                break;
            head += text;
        }

        return head.Length == 0 ? null : head;
    }

    /// <summary>The value whose text comes first.</summary>
    private IOperation First(IOperation value, CancellationToken cancellationToken) => ValueOrigin.Of(value, source, cancellationToken) switch
    {
        IInterpolatedStringOperation { Parts: [IInterpolationOperation { Expression: var first }, ..] } => first.Unwrap(),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: var left } => First(left, cancellationToken),
        var origin => origin,
    };

    /// <summary>Whether the method gives its parameter another value: <c>path = path.TrimStart('/')</c>.</summary>
    private bool IsChanged(IParameterSymbol path, CancellationToken cancellationToken)
    {
        if (source.Uses(path, cancellationToken) is not { } uses)
            return true;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not { } operation || operation.Parent is IAssignmentOperation changed && changed.Target == operation || operation.Setting() is not null ||
                operation.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the object that the method is called on has this client: it is the caller's own, or all of its type are set up alike.</summary>
    private static bool IsSameObject(IInvocationOperation site, IMethodSymbol method, ITypeSymbol? owner, CancellationToken cancellationToken)
    {
        var type = method.ContainingType.OriginalDefinition;
        return SymbolEqualityComparer.Default.Equals(owner?.OriginalDefinition, type) ||
            SymbolEqualityComparer.Default.Equals(site.SemanticModel?.GetEnclosingSymbol(site.Syntax.SpanStart, cancellationToken)?.ContainingType?.OriginalDefinition, type);
    }
}
