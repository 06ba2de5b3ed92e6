using System.Collections.Generic;
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

        var whole = WithDefault(cast);
        var isNullable = number.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

        // A local that is logged or compared as well keeps what the upstream said.
        var uses = Uses(whole, number, request);
        var answering = uses.Where(PassedStatus.GoesOut).Select(static use => (ExpressionSyntax)use.Syntax).ToList();
        var isKept = answering.Count < uses.Count;
        var replaced = isKept ? answering.ConvertAll(WithDefault) : [whole];

        var names = new TypeNames(request.Model, request.Root, cast.SpanStart);
        var code = names.Of(codes) + ".Status502BadGateway";
        var text = FailureTypes.HasStatus(instance.Type) || (answering.Count == 0 ? OnlyAfterFailure(cast, request) : answering.TrueForAll(use => OnlyAfterFailure(use, request))) ? code
            : isNullable || instance.Syntax is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or ThisExpressionSyntax }) ||
                !instance.Type!.GetMembers("IsSuccessStatusCode").Any() ? null
            : $"{instance.Syntax.WithoutTrivia()}.IsSuccessStatusCode ? {(isKept ? answering[0] : cast).WithoutTrivia()} : {code}";
        return text is null ? null : Replacing(replaced, text, names);
    }

    /// <summary><c>(int?)ex.StatusCode ?? 500</c> goes as a whole.</summary>
    private static ExpressionSyntax WithDefault(ExpressionSyntax number) =>
        number.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Left == number ? coalesce : number;

    /// <summary>The uses of the local that the number is kept in.</summary>
    private static List<IOperation> Uses(ExpressionSyntax kept, IOperation number, FixRequest request) =>
        kept.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } && request.Model.GetDeclaredSymbol(declarator, request.CancellationToken) is ILocalSymbol local
            ? [.. number.Root().Tree().Where(use => use is ILocalReferenceOperation { Local: var used } && used.IsSame(local))]
            : [];

    private static FixPlan Replacing(List<ExpressionSyntax> numbers, string text, TypeNames names) => new(
        editor =>
        {
            foreach (var number in numbers)
            {
                var needsParentheses = text.Contains(" ? ") && number.Parent is not (ArgumentSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax);
                editor.ReplaceNode(number, (current, _) => SyntaxFactory.ParseExpression(needsParentheses ? $"({text})" : text).WithTriviaFrom(current));
            }

            if (numbers[0].FirstAncestorOrSelf<CatchClauseSyntax>() is { } clause)
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
        return Replacing([carried], names.Of(codes) + ".Status502BadGateway", names);
    }

    private static bool OnlyAfterFailure(ExpressionSyntax number, FixRequest request)
    {
        return number.FirstAncestorOrSelf<ExpressionSyntax>(static node => node is InvocationExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax) is { } answer &&
            StatusPaths.OnlyAfterFailure(answer, IntegrationModel.For(request.Model.Compilation).Source.Graphs, request.CancellationToken);
    }
}
