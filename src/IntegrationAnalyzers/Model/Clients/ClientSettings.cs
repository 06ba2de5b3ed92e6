using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>The timeout a client is made with: in its initializer, its constructor, its options or its own class.</summary>
internal static class ClientSettings
{
    private const int MaxDepth = 3;

    /// <summary>Whether the creation itself sets a timeout, and where; unknown where options come from elsewhere.</summary>
    public static (Certainty Bound, IOperation? Setting) OwnTimeout(
        IObjectCreationOperation creation, SourceIndex source, CancellationToken cancellationToken)
    {
        if (creation.Initializer is { } initializer && Find(initializer) is { } setting)
            return (Certainty.Yes, setting);

        var unknown = false;
        foreach (var argument in creation.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                continue;
            var type = argument.Value.Unwrap().Type;
            if (argument.Value.Unwrap() is IDelegateCreationOperation or IAnonymousFunctionOperation)
            {
                if (FindIn(argument.Value) is { } inLambda)
                    return (Certainty.Yes, inLambda);
            }
            else if (type is { Name: "RestClientOptions" or "FlurlHttpSettings" or "ClientFlurlHttpSettings" } || IsOptions(argument.Parameter))
            {
                var (bound, where) = OfOptions(argument.Value, source, 0, cancellationToken);
                if (bound == Certainty.Yes)
                    return (bound, where);
                unknown |= bound == Certainty.Unknown;
            }
        }

        var own = OwnClass(creation, source, cancellationToken);
        if (own.Bound == Certainty.Yes)
            return own;
        return (unknown ? Certainty.Unknown : own.Bound, null);
    }

    /// <summary>Whether the code sets a timeout on anything: for lambdas that configure a client.</summary>
    public static bool SetsTimeout(IOperation code) => FindIn(code) is not null;

    /// <summary>Whether the body of a client's member sets its own timeout.</summary>
    public static bool SetsOwnTimeout(IOperation body) => FindOwn(body) is not null;

    /// <summary>A class derived from a client: its constructors and what they call may set the timeout.</summary>
    private static (Certainty Bound, IOperation? Setting) OwnClass(
        IObjectCreationOperation creation, SourceIndex source, CancellationToken cancellationToken)
    {
        if (creation.Constructor is not { } constructor || IsLibraryClient(creation.Type))
            return (Certainty.No, null);

        var pending = new Queue<(IMethodSymbol Method, int Depth)>();
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        pending.Enqueue((constructor, 0));
        for (var type = creation.Type?.BaseType; type is not null && !IsLibraryClient(type); type = type.BaseType)
        {
            // A base constructor called without a word in the source.
            foreach (var candidate in type.InstanceConstructors)
            {
                if (candidate.Parameters.IsEmpty)
                    pending.Enqueue((candidate, 0));
            }
        }

        // WebClient's timeout can only be set on the request it makes.
        for (var type = creation.Type; type is not null && !IsLibraryClient(type); type = type.BaseType)
        {
            foreach (var member in type.GetMembers("GetWebRequest"))
            {
                if (member is IMethodSymbol overriding && source.Body(overriding, cancellationToken) is { } body && FindIn(body) is { } setting)
                    return (Certainty.Yes, setting);
            }
        }

        while (pending.Count > 0)
        {
            var (method, depth) = pending.Dequeue();
            if (!seen.Add(method.OriginalDefinition))
                continue;
            if (!source.IsSource(method))
                return (Certainty.Unknown, null);
            if (source.Body(method, cancellationToken) is not { } body)
                continue;
            if (FindOwn(body) is { } setting)
                return (Certainty.Yes, setting);
            if (depth == MaxDepth)
                continue;
            foreach (var operation in body.Tree())
            {
                if (operation is IInvocationOperation { Instance: IInstanceReferenceOperation } call && !IsLibraryClient(call.TargetMethod.ContainingType))
                    pending.Enqueue((call.TargetMethod, depth + 1));
            }
        }

        return (Certainty.No, null);
    }

