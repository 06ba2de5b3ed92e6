using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.CodeFixes.Rules.Retries;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>
/// Hands the pipeline's token to the call. A token that the call had from outside goes to the executor instead, so that the caller's cancellation
/// is kept. Not offered where the function would need another parameter than a token, and where the executor takes more than the function.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA1013PipelineTokenIgnoredFix)), Shared]
public sealed class IA1013PipelineTokenIgnoredFix() : IntegrationCodeFix(IA1013PipelineTokenIgnored.Id, "Pass the pipeline's token")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (Find(request) is not { } ignored || ignored.Call.Syntax is not InvocationExpressionSyntax call || ignored.Execution.Syntax is not InvocationExpressionSyntax execution ||
            ignored.Lambda.Syntax is not LambdaExpressionSyntax lambda || lambda.ContainsDirectives || IgnoredTokens.TokenParameter(ignored.Call.TargetMethod) is not { } target)
        {
            return null;
        }

        var given = ignored.Call.Arguments.FirstOrDefault(static a => a.ArgumentKind != ArgumentKind.DefaultValue && DeadlineApis.IsToken(a.Parameter?.Type));
        var outer = given?.Value.Syntax as ExpressionSyntax;
        if (outer is not null && given!.Value.Unwrap() is not IParameterReferenceOperation)
            outer = null;

        var hasToken = ignored.Execution.Arguments.Any(static a => a.ArgumentKind != ArgumentKind.DefaultValue && DeadlineApis.IsToken(a.Parameter?.Type));
        var isNew = ignored.Parameter is null;
        if (isNew && (lambda is not ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 0 } || execution.ArgumentList.Arguments.Count != 1))
            return null;
        if (!isNew && outer is not null && !hasToken && (execution.ArgumentList.Arguments.Count != 1 || !DeadlineApis.IsToken(ignored.Parameter!.Type)))
            return null;

        var name = isNew || ignored.Parameter!.Name == "_" ? FreeName(call, request) : ignored.Parameter.Name;
        if (name is null)
            return null;
        var passed = !isNew && !DeadlineApis.IsToken(ignored.Parameter!.Type) ? name + ".CancellationToken" : name;
        var executorToken = hasToken ? null : outer?.ToString() ?? (isNew ? InScope(call, request) ?? "CancellationToken.None" : null);
        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(call, (current, _) => WithToken((InvocationExpressionSyntax)current, given?.Syntax is ArgumentSyntax a ? call.ArgumentList.Arguments.IndexOf(a) : -1, target, ignored.Call.TargetMethod, passed));
                editor.ReplaceNode(execution, (current, _) => WithParameter((InvocationExpressionSyntax)current, execution, lambda, name, isNew, executorToken));
            },
            executorToken == "CancellationToken.None" ? ImmutableArray.Create("System.Threading") : ImmutableArray<string>.Empty);
    }

    private static IgnoredToken? Find(FixRequest request)
    {
        var reported = RetryFix.Invocation(request);
        foreach (var around in request.Node.Ancestors().OfType<InvocationExpressionSyntax>())
        {
            foreach (var ignored in IntegrationModel.For(request.Model.Compilation).IgnoredTokens.At(around, request.CancellationToken))
            {
                if (ignored.Call.Syntax == reported)
                    return ignored;
            }
        }

        return null;
    }

    private static string? FreeName(SyntaxNode place, FixRequest request) =>
        new[] { "ct", "token", "pipelineToken" }.FirstOrDefault(name => request.Model.LookupSymbols(place.SpanStart, name: name).IsEmpty);

    /// <summary>The one token that the method round it has.</summary>
    private static string? InScope(SyntaxNode place, FixRequest request)
    {
        var tokens = request.Model.LookupSymbols(place.SpanStart).OfType<IParameterSymbol>().Where(static p => DeadlineApis.IsToken(p.Type)).ToList();
        return tokens is [var only] ? only.Name : null;
    }

    private static InvocationExpressionSyntax WithToken(InvocationExpressionSyntax call, int index, IParameterSymbol target, IMethodSymbol method, string token)
    {
        var arguments = call.ArgumentList.Arguments;
        if (index >= 0 && index < arguments.Count)
            return call.WithArgumentList(call.ArgumentList.WithArguments(arguments.Replace(arguments[index], arguments[index].WithExpression(SyntaxFactory.ParseExpression(token).WithTriviaFrom(arguments[index].Expression)))));

        // By name where an optional parameter before it was left out.
        var position = method.Parameters.IndexOf(target);
        var isNamed = position >= 0 && position != arguments.Count + (method is { IsExtensionMethod: true, ReducedFrom: null } ? 1 : 0) || arguments.Any(static a => a.NameColon is not null);
        var argument = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(token));
        if (isNamed)
            argument = argument.WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(target.Name), SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)));
        return call.WithArgumentList(Add(call.ArgumentList, argument));
    }

    private static ArgumentListSyntax Add(ArgumentListSyntax list, ArgumentSyntax argument)
    {
        if (list.Arguments.Count == 0)
            return list.AddArguments(argument);
        var items = list.Arguments.GetWithSeparators().Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)).Add(argument);
        return list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(items));
    }

    private static InvocationExpressionSyntax WithParameter(
        InvocationExpressionSyntax current, InvocationExpressionSyntax original, LambdaExpressionSyntax lambda, string name, bool isNew, string? executorToken)
    {
        var index = original.ArgumentList.Arguments.IndexOf(a => a.Expression == lambda);
        if (index < 0 || current.ArgumentList.Arguments[index].Expression is not LambdaExpressionSyntax now)
            return current;

        var changed = now switch
        {
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 0 } none when isNew => SyntaxFactory.SimpleLambdaExpression(
                none.Modifiers, SyntaxFactory.Parameter(SyntaxFactory.Identifier(name)).WithTriviaFrom(none.ParameterList), none.ArrowToken, none.Block, none.ExpressionBody),
            SimpleLambdaExpressionSyntax { Parameter.Identifier.ValueText: "_" } simple =>
                simple.WithParameter(simple.Parameter.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(simple.Parameter.Identifier))),
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [.., { Identifier.ValueText: "_" } last] } many =>
                many.ReplaceNode(last, last.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(last.Identifier))),
            _ => now,
        };
        var list = current.ArgumentList.ReplaceNode(now, changed);
        if (executorToken is not null && list.Arguments.Count == original.ArgumentList.Arguments.Count)
            list = Add(list, SyntaxFactory.Argument(SyntaxFactory.ParseExpression(executorToken)));
        return current.WithArgumentList(list);
    }
}
