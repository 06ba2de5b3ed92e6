using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Calls;

/// <summary>
/// Finds the verb where the request says it: in the message's constructor or initializer, in a later assignment, in a variable,
/// in the helper that makes the request, or in an argument of the call.
/// </summary>
internal static class RequestVerb
{
    private const int MaxHelpers = 3;

    public static VerbFact Of(
        IInvocationOperation call, IOperation? request, IOperation? client, SourceIndex source, CancellationToken cancellationToken)
    {
        if (request is not null)
            return OfRequest(request, source, 0, cancellationToken);

        // Flurl's SendAsync(HttpMethod.Post), RestSharp's Execute(request, Method.Post), WebClient.UploadString(url, "PUT", data)
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && IsVerbType(parameter))
                return OfVerb(argument.Value, source, 0, cancellationToken);
        }

        // WebRequest carries the verb itself.
        return client is not null && client.Type.IsOrDerivesFrom(SendingMembers.Net, "WebRequest")
            ? OfRequest(client, source, 0, cancellationToken)
            : VerbFact.Unknown;
    }

    /// <summary>The verb of a request object, wherever it was made.</summary>
    public static VerbFact OfRequest(IOperation request, SourceIndex source, int helpers, CancellationToken cancellationToken)
    {
        request = request.Unwrap();
        if (request is IParameterReferenceOperation parameter)
            return new VerbFact(HttpVerb.Unknown, parameter.Parameter);

        if (request is ILocalReferenceOperation local && AssignedMethod(local, source, cancellationToken) is { } assigned)
            return assigned;

        var origin = ValueOrigin.Of(request, source, cancellationToken);
        switch (origin)
        {
            case IObjectCreationOperation creation:
                if (creation.Initializer is { } initializer)
                {
                    foreach (var item in initializer.Initializers)
                    {
                        if (item is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Method" } } set)
                            return OfVerb(set.Value, source, helpers, cancellationToken);
                    }
                }

                foreach (var argument in creation.Arguments)
                {
                    if (argument.Parameter is { } p && IsVerbType(p) && argument.ArgumentKind != ArgumentKind.DefaultValue)
                        return OfVerb(argument.Value, source, helpers, cancellationToken);
                }

                return new VerbFact(HttpVerb.Get);
            case IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Create" or "CreateHttp" } } made
                when made.TargetMethod.ContainingType.IsOrDerivesFrom(SendingMembers.Net, "WebRequest"):
                return new VerbFact(HttpVerb.Get);
            case IInvocationOperation { TargetMethod.ContainingType: { } type } fluent
                when type.ContainingNamespace.Is(SendingMembers.RestSharp) && fluent.Receiver() is { } receiver:
                return OfRequest(receiver, source, helpers, cancellationToken);
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } made }:
                return made.Unwrap() is IParameterReferenceOperation factory ? new VerbFact(HttpVerb.Unknown, factory.Parameter) : VerbFact.Unknown;
            case IInvocationOperation helper when helpers < MaxHelpers:
                return OfHelper(helper, source, helpers + 1, cancellationToken);
            case IParameterReferenceOperation byParameter:
                return new VerbFact(HttpVerb.Unknown, byParameter.Parameter);
            default:
                return VerbFact.Unknown;
        }
    }

    /// <summary>The verb that an expression of type <c>HttpMethod</c>, RestSharp's <c>Method</c> or <c>string</c> names.</summary>
    public static VerbFact OfVerb(IOperation value, SourceIndex source, int helpers, CancellationToken cancellationToken)
    {
        var origin = ValueOrigin.Of(value, source, cancellationToken);
        switch (origin)
        {
            case IParameterReferenceOperation parameter:
                return new VerbFact(HttpVerb.Unknown, parameter.Parameter);
            // A copy of another request: new HttpRequestMessage(request.Method, request.RequestUri).
            case IPropertyReferenceOperation { Property.Name: "Method", Instance: { Type: { } copied } request } when IsRequestType(copied):
                return OfRequest(request, source, helpers, cancellationToken);
            case IPropertyReferenceOperation { Property: { IsStatic: true } property } when property.ContainingType.Name == "HttpMethod":
                return new VerbFact(HttpVerbs.Parse(property.Name));
            case IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } field }:
                return new VerbFact(HttpVerbs.Parse(field.Name));
            case IObjectCreationOperation { Arguments: [var name] } creation when creation.Type?.Name == "HttpMethod":
                return OfText(name.Value, source, cancellationToken);
            case IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "HttpMethod" }, Arguments: [var text] }:
                return OfText(text.Value, source, cancellationToken);
            default:
                return OfText(origin, source, cancellationToken);
        }
    }

    private static VerbFact OfText(IOperation text, SourceIndex source, CancellationToken cancellationToken) => OwnVerbs.Behind(text) switch
    {
        IParameterReferenceOperation parameter => new VerbFact(HttpVerb.Unknown, parameter.Parameter),
        IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } member } => new VerbFact(HttpVerbs.Parse(member.Name)),
        _ => new VerbFact(HttpVerbs.Parse(ValueOrigin.ConstantText(text, source, cancellationToken))),
    };

    /// <summary>The verb of what the delegate makes, anew for each attempt: <c>() => new HttpRequestMessage(HttpMethod.Post, "orders")</c>.</summary>
    private static VerbFact OfFactory(IOperation factory, SourceIndex source, int helpers, CancellationToken cancellationToken)
    {
        factory = factory.Unwrap();
        if (factory is IParameterReferenceOperation handedOn)
            return new VerbFact(HttpVerb.Unknown, handedOn.Parameter);
        var body = (factory as IDelegateCreationOperation)?.Target switch
        {
            IAnonymousFunctionOperation lambda => lambda.Body,
            IMethodReferenceOperation { Method: var method } => source.Body(method, cancellationToken),
            _ => null,
        };
        return body is null ? VerbFact.Unknown : OfReturned(body, source, helpers, cancellationToken, static fact => fact.From is null ? fact : VerbFact.Unknown);
    }

    /// <summary>The one verb of all that the function returns, each as its caller sees it.</summary>
    private static VerbFact OfReturned(IOperation body, SourceIndex source, int helpers, CancellationToken cancellationToken, Func<VerbFact, VerbFact> seen)
    {
        VerbFact? found = null;
        foreach (var returned in body.Returned())
        {
            var fact = seen(OfRequest(returned, source, helpers, cancellationToken));
            if (found is { } other && other != fact)
                return VerbFact.Unknown;
            found = fact;
        }

        return found ?? VerbFact.Unknown;
    }

    /// <summary>The verb a helper of this compilation gives the request that it returns, its parameters replaced by the arguments.</summary>
    private static VerbFact OfHelper(IInvocationOperation helper, SourceIndex source, int helpers, CancellationToken cancellationToken)
    {
        if (source.BodyBehind(helper.TargetMethod, cancellationToken) is not { } body)
        {
            return VerbFact.Unknown;
        }

        return OfReturned(body, source, helpers, cancellationToken, fact => Resolve(fact, helper, source, helpers, cancellationToken));
    }

    /// <summary>The fact as the call site sees it: where a parameter says the verb, the argument given for it does.</summary>
    public static VerbFact Resolve(VerbFact fact, IInvocationOperation site, SourceIndex source, int helpers, CancellationToken cancellationToken)
    {
        if (fact.From is not { } parameter)
            return fact;

        foreach (var argument in site.Arguments)
        {
            if (argument.Parameter is { } target && target.Ordinal == parameter.Ordinal + ExtensionOffset(site, parameter))
            {
                if (parameter.Type.TypeKind == TypeKind.Delegate)
                    return OfFactory(argument.Value, source, helpers, cancellationToken);
                return IsRequestType(parameter.Type)
                    ? OfRequest(argument.Value, source, helpers, cancellationToken)
                    : OfVerb(argument.Value, source, helpers, cancellationToken);
            }
        }

        return VerbFact.Unknown;
    }

    /// <summary>An extension called as a member may count its parameters without the receiver.</summary>
    private static int ExtensionOffset(IInvocationOperation site, IParameterSymbol parameter) =>
        site.TargetMethod.ReducedFrom is not null && parameter.ContainingSymbol is IMethodSymbol { IsExtensionMethod: true, ReducedFrom: null } &&
        site.Instance is not null ? -1 : 0;

    private static VerbFact? AssignedMethod(ILocalReferenceOperation local, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var operation in local.Root().Tree())
        {
            if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Method", Instance: ILocalReferenceOperation owner } } set &&
                SymbolEqualityComparer.Default.Equals(owner.Local, local.Local))
            {
                return OfVerb(set.Value, source, 0, cancellationToken);
            }
        }

        return null;
    }

    /// <summary>Whether an object of the type says which verb it is sent with.</summary>
    public static bool IsRequestType(ITypeSymbol type) =>
        type.Name is "HttpRequestMessage" or "RestRequest" or "IRestRequest" || type.IsOrDerivesFrom(SendingMembers.Net, "WebRequest");

    private static bool IsVerbType(IParameterSymbol parameter) =>
        parameter.Type.Is(SendingMembers.NetHttp, "HttpMethod") || parameter.Type.Is(SendingMembers.RestSharp, "Method") ||
        (parameter.Type.SpecialType == SpecialType.System_String && parameter.Name is "method" or "verb" or "httpMethod");
}
