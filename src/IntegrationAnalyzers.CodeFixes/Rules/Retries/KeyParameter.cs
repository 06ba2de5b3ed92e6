using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>Hands the key to a wrapper as a new parameter: only where it is private, in this file, and called by the retry alone.</summary>
internal static class KeyParameter
{
    private const string Name = "idempotencyKey";

    public static KeyTransport? Of(RetriedWrite write, FixRequest request)
    {
        if (write.Reached.Path is not [var step] || step.Syntax != write.Place || step.Syntax is not InvocationExpressionSyntax site ||
            step.TargetMethod is not { DeclaredAccessibility: Accessibility.Private, IsExtensionMethod: false, MethodKind: MethodKind.Ordinary } method ||
            method.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != site.SyntaxTree ||
            reference.GetSyntax(request.CancellationToken) is not MethodDeclarationSyntax declaration || method.PartialDefinitionPart is not null ||
            IntegrationModel.For(request.Model.Compilation).Source.Uses(method, request.CancellationToken)?.Length != (write.Scope.First is null ? 1 : 2) ||
            declaration.DescendantTokens().Any(static token => token.ValueText == Name) ||
            site.ArgumentList.Arguments.Any(static argument => argument.NameColon is not null) ||
            KeyTransport.Of(write.Reached.Call, declaration) is not { NeedsKey: true } inner)
        {
            return null;
        }

        // Before what may be left out, and before the token, which stands last by custom.
        var parameters = declaration.ParameterList.Parameters;
        var index = 0;
        while (index < parameters.Count && parameters[index].Default is null && !method.Parameters[index].IsParams && method.Parameters[index].Type.Name != "CancellationToken")
            index++;
        if (site.ArgumentList.Arguments.Count < index)
            return null;

        return inner with
        {
            Edit = (editor, key) =>
            {
                inner.Edit(editor, Name);
                editor.ReplaceNode(declaration.ParameterList, (current, _) => Insert((ParameterListSyntax)current, index));
                editor.ReplaceNode(site.ArgumentList, (current, _) => Insert((ArgumentListSyntax)current, index, key));
                if (write.Scope.First is { } first)
                    editor.ReplaceNode(first.ArgumentList, (current, _) => Insert((ArgumentListSyntax)current, index, key));
            },
        };
    }

    private static ParameterListSyntax Insert(ParameterListSyntax list, int index) =>
        list.WithParameters(Insert(list.Parameters, index, SyntaxFactory.Parameter(SyntaxFactory.Identifier(Name)).WithType(SyntaxFactory.ParseTypeName("string").WithTrailingTrivia(SyntaxFactory.Space))));

    private static ArgumentListSyntax Insert(ArgumentListSyntax list, int index, string key) =>
        list.WithArguments(Insert(list.Arguments, index, SyntaxFactory.Argument(SyntaxFactory.IdentifierName(key))));

    private static SeparatedSyntaxList<T> Insert<T>(SeparatedSyntaxList<T> list, int index, T item)
        where T : SyntaxNode
    {
        var items = list.GetWithSeparators();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        if (list.Count == 0)
            return SyntaxFactory.SingletonSeparatedList(item);
        return index == list.Count
            ? SyntaxFactory.SeparatedList<T>(items.Add(comma).Add(item))
            : SyntaxFactory.SeparatedList<T>(items.Insert(index * 2, comma).Insert(index * 2, item.WithLeadingTrivia(list[index].GetLeadingTrivia())));
    }
}
