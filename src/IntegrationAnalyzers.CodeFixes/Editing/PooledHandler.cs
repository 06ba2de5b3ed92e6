using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>
/// A handler whose connections are replaced after some minutes, so that a client that lives as long as the process sees changes of DNS. Made from no handler,
/// from a <c>SocketsHttpHandler</c>, or from an <c>HttpClientHandler</c> whose settings the other has under the same names.
/// </summary>
internal static class PooledHandler
{
    private const string Lifetime = "PooledConnectionLifetime";

    private static readonly HashSet<string> Shared =
    [
        "AllowAutoRedirect", "AutomaticDecompression", "UseProxy", "UseCookies", "MaxConnectionsPerServer", "PreAuthenticate", "MaxAutomaticRedirections",
        "MaxResponseHeadersLength", "Proxy", "Credentials", "CookieContainer", "DefaultProxyCredentials",
    ];

    /// <summary>The handler to use instead of the one written; null where that cannot be told.</summary>
    public static ExpressionSyntax? From(ExpressionSyntax? handler, FixRequest request)
    {
        var span = Durations.Seconds(0, request).ToString();
        var value = SyntaxFactory.ParseExpression(span.Substring(0, span.IndexOf(".From", System.StringComparison.Ordinal)) + ".FromMinutes(5)");
        if (handler is null)
            return SyntaxFactory.ParseExpression($"new {Name(request)} {{ {Lifetime} = {value} }}");
        if (handler is not BaseObjectCreationExpressionSyntax creation || !ObjectInitializers.CanAdd(creation) || creation.ArgumentList is { Arguments.Count: > 0 })
            return null;

        switch (request.Model.GetTypeInfo(creation, request.CancellationToken).Type)
        {
            case { Name: "SocketsHttpHandler" }:
                break;
            case { Name: "HttpClientHandler", ContainingAssembly.Name: not "" } when creation is ObjectCreationExpressionSyntax named && HasSharedSettingsOnly(creation):
                creation = named.WithType(SyntaxFactory.ParseTypeName(Name(request)).WithTriviaFrom(named.Type));
                break;
            default:
                return null;
        }

        return ObjectInitializers.Find(creation.Initializer, Lifetime) is not null ? creation : ObjectInitializers.Add(creation, Lifetime, value);
    }

    private static bool HasSharedSettingsOnly(BaseObjectCreationExpressionSyntax creation) =>
        creation.Initializer is null || creation.Initializer.Expressions.All(static e => e is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } && Shared.Contains(name.Identifier.ValueText));

    private static string Name(FixRequest request) =>
        request.Model.LookupNamespacesAndTypes(request.Node.SpanStart, name: "SocketsHttpHandler").Length == 1 ? "SocketsHttpHandler" : "System.Net.Http.SocketsHttpHandler";
}
