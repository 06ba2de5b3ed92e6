using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>Whose validation it is.</summary>
internal enum Validator
{
    /// <summary>FluentValidation's, which gives a result object.</summary>
    Fluent,

    /// <summary>DataAnnotations', which gives a bool and fills a list.</summary>
    DataAnnotations,

    /// <summary>Another library's.</summary>
    Other,
}

/// <summary>Members of libraries that validate and say by their result, and by nothing else, what is wrong.</summary>
internal static class ValidatingMembers
{
    public const string FluentValidation = "FluentValidation";
    public const string DataAnnotations = "System.ComponentModel.DataAnnotations";

    public static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Validate", "ValidateAsync", "TryValidateObject", "TryValidateProperty", "TryValidateValue", "TryValidate", "TryValidateAsync", "Evaluate", "IsValid",
    };

    /// <summary>The cheap look, by name.</summary>
    public static bool HasName(string name) => Names.Contains(name);

    public static Validator? Find(IMethodSymbol method)
    {
        if (!Names.Contains(method.Name) || method.ReturnsVoid || method.DeclaringType() is not { } type)
            return null;
        switch (method.Name)
        {
            case "Validate" or "ValidateAsync" when type.ContainingNamespace.Is(FluentValidation) && type.Name is "IValidator" or "AbstractValidator" or "DefaultValidatorExtensions":
                return Validator.Fluent;
            case "TryValidateObject" or "TryValidateProperty" or "TryValidateValue" when type.Is(DataAnnotations, "Validator"):
                return Validator.DataAnnotations;
            case "TryValidate" or "TryValidateAsync" when type.Is("MiniValidation", "MiniValidator"):
            case "Validate" when type.Is("NJsonSchema", "JsonSchema"):
            case "Evaluate" when type.Is("Json.Schema", "JsonSchema"):
            case "IsValid" when type.Is("Newtonsoft.Json.Schema", "SchemaExtensions"):
                return Validator.Other;
            default:
                return null;
        }
    }

    /// <summary>Whether the call may throw on what is not valid, by options that are set or not in sight.</summary>
    public static bool MayThrow(IInvocationOperation call, SourceIndex source, System.Threading.CancellationToken cancellationToken)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                continue;
            foreach (var token in argument.Syntax.DescendantTokens())
            {
                if (token.ValueText == "ThrowOnFailures")
                    return true;
            }

            if (argument.Parameter?.Type is { Name: "ValidationContext" or "IValidationContext" } type && type.ContainingNamespace.Is(FluentValidation) &&
                ValueOrigin.Of(argument.Value, source, cancellationToken) is not IObjectCreationOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is validated; null where it is not an argument.</summary>
    public static IOperation? Validated(IInvocationOperation call, Validator validator)
    {
        if (validator == Validator.Other && call.TargetMethod.Name == "IsValid")
            return call.Receiver();
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Name is not ("instance" or "target" or "value" or "context" or "root" or "data" or "token"))
                continue;
            var value = argument.Value.Unwrap();
            return value is IObjectCreationOperation { Type.Name: "ValidationContext", Arguments: [var wrapped, ..] } ? wrapped.Value.Unwrap() : value;
        }

        return null;
    }

    /// <summary>Whether it is <c>TryValidateObject</c> without <c>validateAllProperties: true</c>, which looks at <c>[Required]</c> alone.</summary>
    public static bool ChecksRequiredAlone(IInvocationOperation call) =>
        call.TargetMethod is { Name: "TryValidateObject" } method && method.ContainingType.Is(DataAnnotations, "Validator") &&
        (method.Parameters.Length == 3 || call.Argument("validateAllProperties") is { ConstantValue: { HasValue: true, Value: false } });

    /// <summary>Whether the type has rules on its properties that such a call leaves out.</summary>
    public static bool HasOtherRules(ITypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is not IPropertySymbol)
                    continue;
                foreach (var attribute in member.GetAttributes())
                {
                    if (attribute.AttributeClass is { Name: not "RequiredAttribute" } rule && rule.IsOrDerivesFrom(DataAnnotations, "ValidationAttribute"))
                        return true;
                }
            }
        }

        return false;
    }
}
