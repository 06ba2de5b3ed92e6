using System.Collections.Immutable;
using System.Composition;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>Appends <c>?? throw new InvalidOperationException("…")</c> to the read, with a message that names the endpoint and the payload.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA5001UncheckedPayloadFix() : IntegrationCodeFix(IA5001UncheckedPayload.Id, "Fail clearly where the payload is null")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Root.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp7 } options ||
            request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call ||
            LaterStatusLook.Follows(call) || request.Model.GetOperation(call, request.CancellationToken) is not IInvocationOperation operation)
        {
            return null;
        }

        var value = ReadValue.Of(call, request.Model);
        var replaced = ReadValue.WithForgiveness(value);
        if (request.Model.GetTypeInfo(value, request.CancellationToken).Type is not { } type || ReadValue.CannotThrow(value, replaced, request.Model))
            return null;

        // return client.GetFromJsonAsync<T>(url)!; hands the task on: its method has to await it first.
        MethodDeclarationSyntax? method = null;
        if (TaskApis.IsTask(type))
        {
            method = AwaitedReturn.MethodOf(replaced, request.Model);
            if (method is null)
                return null;
        }

        if (!ReadValue.CanBeNull(type.AwaitedType(), options.LanguageVersion))
            return null;

        var model = IntegrationModel.For(request.Model.Compilation);
        var message = MissingPayload.Message(operation, type.AwaitedType(), model, request.CancellationToken);
        var forgiven = ForgivenUses.Of(replaced, request.Model, request.CancellationToken);
        var text = request.Root.SyntaxTree.GetText(request.CancellationToken);
        var end = Indentation.Column(text, replaced.Span.End);
        var indentation = Indentation.Deeper(Indentation.At(text, replaced.SpanStart), text);
        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(replaced, (current, _) =>
                {
                    var inner = ((ExpressionSyntax)current).Plain();
                    if (method is not null)
                        inner = AwaitedReturn.Await(inner);
                    return MissingPayload.OrThrow(inner.WithLeadingTrivia(current.GetLeadingTrivia()), replaced.Parent, message, indentation, end)
                        .WithTrailingTrivia(current.GetTrailingTrivia());
                });
                foreach (var use in forgiven)
                    editor.ReplaceNode(use, static (current, _) => ((ExpressionSyntax)current).Plain().WithTriviaFrom(current));
                if (method is not null)
                    editor.ReplaceNode(method, static (current, _) => AwaitedReturn.MakeAsync((MethodDeclarationSyntax)current));
            },
            ImmutableArray.Create("System"));
    }
}
