using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Whether an expression means the same at the top of its type as where it stands: nothing in it belongs to the call or the instance.</summary>
internal static class CallSettings
{
    public static bool AreFree(ExpressionSyntax value, FixRequest request)
    {
        foreach (var node in value.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case ThisExpressionSyntax or BaseExpressionSyntax or AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax or DeclarationExpressionSyntax:
                    return false;
                case SimpleNameSyntax name when request.Model.GetSymbolInfo(name, request.CancellationToken).Symbol is { } symbol && !IsFree(symbol, name):
                    return false;
            }
        }

        return true;
    }

    private static bool IsFree(ISymbol symbol, SimpleNameSyntax name) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => false,
        IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } =>
            IsQualifiedInstance(name) || IsInitialized(name) || (symbol.IsStatic && !name.Ancestors().OfType<TypeDeclarationSyntax>().Any(t => IsLater(symbol, t))),
        _ => true,
    };

    /// <summary>The member behind the dot: what stands before the dot is looked at by itself.</summary>
    private static bool IsQualifiedInstance(SimpleNameSyntax name) => name.Parent is MemberAccessExpressionSyntax access && access.Name == name;

    private static bool IsInitialized(SimpleNameSyntax name) => name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name;

    /// <summary>A static field of the type itself that is no constant is set after a field at the top.</summary>
    private static bool IsLater(ISymbol symbol, TypeDeclarationSyntax type) =>
        symbol is IFieldSymbol { IsConst: false } or IPropertySymbol && symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == type.SyntaxTree && type.Span.Contains(r.Span));
}
