using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>Reads of an error's body for an exception, by which alone the code goes on: the call has failed already, and an error's body is short.</summary>
internal static class FailedBodies
{
    /// <summary>Whether the read stands there, or in a helper that the source calls for exceptions alone.</summary>
    public static bool Holds(InvocationExpressionSyntax read, SourceIndex source, CancellationToken cancellationToken)
    {
        var semantics = source.Model(read.SyntaxTree);
        if (StandsThere(read, semantics))
            return true;
        if (read.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not MethodDeclarationSyntax helper || semantics.GetDeclaredSymbol(helper, cancellationToken) is not { } method)
            return false;
        var isCalled = false;
        foreach (var call in CallSites.Of(method, source, cancellationToken))
        {
            if (call.Syntax is not InvocationExpressionSyntax site || !(BecomesException(call) || StandsThere(site, source.Model(site.SyntaxTree))))
                return false;
            isCalled = true;
        }

        return isCalled;
    }

    /// <summary><c>new ApiException(await ReadError(response))</c></summary>
    private static bool BecomesException(IOperation read)
    {
        for (var operation = read; operation is not (null or IAnonymousFunctionOperation); operation = operation.Parent)
        {
            if (operation is IThrowOperation || (operation is IObjectCreationOperation { Type: { } type } && type.IsOrDerivesFrom("System", "Exception")))
                return true;
        }

        return false;
    }

    private static bool StandsThere(InvocationExpressionSyntax read, SemanticModel semantics)
    {
        if (read.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            return false;
        if (statement is { Parent: BlockSyntax { Parent: IfStatementSyntax or ElseClauseSyntax or SwitchSectionSyntax } branch } && (branch.Statements.Last() is ThrowStatementSyntax || OnlyThrows(branch.Statements.First(), branch.Statements.Last(), semantics)))
            return true;
        for (SyntaxNode? node = statement; node is not null and not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax); node = node.Parent)
        {
            if (node is StatementSyntax { Parent: BlockSyntax block } inner && IsBehindSuccess(inner, block, semantics))
                return true;
        }

        return false;
    }

    /// <summary><c>if (response.IsSuccessStatusCode) return;</c> and, behind it, nothing but exceptions.</summary>
    private static bool IsBehindSuccess(StatementSyntax statement, BlockSyntax block, SemanticModel semantics)
    {
        for (var i = block.Statements.IndexOf(statement) - 1; i >= 0; i--)
        {
            if (block.Statements[i] is not IfStatementSyntax { Else: null, Condition: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var flag } } early || !ResponseBodies.IsSuccessFlag(flag) ||
                early.Statement is not (ReturnStatementSyntax or BlockSyntax { Statements: [.., ReturnStatementSyntax] }))
            {
                continue;
            }

            var last = block.Statements.Last();
            if (!IsEnsure(last))
                return OnlyThrows(block.Statements[i + 1], last, semantics);
            return last != block.Statements[i + 1] && semantics.AnalyzeControlFlow(block.Statements[i + 1], block.Statements[block.Statements.Count - 2]) is { Succeeded: true, ReturnStatements.IsEmpty: true, ExitPoints.IsEmpty: true };
        }

        return false;
    }

    private static bool IsEnsure(StatementSyntax last) =>
        last is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: StatusApis.Ensure } } };

    private static bool OnlyThrows(StatementSyntax first, StatementSyntax last, SemanticModel semantics) =>
        semantics.AnalyzeControlFlow(first, last) is { Succeeded: true, EndPointIsReachable: false, ReturnStatements.IsEmpty: true, ExitPoints.IsEmpty: true };
}
