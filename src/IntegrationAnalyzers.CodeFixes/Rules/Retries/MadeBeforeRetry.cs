using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// The statements before a retry that make one local: its declaration and what is set on it. They can run in each attempt instead where nobody
/// else looks at the local and what they are made of is the same at every attempt.
/// </summary>
internal sealed class MadeBeforeRetry
{
    private readonly SemanticModel _model;
    private readonly StatementSyntax _retry;
    private readonly SyntaxNode _region;
    private readonly SyntaxList<StatementSyntax> _statements;
    private readonly HashSet<ISymbol> _moved = new(SymbolEqualityComparer.Default);
    private readonly CancellationToken _cancellationToken;

    private MadeBeforeRetry(SemanticModel model, StatementSyntax retry, SyntaxNode region, SyntaxList<StatementSyntax> statements, CancellationToken cancellationToken)
    {
        _model = model;
        _retry = retry;
        _region = region;
        _statements = statements;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The statements in their order; null where it is not safe to repeat them.</summary>
    public static IReadOnlyList<StatementSyntax>? Of(ILocalSymbol local, SyntaxNode boundary, SyntaxNode region, SemanticModel model, CancellationToken cancellationToken)
    {
        if (local.DeclaringSyntaxReferences is not [var declared] || Declaration(declared.GetSyntax(cancellationToken)) is not { Parent: BlockSyntax block } ||
            boundary.FirstAncestorOrSelf<StatementSyntax>(s => s.Parent == block) is not { } retry)
        {
            return null;
        }

        var found = new SortedDictionary<int, StatementSyntax>();
        var made = new MadeBeforeRetry(model, retry, region, block.Statements, cancellationToken);
        return made.Collect(local, found) ? found.Values.ToList() : null;
    }

    private bool Collect(ILocalSymbol local, SortedDictionary<int, StatementSyntax> found)
    {
        if (!_moved.Add(local))
            return true;
        if (local.DeclaringSyntaxReferences is not [var declared] || Declaration(declared.GetSyntax(_cancellationToken)) is not { } declaration || !_statements.Contains(declaration))
            return false;

        var last = _statements.IndexOf(_retry);
        for (var i = _statements.IndexOf(declaration); i < _statements.Count; i++)
        {
            var statement = _statements[i];
            if (statement == declaration || i < last && IsSetUp(statement, local))
            {
                if (!IsRepeatable(statement) || !found.ContainsKey(i) && !Add(i, statement))
                    return false;
            }
            else if (Mentions(statement, local).Any(name => !_region.Span.Contains(name.Span) && !found.ContainsKey(i)))
            {
                return false;
            }
        }

        return true;

        bool Add(int index, StatementSyntax statement)
        {
            found.Add(index, statement);
            return Made(statement, found);
        }
    }

    /// <summary>What the statement is made of: a content goes along, anything else must be the same at every attempt.</summary>
    private bool Made(StatementSyntax statement, SortedDictionary<int, StatementSyntax> found)
    {
        foreach (var name in statement.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            var symbol = _model.GetSymbolInfo(name, _cancellationToken).Symbol;
            if (symbol is not (ILocalSymbol or IParameterSymbol) || _moved.Contains(symbol))
                continue;
            if (symbol is IParameterSymbol { RefKind: not RefKind.None } or ILocalSymbol { IsRef: true })
                return false;
            var type = (symbol as ILocalSymbol)?.Type ?? ((IParameterSymbol)symbol).Type;
            if (type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpContent") || RequestApis.IsMessage(type))
            {
                if (symbol is not ILocalSymbol content || !Collect(content, found))
                    return false;
            }
            else if (type.IsOrDerivesFrom("System.IO", "Stream") || IsSetAfter(statement, symbol))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>request.Content = …</c>, <c>request.Headers.Add(…)</c>.</summary>
    private bool IsSetUp(StatementSyntax statement, ILocalSymbol local)
    {
        var target = statement is ExpressionStatementSyntax { Expression: var expression }
            ? expression switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } => called.Expression,
                _ => null,
            }
            : null;
        while (target is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax)
            target = target is MemberAccessExpressionSyntax access ? access.Expression : ((ElementAccessExpressionSyntax)target).Expression;
        return target is IdentifierNameSyntax root && Is(root, local);
    }

    /// <summary>
    /// No waiting, nothing new at each time (a key made twice is no key), and no member of this code's objects, whose effects are not known.
    /// </summary>
    private bool IsRepeatable(StatementSyntax statement)
    {
        if (statement.GetLeadingTrivia().Any(static t => t.IsDirective) || statement is LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 })
            return false;
        foreach (var operation in _model.GetOperation(statement, _cancellationToken)?.Tree() ?? [])
        {
            switch (operation)
            {
                case IAwaitOperation or IIncrementOrDecrementOperation or IAnonymousFunctionOperation:
                case IInvocationOperation { TargetMethod: { IsStatic: false } method } when SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _model.Compilation.Assembly):
                    return false;
                case IInvocationOperation or IPropertyReferenceOperation when FreshValues.IsFresh(operation):
                    return false;
            }
        }

        return true;
    }

    private bool IsSetAfter(StatementSyntax statement, ISymbol symbol)
    {
        for (var i = _statements.IndexOf(statement) + 1; i <= _statements.IndexOf(_retry); i++)
        {
            foreach (var name in Mentions(_statements[i], symbol))
            {
                if (name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name || name.Parent is PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax ||
                    name.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
                {
                    return true;
                }
            }
        }

        return false;
    }

    private IEnumerable<IdentifierNameSyntax> Mentions(SyntaxNode node, ISymbol symbol) => node.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => Is(name, symbol));

    private bool Is(IdentifierNameSyntax name, ISymbol symbol) =>
        name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(name, _cancellationToken).Symbol, symbol);

    private static LocalDeclarationStatementSyntax? Declaration(SyntaxNode declarator) =>
        declarator is VariableDeclaratorSyntax { Initializer: not null, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } ? statement : null;
}
