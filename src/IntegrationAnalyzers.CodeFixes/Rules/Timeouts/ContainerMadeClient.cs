using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>A client that the container makes by its constructor (<c>AddSingleton&lt;HttpClient&gt;()</c>): it gets a factory that sets the timeout.</summary>
internal static class ContainerMadeClient
{
    /// <summary>The plan; null where the registration is another one, or its type is not written out.</summary>
    /// <param name="timeout">The timeout.</param>
    /// <param name="invocation">The registering call.</param>
    /// <param name="request">What is mended.</param>
    public static FixPlan? With(ExpressionSyntax timeout, InvocationExpressionSyntax invocation, FixRequest request)
    {
        if (!IntegrationModel.For(request.Model.Compilation).Registrations.At(invocation, request.CancellationToken).Any(static registration => registration.IsMadeByContainer) ||
            invocation.CalledName() is not GenericNameSyntax { Identifier.ValueText: var method, TypeArgumentList.Arguments: [var type] })
        {
            return null;
        }

        // One for the life of the process would go on calling an address that DNS has left (IA1007).
        var handler = method.Contains("Singleton") && HandlerTypes.PoolsConnections(request.Model.Compilation) ? PooledHandler.From(null, request) : null;
        var parameters = method.Contains("Keyed") ? "(_, _)" : "_";
        var made = handler is null ? $"new {type} {{ Timeout = {timeout} }}" : $"new {type}({handler}) {{ Timeout = {timeout} }}";
        var factory = SyntaxFactory.Argument(SyntaxFactory.ParseExpression($"{parameters} => {made}"));
        return new FixPlan(
            editor => editor.ReplaceNode(invocation.ArgumentList, (current, _) => ((ArgumentListSyntax)current).AddArguments(factory)),
            Durations.Usings(timeout));
    }
}
