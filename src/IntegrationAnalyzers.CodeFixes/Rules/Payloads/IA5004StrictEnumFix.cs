using System.Collections.Generic;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Rules.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary><c>Enum.Parse&lt;Status&gt;(text)</c> becomes <c>Enum.TryParse&lt;Status&gt;(text, out var status) ? status : Status.Unknown</c>, where the enum has such a member.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA5004StrictEnumFix() : IntegrationCodeFix(IA5004StrictEnum.Id, "Fall back to the unknown member")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Root.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp7_3 } ||
            request.Node is not InvocationExpressionSyntax node || Find(node, request.Model) is not { } parse)
        {
            return null;
        }

        // What a variable is called depends on the calls before it in the member.
        var enums = IntegrationModel.For(request.Model.Compilation).StrictEnums;
        var scope = LookupChecks.Scope(node);
        var taken = ElementHoist.NamesIn(scope);
        foreach (var call in scope.DescendantNodes().OfType<InvocationExpressionSyntax>().OrderBy(static c => c.SpanStart))
        {
            if (Find(call, request.Model) is not { } other || enums.ParsedBy(other.Call, request.CancellationToken) is null)
                continue;
            var name = ElementNames.Unused(other.Type.Name, taken, static n => "parsed" + char.ToUpperInvariant(n[0]) + n.Substring(1));
            if (call == node)
                return Replace(parse, name);
        }

        return null;
    }

    private static FixPlan Replace(Parsed parse, string name) => new(editor => editor.ReplaceNode(
        parse.Whole,
        (current, _) =>
        {
            var call = current.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().First(c => c.ArgumentList.Arguments.Count == parse.Node.ArgumentList.Arguments.Count);
            var arguments = call.ArgumentList.Arguments.Skip(parse.Skipped).Select(static a => a.WithoutTrivia().ToFullString());
            var access = (MemberAccessExpressionSyntax)call.Expression;
            var value = $"{access.Expression.ToString()}.TryParse<{parse.TypeText}>({string.Join(", ", arguments)}, out var {name}) ? {name} : {parse.TypeText}.{parse.Unknown}";
            return SyntaxFactory.ParseExpression(MissingPayload.TakesAnyExpression(parse.Whole.Parent) ? value : $"({value})").WithTriviaFrom(current);
        }));

    /// <summary>The call with the cast that makes it the enum; null where it is none, has no unknown member, or no variable may be declared there.</summary>
    private static Parsed? Find(InvocationExpressionSyntax node, SemanticModel model)
    {
        if (node.Expression is not MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "Parse" } name } || model.GetOperation(node) is not IInvocationOperation call ||
            EnumApis.Parse(call) is not { Type.TypeKind: TypeKind.Enum } parse || EnumApis.UnknownMember(parse.Type) is not { } unknown ||
            node.ArgumentList.Arguments.Any(static a => a.NameColon is not null) || ReadValue.CannotThrow(node, node, model) ||
            node.Ancestors().Any(static a => a is QueryExpressionSyntax or AttributeSyntax))
        {
            return null;
        }

        if (name is GenericNameSyntax { TypeArgumentList.Arguments: [var written] })
            return new Parsed(node, node, call, parse.Type, written.ToString(), 0, unknown.Name);

        // Enum.Parse(typeof(Status), text) is an object, which a cast makes the enum.
        SyntaxNode inner = node;
        while (inner.Parent is ParenthesizedExpressionSyntax)
            inner = inner.Parent;
        return inner.Parent is CastExpressionSyntax cast && cast.Expression == inner && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(cast.Type).Type, parse.Type) &&
            node.ArgumentList.Arguments[0].Expression is TypeOfExpressionSyntax
                ? new Parsed(node, cast, call, parse.Type, cast.Type.ToString(), 1, unknown.Name)
                : null;
    }

    private sealed record Parsed(
        InvocationExpressionSyntax Node, ExpressionSyntax Whole, IInvocationOperation Call, ITypeSymbol Type, string TypeText, int Skipped, string Unknown);
}
