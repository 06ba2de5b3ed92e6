using System.Collections.Immutable;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// A literal that stands in where a setting is missing, <c>configuration["Jwt:Secret"] ?? "…"</c>: the setting has its name already, so the program fails with that name in place of going on with
/// the literal.
/// </summary>
internal static class ReadFallback
{
    /// <summary>Null where the literal is no such fallback.</summary>
    public static FixPlan? Plan(FixRequest request, ExpressionSyntax literal)
    {
        var place = literal;
        while (place.Parent is ParenthesizedExpressionSyntax outer)
            place = outer;
        if (place.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice || choice.Right != place || Missing(choice.Left, request) is not { } what)
            return null;

        var exception = ConfigurationRead.NameOf(request.Model, literal, "InvalidOperationException");
        var thrown = SyntaxFactory.ThrowExpression(SyntaxFactory.ParseExpression($"new {exception}({SyntaxFactory.Literal($"Set {what}.")})").WithLeadingTrivia(SyntaxFactory.Space));
        return new FixPlan(editor => editor.ReplaceNode(place, thrown.WithTriviaFrom(place)), ImmutableArray.Create("System"));
    }

    /// <summary>Which setting the expression reads, in the words of the message; null where it reads none.</summary>
    private static string? Missing(ExpressionSyntax read, FixRequest request)
    {
        while (read is ParenthesizedExpressionSyntax inner)
            read = inner.Expression;
        if (read is InvocationExpressionSyntax { Expression: var called } call && Symbol(call, request) is IMethodSymbol { Name: "GetEnvironmentVariable" } &&
            Text(call.ArgumentList, request) is { } variable && called is MemberAccessExpressionSyntax or IdentifierNameSyntax)
        {
            return "the environment variable " + variable;
        }

        return Key(read, request) is { } key ? $"the configuration value '{key}'" : null;
    }

    private static string? Key(ExpressionSyntax read, FixRequest request)
    {
        switch (read)
        {
            case ElementAccessExpressionSyntax element when Symbol(element, request) is IPropertySymbol { IsIndexer: true } indexer && IsConfiguration(indexer.ContainingType):
                return Text(element.ArgumentList, request) is { } name ? Section(element.Expression, request) + name : null;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: InvocationExpressionSyntax section } when IsReader(section, "GetSection", request):
                return Section(section, request).TrimEnd(':') is { Length: > 0 } path ? path : null;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when IsReader(call, "GetConnectionString", request):
                return Text(call.ArgumentList, request) is { } connection ? "ConnectionStrings:" + connection : null;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when IsReader(call, "GetValue", request):
                return Text(call.ArgumentList, request) is { } value ? Section(access.Expression, request) + value : null;
            default:
                return null;
        }
    }

    /// <summary>The sections that a chain goes down to, each with its colon.</summary>
    private static string Section(ExpressionSyntax receiver, FixRequest request) =>
        receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call && IsReader(call, "GetSection", request) && Text(call.ArgumentList, request) is { } name
            ? Section(access.Expression, request) + name + ":"
            : "";

    private static bool IsReader(InvocationExpressionSyntax call, string name, FixRequest request) =>
        Symbol(call, request) is IMethodSymbol method && method.Name == name && method.ContainingNamespace.Is(ConfigurationRead.ConfigurationNamespace);

    private static bool IsConfiguration(INamedTypeSymbol type) => type.IsOrDerivesFrom(ConfigurationRead.ConfigurationNamespace, "IConfiguration");

    private static ISymbol? Symbol(ExpressionSyntax expression, FixRequest request) => request.Model.GetSymbolInfo(expression, request.CancellationToken).Symbol;

    private static string? Text(BaseArgumentListSyntax arguments, FixRequest request) =>
        arguments.Arguments.Count == 1 && request.Model.GetConstantValue(arguments.Arguments[0].Expression, request.CancellationToken) is { HasValue: true, Value: string { Length: > 0 } text } ? text : null;
}
