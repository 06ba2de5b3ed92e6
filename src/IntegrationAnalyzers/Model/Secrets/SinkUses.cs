using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>What the code puts into the typed place that a name stands for.</summary>
internal static class SinkUses
{
    public static IEnumerable<(ExpressionSyntax Value, SecretSinkKind Kind, string Label)> Of(
        SimpleNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode node = name;
        while (node.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax || (node.Parent is MemberAccessExpressionSyntax access && access.Name == node))
            node = node.Parent;

        switch (node.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == node:
                if (model.GetSymbolInfo(node, cancellationToken).Symbol is IPropertySymbol property && SecretSinks.OfProperty(property) is { } kind)
                    return [(assignment.Right, kind, property.Name)];
                return Created(assignment.Right, model, cancellationToken);
            case ObjectCreationExpressionSyntax creation when creation.Type == node && creation.ArgumentList is { } arguments:
                return Arguments(arguments, creation, model, cancellationToken);
            case InvocationExpressionSyntax invocation when invocation.Expression == node:
                return Arguments(invocation.ArgumentList, invocation, model, cancellationToken);
            case VariableDeclarationSyntax { Variables: [{ Initializer.Value: { } value }] }:
                return Created(value, model, cancellationToken);
            case PropertyDeclarationSyntax declared when declared.Type == node && (declared.ExpressionBody?.Expression ?? declared.Initializer?.Value) is { } value:
                return Created(value, model, cancellationToken);
            case MethodDeclarationSyntax { ExpressionBody.Expression: { } value } method when method.ReturnType == node:
                return Created(value, model, cancellationToken);
            case MethodDeclarationSyntax { Body: { } body } method when method.ReturnType == node:
                return body.DescendantNodes().OfType<ReturnStatementSyntax>().SelectMany(returned => Created(returned.Expression, model, cancellationToken));
        }

        return [];
    }

    /// <summary><c>new("Bearer", key)</c>, whose type stands with what it is given to.</summary>
    private static IEnumerable<(ExpressionSyntax, SecretSinkKind, string)> Created(ExpressionSyntax? value, SemanticModel model, CancellationToken cancellationToken) =>
        value is ImplicitObjectCreationExpressionSyntax creation ? Arguments(creation.ArgumentList, creation, model, cancellationToken) : [];

    private static IEnumerable<(ExpressionSyntax, SecretSinkKind, string)> Arguments(
        ArgumentListSyntax list, SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (list.Arguments.Count == 0 || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
            yield break;

        for (var i = 0; i < list.Arguments.Count; i++)
        {
            var argument = list.Arguments[i];
            foreach (var parameter in method.Parameters)
            {
                var isIt = argument.NameColon is { } colon ? colon.Name.Identifier.ValueText == parameter.Name : parameter.Ordinal == i;
                if (isIt && Sink(method, parameter) is { } kind)
                    yield return (argument.Expression, kind, SecretSinks.NameOf(parameter, SchemeOf(list)));
            }
        }
    }

    /// <summary>The text that comes first, where an authorization header has its scheme; empty where none does.</summary>
    public static string SchemeOf(ArgumentListSyntax list) => list.Arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string scheme } ? scheme : "";

    private static SecretSinkKind? Sink(IMethodSymbol method, IParameterSymbol parameter) =>
        method.MethodKind == MethodKind.ReducedExtension ? null : SecretSinks.OfParameter(parameter);
}
