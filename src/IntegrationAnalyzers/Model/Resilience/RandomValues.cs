using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>Whether chance is in a value.</summary>
internal static class RandomValues
{
    private const int MaxHops = 2;

    /// <summary>A call that gives a number by chance.</summary>
    public static bool IsRandom(IInvocationOperation call) =>
        IsSource(call.Instance?.Type) || IsSource(call.TargetMethod.ContainingType) && call.TargetMethod.ContainingType.Name != "Guid" || call.TargetMethod.Name == "NewGuid";

    /// <summary>Yes or no; unknown where a call out of sight may bring it in. What stands in a variable or field counts as if it stood here.</summary>
    public static Certainty In(IOperation value, SourceIndex source, CancellationToken cancellationToken) => Mentions(value, source, MaxHops, cancellationToken) switch
    {
        true => Certainty.Yes,
        false => Certainty.No,
        null => Certainty.Unknown,
    };

    private static bool? Mentions(IOperation value, SourceIndex source, int hops, CancellationToken cancellationToken)
    {
        return FunctionValue.Mentions(value, TestHereOrAtOrigin, source, 2, cancellationToken);

        bool? TestHereOrAtOrigin(IOperation operation)
        {
            if (Test(operation) is var found && found != false || hops == 0 || operation is not (ILocalReferenceOperation or IFieldReferenceOperation))
                return found;
            var origin = ValueOrigin.Of(operation, source, cancellationToken);
            return origin.Syntax == operation.Syntax ? false : Mentions(origin, source, hops - 1, cancellationToken);
        }
    }

    private static bool? Test(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call when IsRandom(call) || NamesJitter(call.TargetMethod.Name):
            case { } reference when reference.ReferencedSymbol() is { } symbol && NamesJitter(symbol.Name):
                return true;
            case IInvocationOperation { TargetMethod: var method } when MayBring(method):
                return null;
            default:
                return false;
        }
    }

    private static bool NamesJitter(string name) => name.ContainsIgnoreCase("jitter") || name.ContainsIgnoreCase("random");

    private static bool IsSource(ITypeSymbol? type) => type is { Name: "Random" or "RandomNumberGenerator" or "RNGCryptoServiceProvider" };

    /// <summary>A method of another library than the framework's and Polly's plain ones.</summary>
    private static bool MayBring(IMethodSymbol method)
    {
        return method.MethodKind == MethodKind.DelegateInvoke || method.IsAbstract && method.ContainingType?.Name != "IEnumerable" || method.ContainingType?.ContainingNamespace.RootName() is not ("System" or "Microsoft") && method.DeclaringSyntaxReferences.Length == 0 && !PolicyApis.IsBackoff(method);
    }
}
