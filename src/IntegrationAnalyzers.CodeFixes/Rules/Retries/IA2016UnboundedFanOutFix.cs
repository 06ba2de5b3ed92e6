using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Writes <c>Parallel.ForEachAsync</c> with a limit where <c>await Task.WhenAll(items.Select(…))</c> is a statement whose results nobody takes, and gives <c>Parallel.ForEach</c> the limit. Where
/// the results are taken, the index is, the calls write to what they share, or the target has no <c>ForEachAsync</c>, a semaphore lets so many of them run at once.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA2016UnboundedFanOutFix)), Shared]
public sealed class IA2016UnboundedFanOutFix() : IntegrationCodeFix(IA2016UnboundedFanOut.Id, "Limit how many calls run at once")
{
    private static readonly ImmutableArray<string> Namespaces = ImmutableArray.Create("System.Threading.Tasks");

    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax called } invocation || called.Span != request.Diagnostic.Location.SourceSpan)
            return null;

        var limit = IA2016UnboundedFanOut.MaxDegreeOfParallelism.Get(request.Document.Project.AnalyzerOptions, request.Root.SyntaxTree);
        var options = SyntaxFactory.Argument(SyntaxFactory.ParseExpression($"new ParallelOptions {{ MaxDegreeOfParallelism = {limit} }}"));
        return called.Name.Identifier.ValueText == "WhenAll"
            ? Awaited(invocation, options, request) ?? TurnTaking.Of(invocation, request)?.Plan(limit, Name(invocation, options, request), request)
            : Limited(invocation, options);
    }

    /// <summary>The semaphores of one member are numbered in the order of what they hold back, mended or not.</summary>
    private static string Name(InvocationExpressionSyntax invocation, ArgumentSyntax options, FixRequest request)
    {
        var scope = invocation.FirstAncestorOrSelf<MemberDeclarationSyntax>(static m => m is not GlobalStatementSyntax) ?? (SyntaxNode)request.Root;
        var taken = new HashSet<string>(scope.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText), System.StringComparer.Ordinal);
        var fanOuts = IntegrationModel.For(request.Model.Compilation).FanOuts;
        var before = scope.DescendantNodes().OfType<InvocationExpressionSyntax>().Count(other =>
            other.SpanStart < invocation.SpanStart && other.CalledText() == "WhenAll" && request.Model.GetOperation(other, request.CancellationToken) is IInvocationOperation operation &&
            fanOuts.Read(operation, request.CancellationToken) is not null && Awaited(other, options, request) is null && TurnTaking.Of(other, request) is not null);
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? "limit" : "limit" + number;
            if (!taken.Contains(name) && request.Model.LookupSymbols(invocation.SpanStart, name: name).IsEmpty && before-- == 0)
                return name;
        }
    }

    /// <summary><c>Parallel.ForEach(items, body)</c></summary>
    private static FixPlan? Limited(InvocationExpressionSyntax invocation, ArgumentSyntax options)
    {
        var arguments = invocation.ArgumentList.Arguments;
        if (invocation.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ForEach" } || arguments.Count != 2 || arguments.Any(static a => a.NameColon is not null))
            return null;
        return new FixPlan(
            editor => editor.ReplaceNode(invocation, (current, _) =>
            {
                var list = ((InvocationExpressionSyntax)current).ArgumentList;
                return ((InvocationExpressionSyntax)current).WithArgumentList(list.WithArguments(Insert(list.Arguments, options)));
            }),
            Namespaces);
    }

    private static FixPlan? Awaited(InvocationExpressionSyntax whenAll, ArgumentSyntax options, FixRequest request)
    {
        if (whenAll.Parent is not AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } || whenAll.ArgumentList.Arguments is not [{ Expression: InvocationExpressionSyntax select }] ||
            select.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" } access || select.ArgumentList.Arguments is not [{ Expression: LambdaExpressionSyntax lambda }] ||
            request.Model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Parallel")?.GetMembers("ForEachAsync").IsEmpty != false)
        {
            return null;
        }

        // The collection as a sequence, one element at a time, and nothing that is given back.
        if (request.Model.GetSymbolInfo(select, request.CancellationToken).Symbol is not IMethodSymbol { ContainingType.Name: "Enumerable" } ||
            lambda.Body.DescendantNodesAndSelf(static n => n is not AnonymousFunctionExpressionSyntax).OfType<ReturnStatementSyntax>().Any(static r => r.Expression is not null) || Parameter(lambda) is not { } parameter ||
            access.Expression.DescendantTrivia().Concat(access.OperatorToken.LeadingTrivia).Any(static t => t.IsDirective))
        {
            return null;
        }

        if ((lambda.AsyncKeyword.IsKind(SyntaxKind.None) && lambda.ExpressionBody is null) || SharedWrites.In(lambda, request).Any())
            return null;

        return new FixPlan(
            editor => editor.ReplaceNode(whenAll, (current, _) => Rewritten((InvocationExpressionSyntax)current, parameter, options)),
            Namespaces);
    }

    private static InvocationExpressionSyntax Rewritten(InvocationExpressionSyntax whenAll, string parameter, ArgumentSyntax options)
    {
        var select = (InvocationExpressionSyntax)whenAll.ArgumentList.Arguments[0].Expression;
        var items = ((MemberAccessExpressionSyntax)select.Expression).Expression;
        var lambda = (LambdaExpressionSyntax)select.ArgumentList.Arguments[0].Expression;
        var body = lambda.Body;
        if (lambda.AsyncKeyword.IsKind(SyntaxKind.None))
            body = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), lambda.ExpressionBody!);

        var made = (ParenthesizedLambdaExpressionSyntax)SyntaxFactory.ParseExpression($"async ({parameter}, _) => x");
        made = body is BlockSyntax block
            ? made.WithExpressionBody(null).WithBlock(block).WithArrowToken(lambda.ArrowToken)
            : made.WithExpressionBody((ExpressionSyntax)body).WithArrowToken(lambda.ArrowToken);
        var arguments = SyntaxFactory.SeparatedList<ArgumentSyntax>(new SyntaxNodeOrToken[]
        {
            SyntaxFactory.Argument(items.WithoutTrivia()),
            SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Argument(made),
        });
        return whenAll.WithExpression(SyntaxFactory.ParseExpression("Parallel.ForEachAsync").WithTriviaFrom(whenAll.Expression))
            .WithArgumentList(whenAll.ArgumentList.WithArguments(Insert(arguments, options)));
    }

    private static string? Parameter(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [{ Type: null } only] } => only.Identifier.ValueText,
        _ => null,
    } is { } name && (name == "_" || !lambda.DescendantTokens().Any(static t => t.IsKind(SyntaxKind.IdentifierToken) && t.Text == "_")) ? name : null;

    private static SeparatedSyntaxList<ArgumentSyntax> Insert(SeparatedSyntaxList<ArgumentSyntax> arguments, ArgumentSyntax options)
    {
        var items = arguments.GetWithSeparators();
        return SyntaxFactory.SeparatedList<ArgumentSyntax>(items.Insert(2, SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)).Insert(2, options));
    }
}
