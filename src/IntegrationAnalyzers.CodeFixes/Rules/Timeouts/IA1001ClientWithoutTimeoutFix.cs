using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>
/// Gives the client a timeout where it is made. Not offered where that place has none to give: <c>WebClient</c>, a <c>WebRequest</c> that is not put
/// into a variable, RestSharp options from elsewhere.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA1001ClientWithoutTimeoutFix)), Shared]
public sealed class IA1001ClientWithoutTimeoutFix() : IntegrationCodeFix(IA1001ClientWithoutTimeout.Id, "Set a timeout")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var seconds = NewTimeout.Seconds(request.Node, request);
        switch (request.Node)
        {
            case BaseObjectCreationExpressionSyntax creation:
                return Created(creation, request, seconds);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax } } refit:
                return RefitTimeout.Plan(refit, request, seconds);
            case InvocationExpressionSyntax invocation:
                return WebRequestTimeout.Plan(invocation, seconds);
            default:
                return null;
        }
    }

    private static FixPlan? Created(BaseObjectCreationExpressionSyntax creation, FixRequest request, int seconds)
    {
        if (request.Model.GetTypeInfo(creation, request.CancellationToken).Type is not { } type)
            return null;
        if (TimeoutMembers.Derives(type, "RestClient"))
            return RestSharpTimeout.Plan(creation, type, request, seconds);

        var isFlurl = TimeoutMembers.Derives(type, "FlurlClient");
        if (!isFlurl && TimeoutMembers.Find(type, "Timeout") is not { Type.Name: "TimeSpan" })
            return null;

        var targets = new List<BaseObjectCreationExpressionSyntax>();
        foreach (var branch in Branches(creation))
        {
            if (ObjectInitializers.Find(branch.Initializer, "Timeout") is not null || !SymbolEqualityComparer.Default.Equals(request.Model.GetTypeInfo(branch).Type, type))
                continue;
            if (!ObjectInitializers.CanAdd(branch) || (isFlurl && ObjectInitializers.Find(branch.Initializer, "Settings") is not null))
                return null;
            targets.Add(branch);
        }

        var value = Durations.Seconds(seconds, request);
        return new FixPlan(
            editor =>
            {
                foreach (var target in targets)
                {
                    editor.ReplaceNode(target, (current, _) => isFlurl
                        ? ObjectInitializers.Add(
                            (BaseObjectCreationExpressionSyntax)current, "Settings", ObjectInitializers.OneLine(ObjectInitializers.Assignment("Timeout", value)))
                        : ObjectInitializers.Add((BaseObjectCreationExpressionSyntax)current, "Timeout", value));
                }
            },
            Durations.Usings(value));
    }

    /// <summary>All clients of the choice that the creation is a branch of: they are reported as one.</summary>
    private static IEnumerable<BaseObjectCreationExpressionSyntax> Branches(BaseObjectCreationExpressionSyntax creation)
    {
        SyntaxNode choice = creation;
        while (choice.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionArmSyntax or SwitchExpressionSyntax ||
            choice.Parent is BinaryExpressionSyntax { OperatorToken.Text: "??" })
        {
            choice = choice.Parent!;
        }

        return Values(choice);
    }

    private static IEnumerable<BaseObjectCreationExpressionSyntax> Values(SyntaxNode value) => value switch
    {
        BaseObjectCreationExpressionSyntax creation => [creation],
        ParenthesizedExpressionSyntax inner => Values(inner.Expression),
        CastExpressionSyntax cast => Values(cast.Expression),
        ConditionalExpressionSyntax choice => Values(choice.WhenTrue).Concat(Values(choice.WhenFalse)),
        BinaryExpressionSyntax { OperatorToken.Text: "??" } choice => Values(choice.Left).Concat(Values(choice.Right)),
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(static arm => Values(arm.Expression)),
        _ => [],
    };
}
