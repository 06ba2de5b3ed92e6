using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>
/// Gives the client a <c>SocketsHttpHandler</c> whose connections are replaced after five minutes, or the one that it has that lifetime. Not offered where the handler
/// stands elsewhere, or is an <c>HttpClientHandler</c> with settings that the other does not have under the same names.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA1007StaleConnectionsFix)), Shared]
public sealed class IA1007StaleConnectionsFix() : IntegrationCodeFix(IA1007StaleConnections.Id, "Replace the connections after five minutes")
{
    private static readonly ImmutableArray<string> Namespaces = ImmutableArray.Create("System", SendingMembers.NetHttp);

    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node is not BaseObjectCreationExpressionSyntax creation)
            return null;
        if (creation.ArgumentList is { Arguments.Count: > 0 } written)
        {
            var handler = Innermost(written.Arguments[0].Expression, request);
            return PooledHandler.From(handler, request) is { } pooled
                ? new FixPlan(editor => editor.ReplaceNode(handler, (_, _) => pooled.WithTriviaFrom(handler)), Namespaces)
                : null;
        }

        if (PooledHandler.From(null, request) is not { } made || creation.ArgumentList is { ContainsDirectives: true })
            return null;
        return new FixPlan(editor => editor.ReplaceNode(creation, (current, _) => With((BaseObjectCreationExpressionSyntax)current, made)), Namespaces);
    }

    /// <summary>The handler itself: where a variable of this file holds it, what it is set to.</summary>
    private static ExpressionSyntax Innermost(ExpressionSyntax handler, FixRequest request)
    {
        if (handler is IdentifierNameSyntax && request.Model.GetSymbolInfo(handler, request.CancellationToken).Symbol is { DeclaringSyntaxReferences: [var reference] } &&
            reference.SyntaxTree == handler.SyntaxTree &&
            reference.GetSyntax(request.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax held } &&
            request.Model.GetTypeInfo(held, request.CancellationToken).Type is { Name: "SocketsHttpHandler" })
        {
            return held;
        }

        // One handler round another.
        while (handler is BaseObjectCreationExpressionSyntax outer && Inner(outer, request) is { } inner)
            handler = inner;
        return handler;
    }

    private static ExpressionSyntax? Inner(BaseObjectCreationExpressionSyntax outer, FixRequest request) =>
        outer.ArgumentList?.Arguments.Select(static a => a.Expression).FirstOrDefault(e => IsHandler(e, request)) ??
        ObjectInitializers.Find(outer.Initializer, "InnerHandler")?.Right;

    private static bool IsHandler(ExpressionSyntax value, FixRequest request)
    {
        for (var type = request.Model.GetTypeInfo(value, request.CancellationToken).Type; type is not null; type = type.BaseType)
        {
            if (type.Name == "HttpMessageHandler")
                return true;
        }

        return false;
    }

    private static BaseObjectCreationExpressionSyntax With(BaseObjectCreationExpressionSyntax creation, ExpressionSyntax handler)
    {
        var argument = SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(handler));
        switch (creation)
        {
            case ImplicitObjectCreationExpressionSyntax implied:
                return implied.WithArgumentList(implied.ArgumentList.WithArguments(argument));
            case ObjectCreationExpressionSyntax { ArgumentList: { } brackets } named:
                return named.WithArgumentList(brackets.WithArguments(argument));
            default:
                var bare = (ObjectCreationExpressionSyntax)creation;
                return bare.WithType(bare.Type.WithoutTrailingTrivia())
                    .WithArgumentList(SyntaxFactory.ArgumentList(argument).WithTrailingTrivia(bare.Type.GetTrailingTrivia()));
        }
    }
}
