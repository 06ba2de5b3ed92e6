using System.Collections.Generic;
using System.Linq;
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
    private static readonly string[] NotAnAddress = ["body", "content", "json", "data", "payload", "token", "key", "header", "media", "name", "secret", "password", "text", "message", "description", "subject", "title", "comment"];

    /// <summary>Whether a word of any of it is among the words.</summary>
    public static bool Says(ReachedCall reached, HashSet<string> words, CancellationToken cancellationToken)
    {
        foreach (var (address, model) in Of(reached, cancellationToken))
        {
            if (Says(address, model, words, cancellationToken))
                return true;
        }

        return false;
    }

    /// <summary>The expressions that it is written in, each with its file's model: of the wrappers on the way first.</summary>
    public static IEnumerable<(SyntaxNode Address, SemanticModel Model)> Of(ReachedCall reached, CancellationToken cancellationToken)
    {
        foreach (var step in reached.Path)
        {
            if (step.SemanticModel is not { } semantics)
                continue;
            foreach (var argument in step.Arguments)
            {
                // A delegate that makes the request says where it goes.
                if (argument.Value.Unwrap() is IDelegateCreationOperation)
                {
                    foreach (var address in OfRequest(argument.Value.Syntax, semantics, cancellationToken))
                        yield return (address, semantics);
                }

                // So does a request that a wrapper is handed, and the name of the helper that makes it.
                if (argument.Parameter is { } taken && RequestVerb.IsRequestType(taken.Type))
                {
                    foreach (var part in RequestParts.Of(argument.Value.Syntax, semantics, cancellationToken))
                    {
                        foreach (var address in OfRequest(part, semantics, cancellationToken).Concat(OfHelpers(part, semantics, cancellationToken)))
                            yield return (address, semantics);
                    }
                }

                if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { } parameter && IsAddress(parameter))
                    yield return (argument.Value.Syntax, semantics);
            }
        }

        var call = reached.Call;
        if (call.Operation.SemanticModel is not { } model)
            yield break;
        if (call.Url is { } url)
        {
            yield return (url.Syntax, model);
            yield break;
        }

        foreach (var part in RequestParts.Of(call.Operation.Syntax, model, cancellationToken))
        {
            foreach (var address in OfRequest(part, model, cancellationToken))
                yield return (address, model);
        }
    }

    private static IEnumerable<ExpressionSyntax> OfRequest(SyntaxNode part, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in part.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } creation when IsRequest(model.GetTypeInfo(creation, cancellationToken).Type):
                    foreach (var argument in arguments.Arguments)
                        yield return argument.Expression;
                    break;
                case AssignmentExpressionSyntax assignment when TargetName(assignment.Left) is "RequestUri" or "Resource":
                    yield return assignment.Right;
                    break;
                case InvocationExpressionSyntax { ArgumentList.Arguments: [var first, ..] } create when create.CalledText() is "Create" or "CreateHttp":
                    yield return first.Expression;
                    break;
            }
        }
    }

    private static IEnumerable<ExpressionSyntax> OfHelpers(SyntaxNode part, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in part.DescendantNodesAndSelf())
        {
            if (node is not InvocationExpressionSyntax invocation || model.GetOperation(invocation, cancellationToken) is not IInvocationOperation { TargetMethod.ReturnType: var made } helper ||
                !RequestVerb.IsRequestType(made.AwaitedType()))
            {
                continue;
            }

            yield return invocation.Expression;
            foreach (var argument in helper.Arguments)
            {
                if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { } parameter && IsAddress(parameter) && argument.Value.Syntax is ExpressionSyntax address)
                    yield return address;
            }
        }
    }

    private static bool Says(SyntaxNode address, SemanticModel model, HashSet<string> words, CancellationToken cancellationToken)
    {
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
