using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>
/// A result by which a clause says that all went well: <c>new Reply { Success = true }</c>, <c>(true, "queued")</c>, <c>Result.Ok()</c>. Only one that is made of nothing but words, constants
/// and what the caller gave: what holds something that was done before speaks of that.
/// </summary>
internal static class ClaimedSuccesses
{
    private static readonly HashSet<string> Factories = new(StringComparer.Ordinal) { "Ok", "OK", "Success", "Succeed", "Succeeded", "Successful" };

    /// <summary>Names by which a member beside it takes the claim back.</summary>
    private static readonly string[] Reservations = ["Warn", "Skip", "Degraded", "Partial", "Cached", "Stale", "Offline", "Fallback", "Simulat", "Mock", "Retry"];

    public static bool Are(IOperation value, CatchShape shape)
    {
        // What stands behind the statement speaks of all that the method did, and who does something else in the clause may speak of that.
        if (!shape.Clause.Syntax.Span.Contains(value.Syntax.Span) || shape.Body.Does(CatchActs.CallsUnknown))
            return false;

        var isClaimed = IsFactory(value);
        foreach (var (name, given) in Parts(value, shape))
        {
            var part = given.Unwrap();
            if (!IsPlain(part) || TakesBack(name, part))
                return false;
            isClaimed |= part.ConstantValue is { HasValue: true, Value: true } && StatusApis.Agrees(name);
        }

        return isClaimed;
    }

    /// <summary><c>Result.Ok()</c>, <c>Result.Success</c>: a result that its own type makes.</summary>
    private static bool IsFactory(IOperation value) => value switch
    {
        IInvocationOperation { TargetMethod: { IsStatic: true } method } => Factories.Contains(method.Name) && MakesItself(method, method.ReturnType.AwaitedType()),
        IPropertyReferenceOperation { Property: { IsStatic: true } property } => Factories.Contains(property.Name) && MakesItself(property, property.Type),
        IFieldReferenceOperation { Field: { IsStatic: true } field } => Factories.Contains(field.Name) && MakesItself(field, field.Type),
        _ => false,
    };

    private static bool MakesItself(ISymbol member, ITypeSymbol made) =>
        made is { TypeKind: TypeKind.Class or TypeKind.Struct } && member.ContainingType is { } type && type.Name == made.Name && !AnswerApis.IsResult(made);

    private static IEnumerable<(string Name, IOperation Value)> Parts(IOperation value, CatchShape shape)
    {
        var arguments = ImmutableArray<IArgumentOperation>.Empty;
        var members = ImmutableArray<IOperation>.Empty;
        switch (value)
        {
            case IObjectCreationOperation created:
                (arguments, members) = (created.Arguments, created.Initializer?.Initializers ?? members);
                break;
            case IAnonymousObjectCreationOperation created:
                members = created.Initializers;
                break;
            case IInvocationOperation call:
                arguments = call.Arguments;
                break;
            case ITupleOperation tuple:
                for (var i = 0; i < tuple.Elements.Length; i++)
                    yield return (ElementName(tuple, i, shape), tuple.Elements[i]);
                break;
        }

        foreach (var argument in arguments)
        {
            if (argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter.Name: var parameter })
                yield return (parameter, argument.Value);
        }

        foreach (var member in members)
        {
            // A list that is filled is none of constants.
            yield return member is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: var name } } set ? (name, set.Value) : ("", member);
        }
    }

    /// <summary>What the method calls the element; where it has no name, <c>Success</c> if the <c>try</c> gives <c>true</c> there as well.</summary>
    private static string ElementName(ITupleOperation tuple, int index, CatchShape shape)
    {
        if (shape.Try.EnclosingFunction()?.ReturnType.AwaitedType() is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } && index < elements.Length && elements[index].IsExplicitlyNamedTupleElement)
            return elements[index].Name;
        return shape.Try.Body.Returned().Any(returned => returned.Unwrap() is ITupleOperation given && given.Elements.Length == tuple.Elements.Length &&
            given.Elements[index].Unwrap().ConstantValue is { HasValue: true, Value: true }) ? "Success" : "";
    }

    private static bool IsPlain(IOperation part)
    {
        while (part is IPropertyReferenceOperation { Instance: { } owner })
            part = owner.Unwrap();
        return part is { ConstantValue.HasValue: true } or IParameterReferenceOperation or IDefaultValueOperation or IPropertyReferenceOperation { Instance: null } ||
            part is IInterpolatedStringOperation text && text.Parts.OfType<IInterpolationOperation>().All(static hole => IsPlain(hole.Expression.Unwrap())) ||
            Defaults.Of(part) == CatchActs.FabricatesSuccess;
    }

    /// <summary>Whether the part says that something went wrong all the same, or was not done.</summary>
    private static bool TakesBack(string name, IOperation part)
    {
        var isFailure = ReportingApis.SaysFailure(name);
        if (part is { ConstantValue: { HasValue: true, Value: null or "" or 0 } } or IDefaultValueOperation)
            return false;
        if (part.ConstantValue is { HasValue: true, Value: false })
            return !isFailure;
        return isFailure || Array.Exists(Reservations, name.ContainsIgnoreCase) || part.Tree().Any(static words => words is ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } && (AnswerTexts.SaysNo(text) || Array.Exists(Reservations, text.ContainsIgnoreCase)));
    }
}
