using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>The code that says where a write goes: the URL at the call, in the request, and as it is handed from wrapper to wrapper.</summary>
internal static class RequestAddress
{
    private static readonly string[] NotAnAddress = ["body", "content", "json", "data", "payload", "token", "key", "header", "media", "name", "secret", "password"];

    /// <summary>Whether a word of any of it is among the words.</summary>
    public static bool Says(ReachedCall reached, HashSet<string> words, CancellationToken cancellationToken)
    {
        foreach (var step in reached.Path)
        {
            foreach (var argument in step.Arguments)
            {
                // A delegate that makes the request says where it goes.
                if (argument.Value.Unwrap() is IDelegateCreationOperation && step.SemanticModel is { } semantics && SaysRequest(argument.Value.Syntax, step, semantics, words, cancellationToken))
                    return true;
                if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { } parameter && IsAddress(parameter) &&
                    Says(argument.Value.Syntax, step, words, cancellationToken))
                {
                    return true;
                }
            }
        }

        var call = reached.Call;
        if (call.Url is { } url)
            return Says(url.Syntax, call.Operation, words, cancellationToken);
        return SaysRequest(call, words, cancellationToken);
    }

    private static bool SaysRequest(OutboundCall call, HashSet<string> words, CancellationToken cancellationToken)
    {
        if (call.Operation.SemanticModel is not { } model)
            return false;
        foreach (var part in RequestParts.Of(call.Operation.Syntax, model, cancellationToken))
        {
            if (SaysRequest(part, call.Operation, model, words, cancellationToken))
                return true;
        }

        return false;
    }

    private static bool SaysRequest(SyntaxNode part, IOperation site, SemanticModel model, HashSet<string> words, CancellationToken cancellationToken)
    {
        foreach (var node in part.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } creation when IsRequest(model.GetTypeInfo(creation, cancellationToken).Type):
                    foreach (var argument in arguments.Arguments)
                    {
                        if (Says(argument.Expression, site, words, cancellationToken))
                            return true;
                    }

                    break;
                case AssignmentExpressionSyntax assignment when TargetName(assignment.Left) is "RequestUri" or "Resource":
                    if (Says(assignment.Right, site, words, cancellationToken))
                        return true;
                    break;
                case InvocationExpressionSyntax { ArgumentList.Arguments: [var first, ..] } create when create.CalledText() is "Create" or "CreateHttp":
                    if (Says(first.Expression, site, words, cancellationToken))
                        return true;
                    break;
            }
        }

        return false;
    }

    private static bool Says(SyntaxNode address, IOperation site, HashSet<string> words, CancellationToken cancellationToken)
    {
        if (site.SemanticModel is not { } model)
            return false;
        if (address is ExpressionSyntax && model.GetConstantValue(address, cancellationToken) is { HasValue: true, Value: string text } && ReadOnlyNames.InText(text, words))
            return true;
        foreach (var part in RequestParts.Of(address, model, cancellationToken))
        {
            if (ReadOnlyNames.InExpression(part, words))
                return true;
        }

        return false;
    }

    private static bool IsAddress(IParameterSymbol parameter)
    {
        if (parameter.Type.SpecialType != SpecialType.System_String && parameter.Type.Name != "Uri")
            return false;
        foreach (var other in NotAnAddress)
        {
            if (parameter.Name.ContainsIgnoreCase(other))
                return false;
        }

        return true;
    }

    private static bool IsRequest(ITypeSymbol? type) => type?.Name is "HttpRequestMessage" or "RestRequest" or "Uri" or "UriBuilder";

    private static string? TargetName(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
