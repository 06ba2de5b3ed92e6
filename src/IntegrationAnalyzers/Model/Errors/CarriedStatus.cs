using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>
/// The upstream's status in a property of an own type, as it came or as a number: <c>new Reply(response.StatusCode, body)</c>, <c>Result.Failed((int)response.StatusCode)</c>, and later
/// <c>reply.Status</c>; or in a tuple that an own method gives back.
/// </summary>
internal static class CarriedStatus
{
    /// <summary>How many factories and constructors a value is followed back through.</summary>
    private const int MaxHops = 2;

    /// <summary>Whether the property, or the part of a tuple, is given an upstream's status somewhere, and else only statuses that the code spells out.</summary>
    public static bool Is(IOperation value, SourceIndex source, CancellationToken cancellationToken)
    {
        value = value.Unwrap();
        if (!IsStatus(value.Type))
            return false;

        var isUpstreams = false;
        foreach (var given in Given(value, source, cancellationToken))
        {
            foreach (var origin in Origins(given, source, MaxHops, cancellationToken))
            {
                if (PassedStatus.Upstream(origin) is not null)
                    isUpstreams = true;
                else if (!origin.ConstantValue.HasValue)
                    return false;
            }
        }

        return isUpstreams;
    }

    /// <summary>Whether the type may hold a status: the enumeration, or a number.</summary>
    private static bool IsStatus(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => IsStatus(inner),
        { SpecialType: SpecialType.System_Int32 } => true,
        _ => type.Is(SendingMembers.Net, "HttpStatusCode"),
    };

    private static IEnumerable<IOperation> Given(IOperation value, SourceIndex source, CancellationToken cancellationToken) => value switch
    {
        IPropertyReferenceOperation { Property: var property } when source.IsSource(property) => ToProperty(property.OriginalDefinition, source, cancellationToken),
        ILocalReferenceOperation local => ToPart(local, source, cancellationToken),
        IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } part, Instance: ILocalReferenceOperation tuple } => OfTuple(part, tuple, source, cancellationToken),
        _ => [],
    };

    /// <summary>By a constructor's parameter of the same name, in an initializer, or by an assignment.</summary>
    private static IEnumerable<IOperation> ToProperty(IPropertySymbol property, SourceIndex source, CancellationToken cancellationToken)
    {
        // A record's parameter is the property's.
        if (property.DeclaringSyntaxReferences is [var declared] && declared.GetSyntax(cancellationToken) is ParameterSyntax)
        {
            foreach (var creation in Creations.Of(property.ContainingType, source, cancellationToken))
            {
                if (creation.Argument(property.Name) is { } argument)
                    yield return argument;
            }
        }

        foreach (var use in source.Uses(property, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            if (use.Assignment is not null && use.Assigned(cancellationToken) is { } assigned)
                yield return assigned;
        }

        foreach (var initial in DeclaredValues.Of(property, source, cancellationToken))
            yield return initial;
    }

    /// <summary><c>var (status, body) = await SendAsync(…)</c></summary>
    private static IEnumerable<IOperation> ToPart(ILocalReferenceOperation local, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var operation in local.Root().Tree())
        {
            if (operation is ILocalReferenceOperation { IsDeclaration: true } declared && declared.Local.IsSame(local.Local) &&
                declared.Parent is ITupleOperation { Parent: IDeclarationExpressionOperation { Parent: IDeconstructionAssignmentOperation whole } } tuple)
            {
                return OfParts(whole.Value, tuple.Elements.IndexOf(declared), source, cancellationToken);
            }
        }

        return [];
    }

    /// <summary><c>var sent = await SendAsync(…)</c>, and <c>sent.Status</c></summary>
    private static IEnumerable<IOperation> OfTuple(IFieldSymbol part, ILocalReferenceOperation tuple, SourceIndex source, CancellationToken cancellationToken)
    {
        var at = part.ContainingType.TupleElements.IndexOf(part, 0, SymbolEqualityComparer.Default);
        foreach (var value in AssignedValues.Of(tuple, source, cancellationToken))
        {
            foreach (var given in OfParts(value, at, source, cancellationToken))
                yield return given;
        }
    }

    /// <summary>What an own method that is called gives back at that place of its tuples.</summary>
    private static IEnumerable<IOperation> OfParts(IOperation value, int place, SourceIndex source, CancellationToken cancellationToken)
    {
        value = value.Unwrap();
        if (value is not IInvocationOperation { TargetMethod: var method } || place < 0 || source.Implementation(method, cancellationToken) is not { } implementation ||
            source.Body(implementation, cancellationToken) is not { } body)
        {
            yield break;
        }

        foreach (var returned in body.Returned())
        {
            if (returned.Unwrap() is ITupleOperation tuple && place < tuple.Elements.Length)
                yield return tuple.Elements[place];
        }
    }

    /// <summary>The value, or what callers hand over where it is a parameter of a constructor or factory.</summary>
    private static IEnumerable<IOperation> Origins(IOperation value, SourceIndex source, int hops, CancellationToken cancellationToken)
    {
        value = value.Unwrap();
        if (value is not IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } || hops == 0)
            return [value];

        var origins = ImmutableArray.CreateBuilder<IOperation>();
        if (method.MethodKind == MethodKind.Constructor)
        {
            foreach (var handed in BaseCalls.Arguments(parameter, method.ContainingType, source, cancellationToken))
                origins.AddRange(Origins(handed, source, hops - 1, cancellationToken));
            foreach (var creation in Creations.Of(method.ContainingType, source, cancellationToken))
            {
                if (SymbolEqualityComparer.Default.Equals(creation.Constructor?.OriginalDefinition, method.OriginalDefinition) && creation.Argument(parameter.Name) is { } argument)
                    origins.AddRange(Origins(argument, source, hops - 1, cancellationToken));
            }
        }
        else
        {
            foreach (var call in CallSites.Of(method, source, cancellationToken))
            {
                if (CallSites.Argument(call, parameter) is { } argument)
                    origins.AddRange(Origins(argument, source, hops - 1, cancellationToken));
            }
        }

        return origins;
    }
}
