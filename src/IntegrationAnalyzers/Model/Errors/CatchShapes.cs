using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Reads <c>catch</c> clauses, and what the statement they belong to can fail with.</summary>
internal sealed class CatchShapes(SourceIndex source, MethodSummaries summaries, System.Lazy<CallNames> names)
{
    private readonly Memo<SyntaxNode, TryFailures> _failures = new();
    private readonly Memo<SyntaxNode, CatchShape?> _shapes = new();
    private readonly Memo<TryStatementSyntax, bool> _named = new();
    private readonly TryFailureReader _reader = new(source.Compilation, summaries);

    /// <summary>Whether, by names alone, the statement may reach an outbound call: the look before binding.</summary>
    public bool MayReachCall(TryStatementSyntax tried) => names.Value.Any && _named.GetOrAdd(tried, NamesCall);

    private bool NamesCall(TryStatementSyntax tried)
    {
        foreach (var node in tried.Block.DescendantNodes())
        {
            var called = node is AwaitExpressionSyntax awaited ? StartedTasks.CallOf(awaited) : node as InvocationExpressionSyntax;
            if (called?.CalledText() is { } name && names.Value.MayReach(name))
                return true;
        }

        return false;
    }

    /// <summary>The clause's facts; null where it is not bound.</summary>
    public CatchShape? Read(CatchClauseSyntax syntax, SemanticModel model, CancellationToken cancellationToken) =>
        syntax.Parent is TryStatementSyntax statement && model.GetOperation(statement, cancellationToken) is ITryOperation tried
            ? Read(syntax, tried, cancellationToken)
            : null;

    /// <inheritdoc cref="Read(CatchClauseSyntax, SemanticModel, CancellationToken)"/>
    public CatchShape? Read(CatchClauseSyntax syntax, ITryOperation tried, CancellationToken cancellationToken) =>
        _shapes.TryGetValue(syntax, out var known) ? known : _shapes.GetOrAdd(syntax, Build(syntax, tried, cancellationToken));

    private CatchShape? Build(CatchClauseSyntax syntax, ITryOperation tried, CancellationToken cancellationToken)
    {
        var covered = FailureKinds.None;
        var ended = FailureKinds.None;
        var sawCancellation = false;
        foreach (var clause in tried.Catches)
        {
            if (clause.Syntax != syntax)
            {
                var covers = CatchFilters.Covers(clause);
                covered |= covers;
                if (!PassesOwn(clause))
                    ended |= covers;
                sawCancellation |= FailureTypes.IsCancellation(clause.ExceptionType) || (clause.Filter is null && CatchFilters.IsGeneral(clause));
                continue;
            }

            var body = CatchBodies.Read(clause);
            if (MayReach(clause.Handler) && ReturnsCall(clause.Handler, cancellationToken))
                body = body with { Acts = body.Acts | CatchActs.CallsAgain };
            var isGeneral = CatchFilters.IsGeneral(clause);
            return new CatchShape(
                clause,
                tried,
                isGeneral,
                CatchFilters.Of(clause),
                covered,
                ended,
                body,
                SwallowsCancellation: isGeneral && !sawCancellation && body.LetsThrough == Certainty.No,
                ErrorBoundary.Of(tried, source, cancellationToken));
        }

        return null;
    }

    /// <summary>
    /// Whether the clause lets an exception of this compilation go on as it is (<c>catch (RatesException) { throw; }</c>): it takes nothing of what arrives as a library's own.
    /// </summary>
    private bool PassesOwn(ICatchClauseOperation clause) =>
        clause.ExceptionType is { } type && source.IsSource(type) && FailureTypes.KindsOf(type) == FailureKinds.None && CatchBodies.Read(clause).LetsThrough == Certainty.Yes;

    /// <summary>What arrives at the clauses of the statement.</summary>
    public TryFailures FailuresOf(ITryOperation tried, CancellationToken cancellationToken) =>
        _failures.TryGetValue(tried.Syntax, out var known) ? known : _failures.GetOrAdd(tried.Syntax, _reader.Read(tried, cancellationToken));

    /// <summary>The failures that come to the clause and are told apart neither before nor by it.</summary>
    public FailureKinds Untold(CatchShape shape, TryFailures failures)
    {
        var kinds = failures.Kinds & ~shape.Covered;
        if (shape.Clause.ExceptionType is not { } caught || caught.Is("System", "Exception") || kinds == FailureKinds.None)
            return kinds;

        // A clause for the runtime's own exceptions does not get those of libraries.
        var taken = FailureKinds.None;
        foreach (var type in failures.Types)
        {
            if (source.Compilation.FindType(type.FullName) is not { } symbol || symbol.IsOrDerivesFrom(caught))
                taken |= type.Kinds;
        }

        return kinds & taken;
    }

    /// <summary>Whether a failure of a call comes to the clause: one of the library's, or an exception by which a wrapper of this compilation says so.</summary>
    public bool Gets(CatchShape shape, TryFailures failures)
    {
        if (GetsFromCall(shape with { Covered = shape.CoveredBesideOwn }, failures))
            return true;
        if (failures.Calls.IsEmpty || shape.IsGeneral || shape.Clause.ExceptionType is not { } caught)
            return false;
        foreach (var type in failures.Thrown ?? ImmutableArray<INamedTypeSymbol>.Empty)
        {
            if (!FailureTypes.IsMisuse(type) && FailureTypes.MayBeFailure(type) && type.IsOrDerivesFrom(caught))
                return true;
        }

        return false;
    }

    /// <summary>Whether an exception of the calling library comes to the clause.</summary>
    public bool GetsFromCall(CatchShape shape, TryFailures failures)
    {
        if (failures.Calls.IsEmpty)
            return false;
        if (shape.IsGeneral)
            return Untold(shape, failures) != FailureKinds.None;
        if (shape.Clause.ExceptionType is not { } caught)
            return false;
        if (failures.IsBlocked && caught.Is("System", "AggregateException"))
            return (failures.Kinds & ~shape.Covered) != FailureKinds.None;
        foreach (var type in failures.Types)
        {
            if ((type.Kinds & ~shape.Covered) != FailureKinds.None && source.Compilation.FindType(type.FullName) is { } symbol &&
                (symbol.IsOrDerivesFrom(caught) || caught.IsOrDerivesFrom(symbol)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the clause is there for the end of the work: a caller, or the host, has given up.</summary>
    public bool IsCancellation(CatchShape shape) => FailureTypes.IsCancellation(shape.Clause.ExceptionType);

    /// <summary>Whether, by names alone, the code may reach an outbound call.</summary>
    public bool MayReach(IOperation operation)
    {
        foreach (var inner in operation.Tree())
        {
            if (inner is IInvocationOperation call && names.Value.MayReach(call.TargetMethod.Name))
                return true;
        }

        return false;
    }

    private bool ReturnsCall(IOperation handler, CancellationToken cancellationToken)
    {
        foreach (var operation in handler.Tree())
        {
            if (operation is IReturnOperation { ReturnedValue: { } value } && !summaries.ReachWithin(value, cancellationToken).IsEmpty)
                return true;
        }

        return false;
    }
}
