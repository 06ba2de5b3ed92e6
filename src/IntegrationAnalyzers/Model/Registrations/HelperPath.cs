using System.Collections.Immutable;
using System.Text;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>
/// The calls of this compilation's helpers by which a place is reached, outermost first. What the place says by a parameter or type parameter of
/// a helper is put in from the call of that helper.
/// </summary>
internal readonly record struct HelperPath(ImmutableArray<IInvocationOperation> Calls)
{
    public static readonly HelperPath Empty = new(ImmutableArray<IInvocationOperation>.Empty);

    public HelperPath Add(IInvocationOperation call) => new(Calls.Add(call));

    public HelperPath Prepend(IInvocationOperation call) => new(Calls.Insert(0, call));

    /// <summary>The value followed to its origin, through parameters of the helpers; null where a helper's caller left it to its default.</summary>
    public IOperation? Resolve(IOperation? value, SourceIndex source, CancellationToken cancellationToken)
    {
        for (var i = Calls.Length; value is not null; i--)
        {
            value = ValueOrigin.Of(value, source, cancellationToken);
            if (i == 0 || value is not IParameterReferenceOperation { Parameter: var parameter })
                return value;

            while (i > 0 && !IsOf(Calls[i - 1], parameter.ContainingSymbol))
                i--;
            if (i == 0)
                return value;
            value = Calls[i - 1].Argument(parameter.Name);
        }

        return null;
    }

    /// <summary>The type with the helpers' type arguments put in; null where it stays a type parameter.</summary>
    public ITypeSymbol? Resolve(ITypeSymbol? type)
    {
        for (var i = Calls.Length - 1; i >= 0 && type is ITypeParameterSymbol { DeclaringMethod: { } declaring } parameter; i--)
        {
            if (IsOf(Calls[i], declaring) && parameter.Ordinal < Calls[i].TargetMethod.TypeArguments.Length)
                type = Calls[i].TargetMethod.TypeArguments[parameter.Ordinal];
        }

        return type is ITypeParameterSymbol or null ? null : type;
    }

    /// <summary>The text of a name: a constant, <c>nameof</c>, or <c>typeof(T).Name</c>; null where the code does not say it.</summary>
    public string? Text(IOperation? value, SourceIndex source, CancellationToken cancellationToken)
    {
        var origin = Resolve(value, source, cancellationToken);
        if (origin is null)
            return null;
        if (ValueOrigin.ConstantText(origin, source, cancellationToken) is { } text)
            return text;

        switch (origin)
        {
            case IPropertyReferenceOperation { Property.Name: "Name", Instance: ITypeOfOperation { TypeOperand: var type } }:
                return Resolve(type)?.MetadataName;
            case IFieldReferenceOperation { Field: var field } when RegistrationApis.IsEmptyName(field):
                return "";
            case INameOfOperation { Argument: var named } when named.Type is ITypeParameterSymbol parameter:
                return parameter.Name;
            case IInterpolatedStringOperation interpolated:
                return Interpolated(interpolated, source, cancellationToken);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                return Text(sum.LeftOperand, source, cancellationToken) is { } left && Text(sum.RightOperand, source, cancellationToken) is { } right ? left + right : null;
            default:
                return null;
        }
    }

    private string? Interpolated(IInterpolatedStringOperation interpolated, SourceIndex source, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var part in interpolated.Parts)
        {
            var piece = part switch
            {
                IInterpolatedStringTextOperation fixedText => fixedText.Text.ConstantValue.Value as string,
                IInterpolationOperation { FormatString: null, Expression: var value } => Text(value, source, cancellationToken),
                _ => null,
            };
            if (piece is null)
                return null;
            text.Append(piece);
        }

        return text.ToString();
    }

    private static bool IsOf(IInvocationOperation call, ISymbol method) =>
        SymbolEqualityComparer.Default.Equals((call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition, ((method as IMethodSymbol)?.ReducedFrom ?? method).OriginalDefinition);
}
