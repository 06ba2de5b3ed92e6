using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>A lambda or method group where it stands as a value.</summary>
internal static class DelegateValues
{
    /// <summary>The delegate that the function is made into: its parent is what takes it.</summary>
    public static IOperation AsDelegate(this IOperation function)
    {
        while (function.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            function = function.Parent;
        return function;
    }
}
