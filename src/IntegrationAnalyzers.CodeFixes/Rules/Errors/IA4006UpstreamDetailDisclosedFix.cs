using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>
/// Answers with problem details of our own where the framework has them, else with a text of our own; the exception goes to the logger in reach, where the clause has not
/// logged it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA4006UpstreamDetailDisclosedFix() : IntegrationCodeFix(IA4006UpstreamDetailDisclosed.Id, "Answer with a problem detail of our own")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (Find(request) is not { } found)
            return null;

        var (disclosure, clause, shape) = found;
        var usings = ImmutableArray.CreateBuilder<string>();
        var leak = (ExpressionSyntax)disclosure.Leak.Syntax;
        var (title, status) = ProblemAnswer.For(shape);
        var words = AuthorsWords.Around(leak, request.Model);
        SyntaxNode replaced = words?.Place ?? leak;
        var text = words?.Text ?? title;
        var isText = words is not null || disclosure.Leak.Type?.SpecialType == SpecialType.System_String;
        var isOfModelState = IsOfModelState(disclosure.Leak);
        if (Envelope(disclosure) is { } envelope)
        {
            // Who calls reads the envelope: it stays, with words of our own.
            if (!isText || replaced.Parent is not (ArgumentSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax }) || replaced.Parent.Parent!.Parent != envelope.Syntax)
                return null;
        }
        else if (!StatusToldApart.Round(disclosure.Answer.Syntax) && disclosure.Answer is IInvocationOperation answer && answer.Syntax.Span.Contains(leak.Span) &&
                 ProblemAnswer.InPlaceOf(answer, words?.Text ?? AuthorsWords.Beside(leak, answer.Syntax, request.Model) ?? title, status, request) is { } problem)
        {
            replaced = answer.Syntax;
            text = problem.Text;
            usings.AddRange(problem.Usings);
        }
        else if (!isText || words is null && disclosure.Leak.Wrapped().Parent is IInvocationOperation { TargetMethod.Name: not "Concat" } && !isOfModelState)
        {
            return null;
        }

        string? log = null;
        var isLogged = shape is not null && (isOfModelState ? shape.Clause.Handler.Tree().Any(static part => part is IInvocationOperation call && LoggerApis.Logs(call.TargetMethod)) : shape.Body.Does(CatchActs.Logs));
        LambdaLogger? lambda = null;
        if (clause is not null && !isLogged)
        {
            var logger = LoggerInReach.At(clause, request);
            if (logger is null)
            {
                lambda = LambdaLogger.At(clause, request);
                logger = lambda?.Logger ?? (IsTold(clause, replaced) ? null : RequestLogger.At(clause, request));
            }

            log = logger?.Statement(clause.Declaration!.Identifier.Text, clause, request.Model);
            usings.AddRange(new[] { logger?.Using, logger?.Error.Namespace }.OfType<string>());
        }

        // A clause that hands the whole exception on, or looks into it, is no catch-all; without that it would be one. Where nobody logs, its text is all that tells.
        if (shape is { IsGeneral: true, Boundary: Certainty.No } &&
            (shape.Body.Does(CatchActs.Carries) || shape.HandlesAlike != Certainty.Yes || log is null && !isLogged))
        {
            return null;
        }

        // The text that goes out is all that tells of the failure.
        if (clause is not null && !isLogged && log is null && !IsTold(clause, replaced))
            return null;

        // The code says its status by hand; an answer that says another would contradict it.
        if (replaced == disclosure.Answer?.Syntax && clause is not null && clause.Block.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(static a =>
                a.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "StatusCode" }))
        {
            return null;
        }

        return new FixPlan(
            editor =>
            {
                if (replaced.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } member && SyntaxFacts.TryGetInferredMemberName(member.Expression) is { } name)
                    editor.ReplaceNode(member, (current, _) => Named((AnonymousObjectMemberDeclaratorSyntax)current, name, text));
                else
                    editor.ReplaceNode(replaced, (current, _) => SyntaxFactory.ParseExpression(text).WithTriviaFrom(current));
                if (log is null && clause is not null)
                    editor.ReplaceNode(clause, static (current, _) => CaughtException.WithoutUnusedName((CatchClauseSyntax)current));
                lambda?.Add(editor);
                if (log is not null)
                    editor.ReplaceNode(clause!.Block, (current, _) => Logged((BlockSyntax)current, log));
            },
            usings.ToImmutable());
    }

    /// <summary>Whether somebody else is told of the exception: a statement of the clause hands it on, or throws.</summary>
    private static bool IsTold(CatchClauseSyntax clause, SyntaxNode replaced) => clause.Block.DescendantTokens().Any(token =>
        token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == clause.Declaration!.Identifier.ValueText && !replaced.Span.Contains(token.Span) &&
        token.Parent!.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax or ThrowStatementSyntax);

    /// <summary><c>ModelState.AddModelError("", ex.Message)</c>: the text was all that told of the failure, so that the log is to have it.</summary>
    private static bool IsOfModelState(IOperation leak)
    {
        for (var parent = leak.Parent; parent is not null and not IBlockOperation; parent = parent.Parent)
        {
            if (parent is IInvocationOperation { TargetMethod: var taker })
                return AnswerApis.AddsModelError(taker);
        }

        return false;
    }

    /// <summary>What makes the team's own envelope within the answer: <c>ApiResponse&lt;T&gt;.Fail(ex.Message)</c>, <c>new ApiResponse { Message = ex.Message }</c>.</summary>
    private static IOperation? Envelope(Disclosure disclosure)
    {
        for (var parent = disclosure.Leak.Parent; parent is not null && parent != disclosure.Answer; parent = parent.Parent)
        {
            if (parent is IInvocationOperation { TargetMethod: { IsStatic: true, IsExtensionMethod: false, DeclaringSyntaxReferences.Length: > 0, ReturnType.SpecialType: SpecialType.None } }
                or IObjectCreationOperation { Type.DeclaringSyntaxReferences.Length: > 0 })
            {
                return parent;
            }
        }

        return null;
    }

    private static (Disclosure Disclosure, CatchClauseSyntax? Clause, CatchShape? Shape)? Find(FixRequest request)
    {
        var model = IntegrationModel.For(request.Model.Compilation);
        var span = request.Diagnostic.Location.SourceSpan;
        if (request.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is { } clause &&
            model.Catches.Read(clause, request.Model, request.CancellationToken) is { } shape &&
            model.Disclosures.In(shape.Clause, request.CancellationToken).Concat(model.Disclosures.Carried(shape, request.CancellationToken)).Concat(model.Disclosures.Inner(shape, request.CancellationToken)).FirstOrDefault(d => d.Leak.Syntax.Span == span) is { } handedOut)
        {
            return (handedOut, clause, shape);
        }

        foreach (var made in request.Node.AncestorsAndSelf().Where(static node => node is InvocationExpressionSyntax or ObjectCreationExpressionSyntax))
        {
            if (request.Model.GetOperation(made, request.CancellationToken) is { } answer &&
                model.Disclosures.In(answer, request.CancellationToken) is { } disclosure && disclosure.Leak.Syntax.Span == span)
            {
                return (disclosure, null, null);
            }
        }

        return null;
    }

    /// <summary><c>new { ex.Message }</c> takes its name from what is replaced: it keeps it.</summary>
    private static AnonymousObjectMemberDeclaratorSyntax Named(AnonymousObjectMemberDeclaratorSyntax member, string name, string text) =>
        SyntaxFactory.AnonymousObjectMemberDeclarator(SyntaxFactory.NameEquals(name), SyntaxFactory.ParseExpression(text)).NormalizeWhitespace().WithTriviaFrom(member);

    private static BlockSyntax Logged(BlockSyntax block, string log) =>
        block.Statements.FirstOrDefault() is { } first && first.ToString() == log ? block : block.WithFirst(log);
}
