using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Rules.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>Gives a read without options the web defaults; where options are made in the same file, they ignore the case from then on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA5008CaseSensitiveReadFix() : IntegrationCodeFix(IA5008CaseSensitiveRead.Id, "Read with the web defaults")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call ||
            request.Model.GetOperation(call, request.CancellationToken) is not IInvocationOperation operation)
        {
            return null;
        }

        var payloads = IntegrationModel.For(request.Model.Compilation).Payloads;
        if (payloads.ReadDirectly(operation, request.CancellationToken) is not { } read)
            return null;
        return payloads.Settings.Of(read, request.CancellationToken).Made switch
        {
            null => WithOptions(call, request),
            IObjectCreationOperation made => InOptions(made, request),
            { Syntax: ExpressionSyntax taken } when taken.SyntaxTree == request.Root.SyntaxTree && IsArgument(taken, call) => InPlaceOf(taken, request),
            _ => null,
        };
    }

    private static FixPlan? WithOptions(InvocationExpressionSyntax call, FixRequest request)
    {
        // As the call is written: an extension's receiver is no parameter of it.
        var target = request.Model.GetSymbolInfo(call, request.CancellationToken).Symbol as IMethodSymbol;
        if (target?.Parameters.FirstOrDefault(static p => JsonOptionsApis.IsOptions(p.Type)) is not { } parameter || call.ArgumentList.Arguments.Any(a => a.NameColon?.Name.Identifier.ValueText == parameter.Name) || WebOptions.For(request) is not { } options)
            return null;

        // A named argument before it has moved the rest: then it is named as well.
        var arguments = call.ArgumentList.Arguments;
        var isNamed = arguments.Count < parameter.Ordinal || arguments.Take(parameter.Ordinal).Any(static a => a.NameColon is not null);
        var added = isNamed
            ? SyntaxFactory.Argument(SyntaxFactory.NameColon(parameter.Name).WithTrailingTrivia(SyntaxFactory.Space), default, options.Expression)
            : SyntaxFactory.Argument(options.Expression);
        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(call, (current, _) => current is InvocationExpressionSyntax invocation
                    ? invocation.WithArgumentList(Arguments.Insert(invocation.ArgumentList, isNamed ? arguments.Count : parameter.Ordinal, added))
                    : current);
                options.Declare(editor);
            },
            options.Usings.ToImmutableArray());
    }

    /// <summary>Reading alone minds the option, so whoever else writes with these options sees no difference.</summary>
    private static FixPlan? InOptions(IObjectCreationOperation made, FixRequest request)
    {
        if (made.Syntax is not BaseObjectCreationExpressionSyntax creation || creation.SyntaxTree != request.Root.SyntaxTree || !ObjectInitializers.CanAdd(creation) ||
            creation.Initializer is { } initializer && ObjectInitializers.Find(initializer, JsonOptionsApis.CaseInsensitive) is not null)
        {
            return null;
        }

        return new FixPlan(editor => editor.ReplaceNode(creation, static (current, _) =>
            current is BaseObjectCreationExpressionSyntax other && ObjectInitializers.Find(other.Initializer, JsonOptionsApis.CaseInsensitive) is null
                ? ObjectInitializers.Add(other, JsonOptionsApis.CaseInsensitive, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression))
                : current))
        {
            Title = "Ignore the case of names in these options",
        };
    }

    private static FixPlan? InPlaceOf(ExpressionSyntax taken, FixRequest request)
    {
        if (WebOptions.For(request) is not { } options)
            return null;
        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(taken, (current, _) => options.Expression.WithTriviaFrom(current));
                options.Declare(editor);
            },
            options.Usings.ToImmutableArray());
    }

    /// <summary>Whether it is the read's own argument: options that others take elsewhere stay as they are.</summary>
    private static bool IsArgument(ExpressionSyntax taken, InvocationExpressionSyntax call) => taken.Parent is ArgumentSyntax argument && argument.Parent == call.ArgumentList;
}
