using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>A member that the serializer sets from the JSON, by its setter or by a parameter of the constructor.</summary>
/// <param name="Symbol">The property or field.</param>
/// <param name="Type">Its type.</param>
/// <param name="Parameter">The parameter of the constructor that brings it; null where it is set.</param>
internal readonly record struct PayloadMember(ISymbol Symbol, ITypeSymbol Type, IParameterSymbol? Parameter)
{
    /// <summary>The members that the type itself declares, in the order of its source.</summary>
    public static IEnumerable<PayloadMember> Of(INamedTypeSymbol type)
    {
        var constructor = Constructor(type);
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic || JsonMemberApis.IsLeftOut(member))
                continue;
            switch (member)
            {
                case IPropertySymbol { IsIndexer: false, IsImplicitlyDeclared: false } property:
                    if (property.DeclaredAccessibility != Accessibility.Public && !JsonMemberApis.IsIncluded(member))
                        continue;
                    var parameter = Matching(constructor, property.Name);
                    if (parameter is not null || property.SetMethod is { DeclaredAccessibility: Accessibility.Public } || (property.SetMethod is not null && JsonMemberApis.IsIncluded(member)))
                        yield return new(member, property.Type, parameter);
                    break;
                case IFieldSymbol { IsImplicitlyDeclared: false } field when JsonMemberApis.IsIncluded(member):
                    yield return new(member, field.Type, Matching(constructor, field.Name));
                    break;
            }
        }
    }

    /// <summary>The constructor that the serializer makes the object with; null where it cannot be told.</summary>
    public static IMethodSymbol? Constructor(INamedTypeSymbol type)
    {
        IMethodSymbol? only = null;
        var count = 0;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (JsonMemberApis.IsConstructor(constructor))
                return constructor;
        }

        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.DeclaredAccessibility != Accessibility.Public)
                continue;
            if (constructor.Parameters.IsEmpty)
                return constructor;
            only = constructor;
            count++;
        }

        return count == 1 ? only : null;
    }

    private static IParameterSymbol? Matching(IMethodSymbol? constructor, string name)
    {
        if (constructor is null)
            return null;
        foreach (var parameter in constructor.Parameters)
        {
            if (string.Equals(parameter.Name, name, System.StringComparison.OrdinalIgnoreCase))
                return parameter;
        }

        return null;
    }
}
