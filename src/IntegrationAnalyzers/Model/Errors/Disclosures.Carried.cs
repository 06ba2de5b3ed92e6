using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Bodies that an exception of this compilation carries from the failed call to the answer.</summary>
internal sealed partial class Disclosures
{
    private readonly Memo<IPropertySymbol, bool> _carriers = new(SymbolEqualityComparer.Default);

    /// <summary>What the clause hands out of a member that holds an upstream's body (<c>ex.ResponseBody</c>); the exception's own words are its owner's.</summary>
    public IEnumerable<Disclosure> Carried(CatchShape shape, CancellationToken cancellationToken) =>
        shape.Clause.ExceptionType is INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0 } caught && IsThrown(caught, shape.Try, cancellationToken)
            ? In(shape.Clause, leak => leak is IPropertyReferenceOperation { Instance: ILocalReferenceOperation, Property: var member } && IsCarrier(member, cancellationToken), isBody: true, cancellationToken)
            : [];

    /// <summary>What the clause hands out of the exception that one of this compilation has inside: <c>ex.InnerException?.Message</c>.</summary>
    public IEnumerable<Disclosure> Inner(CatchShape shape, CancellationToken cancellationToken) => In(
        shape.Clause,
        static leak => leak.Tree().Any(static part => part is IPropertyReferenceOperation { Property.Name: "InnerException" } or IInvocationOperation { TargetMethod.Name: "GetBaseException" }),
        isBody: false,
        cancellationToken);

    private bool IsThrown(INamedTypeSymbol caught, ITryOperation tried, CancellationToken cancellationToken) =>
        ThrownTypes.Under(tried, source, cancellationToken) is { } thrown && thrown.Any(type => type.IsOrDerivesFrom(caught));

    private bool IsCarrier(IPropertySymbol member, CancellationToken cancellationToken) =>
        member is { Type.SpecialType: SpecialType.System_String, IsOverride: false, DeclaringSyntaxReferences.Length: > 0 } &&
        (_carriers.TryGetValue(member, out var known) ? known : _carriers.GetOrAdd(member, Given(member, cancellationToken).Any(value => IsBody(value, cancellationToken))));

    /// <summary>What the member is set to: where it is named, at its declaration, and by the constructor's callers.</summary>
    private IEnumerable<IOperation> Given(IPropertySymbol member, CancellationToken cancellationToken)
    {
        foreach (var use in source.Uses(member, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            if (use.Assignment is not null && use.Assigned(cancellationToken) is { } value)
            {
                foreach (var given in Passed(value, cancellationToken))
                    yield return given;
            }
        }

        if (member.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is PropertyDeclarationSyntax { Initializer.Value: { } initial } &&
            source.Model(initial.SyntaxTree).GetOperation(initial, cancellationToken) is { } first)
        {
            foreach (var given in Passed(first, cancellationToken))
                yield return given;
        }
    }

    /// <summary>The value, or what callers hand to the constructor where that only passes it on.</summary>
    private IEnumerable<IOperation> Passed(IOperation value, CancellationToken cancellationToken)
    {
        if (value.Unwrap() is not IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter })
        {
            yield return value;
            yield break;
        }

        foreach (var name in source.NamesLike(constructor.ContainingType, cancellationToken))
        {
            if (name.Name.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>() is { } creation && creation.Type.Span.Contains(name.Name.Span) &&
                name.Model.GetOperation(creation, cancellationToken) is IObjectCreationOperation { Constructor: { } called } made && SymbolEqualityComparer.Default.Equals(called, constructor))
            {
                foreach (var argument in made.Arguments)
                {
                    if (argument.Parameter?.Ordinal == parameter.Ordinal && argument.ArgumentKind != ArgumentKind.DefaultValue)
                        yield return argument.Value;
                }
            }
        }
    }

    private bool IsBody(IOperation value, CancellationToken cancellationToken) =>
        !value.ConstantValue.HasValue && !ResponseBodies.IsReason(value) && _origins.Resolve(_origins.Of(value, cancellationToken), cancellationToken) == Certainty.Yes;
}
