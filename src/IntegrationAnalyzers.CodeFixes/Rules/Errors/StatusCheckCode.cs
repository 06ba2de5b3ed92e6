using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Responses;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>How the status of a response of one library is checked where it stands.</summary>
/// <param name="Template">The statement, with <c>{0}</c> for the response.</param>
/// <param name="Using">The namespace that it needs; null for none.</param>
internal sealed record StatusCheckCode(string Template, string? Using)
{
    private const string EnsureAsync = "EnsureSuccessStatusCodeAsync";
    private const string ThrowIfError = "ThrowIfError";

    /// <summary>Whether the check is a call that gives the response again, so that it can stand in the middle of a chain.</summary>
    public bool IsFluent => Template == "{0}." + StatusApis.Ensure + "();";

    /// <summary>Whether the response has to be disposed of by whoever holds it.</summary>
    public bool IsDisposable { get; init; }

    public StatementSyntax Statement(string response) => SyntaxFactory.ParseStatement(string.Format(System.Globalization.CultureInfo.InvariantCulture, Template, response));

    /// <summary>The check; null where that version of the library has none that can stand there.</summary>
    public static StatusCheckCode? For(ITypeSymbol response, ExpressionSyntax value, SemanticModel model)
    {
        if (response.Is(SendingMembers.NetHttp, "HttpResponseMessage"))
            return new StatusCheckCode("{0}." + StatusApis.Ensure + "();", null) { IsDisposable = true };
        if (response.ContainingNamespace.Is(RefitApis.Namespace))
        {
            if (!HasMember(EnsureAsync, response, value, model, out var needsUsing) || Awaiting.FunctionOf(value) is { } function && !Awaiting.IsAsync(function) ||
                !Awaiting.MayStandAt(value, Awaiting.FunctionOf(value), model))
            {
                return null;
            }

            var isConfigured = value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(static name => name.Identifier.ValueText == "ConfigureAwait");
            return new StatusCheckCode(isConfigured ? "await {0}." + EnsureAsync + "().ConfigureAwait(false);" : "await {0}." + EnsureAsync + "();", needsUsing ? RefitApis.Namespace : null) { IsDisposable = true };
        }

        if (!response.ContainingNamespace.Is(SendingMembers.RestSharp))
            return null;
        return HasMember(ThrowIfError, response, value, model, out var isExtension)
            ? new StatusCheckCode("{0}." + ThrowIfError + "();", isExtension ? SendingMembers.RestSharp : null)
            : new StatusCheckCode(
                "if (!{0}.IsSuccessful)\n    throw new InvalidOperationException($\"The request failed with status {{(int){0}.StatusCode}}\", {0}.ErrorException);", "System");
    }

    /// <summary>Whether the response has the method, of its own or by an extension of its library, whose namespace the file may have yet to name.</summary>
    private static bool HasMember(string name, ITypeSymbol response, ExpressionSyntax value, SemanticModel model, out bool isExtension)
    {
        isExtension = false;
        if (!model.LookupSymbols(value.SpanStart, response, name).IsEmpty)
            return true;
        isExtension = response.ContainingNamespace.GetTypeMembers().Any(type =>
            type is { IsStatic: true, DeclaredAccessibility: Accessibility.Public } && type.GetMembers(name).OfType<IMethodSymbol>().Any(method => method.ReduceExtensionMethod(response) is not null));
        return isExtension;
    }
}
