using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Whose URL it is: the host, and the provider's row.</summary>
internal sealed partial class UrlSecrets
{
    /// <summary>The row of the URL's host; where that is not known here, of a host that the file names, or names a setting for, or that the type is named for.</summary>
    private QueryKey? Provider(SyntaxNode node, string host, string parameter)
    {
        if (host.Length > 0)
            return QueryKeys.Find(host, parameter);
        foreach (var (_, text) in UrlLiterals.In(semantics.SyntaxTree, cancellationToken))
        {
            if (QueryKeys.Find(text.Host, parameter) is { } row)
                return row;
        }

        return QueryKeys.FindNamed(semantics.SyntaxTree.GetText(cancellationToken).ToString(), parameter) ??
            (FirstOf(Formatted(node)) is { } first ? QueryKeys.FindNamed(DeclarationOf(first), parameter) : null) ??
            (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { Identifier.ValueText: var type } ? QueryKeys.FindOfType(type, parameter) ?? MapServices.FindOfType(type, parameter) : null);
    }

    /// <summary>The call that fills the text, where one does.</summary>
    private static SyntaxNode Formatted(SyntaxNode node) => node.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax format } && FormatHoles.TextArgument(format) is not null
        ? format
        : node;

    /// <summary>The code of the member that the expression names, which may stand in another file; empty where it names none of ours.</summary>
    private string DeclarationOf(ExpressionSyntax expression) =>
        semantics.GetSymbolInfo(expression, cancellationToken).Symbol is (IFieldSymbol or IPropertySymbol) and { DeclaringSyntaxReferences: [var declaration] }
            ? declaration.GetSyntax(cancellationToken).ToString()
            : "";

    private string HostOf(SyntaxNode whole)
    {
        if (FirstOf(whole) is not { } first)
            return "";
        if (UrlExpressions.Text(first) is { } written)
            return written.Host;
        return semantics.GetOperation(first, cancellationToken) is { } operation && ValueOrigin.ConstantText(operation, model.Source, cancellationToken) is { } constant &&
            UrlText.MayBe(constant) && UrlText.Read(constant) is { } read ? read.Host : "";
    }

    /// <summary>What the URL that is put together starts with.</summary>
    private static ExpressionSyntax? FirstOf(SyntaxNode whole)
    {
        var first = whole is ExpressionSyntax part ? TextSums.Whole(part) : null;
        while (true)
        {
            switch (first)
            {
                case BinaryExpressionSyntax binary:
                    first = binary.Left;
                    continue;
                case InterpolatedStringExpressionSyntax { Contents: [InterpolationSyntax hole, ..] }:
                    first = hole.Expression;
                    continue;
                case InvocationExpressionSyntax format when FormatHoles.TextArgument(format) is { } text:
                    first = text;
                    continue;
                case InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var argument }, ..] }:
                    first = argument;
                    continue;
            }

            return first;
        }
    }
}
