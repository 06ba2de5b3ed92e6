using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Vocabularies;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>
/// Follows what stands in a place that takes a secret back to the literals it may come from: through conversions, locals, fields and properties with all
/// their assignments, methods and parameters, in whichever file of the compilation, a few steps deep. What a method is given comes from the call it was entered by;
/// only where none was, from all of them.
/// </summary>
internal sealed class SecretFlow(SourceIndex source, TeamApis team, CancellationToken cancellationToken)
{
    private const int MaxSteps = 9;
    private const int MaxVisited = 200;

    private readonly HashSet<(SyntaxNode Node, SyntaxNode? Call)> _visited = new();

    /// <summary>The call whose method is read just now; null in the code of the place itself.</summary>
    private Entered? _entered;

    /// <summary>The string literals, the sums of constants and the byte arrays that reach the expression.</summary>
    public List<ExpressionSyntax> Origins(ExpressionSyntax expression, SemanticModel model)
    {
        var found = new List<ExpressionSyntax>();
        Trace(expression, model, MaxSteps, found);
        return found;
    }

    private void Trace(ExpressionSyntax expression, SemanticModel model, int steps, List<ExpressionSyntax> found)
    {
        StackGuard.Check();
        cancellationToken.ThrowIfCancellationRequested();
        if (steps < 0 || _visited.Count >= MaxVisited || !_visited.Add((expression, _entered?.Call)))
            return;

        switch (expression)
        {
            case LiteralExpressionSyntax literal when literal.Kind() is SyntaxKind.StringLiteralExpression or SyntaxKind.Utf8StringLiteralExpression:
                found.Add(literal);
                break;
            case ArrayCreationExpressionSyntax { Initializer: { } } or ImplicitArrayCreationExpressionSyntax or InitializerExpressionSyntax or CollectionExpressionSyntax:
                if (ByteArrays.IsConstantKey(expression))
                    found.Add(expression);
                break;
            case ParenthesizedExpressionSyntax parenthesized:
                Trace(parenthesized.Expression, model, steps, found);
                break;
            case CastExpressionSyntax cast:
                Trace(cast.Expression, model, steps, found);
                break;
            case PostfixUnaryExpressionSyntax postfix:
                Trace(postfix.Operand, model, steps, found);
                break;
            case ConditionalExpressionSyntax conditional:
                Trace(conditional.WhenTrue, model, steps, found);
                Trace(conditional.WhenFalse, model, steps, found);
                break;
            case SwitchExpressionSyntax choice:
                foreach (var arm in choice.Arms)
                    Trace(arm.Expression, model, steps, found);
                break;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression):
                Trace(binary.Left, model, steps, found);
                Trace(binary.Right, model, steps, found);
                break;
            case BinaryExpressionSyntax or InterpolatedStringExpressionSyntax when model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: string }:
                found.Add(expression);
                break;
            case InvocationExpressionSyntax invocation:
                TraceCall(invocation, model, steps, found);
                break;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                if (model.GetSymbolInfo(expression, cancellationToken).Symbol is { } symbol)
                    TraceSymbol(symbol, steps - 1, found);
                break;
        }
    }

    private void TraceCall(InvocationExpressionSyntax invocation, SemanticModel model, int steps, List<ExpressionSyntax> found)
    {
        var arguments = invocation.ArgumentList.Arguments;
        if (invocation.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member)
        {
            // What a keyed hash is made of is a message; its key is looked at where the hash is made.
            if (name == "ComputeHash" && SecretSinks.IsKeyedHash(model.GetTypeInfo(member.Expression, cancellationToken).Type))
                return;

            if (name is "GetBytes" or "FromBase64String" or "FromHexString" or "ComputeHash" or "HashData" && arguments.Count > 0)
            {
                Trace(arguments[0].Expression, model, steps - 1, found);
                return;
            }

            if (name is "ToCharArray" or "Trim" or "ToArray" or "AsSpan" or "ToString" or "Clone")
            {
                Trace(member.Expression, model, steps - 1, found);
                return;
            }
        }

        if (model.GetSymbolInfo(invocation, cancellationToken).Symbol is not IMethodSymbol method || !source.IsSource(method) || team.Is(VocabularyKind.SecretSource, method) == Certainty.Yes)
            return;

        var outer = _entered;
        _entered = new Entered(invocation, method, model, outer);
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(cancellationToken);
            var inner = source.Model(declaration.SyntaxTree);
            foreach (var returned in Returned(declaration))
                Trace(returned, inner, steps - 1, found);
        }

        _entered = outer;
    }

    private static IEnumerable<ExpressionSyntax> Returned(SyntaxNode method)
    {
        foreach (var node in method.DescendantNodes(static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax { Parent: not null } and not { Parent: GlobalStatementSyntax })))
        {
            if (node is ReturnStatementSyntax { Expression: { } value })
                yield return value;
            else if (node is ArrowExpressionClauseSyntax arrow && arrow.Parent == method)
                yield return arrow.Expression;
        }
    }

    private void TraceSymbol(ISymbol symbol, int steps, List<ExpressionSyntax> found)
    {
        if (steps < 0 || symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol or IParameterSymbol) || !source.IsSource(symbol))
            return;

        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(cancellationToken);
            var model = source.Model(declaration.SyntaxTree);
            var value = declaration switch
            {
                VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
                _ => null,
            };
            if (value is not null)
                Trace(value, model, steps, found);
        }

        if (symbol is not IParameterSymbol parameter)
            TraceAssignments(symbol, steps, found);
        else if (EnteredBy(parameter) is { } entered)
            TraceGiven(entered, parameter, steps, found);
        else
            TraceCallers(parameter, steps, found);
    }

    /// <summary>The call that the parameter's method was entered by on the way here.</summary>
    private Entered? EnteredBy(IParameterSymbol parameter)
    {
        for (var entered = _entered; entered is not null; entered = entered.Outer)
        {
            if (SymbolEqualityComparer.Default.Equals((entered.Method.ReducedFrom ?? entered.Method).OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition))
                return entered;
        }

        return null;
    }

    /// <summary>What that call gives the parameter, read as the code around the call reads.</summary>
    private void TraceGiven(Entered entered, IParameterSymbol parameter, int steps, List<ExpressionSyntax> found)
    {
        if (Given(entered.Call, entered.Method, parameter) is not { } argument)
            return;

        var inner = _entered;
        _entered = entered.Outer;
        Trace(argument, entered.Model, steps - 1, found);
        _entered = inner;
    }

    private void TraceAssignments(ISymbol symbol, int steps, List<ExpressionSyntax> found)
    {
        if (symbol is ILocalSymbol { IsConst: true } or IFieldSymbol { IsConst: true } || source.Uses(symbol, cancellationToken) is not { } uses)
            return;

        foreach (var use in uses)
        {
            SyntaxNode node = use.Name;
            if (node.Parent is MemberAccessExpressionSyntax access && access.Name == node)
                node = access;
            if (node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
                Trace(assignment.Right, use.Model, steps, found);
        }
    }

    private void TraceCallers(IParameterSymbol parameter, int steps, List<ExpressionSyntax> found)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method ||
            source.Uses(method, cancellationToken) is not { } uses)
        {
            return;
        }

        foreach (var use in uses)
        {
            SyntaxNode node = use.Name;
            if (node.Parent is MemberAccessExpressionSyntax access && access.Name == node)
                node = access;
            if (node.Parent is InvocationExpressionSyntax call && use.Model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol called && Given(call, called, parameter) is { } argument)
                Trace(argument, use.Model, steps - 1, found);
        }
    }

    private static ExpressionSyntax? Given(InvocationExpressionSyntax call, IMethodSymbol called, IParameterSymbol parameter)
    {
        var arguments = call.ArgumentList.Arguments;
        foreach (var argument in arguments)
        {
            if (argument.NameColon?.Name.Identifier.ValueText == parameter.Name)
                return argument.Expression;
        }

        // What an extension is called on is its first argument.
        var index = called.MethodKind == MethodKind.ReducedExtension ? parameter.Ordinal - 1 : parameter.Ordinal;
        if (index < 0)
            return call.Expression is MemberAccessExpressionSyntax access ? access.Expression : null;
        return index < arguments.Count && arguments[index].NameColon is null ? arguments[index].Expression : null;
    }

    /// <summary>A method that was entered by a call.</summary>
    private sealed record Entered(InvocationExpressionSyntax Call, IMethodSymbol Method, SemanticModel Model, Entered? Outer);
}
