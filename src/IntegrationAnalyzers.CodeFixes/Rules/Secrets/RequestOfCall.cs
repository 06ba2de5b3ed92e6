using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// A call of <c>HttpClient</c> as the request that it sends: <c>GetAsync(url, token)</c> is <c>SendAsync(request, token)</c>, and <c>GetStringAsync(url)</c> is that, the look at the status,
/// and the read of the content.
/// </summary>
internal sealed class RequestOfCall
{
    private const string HttpNamespace = "System.Net.Http";

    private readonly ArgumentSyntax? _content;
    private readonly List<ArgumentSyntax> _rest;
    private readonly string _verb;
    private readonly string? _read;

    private RequestOfCall(InvocationExpressionSyntax call, SimpleNameSyntax name, StatementSyntax statement, string verb, string? read, bool hasContent)
    {
        (Call, Name, Statement, _verb, _read) = (call, name, statement, verb, read);
        var arguments = call.ArgumentList.Arguments;
        _content = hasContent ? arguments[1] : null;
        _rest = arguments.Skip(hasContent ? 2 : 1).ToList();
    }

    public InvocationExpressionSyntax Call { get; }

    public SimpleNameSyntax Name { get; }

    /// <summary>The statement before which the request is made.</summary>
    public StatementSyntax Statement { get; }

    /// <summary>The call that takes the argument as its address; null where it is none of these, or stands where no statement can come before it.</summary>
    public static RequestOfCall? Taking(ArgumentSyntax url, FixRequest request)
    {
        if (url.Parent is not ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call } list ||
            list.Arguments[0] != url || list.Arguments.Any(static a => a.NameColon is not null) || StatementOf(call) is not { } statement ||
            request.Root.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp8 } ||
            request.Model.GetSymbolInfo(call, request.CancellationToken).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        var isJson = method.ContainingType.Is(HttpNamespace + ".Json", "HttpClientJsonExtensions");
        if (!isJson && !method.ContainingType.Is(HttpNamespace, "HttpClient"))
            return null;
        (string Verb, string? Read, bool HasContent)? shape = method.Name switch
        {
            "GetAsync" => ("Get", null, false),
            "DeleteAsync" => ("Delete", null, false),
            "PostAsync" => ("Post", null, true),
            "PutAsync" => ("Put", null, true),
            "PatchAsync" => ("Patch", null, true),
            "GetStringAsync" => ("Get", "ReadAsStringAsync", false),
            "GetByteArrayAsync" => ("Get", "ReadAsByteArrayAsync", false),
            "GetFromJsonAsync" when isJson && member.Name is GenericNameSyntax => ("Get", "ReadFromJsonAsync", false),
            _ => null,
        };
        return shape is { } known && (known.Read is null || call.Parent is AwaitExpressionSyntax || IsConfigured(call))
            ? new RequestOfCall(call, member.Name, statement, known.Verb, known.Read, known.HasContent)
            : null;
    }

    /// <summary>The statements that make the request, and where the call reads a body, send it.</summary>
    public IEnumerable<StatementSyntax> Before(string request, string response, string url, StatementSyntax header)
    {
        var content = _content is null ? "" : $" {{ Content = {_content.Expression.WithoutTrivia()} }}";
        yield return Parse($"using var {request} = new HttpRequestMessage(HttpMethod.{_verb}, {url}){content};").WithLeadingTrivia(Statement.GetLeadingTrivia());
        yield return header;
        if (_read is null)
            yield break;

        var client = ((MemberAccessExpressionSyntax)Call.Expression).Expression.WithoutTrivia();
        var token = _rest.LastOrDefault(static a => IsToken(a)) is { } given ? ", " + given.Expression.WithoutTrivia() : "";
        yield return Parse($"using var {response} = await {client}.SendAsync({request}{token}){(IsConfigured(Call) ? ".ConfigureAwait(false)" : "")};");
        yield return Parse($"{response}.EnsureSuccessStatusCode();");
    }

    /// <summary>What stands in the call's place.</summary>
    public ExpressionSyntax Instead(string request, string response, Compilation compilation)
    {
        var client = ((MemberAccessExpressionSyntax)Call.Expression).Expression;
        if (_read is null)
            return SyntaxFactory.ParseExpression($"{client.WithoutTrivia()}.SendAsync({string.Join(", ", new[] { request }.Concat(_rest.Select(static a => a.Expression.WithoutTrivia().ToString())))})").WithTriviaFrom(Call);

        var arguments = _rest.Select(static a => a.Expression.WithoutTrivia().ToString()).ToList();
        if (_read == "ReadFromJsonAsync" && _rest is [var only] && IsToken(only))
            arguments[0] = "cancellationToken: " + arguments[0];
        else if (_read != "ReadFromJsonAsync" && !TakesToken(compilation))
            arguments.Clear();
        var types = (Name as GenericNameSyntax)?.TypeArgumentList.WithoutTrivia().ToString() ?? "";
        return SyntaxFactory.ParseExpression($"{response}.Content.{_read}{types}({string.Join(", ", arguments)})").WithTriviaFrom(Call);
    }

    public bool ReadsBody => _read is not null;

    private bool TakesToken(Compilation compilation) =>
        compilation.GetTypeByMetadataName(HttpNamespace + ".HttpContent") is { } content && content.GetMembers(_read!).OfType<IMethodSymbol>().Any(static m => m.Parameters.Length == 1);

    private static bool IsToken(ArgumentSyntax argument) =>
        argument.Expression.ToString() is var text && (text.EndsWith("oken", System.StringComparison.Ordinal) || text is "ct" or "cancellation" or "CancellationToken.None");

    private static bool IsConfigured(InvocationExpressionSyntax call) =>
        call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax { Parent: AwaitExpressionSyntax } };

    /// <summary>The statement of a block that evaluates the call before anything else.</summary>
    private static StatementSyntax? StatementOf(InvocationExpressionSyntax call)
    {
        for (SyntaxNode node = call; ; node = node.Parent)
        {
            switch (node.Parent)
            {
                case AwaitExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or EqualsValueClauseSyntax or VariableDeclarationSyntax:
                case VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } }:
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" }:
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } }:
                case AssignmentExpressionSyntax assignment when assignment.Right == node && assignment.Left is IdentifierNameSyntax:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when coalesce.Left == node:
                    continue;
                case LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax:
                    return node.Parent.Parent is BlockSyntax ? (StatementSyntax)node.Parent : null;
                default:
                    return null;
            }
        }
    }

    private static StatementSyntax Parse(string text) =>
        SyntaxFactory.ParseStatement(text).WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n")).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation);
}
