using System;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>How the key gets onto the request.</summary>
/// <param name="Edit">Puts the key of that name on.</param>
/// <param name="Usings">What the new code needs.</param>
/// <param name="NeedsKey">Whether a variable for the key must be declared before the retry.</param>
internal sealed record KeyTransport(Action<DocumentEditor, string> Edit, ImmutableArray<string> Usings, bool NeedsKey = true)
{
    public static KeyTransport? Of(RetriedWrite write, FixRequest request)
    {
        if (write.Scope.First is { } first)
            return OfBoth(write, first, request);
        if (write.IsDirect)
            return Of(write.Reached.Call, write.Scope.Region);
        return KeyParameter.Of(write, request);
    }

    /// <summary>The two attempts of a second one that is written out by hand. A third would be left without.</summary>
    private static KeyTransport? OfBoth(RetriedWrite write, InvocationExpressionSyntax first, FixRequest request)
    {
        var (region, call) = (write.Scope.Region, write.Reached.Call);
        if (write.Place is not InvocationExpressionSyntax again || FlowGraphs.FunctionOf(again) is not { } function ||
            function.DescendantNodes().OfType<InvocationExpressionSyntax>().Count(other => SyntaxFactory.AreEquivalent(other.Expression, again.Expression)) != 2)
        {
            return null;
        }

        if (!write.IsDirect)
            return KeyParameter.Of(write, request);

        // One message that is sent twice carries its key twice.
        if (call.Request?.Syntax is IdentifierNameSyntax && SyntaxFactory.AreEquivalent(first.ArgumentList, again.ArgumentList))
            return Of(call, first);
        return request.Model.GetOperation(first, request.CancellationToken) is IInvocationOperation operation &&
            IntegrationModel.For(request.Model.Compilation).Calls.Read(operation, request.CancellationToken) is { } firstCall && !IsMadeBefore(firstCall.Request, write.Scope.Boundary) &&
            Of(firstCall, region) is { NeedsKey: true } one && Of(call, region) is { NeedsKey: true } other
                ? new KeyTransport(
                    (editor, name) =>
                    {
                        one.Edit(editor, name);
                        other.Edit(editor, name);
                    },
                    one.Usings.AddRange(other.Usings))
                : null;
    }

    /// <summary>Whether the message stands in a local that is made before the place where the key is.</summary>
    private static bool IsMadeBefore(IOperation? message, SyntaxNode boundary) =>
        message?.ReferencedSymbol() is { DeclaringSyntaxReferences: [var declared] } && declared.Span.Start < boundary.SpanStart;

    /// <param name="call">The write.</param>
    /// <param name="region">What is repeated, or the whole wrapper: a request made outside it is made once.</param>
    public static KeyTransport? Of(OutboundCall call, SyntaxNode region)
    {
        if (call.Operation.Syntax is not InvocationExpressionSyntax invocation)
            return null;
        if (call.Member.Namespace == VendorSdkApis.Stripe)
            return OfStripe(call, invocation);
        if (KeyHeader.For(invocation) is not { } header)
            return null;
        return call.Member.Namespace switch
        {
            SendingMembers.NetHttp when call.Member.Type == "HttpClient" && call.Name is "PostAsync" or "PatchAsync" => KeyedMessage.OfContent(call, invocation, header),
            SendingMembers.NetHttpJson => KeyedMessage.OfJson(call, invocation, header),
            SendingMembers.NetHttp when call.Request is { } message => OfRequest(message, region, header, KeyedMessage.AddHeader, KeyedMessage.InInitializer(header)),
            SendingMembers.RestSharp when call.Request is { } rest => OfRequest(rest, region, header, "AddHeader", KeyedMessage.Fluent("AddHeader", header)),
            SendingMembers.FlurlHttp => OfFlurl(invocation, header),
            _ => null,
        };
    }

    private static KeyTransport? OfRequest(IOperation request, SyntaxNode region, string header, string adder, Func<ExpressionSyntax, string, ExpressionSyntax?> inline)
    {
        switch (request.Syntax)
        {
            case BaseObjectCreationExpressionSyntax creation when inline(creation, "key") is not null:
                return new KeyTransport(
                    (editor, name) => editor.ReplaceNode(creation, (current, _) => inline((ExpressionSyntax)current, name)!), ImmutableArray<string>.Empty);
            case IdentifierNameSyntax local when request.SemanticModel?.GetSymbolInfo(local).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declared] } symbol &&
                declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax } declarator:
                return OfLocal(symbol.Name, declarator, region, header, adder);
            default:
                return null;
        }
    }

    /// <summary>A request in a local: the header is added in the statement after its declaration.</summary>
    private static KeyTransport? OfLocal(string request, VariableDeclaratorSyntax declarator, SyntaxNode region, string header, string adder)
    {
        if (declarator.Parent is not VariableDeclarationSyntax { Variables.Count: 1 } declaration)
            return null;

        var isMadeOnce = !region.Span.Contains(declarator.Span);
        StatementSyntax Add(string key) => KeyedMessage.Statement(request + "." + adder, header, isMadeOnce ? "Guid.NewGuid().ToString()" : key);
        return declaration.Parent switch
        {
            LocalDeclarationStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } statement => new KeyTransport(
                (editor, name) => editor.InsertAfter(statement, Add(name).WithLeadingTrivia(KeyedMessage.Indentation(statement))), ImmutableArray<string>.Empty, !isMadeOnce),
            UsingStatementSyntax { Statement: BlockSyntax { Statements: [var first, ..] } } => new KeyTransport(
                (editor, name) => editor.InsertBefore(first, Add(name).WithLeadingTrivia(KeyedMessage.Indentation(first))), ImmutableArray<string>.Empty, !isMadeOnce),
            _ => null,
        };
    }

    /// <summary><c>CreateAsync(options, new RequestOptions { IdempotencyKey = key })</c>, where no options are passed yet.</summary>
    private static KeyTransport? OfStripe(OutboundCall call, InvocationExpressionSyntax invocation)
    {
        if (call.Operation.Arguments.All(static a => a.Parameter?.Type.Name != "RequestOptions" || a.ArgumentKind != ArgumentKind.DefaultValue))
            return null;

        var options = call.Operation.Arguments.First(static a => a.Parameter?.Type.Name == "RequestOptions").Parameter!;
        var isNext = invocation.ArgumentList.Arguments.Count == options.Ordinal && invocation.ArgumentList.Arguments.All(static a => a.NameColon is null);
        return new KeyTransport(
            (editor, name) => editor.ReplaceNode(
                invocation.ArgumentList,
                (current, _) => ((ArgumentListSyntax)current).AddArguments(
                    SyntaxFactory.Argument(SyntaxFactory.ParseExpression($"new RequestOptions {{ IdempotencyKey = {name} }}"))
                        .WithNameColon(isNext ? null : SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(options.Name), SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space))))
                    .WithAdditionalAnnotations(Formatter.Annotation)),
            ImmutableArray.Create(VendorSdkApis.Stripe));
    }

    private static KeyTransport? OfFlurl(InvocationExpressionSyntax invocation, string header) =>
        invocation.Expression is MemberAccessExpressionSyntax access
            ? new KeyTransport(
                (editor, name) => editor.ReplaceNode(access.Expression, (current, _) => KeyedMessage.Fluent("WithHeader", header)((ExpressionSyntax)current, name)!),
                ImmutableArray<string>.Empty)
            : null;
}
