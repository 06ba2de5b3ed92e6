using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Vocabularies;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>What the methods of this compilation do with a response, or a part of one, that they are handed; each parameter is read once.</summary>
internal sealed class ResponseHelpers
{
    private const int MaxDepth = 3;

    private readonly SourceIndex _source;
    private readonly TeamApis _team;
    private readonly Memo<(IParameterSymbol, ResponseForm), ResponseFacts?> _known = new();
    private readonly ResponseHelpers? _deeper;

    public ResponseHelpers(SourceIndex source, TeamApis team)
        : this(source, team, MaxDepth)
    {
    }

    private ResponseHelpers(SourceIndex source, TeamApis team, int depth)
    {
        _source = source;
        _team = team;
        _deeper = depth > 0 ? new ResponseHelpers(source, team, depth - 1) : null;
    }

    /// <summary>Whether the method looks at the status of what it is given or called on, by what the team says; unknown where it says nothing.</summary>
    public Certainty LooksAtStatus(IMethodSymbol method) => _team.Is(VocabularyKind.Status, method);

    /// <summary>Whether any code here reads a member by which the payload says how it went; a payload of a package's may be asked there.</summary>
    public bool IsAsked(ITypeSymbol payload, CancellationToken cancellationToken)
    {
        foreach (var member in StatusApis.OutcomesOf(payload))
        {
            if (!_source.IsSource(member) || IsRead(member, cancellationToken))
                return true;
        }

        return false;
    }

    private bool IsRead(ISymbol member, CancellationToken cancellationToken)
    {
        if (_source.Uses(member, cancellationToken) is not { } uses)
            return true;
        foreach (var use in uses)
        {
            if (use.Assignment is null)
                return true;
        }

        return false;
    }

    /// <summary>What the called method does with the argument; null where its code is not in sight.</summary>
    public ResponseFacts? Of(IInvocationOperation invocation, IArgumentOperation argument, ResponseForm form, CancellationToken cancellationToken)
    {
        var method = invocation.TargetMethod;
        if (_deeper is null || argument.Parameter is not { RefKind: RefKind.None, IsParams: false } parameter || !_source.IsSource(method) || method.IsVirtual || method.IsOverride ||
            _source.Implementation(method, cancellationToken) is not { } implementation || CallSites.Received(method, parameter, implementation) is not { } own)
        {
            return null;
        }

        return _known.TryGetValue((own, form), out var known)
            ? known
            : _known.GetOrAdd((own, form), Read((IMethodSymbol)own.ContainingSymbol, own, form, cancellationToken));
    }

    private ResponseFacts? Read(IMethodSymbol method, IParameterSymbol parameter, ResponseForm form, CancellationToken cancellationToken) =>
        _source.Body(method, cancellationToken) is { } body && _source.Graphs.Of(body.Syntax, cancellationToken) is { } graph
            ? ResponseFlow.Of(graph, parameter, form, _deeper!, cancellationToken)
            : null;
}
