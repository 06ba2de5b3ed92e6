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
    /// <summary>The registrations, none where the call registers no client.</summary>
    public IEnumerable<ClientRegistration> Read(IInvocationOperation invocation)
    {
        if (RegistrationApis.Find(invocation.TargetMethod) is not { } kind)
            yield break;

        foreach (var path in new HelperPaths(source, cancellationToken).To(invocation, kind))
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
