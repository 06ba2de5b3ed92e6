using System;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Switches Polly 8's own jitter on; gives a Polly 7 function Polly.Contrib's jittered back-off where that is referenced and the pauses grow
/// exponentially, else adds up to half a pause by <c>Random.Shared</c>. Not offered for lists, methods, and targets without a shared random.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA2007BackoffWithoutJitterFix)), Shared]
public sealed class IA2007BackoffWithoutJitterFix() : IntegrationCodeFix(IA2007BackoffWithoutJitter.Id, "Add jitter")
{
    private const string UseJitter = "UseJitter";

    private protected override FixPlan? Plan(FixRequest request)
    {
        if (RetryFix.Of(request)?.Strategy is not { } retry || retry.Delays.IsGenerated)
            return null;
        if (retry.Source == RetrySource.Policy)
            return retry.Delays.Value is LambdaExpressionSyntax provider && RetryFix.IsHere(provider, request) ? OfProvider(provider, retry, request) : null;

        if (retry.Delays.JitterValue is { } off)
        {
            return off.IsKind(SyntaxKind.FalseLiteralExpression) && RetryFix.IsHere(off, request)
                ? new FixPlan(editor => editor.ReplaceNode(off, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithTriviaFrom(off)))
                : null;
        }

        return RetryFix.Options(retry, request) is { } options
            ? new FixPlan(editor => editor.ReplaceNode(options, (current, _) => current is BaseObjectCreationExpressionSyntax creation && ObjectInitializers.Find(creation.Initializer, UseJitter) is null
                ? ObjectInitializers.Add(creation, UseJitter, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression))
                : current))
            : null;
    }

    private static FixPlan? OfProvider(LambdaExpressionSyntax provider, RetryStrategy retry, FixRequest request) =>
        OfContrib(provider, retry, request) ?? OfRandom(provider, retry, request);

    /// <summary><c>(3, n =&gt; …)</c> becomes <c>(Backoff.DecorrelatedJitterBackoffV2(first, 3))</c>.</summary>
    private static FixPlan? OfContrib(LambdaExpressionSyntax provider, RetryStrategy retry, FixRequest request)
    {
        var names = RetryFix.Names(request);
        if (retry.Delays is not { Backoff: BackoffKind.Exponential, Base: { } first } || names.Name(request, "Polly.Contrib.WaitAndRetry.Backoff") is not { } backoff ||
            names.Name(request, "System.TimeSpan") is not { } timeSpan || provider.Parent is not ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax list } argument ||
            list.Arguments is not [{ NameColon: null, Expression: { } count }, ..] || list.Arguments.IndexOf(argument) != 1 || retry.LimitValue != count ||
            list.Arguments.Any(static a => a.NameColon is not null) || list.ContainsDirectives || ParameterCount(provider) > 2)
        {
            return null;
        }

        var value = SyntaxFactory.ParseExpression($"{backoff}.DecorrelatedJitterBackoffV2({timeSpan}.{Span(first)}, {count.WithoutTrivia()})");
        return new FixPlan(
            editor => editor.ReplaceNode(list, (current, _) =>
            {
                var arguments = ((ArgumentListSyntax)current).Arguments;
                if (arguments.Count < 2 || arguments[1].Expression is not LambdaExpressionSyntax)
                    return current;
                var rest = arguments.RemoveAt(0);
                var pauses = SyntaxFactory.Argument(value).WithLeadingTrivia(arguments[0].GetLeadingTrivia()).WithTrailingTrivia(arguments[1].GetTrailingTrivia());
                return ((ArgumentListSyntax)current).WithArguments(rest.Replace(rest[0], pauses));
            }),
            names.Usings.ToImmutableArray());
    }

    /// <summary>The pause, and up to half of the first one by chance.</summary>
    private static FixPlan? OfRandom(LambdaExpressionSyntax provider, RetryStrategy retry, FixRequest request)
    {
        var compilation = request.Model.Compilation;
        if (RetryFix.OnlyValue(provider) is not { } value || value is ImplicitObjectCreationExpressionSyntax || value.IsKind(SyntaxKind.DefaultLiteralExpression) || value.ContainsDirectives ||
            request.Model.GetTypeInfo(value, request.CancellationToken).Type is not { Name: "TimeSpan" } ||
            compilation.GetTypeByMetadataName("System.Random") is not { } random || random.GetMembers("Shared").IsEmpty)
        {
            return null;
        }

        var names = RetryFix.Names(request);
        var most = retry.Delays.Base is { } first && first > TimeSpan.Zero ? Math.Min(1000, Math.Max(10, (long)first.TotalMilliseconds / 2)) : 1000;
        var chance = SyntaxFactory.ParseExpression(
            $"{names.Name(request, "System.TimeSpan")}.FromMilliseconds({names.Of(random)}.Shared.Next({most.ToString(CultureInfo.InvariantCulture)}))");
        return new FixPlan(
            editor => editor.ReplaceNode(value, (current, _) =>
            {
                var bare = RetryFix.AsOperand(((ExpressionSyntax)current).WithoutTrailingTrivia());
                return SyntaxFactory.BinaryExpression(
                    SyntaxKind.AddExpression,
                    bare.WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.Token(SyntaxKind.PlusToken).WithTrailingTrivia(SyntaxFactory.Space),
                    chance).WithTrailingTrivia(current.GetTrailingTrivia());
            }),
            names.Usings.ToImmutableArray());
    }

    private static int ParameterCount(LambdaExpressionSyntax lambda) => lambda is ParenthesizedLambdaExpressionSyntax many ? many.ParameterList.Parameters.Count : 1;

    private static string Span(TimeSpan span) => span.Ticks % TimeSpan.TicksPerSecond == 0
        ? "FromSeconds(" + ((long)span.TotalSeconds).ToString(CultureInfo.InvariantCulture) + ")"
        : "FromMilliseconds(" + ((long)span.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) + ")";
}
