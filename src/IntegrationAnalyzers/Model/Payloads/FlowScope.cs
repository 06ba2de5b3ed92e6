using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Vocabularies;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>What a method does with an argument that may be null.</summary>
internal enum ArgumentEffect
{
    /// <summary>Nothing known: it may well take a null.</summary>
    None,

    /// <summary>It looks at it, and what is null does not get past it.</summary>
    Checked,
    Dereferenced,

    /// <summary>It says it takes no null.</summary>
    PassedOn,
}

/// <summary>What the walk through one function needs to know of the rest: the payload's type, what callees do with an argument.</summary>
internal sealed class FlowScope(SourceIndex source, string[] validatorNames, TeamApis team, ITypeSymbol? payloadType, CalleeEffects effects, int depth)
{
    public SourceIndex Source { get; } = source;

    public FlowScope Deeper() => new(Source, validatorNames, team, null, effects, depth - 1);

    public IOperation? OnlyValue(ILocalReferenceOperation local, CancellationToken cancellationToken) =>
        ValueOrigin.Of(local, Source, cancellationToken) is var origin && origin != local ? origin : null;

    /// <summary>Whether the type has the payload's as a part that is never null.</summary>
    public bool Promises(ITypeSymbol type, int nesting = 0)
    {
        if (payloadType is null || nesting > 3 || type is not INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments })
            return false;
        foreach (var argument in arguments)
        {
            if (SymbolEqualityComparer.Default.Equals(argument, payloadType)
                    ? argument.NullableAnnotation == NullableAnnotation.NotAnnotated
                    : Promises(argument, nesting + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the method checks what it is given or called on: by what the team says of it, or else by its name.</summary>
    public bool IsValidator(IMethodSymbol method) => IsValidator(method, method.Name);

    public ArgumentEffect Effect(IParameterSymbol parameter, IArgumentOperation argument, CancellationToken cancellationToken)
    {
        var method = parameter.ContainingSymbol as IMethodSymbol;
        if (ValidationApis.ThrowsOnNull(parameter))
            return ArgumentEffect.Checked;
        if (method is not null)
        {
            var name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
            if (IsValidator(method, name))
                return ArgumentEffect.Checked;

            // x.Where(…): the receiver of LINQ's extensions must not be null.
            if (ValidationApis.FailsOnNullReceiver(method) && argument.Parent is IInvocationOperation { Arguments: [var first, ..] } && first == argument)
            {
                return ArgumentEffect.Dereferenced;
            }

            if (depth > 0 && method.MethodKind == MethodKind.DelegateInvoke)
                return OfDelegate(argument, parameter.Ordinal, cancellationToken);
            if (depth > 0 && Source.IsSource(method) && effects.Of(method, parameter, this, depth, cancellationToken) is { } effect)
                return effect;
        }

        // A type parameter takes what it is given; BCL and annotated code says what it takes.
        return parameter.OriginalDefinition.Type is not ITypeParameterSymbol && !parameter.IsParams && !parameter.HasExplicitDefaultValue &&
            parameter.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated }
            ? ArgumentEffect.PassedOn
            : ArgumentEffect.None;
    }

    /// <summary>As written: the flow graph keeps the delegate in a capture where an argument branches.</summary>
    private ArgumentEffect OfDelegate(IArgumentOperation argument, int ordinal, CancellationToken cancellationToken) =>
        argument.Parent is { Syntax: var syntax } && Source.Model(syntax.SyntaxTree).GetOperation(syntax, cancellationToken) is IInvocationOperation { Instance: { } called }
            ? effects.OfDelegate(called, ordinal, this, depth, cancellationToken)
            : ArgumentEffect.None;

    private bool IsValidator(IMethodSymbol method, string name) => team.Is(VocabularyKind.Validator, method) switch
    {
        Certainty.Yes => true,
        Certainty.No => false,
        _ => ValidationApis.IsValidatorName(name, validatorNames),
    };
}
