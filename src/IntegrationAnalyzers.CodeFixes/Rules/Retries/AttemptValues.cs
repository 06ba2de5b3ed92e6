using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// The values of a write's body that are others at each attempt (<c>at = DateTime.UtcNow</c>). A provider that knows the key again refuses another body under it, so they are
/// read once, before the retry, as the key is. A header that differs, a trace's number for one, is not compared.
/// </summary>
internal sealed class AttemptValues
{
    private const int Most = 3;

    private readonly List<(ExpressionSyntax Value, string Name)> _values;

    private AttemptValues(List<(ExpressionSyntax Value, string Name)> values) => _values = values;

    /// <summary>Null where a value cannot stand before the retry.</summary>
    /// <param name="write">The write that gets a key.</param>
    /// <param name="member">The member or compilation unit in which names must be free.</param>
    /// <param name="ordinal">Which of the member's keys this one is.</param>
    /// <param name="request">The fix.</param>
    public static AttemptValues? Of(RetriedWrite write, SyntaxNode member, int ordinal, FixRequest request)
    {
        var found = new List<(ExpressionSyntax Value, string Name)>();
        var call = write.Reached.Call.Operation.Syntax;
        var model = IntegrationModel.For(request.Model.Compilation).Source.Model(call.SyntaxTree);
        var taken = new HashSet<string>(request.Model.LookupSymbols(write.Scope.Boundary.SpanStart).Select(static s => s.Name));
        taken.UnionWith(member.DescendantNodes().Select(Declared).OfType<string>());
        foreach (var value in RequestParts.Of(call, model, request.CancellationToken).SelectMany(part => Fresh(part, model, request)).Distinct().OrderBy(static v => v.SpanStart))
        {
            var isHere = write.IsDirect && write.Scope.First is null;
            if (isHere && !write.Scope.Repeats(value.Span))
                continue;
            var whole = Whole(value);
            if (found.Any(other => other.Value.Span.Contains(whole.Span)))
                continue;
            if (!isHere || found.Count == Most || IsOfAttempt(whole, write.Scope.Boundary, model, request) || Free(whole, ordinal, taken) is not { } name)
                return null;
            found.Add((whole, name));
        }

        return new AttemptValues(found);
    }

    /// <summary>Puts the names in the values' places.</summary>
    public void Replace(DocumentEditor editor)
    {
        foreach (var (value, name) in _values)
            editor.ReplaceNode(value, SyntaxFactory.IdentifierName(name).WithTriviaFrom(value));
    }

    /// <summary>Declares them where the key is declared.</summary>
    public void Declare(DocumentEditor editor, KeyPlacement placement, int ordinal)
    {
        foreach (var (value, name) in _values)
            placement.Declare(editor, name, ordinal, value.WithoutTrivia().ToString());
    }

    private static IEnumerable<ExpressionSyntax> Fresh(SyntaxNode part, SemanticModel model, FixRequest request)
    {
        foreach (var node in part.DescendantNodesAndSelf(static n => n is not AnonymousFunctionExpressionSyntax))
        {
            if (node is MemberAccessExpressionSyntax or InvocationExpressionSyntax && !IsInHeader(node, part) &&
                model.GetOperation(node, request.CancellationToken) is { } operation && FreshValues.IsFresh(operation))
            {
                yield return (ExpressionSyntax)node;
            }
        }
    }

    private static bool IsInHeader(SyntaxNode node, SyntaxNode part)
    {
        foreach (var outer in node.AncestorsAndSelf())
        {
            var target = outer switch
            {
                InvocationExpressionSyntax { Expression: var called } when called != node && !called.Span.Contains(node.Span) => called.ToString(),
                AssignmentExpressionSyntax { Left: var left } => left.ToString(),
                _ => null,
            };
            if (target is not null && target.Split('\n').Last().IndexOf("Header", StringComparison.Ordinal) >= 0)
                return true;
            if (outer == part)
                return false;
        }

        return false;
    }

    /// <summary>The expression that is made of the value: <c>DateTime.UtcNow.AddMinutes(5).ToString("O")</c>.</summary>
    private static ExpressionSyntax Whole(ExpressionSyntax value)
    {
        while (value.Parent is ExpressionSyntax parent && parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == value,
            InvocationExpressionSyntax invocation => invocation.Expression == value,
            BinaryExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax => true,
            _ => false,
        })
        {
            value = parent;
        }

        return value;
    }

    /// <summary>Whether it is made of what the attempt itself declares.</summary>
    private static bool IsOfAttempt(ExpressionSyntax value, SyntaxNode boundary, SemanticModel model, FixRequest request) =>
        value.DescendantNodesAndSelf().Any(node => node is AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax || node is IdentifierNameSyntax name &&
            model.GetSymbolInfo(name, request.CancellationToken).Symbol is (ILocalSymbol or IParameterSymbol) and { DeclaringSyntaxReferences: [var declared] } &&
            declared.SyntaxTree == boundary.SyntaxTree && boundary.Span.Contains(declared.Span));

    /// <summary>Named for the member that it is given to; null where the name is taken, or is itself what the body calls the value.</summary>
    private static string? Free(ExpressionSyntax value, int ordinal, HashSet<string> taken)
    {
        if (value.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null })
            return null;
        var given = value.Parent switch
        {
            AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: var member } => member,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var member } } => member,
            ArgumentSyntax { NameColon.Name.Identifier.ValueText: var member } => member,
            _ => value.ToString().Contains("NewGuid") ? "id" : value.ToString().Contains("Now") ? "now" : "value",
        };
        var name = char.ToLowerInvariant(given[0]) + given.Substring(1) + (ordinal == 1 ? "" : ordinal.ToString(CultureInfo.InvariantCulture));
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && taken.Add(name) ? name : null;
    }

    private static string? Declared(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax declarator => declarator.Identifier.ValueText,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        ForEachStatementSyntax each => each.Identifier.ValueText,
        CatchDeclarationSyntax caught => caught.Identifier.ValueText,
        _ => null,
    };
}
