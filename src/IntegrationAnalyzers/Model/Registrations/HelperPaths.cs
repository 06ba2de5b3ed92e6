using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>The ways by which the helpers of a program lead to a registration.</summary>
internal sealed class HelperPaths(SourceIndex source, CancellationToken cancellationToken)
{
    private const int MaxHelpers = 3;
    private const int MaxCallers = 60;

    /// <summary>
    /// One for each call of a helper that the registration asks for its client or name by a parameter, or that hands the builder out; else the place alone.
    /// </summary>
    public IEnumerable<HelperPath> To(IInvocationOperation site, RegistrationKind kind) => Paths(site, kind, HelperPath.Empty);

    private IEnumerable<HelperPath> Paths(IInvocationOperation site, RegistrationKind kind, HelperPath path)
    {
        var outermost = path.Calls.IsEmpty ? site : path.Calls[0];
        if (path.Calls.Length < MaxHelpers && Helper(outermost) is { } helper && DependsOn(helper, site, kind, path) &&
            source.Uses(helper, cancellationToken) is { IsEmpty: false } uses && uses.Length <= MaxCallers)
        {
            var isCalled = false;
            foreach (var use in uses)
            {
                if (use.Operation(cancellationToken) is not IInvocationOperation call || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, helper))
                    continue;
                if (!path.Calls.IsEmpty && path.Calls[0].Syntax == call.Syntax)
                    continue;
                isCalled = true;
                foreach (var longer in Paths(site, kind, path.Prepend(call)))
                    yield return longer;
            }

            if (isCalled)
                yield break;
        }

        yield return path;
    }

    private IMethodSymbol? Helper(IInvocationOperation call) =>
        call.EnclosingFunction() is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method && source.IsSource(method) && method.Name != "<Main>$" &&
        !method.IsImplicitlyDeclared ? method.OriginalDefinition : null;

    private bool DependsOn(IMethodSymbol helper, IInvocationOperation site, RegistrationKind kind, HelperPath path)
    {
        var call = path.Calls.IsEmpty ? site : path.Calls[0];
        foreach (var argument in call.TargetMethod.TypeArguments)
        {
            if (argument is ITypeParameterSymbol { DeclaringMethod: { } declaring } && SymbolEqualityComparer.Default.Equals(declaring.OriginalDefinition, helper))
                return true;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || RegistrationApis.IsHost(argument.Parameter?.Type) || RegistrationApis.IsBuilder(argument.Parameter?.Type))
                continue;
            foreach (var operation in argument.Value.Tree())
            {
                if (operation is IParameterReferenceOperation { Parameter.ContainingSymbol: var owner } && SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, helper) &&
                    IsTextOrDelegate(argument.Parameter?.Type))
                {
                    return true;
                }
            }
        }

        return RegistrationApis.IsBuilder(helper.ReturnType) && kind != RegistrationKind.Defaults;
    }

    private static bool IsTextOrDelegate(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Delegate };
}
