using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>A helper that is handed a call and, for its failure, what it gives in place of its result: where that is empty at all its callers, the helper gives back a default.</summary>
internal static class HandedDefaults
{
    /// <summary>Whether the clause gives back such a parameter: <c>await Quietly(() =&gt; client.GetAsync(…), new List&lt;string&gt;())</c>.</summary>
    public static bool AreGiven(CatchShape shape, SourceIndex source, CancellationToken cancellationToken)
    {
        if (shape.Clause.Handler.Operations is not [.., IReturnOperation { ReturnedValue: { } returned }] ||
            returned.Unwrap() is not IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } helper } parameter } ||
            !CallsDelegate(shape.Try) || source.Uses(helper, cancellationToken) is not { IsEmpty: false } uses)
        {
            return false;
        }

        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IInvocationOperation call || !(call.Argument(parameter.Name) is { } handed ? IsEmpty(handed.Unwrap()) : parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null }))
                return false;
        }

        return true;
    }

    private static bool CallsDelegate(ITryOperation tried)
    {
        foreach (var operation in tried.Body.Tree())
        {
            if (operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call && call.Instance?.Unwrap() is IParameterReferenceOperation)
                return true;
        }

        return false;
    }

    /// <summary>A constant that says nothing, or an empty list; what is kept somewhere may be the value from before.</summary>
    private static bool IsEmpty(IOperation handed) => handed switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation => false,
        { ConstantValue: { HasValue: true, Value: true } } or { Type.TypeKind: TypeKind.Enum } => false,
        _ => Defaults.Of(handed) is CatchActs.None or CatchActs.FabricatesSuccess,
    };
}
