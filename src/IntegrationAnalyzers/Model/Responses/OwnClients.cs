using System;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>Classes of this compilation below <c>HttpClient</c>: whether one can see the responses at all.</summary>
internal static class OwnClients
{
    private static readonly string[] Verbs = ["Send", "Get", "Post", "Put", "Patch", "Delete"];

    /// <summary>Whether the class has a member that sends, or hands its base a handler that is not plainly the framework's.</summary>
    public static bool MayLook(ITypeSymbol type, CancellationToken cancellationToken) =>
        type.GetMembers().Any(member => member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.DeclaringSyntaxReferences.Any(declaration => HandsOverAHandler(declaration.GetSyntax(cancellationToken))),
            IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false } method => Sends(method.Name),
            _ => false,
        });

    private static bool Sends(string name) => Array.Exists(Verbs, verb => name.StartsWith(verb, StringComparison.Ordinal));

    private static bool HandsOverAHandler(SyntaxNode constructor)
    {
        var arguments = constructor switch
        {
            ConstructorDeclarationSyntax { Initializer.ArgumentList: var list } => list,
            TypeDeclarationSyntax { BaseList.Types: var bases } => bases.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault()?.ArgumentList,
            _ => null,
        };
        return arguments is not null && arguments.Arguments.Any(static argument => argument.Expression is not LiteralExpressionSyntax && !IsTheFrameworks(argument.Expression));
    }

    private static bool IsTheFrameworks(ExpressionSyntax handler) =>
        handler is ObjectCreationExpressionSyntax { Type: var type } && StatusApis.IsPlainHandler(type.ToString());
}
