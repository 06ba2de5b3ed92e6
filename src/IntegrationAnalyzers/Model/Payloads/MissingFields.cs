using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>The members of a payload type that promise an object and hold null where the body has no such field.</summary>
internal static class MissingFields
{
    /// <summary>The properties, and of positional records the parameters, in the order of the source.</summary>
    public static ImmutableArray<PayloadMember> Of(INamedTypeSymbol type, LenientReaders readers, CancellationToken cancellationToken)
    {
        if ((readers == LenientReaders.TextJson && ValidationApis.HasCallback(type, Serializer.SystemTextJson)) ||
            (readers != LenientReaders.TextJson && (ValidationApis.RequiresAll(type) || ValidationApis.HasCallback(type, Serializer.Newtonsoft))))
        {
            return ImmutableArray<PayloadMember>.Empty;
        }

        var constructor = PayloadMember.Constructor(type);
        var saysHowItWent = SaysHowItWent(type);
        var members = ImmutableArray.CreateBuilder<PayloadMember>();
        foreach (var member in PayloadMember.Of(type))
        {
            if (member.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } and not ITypeParameterSymbol &&
                member.Symbol is IPropertySymbol { IsAbstract: false, IsOverride: false, ExplicitInterfaceImplementations.IsEmpty: true } property &&
                !(saysHowItWent && IsOfFailure(property.Name)) && !ValidationApis.IsMarkedRequired(property) && !JsonMemberApis.HandlesNull(property) && !IsGiven(property, member.Parameter, constructor, cancellationToken))
            {
                members.Add(member);
            }
        }

        // The parts of a partial type come in the order of its files, which means nothing.
        members.Sort(static (left, right) =>
        {
            var (one, other) = (left.Symbol.Locations[0], right.Symbol.Locations[0]);
            var files = string.CompareOrdinal(one.SourceTree?.FilePath, other.SourceTree?.FilePath);
            return files != 0 ? files : one.SourceSpan.Start.CompareTo(other.SourceSpan.Start);
        });
        return members.ToImmutable();
    }

    /// <summary><c>success</c>, <c>ok</c>: what is said of a failure is left out where it is true.</summary>
    private static bool SaysHowItWent(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean, Name: var name } &&
                (ResponseBodies.IsSuccessFlag(name) || name.ToUpperInvariant() is "SUCCESS" or "SUCCEEDED" or "SUCCESSFUL" or "ISSUCCEEDED" or "OK" or "ISOK"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfFailure(string name) =>
        name.ContainsIgnoreCase("error") || name.ContainsIgnoreCase("failure") || name.ToUpperInvariant() is "MESSAGE" or "MESSAGES" or "REASON" or "DETAIL" or "DETAILS";

    /// <summary>Whether it has a value where the body brings none.</summary>
    private static bool IsGiven(IPropertySymbol property, IParameterSymbol? parameter, IMethodSymbol? constructor, CancellationToken cancellationToken)
    {
        if (property.DeclaringSyntaxReferences is not [var reference])
            return true;
        switch (reference.GetSyntax(cancellationToken))
        {
            case ParameterSyntax taken:
                return taken.Default is { Value: var value } && !value.IsNull();
            case PropertyDeclarationSyntax declaration:
                // A constructor that takes the value may look at it; accessors with a body may as well.
                return parameter is not null || !IsAuto(declaration) || (declaration.Initializer is { Value: var initial } && !initial.IsNull()) ||
                    IsSetBy(constructor, property.Name, cancellationToken);
            default:
                return true;
        }
    }

    private static bool IsAuto(PropertyDeclarationSyntax property)
    {
        if (property.AccessorList is not { } accessors)
            return false;
        foreach (var accessor in accessors.Accessors)
        {
            if (accessor.Body is not null || accessor.ExpressionBody is not null)
                return false;
        }

        return true;
    }

    private static bool IsSetBy(IMethodSymbol? constructor, string name, CancellationToken cancellationToken)
    {
        if (constructor is null || constructor.DeclaringSyntaxReferences.IsEmpty)
            return false;
        if (constructor.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not ConstructorDeclarationSyntax declaration)
            return false;
        if (declaration.Initializer is { RawKind: (int)SyntaxKind.ThisConstructorInitializer })
            return true;
        foreach (var node in declaration.DescendantNodes())
        {
            switch (node)
            {
                // Who is called there may set anything.
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax }:
                case AssignmentExpressionSyntax assignment when ConstructorSets.Name(assignment.Left) == name && !assignment.Right.IsNull():
                    return true;
            }
        }

        return false;
    }
}
