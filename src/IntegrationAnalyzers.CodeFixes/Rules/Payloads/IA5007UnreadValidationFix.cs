using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>
/// Throws where it is not valid: by <c>ValidateAndThrow</c> where FluentValidation's result is dropped, by a test of the result or of the bool that is kept. Passes
/// <c>validateAllProperties: true</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA5007UnreadValidationFix() : IntegrationCodeFix(IA5007UnreadValidation.Id, "Throw where it is not valid")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call ||
            request.Model.GetOperation(call, request.CancellationToken) is not IInvocationOperation operation ||
            ValidatingMembers.Find(operation.TargetMethod) is not { } validator)
        {
            return null;
        }

        if (!request.Diagnostic.Properties.ContainsKey(IA5007UnreadValidation.UnreadProperty))
            return AllProperties(call, operation);

        var whole = Whole(call);
        var statement = whole.Parent switch
        {
            ExpressionStatementSyntax dropped => dropped,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax discarded } => discarded,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax kept } } } => kept,
            _ => default(StatementSyntax),
        };
        if (statement is null || statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax))
            return null;
        return validator switch
        {
            Validator.Fluent => statement is LocalDeclarationStatementSyntax local ? OfResult(request, local) : OfDropped(request, call, whole, operation, statement),
            Validator.DataAnnotations => OfBool(request, call, operation, statement),
            _ => null,
        };
    }

    /// <summary><c>validator.Validate(x);</c> becomes <c>validator.ValidateAndThrow(x);</c>.</summary>
    private static FixPlan? OfDropped(FixRequest request, InvocationExpressionSyntax call, ExpressionSyntax whole, IInvocationOperation operation, StatementSyntax statement)
    {
        var isAsync = operation.TargetMethod.Name == "ValidateAsync";
        if (call.Expression is not MemberAccessExpressionSyntax member || isAsync != whole is AwaitExpressionSyntax || operation.TargetMethod.IsExtensionMethod ||
            operation.TargetMethod.Parameters.FirstOrDefault()?.Name != "instance" ||
            request.Model.GetTypeInfo(member.Expression, request.CancellationToken).Type is not { } type ||
            !type.AllInterfaces.Concat(new[] { type }).Any(static i => i is INamedTypeSymbol { Name: "IValidator", IsGenericType: true }))
        {
            return null;
        }

        var name = SyntaxFactory.IdentifierName(isAsync ? "ValidateAndThrowAsync" : "ValidateAndThrow").WithTriviaFrom(member.Name);
        var expression = (ExpressionSyntax)whole.ReplaceNode(member.Name, name);
        return new FixPlan(
            editor => editor.ReplaceNode(((ExpressionStatementSyntax)statement).Expression, (current, _) => expression.WithTriviaFrom(current)),
            ImmutableArray.Create(ValidatingMembers.FluentValidation));
    }

    /// <summary><c>if (!result.IsValid) throw new ValidationException(result.Errors);</c> behind the declaration.</summary>
    private static FixPlan? OfResult(FixRequest request, LocalDeclarationStatementSyntax statement)
    {
        var declarator = statement.Declaration.Variables[0];
        if (request.Model.GetDeclaredSymbol(declarator, request.CancellationToken) is not ILocalSymbol { Type.Name: "ValidationResult" } ||
            request.Model.Compilation.GetTypeByMetadataName(ValidatingMembers.FluentValidation + ".ValidationException") is not { } exception)
        {
            return null;
        }

        var names = new TypeNames(request.Model, request.Root, statement.SpanStart);
        var result = declarator.Identifier.Text;
        return Behind(statement, $"if (!{result}.IsValid)\n    throw new {names.Of(exception)}({result}.Errors);", names);
    }

    /// <summary><c>if (!Validator.TryValidateObject(…)) throw new ValidationException(…);</c>, or the test of the local that keeps the bool.</summary>
    private static FixPlan? OfBool(FixRequest request, InvocationExpressionSyntax call, IInvocationOperation operation, StatementSyntax statement)
    {
        if (request.Model.Compilation.GetTypeByMetadataName(ValidatingMembers.DataAnnotations + ".ValidationException") is not { } exception)
            return null;

        var names = new TypeNames(request.Model, request.Root, statement.SpanStart);
        var list = operation.Argument("validationResults")?.Unwrap();
        var message = list is ILocalReferenceOperation { Local.Name: var results }
            ? $"string.Join(\"; \", {results})"
            : SyntaxFactory.Literal($"{ValidatingMembers.Validated(operation, Validator.DataAnnotations)?.Type?.Name ?? "The object"} is not valid").Text;
        var thrown = $"throw new {names.Of(exception)}({message});";
        if (statement is LocalDeclarationStatementSyntax kept)
        {
            var tested = Behind(kept, $"if (!{kept.Declaration.Variables[0].Identifier.Text})\n    {thrown}", names);
            return new FixPlan(
                editor =>
                {
                    editor.ReplaceNode(call, (current, _) => WithAllProperties((InvocationExpressionSyntax)current, operation));
                    tested.Edit(editor);
                },
                tested.Usings);
        }

        var written = WithAllProperties(call, operation).WithoutTrivia().ToFullString();
        var test = SyntaxFactory.ParseStatement($"if (!{written})\n    {thrown}").WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation);
        return new FixPlan(editor => editor.ReplaceNode(statement, (_, _) => test), names.Usings.ToImmutableArray());
    }

    private static FixPlan? AllProperties(InvocationExpressionSyntax call, IInvocationOperation operation) =>
        ValidatingMembers.ChecksRequiredAlone(operation)
            ? new FixPlan(editor => editor.ReplaceNode(call, (current, _) => WithAllProperties((InvocationExpressionSyntax)current, operation))) { Title = "Pass 'validateAllProperties: true'" }
            : null;

    private static InvocationExpressionSyntax WithAllProperties(InvocationExpressionSyntax call, IInvocationOperation operation)
    {
        if (!ValidatingMembers.ChecksRequiredAlone(operation))
            return call;

        var list = call.ArgumentList;
        var yes = SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression);
        if (operation.TargetMethod.Parameters.Length == 3)
        {
            var named = SyntaxFactory.NameColon(SyntaxFactory.IdentifierName("validateAllProperties"), SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space));
            return call.WithArgumentList(Arguments.Insert(list, list.Arguments.Count, SyntaxFactory.Argument(named, default, yes)));
        }

        var given = list.Arguments.FirstOrDefault(static a => a.NameColon?.Name.Identifier.ValueText == "validateAllProperties") ?? list.Arguments[list.Arguments.Count - 1];
        return call.WithArgumentList(list.ReplaceNode(given.Expression, yes.WithTriviaFrom(given.Expression)));
    }

    private static FixPlan Behind(StatementSyntax statement, string text, TypeNames names)
    {
        var test = SyntaxFactory.ParseStatement(text).WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n")).WithAdditionalAnnotations(Formatter.Annotation);
        return new FixPlan(
            editor =>
            {
                if (statement.Parent is GlobalStatementSyntax global)
                    editor.InsertAfter(global, SyntaxFactory.GlobalStatement(test));
                else
                    editor.InsertAfter(statement, test);
            },
            names.Usings.ToImmutableArray());
    }

    /// <summary>The call with what awaits it.</summary>
    private static ExpressionSyntax Whole(InvocationExpressionSyntax call)
    {
        ExpressionSyntax whole = call;
        while (true)
        {
            switch (whole.Parent)
            {
                case AwaitExpressionSyntax or ParenthesizedExpressionSyntax:
                    whole = (ExpressionSyntax)whole.Parent;
                    continue;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "WaitAsync", Parent: InvocationExpressionSyntax configured }:
                    whole = configured;
                    continue;
                default:
                    return whole;
            }
        }
    }
}