    private static bool IsOptions(IParameterSymbol? parameter) =>
        parameter?.Type.Name is "RestClientOptions" or "ConfigureRestClient" or "FlurlHttpSettings";

    private static bool IsLibraryClient(ITypeSymbol? type) =>
        type.Is(SendingMembers.NetHttp, "HttpClient") || type.Is(SendingMembers.NetHttp, "HttpMessageInvoker") || type.Is(SendingMembers.Net, "WebClient") ||
        type.Is(SendingMembers.RestSharp, "RestClient") || type.Is(SendingMembers.FlurlHttp, "FlurlClient") || type is { SpecialType: not SpecialType.None };

    /// <summary>Options made here, also in a helper, and whatever is set on them before or after.</summary>
    private static (Certainty Bound, IOperation? Setting) OfOptions(
        IOperation options, SourceIndex source, int depth, CancellationToken cancellationToken)
    {
        var value = options.Unwrap();
        if (value.ReferencedSymbol() is ILocalSymbol or IFieldSymbol or IPropertySymbol && value.ReferencedSymbol() is { } holder &&
            source.Uses(holder, cancellationToken) is { } uses)
        {
            foreach (var use in uses)
            {
                if (use.Operation(cancellationToken) is { Parent: IPropertyReferenceOperation { Property.Name: var name } property } &&
                    ClientTypes.IsTimeoutMember(name) && property.Setting() is { } set)
                {
                    return (Certainty.Yes, set);
                }
            }
        }

        var origin = ValueOrigin.Of(value, source, cancellationToken);
        switch (origin)
        {
            case IObjectCreationOperation creation:
                return creation.Initializer is { } initializer && Find(initializer) is { } setting ? (Certainty.Yes, setting) : (Certainty.No, null);
            case IDefaultValueOperation or ILiteralOperation:
                return (Certainty.No, null);
            case IInvocationOperation helper when depth < MaxDepth && source.IsSource(helper.TargetMethod) &&
                source.Body(helper.TargetMethod, cancellationToken) is { } body:
                var result = (Bound: Certainty.No, Setting: (IOperation?)null);
                foreach (var operation in body.Tree())
                {
                    if (operation is not IReturnOperation { ReturnedValue: { } returned })
                        continue;
                    var one = OfOptions(returned, source, depth + 1, cancellationToken);
                    if (one.Bound == Certainty.Yes)
                        return one;
                    if (one.Bound == Certainty.Unknown)
                        result = one;
                }

                return result;
            default:
                return (Certainty.Unknown, null);
        }
    }

    /// <summary>A timeout among an initializer's members, also one level down (<c>Settings = { Timeout = … }</c>).</summary>
    private static IOperation? Find(IObjectOrCollectionInitializerOperation initializer)
    {
        foreach (var item in initializer.Initializers)
        {
            switch (item)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } when ClientTypes.IsTimeoutMember(name):
                    return item;
                case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property.Name: var name } } nested
                    when ClientTypes.IsSettingsMember(name) && Find(nested.Initializer) is { } inner:
                    return inner;
            }
        }

        return null;
    }

    private static IOperation? FindIn(IOperation code)
    {
        foreach (var operation in code.Tree())
        {
            switch (operation)
            {
                case IPropertyReferenceOperation { Property.Name: var name } property when ClientTypes.IsTimeoutMember(name) && property.Setting() is { } setting:
                    return setting;
                case IInvocationOperation { TargetMethod.Name: var called } when ClientTypes.NamesTimeout(called):
                    return operation;
            }
        }

        return null;
    }

    private static IOperation? FindOwn(IOperation body)
    {
        foreach (var operation in body.Tree())
        {
            if (operation is IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Property.Name: var name } property &&
                ClientTypes.IsTimeoutMember(name) && property.Setting() is { } setting)
            {
                return setting;
            }
        }

        return null;
    }
}
