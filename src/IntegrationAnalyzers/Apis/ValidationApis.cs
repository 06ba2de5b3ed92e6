using System;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>What counts as having looked at a value: guards, validators, and types that make the serializer look.</summary>
internal static class ValidationApis
{
    private const string CodeAnalysis = "System.Diagnostics.CodeAnalysis";

    private const string Annotations = "System.ComponentModel.DataAnnotations";

    /// <summary>Whether <c>ValidateDataAnnotations</c> can find anything wrong with an object of the type.</summary>
    public static bool HasAnnotations(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                foreach (var attribute in member.GetAttributes())
                {
                    if (attribute.AttributeClass.IsOrDerivesFrom(Annotations, "ValidationAttribute"))
                        return true;
                }
            }
        }

        return type.IsOrDerivesFrom(Annotations, "IValidatableObject");
    }

    /// <summary>How a team names its own checks; an option of IA5001.</summary>
    public static readonly string[] DefaultNames = ["Validate", "TryValidate", "Ensure", "Verify", "Check", "Guard", "ThrowIf", "TryCreate", "AssertValid"];

    /// <summary>Whether the method by its name checks what it is given or called on.</summary>
    public static bool IsValidatorName(string name, string[] validatorNames)
    {
        foreach (var validator in validatorNames)
        {
            if (validator.Length > 0 && name.StartsWith(validator, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether the call does not return where the parameter is null: <c>ThrowIfNull</c>, <c>Guard.Against.Null</c>, test assertions.</summary>
    public static bool ThrowsOnNull(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass.Is(CodeAnalysis, "NotNullAttribute"))
                return true;
        }

        // Guard libraries that know no annotations.
        var type = parameter.ContainingType;
        return type?.Name is "Guard" or "Ensure" or "Requires" or "Throw" or "GuardClauseExtensions" or "Argument" or "Preconditions";
    }

    /// <summary>Whether the method says that it never comes back.</summary>
    public static bool NeverReturns(IMethodSymbol method) =>
        Has(method, "DoesNotReturnAttribute") || method is { Name: "Exit" or "FailFast", ContainingType.Name: "Environment" };

    /// <summary>For which value of a Boolean parameter alone the method says that it comes back; null where it does not say, or where not every build runs it (<c>Debug.Assert</c>).</summary>
    public static bool? ReturnsOnlyWhere(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass.Is(CodeAnalysis, "DoesNotReturnIfAttribute") && attribute.ConstructorArguments is [{ Value: bool ends }] && !Has(parameter.ContainingSymbol, "ConditionalAttribute"))
                return !ends;
        }

        return null;
    }

    /// <summary>Whether the extension throws where what it is called on is null: LINQ's.</summary>
    public static bool FailsOnNullReceiver(IMethodSymbol method) =>
        method.ContainingType is { Name: "Enumerable" or "Queryable" } type && type.ContainingNamespace.Is("System.Linq");

    /// <summary>The result for which the parameter is known not to be null; null where the method does not say.</summary>
    public static bool? NotNullWhen(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass.Is(CodeAnalysis, "NotNullWhenAttribute") && attribute.ConstructorArguments is [{ Value: bool when }])
                return when;
        }

        return null;
    }

    /// <summary>Whether the serializer itself refuses a body that lacks what the type says: required members, strict attributes, callbacks.</summary>
    public static bool ChecksItself(ITypeSymbol type, Serializer serializer)
    {
        if (IsStrict(type, serializer) || HasCallback(type, serializer))
            return true;
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol or IFieldSymbol or IMethodSymbol && IsRequired(member, serializer))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the type looks at itself once it is read.</summary>
    public static bool HasCallback(ITypeSymbol type, Serializer serializer)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.Name is "IJsonOnDeserialized")
                return serializer == Serializer.SystemTextJson;
        }

        if (serializer == Serializer.SystemTextJson)
            return false;
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol && Has(member, "OnDeserializedAttribute"))
                return true;
        }

        return false;
    }

    /// <summary>Newtonsoft's <c>ItemRequired</c>: every member is there, or none of them may be null.</summary>
    public static bool RequiresAll(ITypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "JsonObjectAttribute" && IsRequired(attribute, "ItemRequired"))
                return true;
        }

        return false;
    }

    /// <summary>Whether anything says that the member must be there, to whichever serializer or validator.</summary>
    public static bool IsMarkedRequired(ISymbol member)
    {
        if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
            return true;
        foreach (var attribute in member.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "JsonRequiredAttribute" or "RequiredAttribute":
                    return true;
                case "JsonPropertyAttribute" or "DataMemberAttribute":
                    foreach (var named in attribute.NamedArguments)
                    {
                        if (named is { Key: "Required", Value.Value: > 0 } or { Key: "IsRequired", Value.Value: true })
                            return true;
                    }

                    break;
            }
        }

        return false;
    }

    private static bool IsStrict(ITypeSymbol type, Serializer serializer)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "JsonUnmappedMemberHandlingAttribute" && attribute.ConstructorArguments is [{ Value: 1 }])
                return serializer == Serializer.SystemTextJson;
        }

        return serializer != Serializer.SystemTextJson && RequiresAll(type);
    }

    private static bool Has(ISymbol symbol, string attributeName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == attributeName)
                return true;
        }

        return false;
    }

    private static bool IsRequired(ISymbol member, Serializer serializer)
    {
        if (serializer == Serializer.SystemTextJson && member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
            return true;
        foreach (var attribute in member.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "JsonRequiredAttribute":
                case "OnDeserializedAttribute" when serializer != Serializer.SystemTextJson:
                case "JsonPropertyAttribute" when IsRequired(attribute, "Required"):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Newtonsoft's <c>Required</c>: Default 0, AllowNull 1, Always 2, DisallowNull 3.</summary>
    private static bool IsRequired(AttributeData attribute, string argument)
    {
        foreach (var named in attribute.NamedArguments)
        {
            if (named.Key == argument && named.Value.Value is int and (2 or 3))
                return true;
        }

        return false;
    }
}
