using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>A task that is kept in a variable first, and waited for later.</summary>
internal static class TaskLocals
{
    /// <summary>
    /// The call that started the task; null where that is not in sight, or where it may be done by the time of the wait: it was awaited, waited for or asked
    /// before, or handed to code that may do so.
    /// </summary>
    public static IInvocationOperation? Started(ILocalReferenceOperation reference, IOperation wait, SourceIndex source, CancellationToken cancellationToken)
    {
        var local = reference.Local;
        if (local.DeclaringSyntaxReferences is not [var declaration] ||
            declaration.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } initializer } ||
            source.Uses(local, cancellationToken) is not { } uses)
        {
            return null;
        }

        foreach (var use in uses)
        {
            if (use.Name.Span == reference.Syntax.Span)
                continue;
            if (use.Operation(cancellationToken) is not { } other || !IsLaterWait(other, wait))
                return null;
        }

        var model = source.Model(initializer.SyntaxTree);
        var value = model.GetOperation(initializer, cancellationToken);
        while (value is IConversionOperation or IParenthesizedOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        return value as IInvocationOperation;
    }

    private static bool IsLaterWait(IOperation use, IOperation wait) =>
        use.Syntax.SpanStart > wait.Syntax.Span.End &&
        use.Parent is IPropertyReferenceOperation or IAwaitOperation or IInvocationOperation { TargetMethod.Name: TaskApis.Wait or TaskApis.GetAwaiter or "ConfigureAwait" or "Dispose" };
}
