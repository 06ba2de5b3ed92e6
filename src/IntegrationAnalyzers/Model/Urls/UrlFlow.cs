using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Model.Vocabularies;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>
/// Follows a URL forward from where it is written to what is sent there: through concatenations, builders, locals, constants, read-only fields,
/// parameters of this compilation's methods and the values they return. One instance follows one URL.
/// </summary>
/// <param name="model">The compilation.</param>
/// <param name="cancellationToken">Ends the walk.</param>
/// <param name="chosen">Where given, a way that a setting, the environment or the build chooses ends there: only what is always taken counts.</param>
/// <param name="takesDefaults">Whether what a missing setting leaves in force counts too: <c>configuration["x"] ?? "https://…"</c>.</param>
/// <param name="isPart">The value is a part of a URL's query, not its address: it may stand anywhere in what is sent to, or in a collection that the query is made from.</param>
internal sealed class UrlFlow(IntegrationModel model, CancellationToken cancellationToken, EnvironmentChoice? chosen = null, bool isPart = false, bool takesDefaults = false)
{
    /// <summary>How many symbols (locals, fields, parameters, helpers) a URL is followed through.</summary>
    private const int MaxSymbols = 24;

    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    /// <summary>The field or property that holds an object which the URL is a part of, by the object's type.</summary>
    private readonly Dictionary<ISymbol, ISymbol> _holders = new(SymbolEqualityComparer.Default);

