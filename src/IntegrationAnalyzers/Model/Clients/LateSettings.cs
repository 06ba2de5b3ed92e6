using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// Reads settings of a kept client that run after requests: in a method that sends through it, itself or through what it calls or is called by, and that can
/// run many times; of a static client, in a constructor of instances.
/// </summary>
internal sealed class LateSettings(SourceIndex source, OutboundCalls calls)
{
    private const int MaxHops = 2;

    /// <summary>The properties that throw once a request was sent.</summary>
    public static bool IsSettledBySending(string property) => property is "Timeout" or "BaseAddress" or "MaxResponseContentBufferSize";

    /// <summary>The setting, or null where it is none, or may run before every request.</summary>
    public LateSetting? Read(ISimpleAssignmentOperation assignment, CancellationToken cancellationToken)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: var property, Instance: { } client } || !IsSettledBySending(property.Name) ||
            !property.ContainingType.Is(SendingMembers.NetHttp, "HttpClient") || Holder(client, cancellationToken) is not { } holder)
        {
            return null;
        }

        if (assignment.EnclosingFunction() is not { } method || method.MethodKind is MethodKind.AnonymousFunction or MethodKind.StaticConstructor ||
            Uses(client, holder, cancellationToken) is not { } uses)
        {
            return null;
        }

        var senders = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var makers = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not { } operation || operation.EnclosingFunction() is not { } function)
                continue;
            function = Member(function);
            if (operation.Parent is IAssignmentOperation made && made.Target == operation)
                makers.Add(function);
            else if (Sends(operation, cancellationToken) || IsSentByAlias(operation, cancellationToken))
                senders.Add(function);
        }

        if (senders.Count == 0 || makers.Contains(method) || IsGuarded(assignment, cancellationToken))
            return null;

        var isLate = method.MethodKind == MethodKind.Constructor
            ? holder.IsStatic
            : RunsAmongRequests(method, senders, makers, 0, cancellationToken) && Repetition.Of(assignment, source, cancellationToken) == Certainty.Yes;
        return isLate ? new LateSetting(assignment, property, holder) : null;
    }

    /// <summary>What keeps the client from call to call; null for one of the call's own or of somebody else's.</summary>
    private ISymbol? Holder(IOperation client, CancellationToken cancellationToken)
    {
        switch (Held(client.Unwrap(), cancellationToken))
        {
            case IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: var field } when source.IsSource(field):
                return field;
            case IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Property: var property } when source.IsSource(property):
                return IsStored(property) ? property : Passed(property, cancellationToken) is { } passed ? Holder(passed, cancellationToken) : null;
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter } reference
                when reference.EnclosingFunction() is { } function && !SymbolEqualityComparer.Default.Equals(function, constructor):
                return parameter;
            default:
                return null;
        }
    }

    /// <summary>What a property without a store of its own hands out: <c>protected HttpClient Client => _client;</c></summary>
    private IOperation? Passed(IPropertySymbol property, CancellationToken cancellationToken)
    {
        if (property is not { IsVirtual: false, IsAbstract: false, IsOverride: false, GetMethod: { } getter } || source.Body(getter, cancellationToken) is not { } body)
            return null;
        IOperation? only = null;
        foreach (var returned in body.Returned())
        {
            if (only is not null)
                return null;
            only = returned;
        }

        return only is IFieldReferenceOperation or IParameterReferenceOperation ? only : null;
    }

    /// <summary>Of what keeps the client, and of the property by which it is handed out.</summary>
    private ImmutableArray<SymbolUse>? Uses(IOperation client, ISymbol holder, CancellationToken cancellationToken)
    {
        var uses = source.Uses(holder, cancellationToken);
        return Held(client.Unwrap(), cancellationToken) is IPropertyReferenceOperation { Property: var property } && !SymbolEqualityComparer.Default.Equals(property, holder)
            ? source.Uses(property, cancellationToken) is { } others && uses is { } own ? own.AddRange(others) : null
            : uses;
    }

    /// <summary><c>var client = _client; await client.GetAsync(…)</c></summary>
    private bool IsSentByAlias(IOperation client, CancellationToken cancellationToken)
    {
        if (client.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var alias } })
            return false;
        foreach (var use in source.Uses(alias, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            if (use.Operation(cancellationToken) is { } operation && Sends(operation, cancellationToken))
                return true;
        }

        return false;
    }

    /// <summary>What a local that is assigned once stands for; a member stays itself.</summary>
    private IOperation Held(IOperation client, CancellationToken cancellationToken)
    {
        if (client is not ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: [var reference] } } || ValueOrigin.Of(client, source, cancellationToken) == client ||
            reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value })
        {
            return client;
        }

        return source.Model(reference.SyntaxTree).GetOperation(value, cancellationToken)?.Unwrap() ?? client;
    }

    private static bool IsStored(IPropertySymbol property)
    {
        foreach (var member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, property))
                return true;
        }

        return false;
    }

    private bool Sends(IOperation client, CancellationToken cancellationToken)
    {
        var value = client;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        var invocation = value.Parent as IInvocationOperation ?? (value.Parent as IArgumentOperation)?.Parent as IInvocationOperation;
        return invocation is not null && invocation.Receiver() == (value.Parent is IArgumentOperation argument ? argument.Value : value) &&
            calls.Read(invocation, cancellationToken) is not null;
    }

    /// <summary>Whether the method sends, calls what sends, or is called by what does; one that makes the client anew is another matter.</summary>
    private bool RunsAmongRequests(IMethodSymbol method, HashSet<ISymbol> senders, HashSet<ISymbol> makers, int hops, CancellationToken cancellationToken)
    {
        if (Calls(method, senders, 0, cancellationToken))
            return true;
        if (hops == MaxHops || source.Uses(method, cancellationToken) is not { } uses)
            return false;

        var found = false;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IInvocationOperation call || call.EnclosingFunction() is not { } caller)
                continue;
            caller = Member(caller);
            if (makers.Contains(caller) || IsGuarded(call, cancellationToken))
                return false;
            found |= caller.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor) && RunsAmongRequests(caller, senders, makers, hops + 1, cancellationToken);
        }

        return found;
    }

    private bool Calls(IMethodSymbol method, HashSet<ISymbol> senders, int hops, CancellationToken cancellationToken)
    {
        if (senders.Contains(method))
            return true;
        if (hops == MaxHops || source.Body(method, cancellationToken) is not { } body)
            return false;
        foreach (var operation in body.Tree())
        {
            if (operation is IInvocationOperation { TargetMethod: var target } && source.IsSource(target) &&
                SymbolEqualityComparer.Default.Equals(target.ContainingType, method.ContainingType) && Calls(target.OriginalDefinition, senders, hops + 1, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a condition on the state of the object stands before it: it may run once only.</summary>
    private bool IsGuarded(IOperation place, CancellationToken cancellationToken)
    {
        var model = source.Model(place.Syntax.SyntaxTree);
        for (SyntaxNode? node = place.Syntax; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node.Parent is IfStatementSyntax { Condition: { } condition } && condition != node && ReadsState(condition, model, cancellationToken))
                return true;
            if (node is not StatementSyntax || node.Parent is not BlockSyntax block)
                continue;
            foreach (var before in block.Statements)
            {
                if (before == node)
                    break;
                if (before is IfStatementSyntax { Statement: ReturnStatementSyntax or BlockSyntax { Statements: [.., ReturnStatementSyntax] } } exit &&
                    ReadsState(exit.Condition, model, cancellationToken))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool ReadsState(ExpressionSyntax condition, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in condition.DescendantNodesAndSelf())
        {
            if (node is SimpleNameSyntax name && model.GetSymbolInfo(name, cancellationToken).Symbol is IFieldSymbol { IsConst: false, ContainingType.TypeKind: not TypeKind.Enum } or IPropertySymbol { Name: "BaseAddress" or "Timeout" })
                return true;
        }

        return false;
    }

    /// <summary>The member that a local function or lambda stands in.</summary>
    private static IMethodSymbol Member(IMethodSymbol function)
    {
        while (function is { MethodKind: MethodKind.AnonymousFunction, ContainingSymbol: IMethodSymbol outer })
            function = outer;
        return function.OriginalDefinition;
    }
}
