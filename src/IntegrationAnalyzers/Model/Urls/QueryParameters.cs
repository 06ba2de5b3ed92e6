using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>
/// Whether RestSharp writes a parameter into the query: by its kind (<c>ParameterType.QueryString</c>), or, without one, because the request is a GET; into a body it goes with
/// any other verb.
/// </summary>
internal static class QueryParameters
{
    /// <param name="call">The call of <c>AddParameter</c>.</param>
    public static bool Are(InvocationExpressionSyntax call, SemanticModel model, SourceIndex source, CancellationToken cancellationToken)
    {
        if (model.GetOperation(call, cancellationToken) is not IInvocationOperation invocation || invocation.Receiver() is not { } request)
            return false;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter?.Type is { TypeKind: TypeKind.Enum, Name: "ParameterType" })
                return argument.Value.Unwrap() is IFieldReferenceOperation { Field.Name: "QueryString" };
        }

        return !IsWrittenElsewhere(call) && RequestVerb.OfRequest(request, source, 0, cancellationToken).Verb == HttpVerb.Get;
    }

    /// <summary>Whether the member calls something that may send it by another verb than it was made with: <c>client.PostAsync(request)</c>.</summary>
    private static bool IsWrittenElsewhere(InvocationExpressionSyntax call)
    {
        if (call.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return true;
        foreach (var node in member.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && MayWrite(name))
                return true;
        }

        return false;
    }

    private static bool MayWrite(string name) =>
        name.IndexOf("Post", StringComparison.Ordinal) >= 0 || name.IndexOf("Put", StringComparison.Ordinal) >= 0 || name.IndexOf("Patch", StringComparison.Ordinal) >= 0 ||
        name.IndexOf("Delete", StringComparison.Ordinal) >= 0;
}
