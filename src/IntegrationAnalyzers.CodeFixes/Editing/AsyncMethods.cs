using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>
/// Makes a private method async, and its callers in the same file, up to those that are async already. Null where one of them is seen from outside,
/// used as a delegate, or cannot be async.
/// </summary>
internal sealed class AsyncMethods
{
    private const int MaxMethods = 8;

    private readonly Dictionary<MethodDeclarationSyntax, TypeSyntax> _methods = [];
    private readonly HashSet<InvocationExpressionSyntax> _calls = [];
    private readonly FixRequest _request;
    private readonly TypeNames _names;

    private AsyncMethods(FixRequest request)
    {
        _request = request;
        _names = new TypeNames(request.Model, request.Root, request.Node.SpanStart);
    }

    public IEnumerable<string> Usings => _names.Usings;

    public static AsyncMethods? Of(MethodDeclarationSyntax method, FixRequest request)
    {
        var methods = new AsyncMethods(request);
        return methods.Add(method) ? methods : null;
    }

    /// <summary>What a second plan has changed already stays as it is.</summary>
    public void Edit(DocumentEditor editor)
    {
        var goesOnAnywhere = Awaiting.GoOnAnywhere(_request.Root);
        foreach (var call in _calls)
        {
            editor.ReplaceNode(call, (current, _) => IsAwaited((ExpressionSyntax)current)
                ? current
                : Awaiting.Await(goesOnAnywhere ? Awaiting.GoingOnAnywhere((ExpressionSyntax)current) : (ExpressionSyntax)current, current.Parent, current));
        }

        foreach (var pair in _methods)
        {
            var type = pair.Value;
            editor.ReplaceNode(pair.Key, (current, _) => Changed((MethodDeclarationSyntax)current, type));
        }
    }

    private static bool IsAwaited(ExpressionSyntax call) => call.Parent is AwaitExpressionSyntax or
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax { Parent: AwaitExpressionSyntax } };

    private static MethodDeclarationSyntax Changed(MethodDeclarationSyntax method, TypeSyntax type)
    {
        if (method.Modifiers.Any(SyntaxKind.AsyncKeyword))
            return method;

        var keyword = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (method.Modifiers.Count == 0)
            keyword = keyword.WithLeadingTrivia(method.ReturnType.GetLeadingTrivia());
        return method
            .WithReturnType(type.WithTrailingTrivia(method.ReturnType.GetTrailingTrivia()))
            .WithModifiers(method.Modifiers.Add(keyword));
    }

    private bool Add(MethodDeclarationSyntax method)
    {
        if (_methods.ContainsKey(method))
            return true;
        if (_methods.Count == MaxMethods || _request.Model.GetDeclaredSymbol(method, _request.CancellationToken) is not { } symbol || !CanBe(symbol, method) || Type(symbol, method) is not { } type)
            return false;

        _methods.Add(method, type);
        var uses = IntegrationModel.For(_request.Model.Compilation).Source.Uses(symbol, _request.CancellationToken);
        return uses is { Length: > 0 } found && found.All(use => AddCall(use.Name));
    }

    private bool AddCall(SimpleNameSyntax name)
    {
        if (name.SyntaxTree != _request.Root.SyntaxTree)
            return false;
        ExpressionSyntax called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (called.Parent is not InvocationExpressionSyntax call || call.Expression != called)
            return false;

        var function = Awaiting.FunctionOf(call);
        if (function is null || !Awaiting.MayStandAt(call, function, _request.Model))
            return false;
        _calls.Add(call);
        return Awaiting.IsAsync(function) || (function is MethodDeclarationSyntax caller && Add(caller));
    }

    private static bool CanBe(IMethodSymbol symbol, MethodDeclarationSyntax method) =>
        symbol is { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary, IsExtern: false, RefKind: RefKind.None, PartialImplementationPart: null, PartialDefinitionPart: null } &&
        !method.Modifiers.Any(SyntaxKind.PartialKeyword) && !method.Modifiers.Any(SyntaxKind.UnsafeKeyword) &&
        method.AttributeLists.Count == 0 &&
        !TaskApis.IsTask(symbol.ReturnType) && !symbol.ReturnType.IsRefLikeType && symbol.ReturnType.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer) &&
        symbol.Parameters.All(static p => p.RefKind == RefKind.None && !p.Type.IsRefLikeType && p.Type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer)) &&
        !method.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).Any(static node => node is YieldStatementSyntax);

    private TypeSyntax? Type(IMethodSymbol symbol, MethodDeclarationSyntax method)
    {
        if (_request.Model.Compilation.GetTypeByMetadataName(TaskApis.Namespace + ".Task") is not { } task)
            return null;
        var name = SyntaxFactory.ParseTypeName(_names.Of(task));
        if (symbol.ReturnsVoid)
            return name;

        var arguments = SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList(method.ReturnType.WithoutTrivia()));
        return name switch
        {
            IdentifierNameSyntax simple => SyntaxFactory.GenericName(simple.Identifier, arguments),
            QualifiedNameSyntax qualified => qualified.WithRight(SyntaxFactory.GenericName(qualified.Right.Identifier, arguments)),
            _ => null,
        };
    }
}
