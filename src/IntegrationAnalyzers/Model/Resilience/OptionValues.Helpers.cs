using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <content>Options that a helper of this compilation makes.</content>
internal sealed partial class OptionValues
{
    private const int MaxHelpers = 2;

    /// <summary>What a helper makes, where it gives back one object and nothing else: <c>AddRetry(Retries())</c>.</summary>
    private IOperation Made(IOperation origin, int depth) =>
        depth < MaxHelpers && origin is IInvocationOperation { TargetMethod: var helper } && source.IsSource(helper) && Given(helper) is { } given
            ? Made(ValueOrigin.Of(given, source, cancellationToken), depth + 1)
            : origin;

    private IOperation? Given(IMethodSymbol helper) => source.BodyBehind(helper, cancellationToken)?.OnlyReturned();

    /// <summary>The variable that holds the object while it is set up, here or in the helper that makes it.</summary>
    private ILocalReferenceOperation? Holder(IOperation value, IObjectCreationOperation creation)
    {
        for (var depth = 0; depth <= MaxHelpers; depth++)
        {
            value = value.Unwrap();
            if (value is ILocalReferenceOperation local && local.Root().Syntax.Span.Contains(creation.Syntax.Span) && local.Syntax.SyntaxTree == creation.Syntax.SyntaxTree)
                return local;
            if (ValueOrigin.Of(value, source, cancellationToken) is not IInvocationOperation call || Given(call.TargetMethod) is not { } given)
                return null;
            value = given;
        }

        return null;
    }
}
