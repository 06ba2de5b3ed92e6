using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>Reads what one place registers: one registration, or one for each call of the helper that it stands in.</summary>
internal sealed class RegistrationReader(SourceIndex source, CancellationToken cancellationToken)
{
    private const int MaxHelpers = 3;
    private const int MaxCallers = 60;

    /// <summary>The registrations, none where the call registers no client.</summary>
    public IEnumerable<ClientRegistration> Read(IInvocationOperation invocation)
    {
        if (RegistrationApis.Find(invocation.TargetMethod) is not { } kind)
            yield break;

        foreach (var path in Paths(invocation, kind, HelperPath.Empty))
            yield return Read(invocation, kind, path);
    }

    private ClientRegistration Read(IInvocationOperation invocation, RegistrationKind kind, HelperPath path)
    {
        var chain = new BuilderChain(invocation, source, cancellationToken);
        var steps = ImmutableArray.CreateBuilder<RegistrationStep>();
        var (client, implementation) = Types(invocation, kind, path);
        var name = Name(invocation, kind, client, path);
        if (kind == RegistrationKind.Defaults)
        {
            chain.FollowDelegate(StepReader.Delegate(invocation), path);
        }
        else
        {
            if (Own(invocation, kind, path) is { } own)
            {
                steps.Add(own);
                if (own.Kind == RegistrationStepKind.Factory && Made(invocation, path) is { } made)
                    implementation = made;
            }

            if (RegistrationApis.IsBuilder(invocation.Type))
                chain.Follow(invocation, path, false);
        }

        // What a helper returns, its caller goes on with.
        var isOpen = false;
        for (var i = path.Calls.Length - 1; i >= 0 && chain.ReturnedBy is not null; i--)
        {
            var call = path.Calls[i];
            var outer = new BuilderChain(call, source, cancellationToken);
            outer.Follow(call, new HelperPath(path.Calls.RemoveRange(i, path.Calls.Length - i)), false);
            steps.AddRange(chain.Steps);
            isOpen |= chain.IsOpen;
            chain = outer;
        }

        steps.AddRange(chain.Steps);
        var isKeyed = invocation.TargetMethod.Name.Contains("Keyed");
        foreach (var step in steps)
        {
            isKeyed |= step.Kind == RegistrationStepKind.Keyed;
            if (step.Kind == RegistrationStepKind.Factory && step.Invocation.TargetMethod.TypeArguments is [.., var typed])
            {
                var made = path.Resolve(typed);
                client ??= path.Resolve(step.Invocation.TargetMethod.TypeArguments[0]);
                implementation = made is { TypeKind: not TypeKind.Interface } ? made : implementation;
            }
        }

        return new ClientRegistration(
            kind, invocation, path, name, client, implementation, steps.ToImmutable(), isOpen || chain.IsOpen || chain.ReturnedBy is not null, isKeyed)
        {
            IsGeneric = IsGeneric(invocation, kind),
        };
    }

    /// <summary>The delegate that the registering call itself takes.</summary>
    private RegistrationStep? Own(IInvocationOperation invocation, RegistrationKind kind, HelperPath path)
    {
        var configuration = ClientConfiguration.Nothing;
        var isFactory = false;
        var isSeen = false;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter is not { Type: INamedTypeSymbol { TypeKind: TypeKind.Delegate } type } parameter)
                continue;

            isSeen = true;
            isFactory |= parameter.Name == "factory" || kind == RegistrationKind.Plain;
            if (kind is RegistrationKind.Grpc or RegistrationKind.Refit)
                continue;
            if (kind != RegistrationKind.Plain)
                configuration = ClientConfigurationReader.OfDelegate(argument.Value, path, source, cancellationToken);
        }

        if (!isSeen)
            return null;
        return new RegistrationStep(isFactory ? RegistrationStepKind.Factory : kind == RegistrationKind.Grpc || kind == RegistrationKind.Refit ? RegistrationStepKind.Neutral : RegistrationStepKind.Client, invocation, path, false)
        {
            Configuration = configuration,
        };
    }

    /// <summary>What the factory makes: the type that is really handed the client.</summary>
    private ITypeSymbol? Made(IInvocationOperation invocation, HelperPath path)
    {
        if (path.Resolve(StepReader.Delegate(invocation), source, cancellationToken) is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var body } })
            return null;
        foreach (var value in body.Returned())
        {
            if (value.Unwrap() is IObjectCreationOperation { Type: { } type })
                return type;
        }

        return null;
    }

    private (ITypeSymbol? Client, ITypeSymbol? Implementation) Types(IInvocationOperation invocation, RegistrationKind kind, HelperPath path)
    {
        var arguments = invocation.TargetMethod.TypeArguments;
        switch (kind)
        {
            case RegistrationKind.Typed or RegistrationKind.Implementation or RegistrationKind.Grpc:
                return (path.Resolve(arguments[0]), path.Resolve(arguments[arguments.Length - 1]));
            case RegistrationKind.Refit:
                var type = arguments.Length > 0
                    ? path.Resolve(arguments[0])
                    : invocation.Argument("refitInterfaceType")?.Unwrap() is ITypeOfOperation named ? named.TypeOperand : null;
                return (type, null);
            case RegistrationKind.Plain:
                return (arguments[0], null);
            default:
                return (null, null);
        }
    }

    private string? Name(IInvocationOperation invocation, RegistrationKind kind, ITypeSymbol? client, HelperPath path)
    {
        if (kind == RegistrationKind.Bare)
            return "";
        if (invocation.Argument("name") is { } name || invocation.Argument("httpClientName") is { } refitName && (name = refitName) is not null)
            return path.Text(name, source, cancellationToken);
        return kind is RegistrationKind.Typed or RegistrationKind.Implementation or RegistrationKind.Grpc && client is not null ? TypeName(client) : null;
    }

    /// <summary>The name that the factory gives a typed client: its type's without namespace.</summary>
    private static string TypeName(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments })
            return type.Name;
        var names = new string[arguments.Length];
        for (var i = 0; i < names.Length; i++)
            names[i] = TypeName(arguments[i]);
        return type.Name + "<" + string.Join(", ", names) + ">";
    }

    /// <summary>
    /// The ways of helpers to the registration: one that asks a helper's parameter for its client or name, or whose helper hands the builder out, is as many
    /// registrations as the helper has callers.
    /// </summary>
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

    private static bool IsGeneric(IInvocationOperation invocation, RegistrationKind kind)
    {
        if (kind == RegistrationKind.Defaults)
            return false;
        foreach (var argument in invocation.TargetMethod.TypeArguments)
        {
            if (argument is ITypeParameterSymbol)
                return true;
        }

        return (invocation.Argument("name") ?? invocation.Argument("httpClientName"))?.Unwrap() is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } };
    }
}
