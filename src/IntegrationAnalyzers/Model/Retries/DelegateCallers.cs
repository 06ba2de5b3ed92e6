using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>The outbound calls in the delegates that a helper is given by its callers in this compilation.</summary>
internal sealed class DelegateCallers(IntegrationModel model)
{
    /// <summary>One caller that makes an outbound call is enough; more than this are not looked at for it.</summary>
    private const int MaxCallers = 20;

    private static readonly HashSet<uint> DelegateWords = [TextWords.Hash("Func"), TextWords.Hash("Action")];

    private readonly Memo<IParameterSymbol, ImmutableArray<ReachedCall>> _reached = new(SymbolEqualityComparer.Default);

    public static bool MayTakeDelegate(SyntaxTree file) => TreeIndex.Of(file).Words.ContainsAny(DelegateWords);

    /// <summary>By syntax alone: <c>action()</c> or <c>action.Invoke()</c>, where a parameter of the method has that name.</summary>
    public static bool IsParameterCalled(InvocationExpressionSyntax invocation)
    {
        var called = invocation.Expression switch
        {
            IdentifierNameSyntax name => name,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Expression: IdentifierNameSyntax name } => name,
            _ => null,
        };
        if (called is null || invocation.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
            return false;
        foreach (var parameter in method.ParameterList.Parameters)
        {
            if (parameter.Identifier.ValueText == called.Identifier.ValueText)
                return true;
        }

        return false;
    }

    /// <summary>The calls in what callers hand over for the delegate that is run, those left out that make another call of the number that they are told.</summary>
    /// <param name="call">Where the delegate is run.</param>
    /// <param name="loop">What repeats that.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public ImmutableArray<ReachedCall> Reached(IInvocationOperation call, SyntaxNode loop, CancellationToken cancellationToken)
    {
        if (call.TargetMethod.MethodKind != MethodKind.DelegateInvoke || call.Instance?.Unwrap() is not IParameterReferenceOperation { Parameter: var parameter })
            return ImmutableArray<ReachedCall>.Empty;
        return ToldAttempts.In(call.Syntax, loop) is { IsEmpty: false } told ? Find(parameter, told, cancellationToken) : Reached(parameter, cancellationToken);
    }

    /// <summary>The calls in what callers hand over for the parameter.</summary>
    public ImmutableArray<ReachedCall> Reached(IParameterSymbol parameter, CancellationToken cancellationToken) =>
        _reached.TryGetValue(parameter, out var known) ? known : _reached.GetOrAdd(parameter, Find(parameter, ImmutableArray<int>.Empty, cancellationToken));

    /// <summary>The same of all callers together; nothing where one of them hands over no such call, or where they are too many to be looked at.</summary>
    public ImmutableArray<ReachedCall> ReachedByAll(IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<ReachedCall>();
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || model.Source.Uses(method, cancellationToken) is not { Length: <= MaxCallers } uses)
            return ImmutableArray<ReachedCall>.Empty;
        foreach (var use in uses)
        {
            if (Handed(use, parameter, ImmutableArray<int>.Empty, cancellationToken) is not { IsEmpty: false } reached)
                return ImmutableArray<ReachedCall>.Empty;
            all.AddRange(reached);
        }

        return all.ToImmutable();
    }

    private ImmutableArray<ReachedCall> Find(IParameterSymbol parameter, ImmutableArray<int> told, CancellationToken cancellationToken)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || model.Source.Uses(method, cancellationToken) is not { } uses)
            return ImmutableArray<ReachedCall>.Empty;

        for (var i = 0; i < uses.Length && i < MaxCallers; i++)
        {
            if (Handed(uses[i], parameter, told, cancellationToken) is { IsEmpty: false } reached)
                return reached;
        }

        return ImmutableArray<ReachedCall>.Empty;
    }

    private ImmutableArray<ReachedCall> Handed(SymbolUse use, IParameterSymbol parameter, ImmutableArray<int> told, CancellationToken cancellationToken)
    {
        if (use.Operation(cancellationToken) is not IInvocationOperation caller)
            return ImmutableArray<ReachedCall>.Empty;
        foreach (var argument in caller.Arguments)
        {
            if (argument.Parameter?.Ordinal != parameter.Ordinal)
                continue;
            if (ToldAttempts.MakeAnotherCall(argument.Value, told, model.Source, cancellationToken))
                return ImmutableArray<ReachedCall>.Empty;
            return argument.Value.Unwrap() is IDelegateCreationOperation { Target: IMethodReferenceOperation group }
                ? model.Summaries.ReachFrom(group.Method, cancellationToken)
                : model.Summaries.ReachWithin(argument.Value, cancellationToken);
        }

        return ImmutableArray<ReachedCall>.Empty;
    }
}
