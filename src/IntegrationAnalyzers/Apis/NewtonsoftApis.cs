using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>What settings of Newtonsoft.Json may make of a type beyond what its attributes say.</summary>
internal static class NewtonsoftApis
{
    public const string Namespace = "Newtonsoft.Json";
    public const string DefaultSettings = "DefaultSettings";

    private const string Resolver = "ContractResolver";

    /// <summary>An object or array of a document that was parsed, and no token of whatever kind.</summary>
    public static bool IsContainer(ITypeSymbol? type) => type is { Name: "JObject" or "JArray" } && type.ContainingNamespace.Is(Namespace + ".Linq");

    /// <summary>Whether the call reads by the type's attributes alone: no settings, or settings without a resolver of contracts or converters.</summary>
    public static bool ReadsByAttributes(IInvocationOperation call, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind is ArgumentKind.DefaultValue || argument.Value is IArrayCreationOperation { Initializer.ElementValues.IsEmpty: true })
                continue;
            var isPlain = argument.Parameter?.Type.Name switch
            {
                "JsonSerializerSettings" or "JsonSerializer" => IsPlain(argument.Value, source, cancellationToken),
                _ => argument.Parameter is not { Type: IArrayTypeSymbol or INamedTypeSymbol { Name: "IEnumerable" or "MediaTypeFormatterCollection" } },
            };
            if (!isPlain)
                return false;
        }

        return call.Instance?.Type.Is(Namespace, "JsonSerializer") != true || IsPlain(call.Instance, source, cancellationToken);
    }

    private static bool IsPlain(IOperation settings, SourceIndex source, CancellationToken cancellationToken)
    {
        var origin = ValueOrigin.Of(settings, source, cancellationToken);
        switch (origin)
        {
            case { ConstantValue: { HasValue: true, Value: null } }:
            case IInvocationOperation { TargetMethod: { Name: "Create" or "CreateDefault", ContainingType.Name: "JsonSerializer" }, Arguments.IsEmpty: true }:
            case IObjectCreationOperation { Initializer: null, Arguments.IsEmpty: true }:
                return true;
            case IObjectCreationOperation { Initializer: { } initializer }:
                foreach (var item in initializer.Initializers)
                {
                    if (item is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: not (Resolver or "Converters") } })
                        return false;
                }

                return true;
            default:
                return false;
        }
    }
}