    /// <summary>Yes with the sink; No where every way ends without one; Unknown where a way is lost.</summary>
    public (Certainty Reaches, IOperation? Sink) Follow(IOperation value)
    {
        if (chosen?.Covers(value.Syntax) == true)
            return (Certainty.No, null);

        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            value = value.Wrapped();
            var parent = value.Parent;
            switch (parent)
            {
                // What stands further right is a path or a query: a call-back URL in it is no endpoint.
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } concatenation when concatenation.LeftOperand == value || isPart:
                case IInterpolatedStringOperation { Parts: [var first, ..] } when first == value || isPart:
                case IArrayInitializerOperation or IArrayCreationOperation when isPart:
                case IInterpolationOperation or IInterpolatedStringTextOperation:
                case IInterpolatedStringHandlerCreationOperation:
                case IConditionalOperation { Type: not null } conditional when conditional.Condition != value && !UrlDefault.Is(conditional, value):
                case ISwitchExpressionArmOperation arm when takesDefaults || !UrlDefault.Is(arm):
                case ISwitchExpressionOperation:
                    value = parent;
                    continue;

                case not null when Joined(parent, value) is { } text:
                    value = text;
                    continue;

                // configuration["x"] ?? "https://…" is a documented default; _url ??= "https://…" likewise.
                case ICoalesceOperation coalesce when coalesce.Value == value || takesDefaults:
                    value = parent;
                    continue;
                case IConditionalAccessOperation access when access.Operation == value && access.WhenNotNull is IInvocationOperation member
                    && EndpointSinks.OfReceiver(member.TargetMethod) == UrlUse.PassesThrough:
                    value = access;
                    continue;
                case IPropertyReferenceOperation { Instance: { } instance } property
                    when instance == value && (EndpointSinks.IsUrlProperty(property.Property) || (isPart && EndpointSinks.IsQueryProperty(property.Property))):
                    value = property;
                    continue;
                case IInvocationOperation { Instance: { } receiver } call when receiver == value:
                    if (Sends(call, value))
                        return (Certainty.Yes, call);
                    if (!KeepsValue(call.TargetMethod))
                        return (Certainty.No, null);
                    value = call;
                    continue;
                case IArgumentOperation argument:
                    var (next, result) = OfArgument(argument);
                    if (next is null)
                        return result;
                    value = next;
                    continue;
                case ISimpleAssignmentOperation assignment when assignment.Value == value && !UrlDefault.Is(assignment):
                    return OfAssigned(assignment.Target, assignment);
                case ICompoundAssignmentOperation appended when isPart && appended.Value == value:
                    return OfAssigned(appended.Target, appended);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return OfSymbol(declarator.Symbol);
                case IFieldInitializerOperation initializer:
                    return OfMember(initializer.InitializedFields[0]);
                case IPropertyInitializerOperation initializer:
                    return OfMember(initializer.InitializedProperties[0]);
                case IReturnOperation returned when takesDefaults || !UrlDefault.Is(returned):
                    return OfReturned(returned);
                default:
                    return (Certainty.No, null);
            }
        }
    }

    private (IOperation? Next, (Certainty, IOperation?) Result) OfArgument(IArgumentOperation argument)
    {
        switch (argument.Parent)
        {
            case IInvocationOperation call:
                if (Sends(call, argument.Value))
                    return (null, (Certainty.Yes, call));
                if (call.TargetMethod.IsExtensionMethod && call.Arguments[0] == argument && KeepsValue(call.TargetMethod))
                    return (call, default);
                if (isPart && call.Instance is { } builder && EndpointSinks.IsTextBuilder(call.TargetMethod.ContainingType))
                    return BuilderSymbol(builder) is { } symbol ? (null, OfSymbol(symbol)) : (call, default);

                return EndpointSinks.OfArgument(call.TargetMethod) switch
                {
                    UrlUse.Sink when IsUrlLike(argument) => (null, (Certainty.Yes, call)),
                    UrlUse.PassesThrough when call.Arguments[0] == argument || isPart => (call, default),
                    _ when EndpointSinks.Formats(call.TargetMethod, argument.Parameter) => (call, default),
                    _ => (null, OfParameter(argument, call.TargetMethod)),
                };
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                if (model.Source.IsSource(constructor))
                {
                    if (ObjectHolders.Of(creation) is { } holder)
                        _holders[constructor.ContainingType.OriginalDefinition] = holder;
                    return (null, OfParameter(argument, constructor));
                }

                return EndpointSinks.OfCreation(constructor.ContainingType) switch
                {
                    UrlUse.Sink when IsUrlLike(argument) => (null, (Certainty.Yes, creation)),
                    UrlUse.PassesThrough when creation.Arguments[0] == argument || isPart => (creation, default),
                    _ => (null, (Certainty.No, null)),
                };
            default:
                return (null, (Certainty.No, null));
        }
    }

    /// <summary>
    /// Whether the call sends to the value: a URL in its body or query is none. By syntax, because a call that was read before may hold another model's
    /// operations of the same code.
    /// </summary>
    private bool Sends(IInvocationOperation call, IOperation value) =>
        model.Calls.Read(call, cancellationToken) is { Url: { } url } sent && url.Unwrap().Syntax == value.Unwrap().Syntax && !AnsweringHandlers.Answer(sent.Client, model.Source, cancellationToken);

    /// <summary><c>string.Join("/", baseUrl, path)</c>, <c>string.Concat(parts)</c>: the text that begins with the value, the first of a list.</summary>
    private static IOperation? Joined(IOperation list, IOperation value)
    {
        var whole = list is IArrayInitializerOperation ? list.Parent : list;
        while (whole?.Parent is IConversionOperation conversion)
            whole = conversion;
        if (whole?.Parent is not IArgumentOperation { Parent: IInvocationOperation call } || !EndpointSinks.Joins(call.TargetMethod))
            return null;

        // A list of parameters that is a span is a collection expression, a kind that the oldest Roslyn has no name for.
        var isFirst = list is IArrayInitializerOperation { ElementValues: [var first, ..] } ? first == value
            : list.Kind.ToString() == "CollectionExpression" && list.ChildOperations.FirstOrDefault() == value;
        return isFirst ? call : null;
    }

    /// <summary>Whether what the member gives is the value still: a URL in another form, a query made from a collection.</summary>
    private bool KeepsValue(IMethodSymbol method) =>
        EndpointSinks.OfReceiver(method) == UrlUse.PassesThrough || (isPart && EndpointSinks.MakesQuery(method));

    private (Certainty, IOperation?) OfBuilder(IOperation builder) => BuilderSymbol(builder) is { } symbol ? OfSymbol(symbol) : (Certainty.No, null);

    /// <summary><c>builder.Append("?").Append(query)</c>: the builder the chain starts with, null where that is made in the chain.</summary>
    private static ISymbol? BuilderSymbol(IOperation builder)
    {
        builder = builder.Unwrap();
        while (builder is IInvocationOperation { Instance: { } earlier })
            builder = earlier.Unwrap();
        return builder.ReferencedSymbol();
    }

    private (Certainty, IOperation?) OfAssigned(IOperation target, IAssignmentOperation assignment)
    {
        switch (target)
        {
            case IPropertyReferenceOperation { Property: var part, Instance: { } builder } when isPart && EndpointSinks.IsPartOfUri(part):
                return builder is IInstanceReferenceOperation
                    ? assignment.Parent?.Parent is IObjectCreationOperation made ? Follow(made) : (Certainty.No, null)
                    : OfBuilder(builder);
            case IPropertyReferenceOperation { Property: var property }:
                if (EndpointSinks.OfAssignment(property) == UrlUse.Sink)
                    return AnsweringHandlers.Answer(Receiver(target, assignment), model.Source, cancellationToken) ? (Certainty.No, null) : (Certainty.Yes, assignment);
                return model.Source.IsSource(property) && !OverridableDefaults.IsFirstRow(target.Syntax)
                    ? OfMember(property, isDefault: OverridableDefaults.IsSetByOwnConstructor(target))
                    : (Certainty.No, null);
            case IFieldReferenceOperation { Field: var field }:
                return model.Source.IsSource(field) ? OfMember(field, isDefault: false) : (Certainty.No, null);
            case ILocalReferenceOperation { Local: var local }:
                return OfSymbol(local);
            default:
                return (Certainty.No, null);
        }
    }

    /// <summary>The object whose property is set; in an initializer the one that is made.</summary>
    private static IOperation? Receiver(IOperation target, IAssignmentOperation assignment) => target is IPropertyReferenceOperation { Instance: { } instance }
        ? instance is IInstanceReferenceOperation ? assignment.Parent?.Parent as IObjectCreationOperation : instance
        : null;

    /// <summary>A field or property of this compilation; what an SDK lets its callers override is a default, not an endpoint in source.</summary>
    private (Certainty, IOperation?) OfMember(ISymbol member, bool isDefault = true)
    {
        if (isDefault && !isPart && OverridableDefaults.Is(member, model.Project.IsLibrary, model.Source, cancellationToken))
            return (Certainty.No, null);
        return OfSymbol(member);
    }

    private (Certainty, IOperation?) OfParameter(IArgumentOperation argument, IMethodSymbol method)
    {
        if (argument.Parameter is not { } parameter || !model.Source.IsSource(method) || (isPart && !EndpointSinks.IsUrlOrText(parameter.Type)))
            return (Certainty.No, null);

        // What a team's source of secrets is given names one, and is no address to call.
        if (model.Team.Is(VocabularyKind.SecretSource, method) == Certainty.Yes)
            return (Certainty.No, null);
        if (model.Source.Implementation(method, cancellationToken) is not { } implementation)
            return (Certainty.Unknown, null);

        implementation = implementation.PartialImplementationPart ?? implementation;
        if (implementation is { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: true } &&
            implementation.ContainingType.GetMembers(parameter.Name) is [IPropertySymbol positional])
        {
            return OfMember(positional, isDefault: false);
        }

        return CallSites.Received(method, parameter, implementation) is { } received ? OfSymbol(received) : (Certainty.Unknown, null);
    }

    private (Certainty, IOperation?) OfReturned(IReturnOperation returned)
    {
        if (returned.EnclosingFunction() is not { MethodKind: not MethodKind.AnonymousFunction } method)
            return (Certainty.Unknown, null);
        return method.AssociatedSymbol is IPropertySymbol property ? OfMember(property, property.SetMethod is not null) : OfSymbol(method);
    }

    /// <summary>Every use of the symbol is followed; one that reaches a sink is enough.</summary>
    public (Certainty Reaches, IOperation? Sink) OfSymbol(ISymbol symbol)
    {
        if (_visited.Count == MaxSymbols)
            return (Certainty.Unknown, null);
        if (!_visited.Add(symbol))
            return (Certainty.No, null);
        if (model.Source.Uses(symbol, cancellationToken) is not { } uses)
            return (Certainty.Unknown, null);
        if (chosen is not null && uses.Any(static use => EnvironmentChoice.GivesWayToProduction(use.Name)))
            return (Certainty.No, null);

        var reaches = Certainty.No;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not { } operation || IsOfAnother(operation))
                continue;
            var (certainty, sink) = Follow(operation);
            if (certainty == Certainty.Yes)
                return (certainty, sink);
            if (certainty == Certainty.Unknown)
                reaches = certainty;
        }

        return (reaches, null);
    }

    /// <summary><c>Info.Url</c> of one class, where the object that the URL went into is <c>Info</c> of another.</summary>
    private bool IsOfAnother(IOperation use) =>
        _holders.Count > 0 && use is IMemberReferenceOperation { Member: var member, Instance: { } instance } &&
        _holders.TryGetValue(member.ContainingType.OriginalDefinition, out var holder) && ObjectHolders.IsOther(holder, instance);

    private static bool IsUrlLike(IArgumentOperation argument) =>
        argument.Parameter is { } parameter && (parameter.Type.SpecialType == SpecialType.System_String || parameter.Type.Name is "Uri" or "Url" or "RestClientOptions");
}
