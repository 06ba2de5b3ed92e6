using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>
/// Says 502 for a failure upstream. On a path that only failures take, and for an exception's status, the number becomes 502; elsewhere a success stays what it
/// is and only a failure becomes 502.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA4005UpstreamStatusPassedOnFix() : IntegrationCodeFix(IA4005UpstreamStatusPassedOn.Id, "Answer 502 for a failure upstream")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<CastExpressionSyntax>() is not { } cast)
            return OfCarried(request);
        if (request.Model.GetOperation(cast, request.CancellationToken) is not IConversionOperation { Operand: var operand } number ||
            PassedStatus.Upstream(operand) is not { Instance: { } instance } ||
            request.Model.Compilation.GetTypeByMetadataName(AnswerApis.Http + ".StatusCodes") is not { } codes)
        {
            return null;
        }

        // (int?)ex.StatusCode ?? 500 goes as a whole.
        SyntaxNode replaced = cast;
        var isNullable = number.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        if (cast.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Left == cast)
            replaced = coalesce;

        var names = new TypeNames(request.Model, request.Root, cast.SpanStart);
        var code = names.Of(codes) + ".Status502BadGateway";
        var text = FailureTypes.HasStatus(instance.Type) || OnlyAfterFailure(cast, request) ? code
            : isNullable || instance.Syntax is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or ThisExpressionSyntax }) ||
                !instance.Type!.GetMembers("IsSuccessStatusCode").Any() ? null
            : $"{instance.Syntax.WithoutTrivia()}.IsSuccessStatusCode ? {cast.WithoutTrivia()} : {code}";
        if (text is null)
            return null;

        var needsParentheses = text.Contains(" ? ") && replaced.Parent is not (ArgumentSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax);
        return Replacing(replaced, needsParentheses ? $"({text})" : text, names);
    }

    private static FixPlan Replacing(SyntaxNode number, string text, TypeNames names) => new(
        editor =>
        {
            editor.ReplaceNode(number, (current, _) => SyntaxFactory.ParseExpression(text).WithTriviaFrom(current));
            if (number.FirstAncestorOrSelf<CatchClauseSyntax>() is { } clause)
                editor.ReplaceNode(clause, static (current, _) => CaughtException.WithoutUnusedName((CatchClauseSyntax)current));
        },
        names.Usings.ToImmutableArray());

    /// <summary>A number that an own type carries: only where a failure is all that gets there is 502 right for it.</summary>
    private static FixPlan? OfCarried(FixRequest request)
    {
        if (request.Node is not MemberAccessExpressionSyntax { Expression: var owner } carried || request.Model.Compilation.GetTypeByMetadataName(AnswerApis.Http + ".StatusCodes") is not { } codes ||
            !request.Model.GetTypeInfo(owner, request.CancellationToken).Type.IsOrDerivesFrom("System", "Exception") && !OnlyAfterFailure(carried, request))
        {
            return null;
        }

        var names = new TypeNames(request.Model, request.Root, carried.SpanStart);
        return Replacing(carried, names.Of(codes) + ".Status502BadGateway", names);
    }

    private static bool OnlyAfterFailure(ExpressionSyntax number, FixRequest request)
    {
        return number.FirstAncestorOrSelf<ExpressionSyntax>(static node => node is InvocationExpressionSyntax or AssignmentExpressionSyntax) is { } answer &&
            StatusPaths.OnlyAfterFailure(answer, IntegrationModel.For(request.Model.Compilation).Source.Graphs, request.CancellationToken);
    }
}
