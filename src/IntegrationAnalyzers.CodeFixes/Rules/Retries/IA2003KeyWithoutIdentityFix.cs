using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Gives the request a <c>Guid.NewGuid().ToString()</c> of its own, made before the retry where one stands round it. Nothing is offered where the key is set for
/// all requests of a client or an interface: there it must come in by a parameter.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA2003KeyWithoutIdentityFix() : IntegrationCodeFix(IA2003KeyWithoutIdentity.Id, "Use a key of the operation's own")
{
    private const string Key = "Guid.NewGuid().ToString()";

    private protected override FixPlan? Plan(FixRequest request)
    {
        var weak = IntegrationModel.For(request.Model.Compilation).WeakKeys.In(request.Node.SyntaxTree, request.CancellationToken).ToList();
        if (weak.FirstOrDefault(k => k.Place.Span == request.Node.Span) is not { Value: { } value } ||
            request.Model.GetTypeInfo(value, request.CancellationToken).Type?.SpecialType != SpecialType.System_String)
        {
            return null;
        }

        // A key of chance made where another retry calls this function would be another one at each of its attempts.
        if (IntegrationModel.For(request.Model.Compilation).RenewedKeys.IsRepeated(value, request.CancellationToken))
            return null;

        var usings = ImmutableArray.Create("System");
        if (ScopeOf(value, request, request.CancellationToken) is not { } scope)
        {
            return new FixPlan(
                editor => editor.ReplaceNode(value, SyntaxFactory.ParseExpression(Key).WithTriviaFrom(value)), usings);
        }

        if (KeyPlacement.Of(scope, value) is not { } placement)
            return null;
        var before = weak.Count(k => k.Value is { } other && other.SpanStart < value.SpanStart && ScopeOf(other, request, request.CancellationToken) is { } otherScope &&
            KeyPlacement.Of(otherScope, other)?.Member == placement.Member);
        var (name, ordinal) = KeyNames.Of(placement.Member, before);
        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(value, SyntaxFactory.IdentifierName(name).WithTriviaFrom(value));
                placement.Declare(editor, name, ordinal, Key);
            },
            usings);
    }

    /// <summary>The outermost retry that the value stands in.</summary>
    private static RetryScope? ScopeOf(ExpressionSyntax value, FixRequest request, CancellationToken cancellationToken)
    {
        RetryScope? found = null;
        foreach (var call in IntegrationModel.For(request.Model.Compilation).RetriedCalls.In(value.SyntaxTree, cancellationToken))
        {
            if (!call.IsDelegate && call.Scope.Region.Span.Contains(value.Span) && (found is null || call.Scope.Region.Span.Contains(found.Region.Span)))
                found = call.Scope;
        }

        return found;
    }
}
