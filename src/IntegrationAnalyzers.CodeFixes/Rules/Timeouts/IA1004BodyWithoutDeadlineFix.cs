using System;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Waits;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>
/// Passes the read the token of its call, else the one in scope; where there is none, or the call was given <c>CancellationToken.None</c> on purpose, a deadline of its own. Not
/// offered where the framework has no overload with a token.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA1004BodyWithoutDeadlineFix)), Shared]
public sealed class IA1004BodyWithoutDeadlineFix() : IntegrationCodeFix(IA1004BodyWithoutDeadline.Id, "Pass a token")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || Read(call, request) is not { } read || WaitsForEnd(call, request))
            return null;

        if (TokenAtHand(call, read, request) is { } token)
        {
            return TokenArguments.For(call, token, request) is { } argument ? new FixPlan(editor => editor.ReplaceNode(call, (current, _) => With((InvocationExpressionSyntax)current, argument))) : null;
        }

        if (DeadlineVariable.For(call, Earlier(call, request), Seconds(call, request), request) is not { } deadline || TokenArguments.For(call, deadline.Token, request) is not { } bounded)
            return null;
        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(call, (current, _) => With((InvocationExpressionSyntax)current, bounded));
                deadline.Insert(editor);
            },
            deadline.Usings.ToImmutableArray());
    }

    /// <summary>As long as a new client's timeout, and no less than the type itself gives a client, for its author knows how long a body may take.</summary>
    private static int Seconds(InvocationExpressionSyntax call, FixRequest request)
    {
        var seconds = NewTimeout.Seconds(IA1004BodyWithoutDeadline.DeadlineSeconds, request, () => NewTimeout.TakesLong(call));
        if (call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return seconds;
        var source = IntegrationModel.For(request.Model.Compilation).Source;
        foreach (var set in type.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (set.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Timeout" } or IdentifierNameSyntax { Identifier.ValueText: "Timeout" } &&
                TimeSpanValue.Of(request.Model.GetOperation(set.Right, request.CancellationToken), source, request.CancellationToken) is { } own && own.TotalSeconds is > 0 and < int.MaxValue)
            {
                seconds = Math.Max(seconds, (int)own.TotalSeconds);
            }
        }

        return seconds;
    }

    private static UnboundedRead? Read(InvocationExpressionSyntax call, FixRequest request) =>
        IntegrationModel.For(request.Model.Compilation).Bodies.Read(call, request.Model, request.CancellationToken);

    /// <summary><c>while (!reader.EndOfStream)</c> waits for the other side by itself, and knows no token: one at the read would come too late.</summary>
    private static bool WaitsForEnd(InvocationExpressionSyntax call, FixRequest request) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var reader } &&
        (Awaiting.FunctionOf(call) ?? request.Root).DescendantNodes().Any(node =>
            node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "EndOfStream", Expression: var asked } && asked.IsEquivalentTo(reader, topLevel: false));

    private static InvocationExpressionSyntax With(InvocationExpressionSyntax call, ArgumentSyntax argument) =>
        call.WithArgumentList(Arguments.Insert(call.ArgumentList, call.ArgumentList.Arguments.Count, argument));

    private static ExpressionSyntax? TokenAtHand(InvocationExpressionSyntax call, UnboundedRead read, FixRequest request)
    {
        if (read.Call.Token is not { } given)
            return TokenArguments.InScope(call, request);

        // Whoever passed no token on purpose wants the call to go on: only a deadline of its own may end the read.
        if (IsNone(given))
            return null;
        return given.Syntax is ExpressionSyntax written && written.SyntaxTree == call.SyntaxTree && MeansTheSame(given, call, request)
            ? written.WithoutTrivia()
            : TokenArguments.InScope(call, request);
    }

    private static bool IsNone(IOperation token) =>
        token.Unwrap() is IDefaultValueOperation or ILiteralOperation or IPropertyReferenceOperation { Property: { Name: "None", IsStatic: true } };

    /// <summary>Whether the call's token can be named at the read: a variable in reach, or the token of a source in reach.</summary>
    private static bool MeansTheSame(IOperation token, SyntaxNode place, FixRequest request)
    {
        var named = token.Unwrap() is IPropertyReferenceOperation { Instance: { } owner } && DeadlineApis.IsTokenSource(owner.Type) ? owner.Unwrap() : token.Unwrap();
        return named.ReferencedSymbol() is ILocalSymbol or IParameterSymbol && named.ReferencedSymbol() is { } symbol &&
            request.Model.LookupSymbols(place.SpanStart, name: symbol.Name).Any(found => SymbolEqualityComparer.Default.Equals(found, symbol)) &&
            Awaiting.FunctionOf(named.Syntax) == Awaiting.FunctionOf(place);
    }

    /// <summary>How many reads before this one in its function get a deadline of their own.</summary>
    private static int Earlier(InvocationExpressionSyntax call, FixRequest request)
    {
        var model = IntegrationModel.For(request.Model.Compilation);
        var function = Awaiting.FunctionOf(call) ?? request.Root;
        return function.DescendantNodes().OfType<InvocationExpressionSyntax>().Count(other =>
            other.SpanStart < call.SpanStart && other != call && model.Bodies.MayBe(other) && Read(other, request) is { } read && !WaitsForEnd(other, request) && TokenAtHand(other, read, request) is null &&
            DeadlineVariable.For(other, 0, 1, request) is { } deadline && TokenArguments.For(other, deadline.Token, request) is not null);
    }
}
