using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>What a body is read as, and what that type says by itself.</summary>
internal static class PayloadTypes
{
    /// <summary>The type asked for: the type argument, <c>typeof</c>, or what the untyped result is cast to.</summary>
    public static ITypeSymbol? Of(IInvocationOperation call, DeserializingMember member)
    {
        var result = call.TargetMethod.ReturnType.AwaitedType();
        if (member.IsEnvelope)
            return result is INamedTypeSymbol { TypeArguments: [var held] } ? held : null;
        if (result.SpecialType != SpecialType.System_Object)
            return result.TypeKind == TypeKind.Dynamic ? null : result;

        foreach (var argument in call.Arguments)
        {
            if (argument.Value is ITypeOfOperation asked)
                return asked.TypeOperand;
        }

        var value = (IOperation)call;
        while (value.Parent is IAwaitOperation or IParenthesizedOperation or IConversionOperation)
        {
            value = value.Parent;
            if (value is IConversionOperation { Type: { SpecialType: SpecialType.None, TypeKind: not TypeKind.Dynamic } cast })
                return cast;
        }

        return null;
    }

    /// <summary>Values, and documents walked by name: what is missing in those is another question.</summary>
    public static bool IsNeverNull(ITypeSymbol type) =>
        type.IsValueType || type.TypeKind is TypeKind.Error or TypeKind.Dynamic || ResponseBodies.IsDocument(type);

    /// <summary>An object or array of a parsed document is what stands in it: only a token of any kind may be the null that makes a null.</summary>
    public static bool IsFilledContainer(IOperation? text) => NewtonsoftApis.IsContainer(text?.Unwrap().Type);

    /// <summary>A type that describes a failure is read to report it.</summary>
    public static bool IsErrorBody(ITypeSymbol type) =>
        (type is INamedTypeSymbol { TypeArguments: [var element, ..] } ? element : type is IArrayTypeSymbol array ? array.ElementType : type) is { } named &&
        (named.Name.ContainsIgnoreCase("Error") || named.Name.ContainsIgnoreCase("ProblemDetails") || named.Name.ContainsFailure("Fault")) &&
        !named.Name.ContainsIgnoreCase("OrError");

    /// <summary>Options under which the serializer refuses a null where the type takes none.</summary>
    public static bool ChecksItself(IOperation? options, SourceIndex source, CancellationToken cancellationToken)
    {
        if (options is null)
            return false;
        var origin = ValueOrigin.Of(options, source, cancellationToken);
        if (origin is IPropertyReferenceOperation { Property: { Name: "Strict", IsStatic: true } })
            return true;
        if (origin is not IObjectCreationOperation { Initializer: { } initializer })
            return false;
        foreach (var item in initializer.Initializers)
        {
            if (item is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "RespectNullableAnnotations" }, Value.ConstantValue: { HasValue: true, Value: true } })
                return true;
        }

        return false;
    }
}
