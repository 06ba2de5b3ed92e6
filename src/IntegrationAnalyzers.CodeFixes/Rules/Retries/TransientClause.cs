using System;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.CodeFixes.Rules.Errors;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Lets a loop's clause take a failed transport and the client's own timeout alone; its count of attempts stays. Not offered for other clients than HttpClient, for calls that come in as a
/// delegate, where the code itself throws what the clause may be meant for, and where the clause gives up by a return, which callers wait for.
/// </summary>
internal static class TransientClause
{
    /// <summary>Parts of names by which code says that its calls fail in other ways too: by a deadline of its own, or while a stream is read.</summary>
    private static readonly string[] OtherFailures = ["CancelAfter", "CancellationTokenSource", "WaitAsync", "Stream", "CopyTo", "File", "HeadersRead"];

    public static FixPlan? Plan(CatchClauseSyntax clause, FixRequest request) =>
        !clause.Block.DescendantNodes().Any(static node => node is ReturnStatementSyntax) && Filter(clause, request) is { } filter ? new FixPlan(editor => editor.ReplaceNode(clause, (current, _) => filter.Apply((CatchClauseSyntax)current)), filter.Usings) : null;

    /// <summary>The condition that the clause is to have beside its count; null where none is offered.</summary>
    public static FailureFilter? Filter(CatchClauseSyntax clause, FixRequest request)
    {
        var model = IntegrationModel.For(request.Model.Compilation);
        if (model.Catches.Read(clause, request.Model, request.CancellationToken) is not { } shape)
            return null;

        var failures = model.Catches.FailuresOf(shape.Try, request.CancellationToken);
        if (failures.Calls.IsEmpty || failures.Calls.Any(static call => call.Call.Member.Namespace is not (SendingMembers.NetHttp or SendingMembers.NetHttpJson)) ||
            !ThrowsTransport(failures.Thrown) || !ThrowsTransport(ThrownTypes.Under(shape.Try, model.Source, request.CancellationToken)) ||
            MayFailOtherwise(clause) || failures.Calls.Any(static call => MayFailOtherwise(call.Call.Operation.Syntax)) ||
            CaughtException.NameIn(clause, request.Model) is not { } name)
        {
            return null;
        }

        var names = new TypeNames(request.Model, request.Root, clause.Block.OpenBraceToken.Span.End);
        if (names.Name(request, "System.Net.Http.HttpRequestException") is not { } transport || Timeout(name, names, request) is not { } timeout || names.Name(request, "System.Exception") is not { } general)
            return null;
        return new FailureFilter(name, general, $"{name} is {transport}{timeout}", names.Usings.ToImmutableArray());
    }

    /// <summary>What older frameworks throw does not say by the inner exception whether it was the timeout or the caller; null where the types are not there.</summary>
    private static string? Timeout(string name, TypeNames names, FixRequest request)
    {
        if (request.Model.Compilation.GetTypeByMetadataName("System.Net.Http.HttpRequestException")?.GetMembers("StatusCode").Any() != true)
            return "";
        if (names.Name(request, "System.Threading.Tasks.TaskCanceledException") is not { } canceled || names.Name(request, "System.TimeoutException") is not { } timedOut)
            return null;
        return RetryFix.HasCSharp(request, LanguageVersion.CSharp9)
            ? $" or {canceled} {{ InnerException: {timedOut} }}"
            : $" || ({name} is {canceled} && {name}.InnerException is {timedOut})";
    }

    private static bool MayFailOtherwise(SyntaxNode place) =>
        place.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member ||
        member.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && Array.Exists(OtherFailures, word => token.ValueText.Contains(word)));

    private static bool ThrowsTransport(ImmutableArray<INamedTypeSymbol>? thrown) =>
        thrown is { } types && types.All(static type => FailureTypes.IsMisuse(type) || type.Is("System.Net.Http", "HttpRequestException"));
}
