using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Responses;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>
/// Checks the status where the response is first held; before the use, where the code has a test of its own in between. A response in the middle of an
/// expression, or one that is dropped, gets a name first.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA4003StatusNotLookedAtFix() : IntegrationCodeFix(IA4003StatusNotLookedAt.Id, "Check the status")
{
    private const string BaseName = "response";

    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || Read(call, request) is not { } use ||
            ResponsePlace.Value(call, use.Use) is not { } value || CheckOf(value, request) is not { } check)
        {
            return null;
        }

        var usings = check.Using is { } needed ? ImmutableArray.Create(needed) : ImmutableArray<string>.Empty;
        if (ResponsePlace.Held(value) is { } held)
            return Insert(held.Name, held.Statement, use, check, request) is { } insert ? new FixPlan(insert, usings) : null;
        if (use.HasOwnTest || IsRepeated(value, use, request))
            return null;
        if (Named(value) is { } before)
            return new FixPlan(editor => Name(value, before, NameAt(call, before, request), check, request, editor), usings);
        return check.IsFluent && !IsInTree(value, request)
            ? new FixPlan(editor => editor.ReplaceNode(value, static (current, _) => Fluent((ExpressionSyntax)current)))
            : null;
    }

    /// <summary>Whether a check there sends a write again that was refused: the exception is one more failure to what repeats it.</summary>
    private static bool IsRepeated(SyntaxNode place, ResponseUse use, FixRequest request)
    {
        var model = IntegrationModel.For(request.Model.Compilation);
        return model.Retries.Around(use.Call.Syntax, request.CancellationToken) is { Kind: not RetryKind.Polly } scope && scope.Repeats(place.Span) &&
            model.Summaries.Reach(use.Call, request.CancellationToken).Any(static call => call.Verb is HttpVerb.Post or HttpVerb.Patch);
    }

    private static ResponseUse? Read(InvocationExpressionSyntax call, FixRequest request) =>
        request.Model.GetOperation(call, request.CancellationToken) is IInvocationOperation invocation &&
        IntegrationModel.For(request.Model.Compilation).Responses.Read(invocation, request.CancellationToken) is { Look: StatusLook.ByNobody } use
            ? use
            : null;

    private static StatusCheckCode? CheckOf(ExpressionSyntax value, FixRequest request) =>
        request.Model.GetTypeInfo(value, request.CancellationToken).Type is { } type ? StatusCheckCode.For(type, value, request.Model) : null;

    /// <summary>The statement before which the response can be given a name.</summary>
    private static StatementSyntax? Named(ExpressionSyntax value) =>
        ResponsePlace.Dropped(value) is { } dropped ? (ResponsePlace.IsInList(dropped) ? dropped : null) : ResponsePlace.Hoistable(value);

    private static System.Action<DocumentEditor>? Insert(string name, StatementSyntax statement, ResponseUse use, StatusCheckCode check, FixRequest request)
    {
        if (use.Use is { } used && used.SyntaxTree == statement.SyntaxTree && ResponsePlace.SwallowedIn(statement, used, request.Model) is { } tried)
        {
            return ResponsePlace.Behind(name, tried, used) is { } behind
                ? editor => StatementEdits.InsertBefore(editor, behind.Statement, check.Statement(behind.Name))
                : null;
        }

        if (IsRepeated(statement, use, request))
            return null;
        var added = check.Statement(name);
        if (use.HasOwnTest)
        {
            return (use.Use is not null && use.Use.SyntaxTree == statement.SyntaxTree ? ResponsePlace.BeforeUse(name, statement, use.Use) : null) switch
            {
                StatementSyntax place => editor => StatementEdits.InsertBefore(editor, place, added),
                ExpressionSyntax read when check.IsFluent => editor => editor.ReplaceNode(read, static (current, _) => Fluent((ExpressionSyntax)current)),
                _ => null,
            };
        }

        if (statement is UsingStatementSyntax)
            return statement is UsingStatementSyntax { Statement: BlockSyntax { Statements: [var first, ..] } } ? editor => StatementEdits.InsertBefore(editor, first, added) : null;
        return ResponsePlace.IsInList(statement) ? editor => StatementEdits.InsertAfter(editor, statement, added) : null;
    }

    /// <summary>Takes the response out of the statement into a local of its own, checked before the statement goes on.</summary>
    private static void Name(ExpressionSyntax value, StatementSyntax before, string name, StatusCheckCode check, FixRequest request, DocumentEditor editor)
    {
        var inner = value;
        while (inner is ParenthesizedExpressionSyntax parenthesized)
            inner = parenthesized.Expression;

        if (ResponsePlace.Dropped(value) is { } dropped)
        {
            // Nobody else has it.
            var mayUse = check.IsDisposable && ((CSharpParseOptions)before.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp8 && before.Parent is not SwitchSectionSyntax;
            StatementEdits.InsertAfter(editor, dropped, check.Statement(name));
            editor.ReplaceNode(dropped, (current, _) =>
            {
                var expression = ((ExpressionStatementSyntax)current).Expression;
                if (expression is AssignmentExpressionSyntax { Right: var right })
                    expression = right;
                return Declaration(name, expression, mayUse).WithTriviaFrom(current);
            });
            return;
        }

        editor.ReplaceNode(value, (current, _) => SyntaxFactory.IdentifierName(name).WithTriviaFrom(current));
        StatementEdits.InsertBefore(editor, before, Declaration(name, inner, mayUse: false), check.Statement(name));
    }

    private static StatementSyntax Declaration(string name, ExpressionSyntax value, bool mayUse)
    {
        var declaration = (LocalDeclarationStatementSyntax)SyntaxFactory.ParseStatement($"{(mayUse ? "using " : "")}var {name} = 0;");
        var local = declaration.Declaration.Variables[0];
        return declaration.ReplaceNode(local.Initializer!.Value, value.WithoutTrivia());
    }

    private static ExpressionSyntax Fluent(ExpressionSyntax value)
    {
        var bare = value.WithoutTrivia();
        if (bare is AwaitExpressionSyntax or CastExpressionSyntax)
            bare = SyntaxFactory.ParenthesizedExpression(bare);
        return SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, bare, SyntaxFactory.IdentifierName(StatusApis.Ensure))).WithTriviaFrom(value);
    }

    private static bool IsInTree(ExpressionSyntax value, FixRequest request) =>
        value.Ancestors().OfType<LambdaExpressionSyntax>().Any(lambda => request.Model.GetTypeInfo(lambda, request.CancellationToken).ConvertedType?.Name == "Expression");

    /// <summary>A name that nothing in the function has, nor any response before it that gets one too.</summary>
    private static string NameAt(InvocationExpressionSyntax call, StatementSyntax before, FixRequest request)
    {
        var function = Awaiting.FunctionOf(call) ?? request.Root;
        var used = new HashSet<string>(function.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText));
        used.UnionWith(request.Model.LookupSymbols(before.SpanStart).Select(static s => s.Name));
        var taken = function.DescendantNodes().OfType<InvocationExpressionSyntax>().Count(other =>
            other.SpanStart < call.SpanStart && !other.Span.Contains(call.Span) && Read(other, request) is { HasOwnTest: false } use && ResponsePlace.Value(other, use.Use) is { } value &&
            ResponsePlace.Held(value) is null && Named(value) is not null && CheckOf(value, request) is not null);
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? BaseName : BaseName + number;
            if (!used.Contains(name) && taken-- == 0)
                return name;
        }
    }
}
