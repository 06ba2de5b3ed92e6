using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Model.Urls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>
/// Sets a client that all instances share where it is made, in place of each instance's constructor: for values that are the same every time, and settings that are made in
/// no other place. All of one constructor move together, in their order.
/// </summary>
internal static class SharedClientSetting
{
    public static FixPlan? Plan(AssignmentExpressionSyntax assignment, MemberAccessExpressionSyntax target, FixRequest request)
    {
        if (assignment.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax } block } statement ||
            request.Model.GetSymbolInfo(target.Expression, request.CancellationToken).Symbol is not { IsStatic: true } holder ||
            Making(holder, request) is not { } creation || !ObjectInitializers.CanAdd(creation))
        {
            return null;
        }

        var moved = block.Statements.Where(s => Moves(s, holder, creation, request)).ToList();
        if (!moved.Contains(statement))
            return null;
        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(creation, (current, _) => moved.Aggregate((BaseObjectCreationExpressionSyntax)current, With));
                editor.ReplaceNode(block, (current, _) => Without((BlockSyntax)current, moved));
            },
            ImmutableArray<string>.Empty)
        { Title = "Set it where the client is made" };
    }

    private static bool Moves(StatementSyntax statement, ISymbol holder, BaseObjectCreationExpressionSyntax creation, FixRequest request) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: MemberAccessExpressionSyntax target, Right: var value } } &&
        LateSettings.IsSettledBySending(target.Name.Identifier.ValueText) &&
        SymbolEqualityComparer.Default.Equals(request.Model.GetSymbolInfo(target.Expression, request.CancellationToken).Symbol, holder) &&
        !statement.ContainsDirectives && !value.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(part => IsQuietUrl(part, request)) && !statement.GetTrailingTrivia().Concat(statement.GetLeadingTrivia()).Any(TriviaKinds.IsMoreThanSpace) && IsSameEveryTime(value, request) &&
        ObjectInitializers.Find(creation.Initializer, target.Name.Identifier.ValueText) is null && !IsSetElsewhere(holder, target, request);

    /// <summary>The creation with what the statement sets; as it is where another fix has moved it already.</summary>
    private static BaseObjectCreationExpressionSyntax With(BaseObjectCreationExpressionSyntax creation, StatementSyntax statement)
    {
        var assignment = (AssignmentExpressionSyntax)((ExpressionStatementSyntax)statement).Expression;
        var member = ((MemberAccessExpressionSyntax)assignment.Left).Name.Identifier.ValueText;
        return ObjectInitializers.Find(creation.Initializer, member) is null ? ObjectInitializers.Add(creation, member, assignment.Right.WithoutTrivia()) : creation;
    }

    private static BlockSyntax Without(BlockSyntax block, List<StatementSyntax> moved)
    {
        var texts = moved.Select(static s => s.ToString()).ToList();
        return block.RemoveNodes(block.Statements.Where(s => texts.Contains(s.ToString())), SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    /// <summary>A URL that nobody reports where it stands (in a constructor that is only called in development, say), and might where the client is made.</summary>
    private static bool IsQuietUrl(ExpressionSyntax part, FixRequest request)
    {
        if (UrlExpressions.Text(part) is not { Kind: HostKind.Remote or HostKind.Loopback or HostKind.Internal })
            return false;
        var urls = IntegrationModel.For(request.Model.Compilation).Urls;
        return !urls.WrongInProduction(request.Model, request.CancellationToken).Concat(urls.Remote(request.Model, request.CancellationToken)).Any(url => url.Literal == part);
    }

    /// <summary>The one <c>new HttpClient(…)</c> that the field is initialized with, in this file.</summary>
    private static BaseObjectCreationExpressionSyntax? Making(ISymbol holder, FixRequest request)
    {
        if (holder.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != request.Root.SyntaxTree)
            return null;
        var value = reference.GetSyntax(request.CancellationToken) switch
        {
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
        return value as BaseObjectCreationExpressionSyntax;
    }

    /// <summary>Whether the value is made of constants and static members alone: a parameter may be another at the next instance.</summary>
    private static bool IsSameEveryTime(ExpressionSyntax value, FixRequest request)
    {
        foreach (var node in value.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax or AwaitExpressionSyntax or DeclarationExpressionSyntax:
                case SimpleNameSyntax name when request.Model.GetSymbolInfo(name, request.CancellationToken).Symbol is null or ILocalSymbol { IsConst: false } or IParameterSymbol or
                    IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } or IMethodSymbol { IsStatic: false, MethodKind: not MethodKind.Constructor }:
                    return false;
                case SimpleNameSyntax name when request.Model.GetSymbolInfo(name, request.CancellationToken).Symbol is ILocalSymbol:
                    return false;
            }
        }

        return !value.DescendantTrivia().Any(TriviaKinds.IsMoreThanSpace);
    }

    private static bool IsSetElsewhere(ISymbol holder, MemberAccessExpressionSyntax here, FixRequest request)
    {
        var member = here.Name.Identifier.ValueText;
        if (IntegrationModel.For(request.Model.Compilation).Source.Uses(holder, request.CancellationToken) is not { } uses)
            return true;
        return uses.Any(use =>
            use.Name.AncestorsAndSelf().OfType<MemberAccessExpressionSyntax>().FirstOrDefault(access => access.Name.Identifier.ValueText == member && access.Parent is AssignmentExpressionSyntax set && set.Left == access)
                is { } other && (other.SyntaxTree != here.SyntaxTree || other.Span != here.Span));
    }
}
