using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// Handlers of this compilation that answer by themselves, <c>class FakeHandler : HttpMessageHandler</c>: a client that is made with one sends nothing to the address it is given. Only where all of the
/// handler's code is seen to stay here: one that goes out by another library, or runs a delegate, may send.
/// </summary>
internal static class AnsweringHandlers
{
    private const int MaxDepth = 4;

    /// <summary>Whether the client is made here with such a handler.</summary>
    public static bool Answer(IOperation? client, SourceIndex source, CancellationToken cancellationToken) =>
        client is not null && ValueOrigin.Of(client, source, cancellationToken) is IObjectCreationOperation made && LocalWork.Sends(made.Type!) && made.Argument("handler") is { } handler &&
        Are(handler, source, cancellationToken);

    /// <summary>Whether the handler is such a one, or one that hands on to such a one, wherever it comes from.</summary>
    public static bool Are(IOperation handler, SourceIndex source, CancellationToken cancellationToken) => Are(handler, 0, source, cancellationToken);

    private static bool Are(IOperation handler, int depth, SourceIndex source, CancellationToken cancellationToken)
    {
        if (depth > MaxDepth)
            return false;
        switch (ValueOrigin.Of(handler, source, cancellationToken))
        {
            case IObjectCreationOperation { Type: INamedTypeSymbol type } made:
                return Is(type, source, cancellationToken) || (LocalWork.HandsOn(type) && Inner(made) is { } inner && Are(inner, depth + 1, source, cancellationToken));
            case IInvocationOperation call when source.IsSource(call.TargetMethod) && source.BodyBehind(call.TargetMethod, cancellationToken) is { } body:
                return body.OnlyReturned() is { } returned && Are(returned, depth + 1, source, cancellationToken);
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } parameter } when !method.IsVisibleOutside() && !Aliases.Has(method):
                return AllHandOne(parameter, method, depth, source, cancellationToken);
            default:
                return false;
        }
    }

    private static bool AllHandOne(IParameterSymbol parameter, IMethodSymbol method, int depth, SourceIndex source, CancellationToken cancellationToken)
    {
        if (source.Uses(method.OriginalDefinition, cancellationToken) is not { Length: > 0 } uses)
            return false;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IInvocationOperation call || call.Argument(parameter.Name) is not { } handed || !Are(handed, depth + 1, source, cancellationToken))
                return false;
        }

        return true;
    }

    /// <summary>What a handler hands on to: <c>new AuthHandler(inner)</c>, <c>new AuthHandler { InnerHandler = inner }</c>.</summary>
    private static IOperation? Inner(IObjectCreationOperation made)
    {
        foreach (var argument in made.Arguments)
        {
            if (LocalWork.IsHandler(argument.Value.Unwrap().Type))
                return argument.Value;
        }

        foreach (var item in made.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (item is ISimpleAssignmentOperation assignment && LocalWork.IsHandler(assignment.Value.Unwrap().Type))
                return assignment.Value;
        }

        return null;
    }

    /// <summary>Whether the class, and all of it that stands below the framework's, takes requests and does nothing with them that leaves this process.</summary>
    private static bool Is(INamedTypeSymbol type, SourceIndex source, CancellationToken cancellationToken)
    {
        var takes = false;
        var answers = false;
        var current = type;
        for (; source.IsSource(current) && current.BaseType is { } next; current = next)
        {
            foreach (var member in current.GetMembers())
                takes |= member is IMethodSymbol method && LocalWork.TakesRequest(method);
            foreach (var reference in current.DeclaringSyntaxReferences)
            {
                if (!StaysHere(reference.GetSyntax(cancellationToken), type, source, ref answers, cancellationToken))
                    return false;
            }
        }

        return takes && answers && LocalWork.IsHandler(current);
    }

    private static bool StaysHere(SyntaxNode declaration, INamedTypeSymbol type, SourceIndex source, ref bool answers, CancellationToken cancellationToken)
    {
        var model = source.Model(declaration.SyntaxTree);
        foreach (var node in declaration.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (node)
            {
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }:
                    break;
                case InvocationExpressionSyntax:
                    if (model.GetSymbolInfo(node, cancellationToken).Symbol is not IMethodSymbol { IsExtern: false } called || !(IsOwn(called.ContainingType, type, source) || LocalWork.Has(called.ContainingType)))
                        return false;
                    break;
                case BaseObjectCreationExpressionSyntax:
                    if (model.GetTypeInfo(node, cancellationToken).Type is not INamedTypeSymbol made || !(source.IsSource(made) ? !LocalWork.Sends(made) : LocalWork.Has(made)))
                        return false;
                    answers |= LocalWork.IsResponse(made);
                    break;
                case PrimaryConstructorBaseTypeSyntax { ArgumentList.Arguments.Count: > 0 } or ConstructorInitializerSyntax { RawKind: (int)SyntaxKind.BaseConstructorInitializer, ArgumentList.Arguments.Count: > 0 }:
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } added when model.GetSymbolInfo(added.Left, cancellationToken).Symbol is IEventSymbol:
                    return false;
            }
        }

        return true;
    }

    /// <summary>Whether it is the handler's own class, or one of ours that it derives from: their code is looked at as well.</summary>
    private static bool IsOwn(INamedTypeSymbol? containing, INamedTypeSymbol type, SourceIndex source) =>
        containing is not null && source.IsSource(containing) && containing.TypeKind == TypeKind.Class && type.IsOrDerivesFrom(containing);
}
