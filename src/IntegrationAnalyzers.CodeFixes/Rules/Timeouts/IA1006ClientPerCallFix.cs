using System;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>
/// Takes the client from the <c>IHttpClientFactory</c> that the type has, else from a static field with a timeout and connections that are replaced. The
/// field only where nothing about the client belongs to the call: no settings from it, no headers, no use but sending.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA1006ClientPerCallFix)), Shared]
public sealed class IA1006ClientPerCallFix() : IntegrationCodeFix(IA1006ClientPerCall.Id, "Share the client")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node is not BaseObjectCreationExpressionSyntax creation ||
            request.Model.GetTypeInfo(creation, request.CancellationToken).Type is not { } type || !type.Is(SendingMembers.NetHttp, "HttpClient"))
        {
            return null;
        }

        return FromFactory(creation, request) ?? FromField(creation, request);
    }

    private static FixPlan? FromFactory(BaseObjectCreationExpressionSyntax creation, FixRequest request)
    {
        if (creation.Initializer is not null || creation.ArgumentList is { Arguments.Count: > 0 } || FactoryInReach.Find(request) is not { } factory)
            return null;

        var call = SyntaxFactory.ParseExpression(factory + ".CreateClient()");
        return new FixPlan(
            editor => editor.ReplaceNode(creation, (current, _) => call.WithTriviaFrom(current)),
            ImmutableArray.Create(SendingMembers.NetHttp));
    }

    private static FixPlan? FromField(BaseObjectCreationExpressionSyntax creation, FixRequest request)
    {
        if (creation.ArgumentList is { Arguments.Count: > 1 } || creation.DescendantTrivia().Any(static t => t.IsDirective || t.IsKind(SyntaxKind.SingleLineCommentTrivia)))
            return null;
        if (!CallSettings.AreFree(creation, request) || Place(creation, request) is not { } place || Value(creation, request) is not { } value)
            return null;

        var names = new TypeNames(request.Model, request.Root, creation.SpanStart);
        var typeName = names.Of((INamedTypeSymbol)request.Model.GetTypeInfo(creation).Type!);
        if (SharedField.For(request, typeName, Name(creation), $"new {typeName}{value}") is not { } field)
            return null;

        return new FixPlan(
            editor =>
            {
                // (new HttpClient()).GetAsync(…): a name needs no parentheses.
                SyntaxNode replaced = creation.Parent is ParenthesizedExpressionSyntax whole && !whole.DescendantTrivia().Any(static t => t.IsKind(SyntaxKind.MultiLineCommentTrivia)) ? whole : creation;
                editor.ReplaceNode(replaced, (current, _) => SyntaxFactory.IdentifierName(field.Name).WithTriviaFrom(current));
                place(editor);
                field.Declare(editor);
            },
            ImmutableArray.CreateRange(names.Usings).Add("System"));
    }

    /// <summary>What of the client is written behind <c>new HttpClient</c>: its handler and its settings, a timeout among them.</summary>
    private static string? Value(BaseObjectCreationExpressionSyntax creation, FixRequest request)
    {
        var handler = creation.ArgumentList?.Arguments.FirstOrDefault()?.Expression;
        if (HandlerTypes.PoolsConnections(request.Model.Compilation))
        {
            if (PooledHandler.From(handler, request) is not { } pooled)
                return null;
            handler = pooled;
        }

        var seconds = NewTimeout.Seconds(creation, request);
        var settings = creation.Initializer?.Expressions.Select(static e => e.ToString()).ToList() ?? [];
        if (ObjectInitializers.Find(creation.Initializer, "Timeout") is null)
            settings.Add($"Timeout = {Durations.Seconds(seconds, request)}");
        var arguments = handler is null ? string.Empty : $"({handler.WithoutTrivia()})";
        return $"{arguments}\n{{\n{string.Concat(settings.Select(static s => $"    {s},\n"))}}}";
    }

    /// <summary>One client for all that want no other; one with settings of its own is named for its method, and for its variable where that tells it from others (<c>retryClient</c>).</summary>
    private static string Name(BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.Initializer is not { Expressions.Count: > 0 } && creation.ArgumentList is not { Arguments: [{ Expression: not BaseObjectCreationExpressionSyntax { Initializer: null } }] })
            return "SharedClient";

        var name = creation.Ancestors().Select(static node => node switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            _ => null,
        }).FirstOrDefault(static n => n is not null) ?? "Shared";
        return (name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name.Substring(0, name.Length - 5) : name) + KindOf(creation) + "Client";
    }

    /// <summary><c>Retry</c> of <c>var retryClient = new HttpClient(…)</c>; nothing of <c>client</c>, <c>httpClient</c> and the like.</summary>
    private static string KindOf(BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var variable } } || !variable.EndsWith("Client", StringComparison.Ordinal))
            return "";
        var kind = variable.Substring(0, variable.Length - "Client".Length).TrimStart('_');
        return kind.Length == 0 || kind.ToLowerInvariant() is "http" or "my" or "the" or "new" ? "" : char.ToUpperInvariant(kind[0]) + kind.Substring(1);
    }

    /// <summary>What has to be edited round the creation; null where the client is put to other uses than sending.</summary>
    private static Action<Microsoft.CodeAnalysis.Editing.DocumentEditor>? Place(BaseObjectCreationExpressionSyntax creation, FixRequest request)
    {
        switch (creation.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } when OnlySends(variable, request):
                return UsingRemoval.Plan(variable);
            case ParenthesizedExpressionSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access } inner when access.Expression == inner:
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } direct when direct.Expression == creation:
                return static _ => { };
            default:
                return null;
        }
    }

    private static bool OnlySends(VariableDeclaratorSyntax variable, FixRequest request)
    {
        if (request.Model.GetDeclaredSymbol(variable, request.CancellationToken) is not ILocalSymbol local || variable.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return false;
        foreach (var name in member.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != local.Name || !SymbolEqualityComparer.Default.Equals(request.Model.GetSymbolInfo(name, request.CancellationToken).Symbol, local))
                continue;
            if (name.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax invocation } access || access.Expression != name ||
                request.Model.GetSymbolInfo(invocation, request.CancellationToken).Symbol is not IMethodSymbol method || OutboundCalls.FindMember(method) is null)
            {
                return false;
            }
        }

        return true;
    }
}
