using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>The calls of a method to itself, and what they hand on: an argument of another value may be what ends it.</summary>
internal static class SelfCalls
{
    /// <summary>All of the function's calls of itself but the given one.</summary>
    public static List<IInvocationOperation> In(SyntaxNode function, IMethodSymbol symbol, SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        var selfCalls = new List<IInvocationOperation>();
        foreach (var node in function.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax candidate && candidate != call && candidate.CalledText() == symbol.Name &&
                model.GetOperation(candidate, cancellationToken) is IInvocationOperation self &&
                SymbolEqualityComparer.Default.Equals((self.TargetMethod.ReducedFrom ?? self.TargetMethod).OriginalDefinition, symbol))
            {
                selfCalls.Add(self);
            }
        }

        return selfCalls;
    }

    /// <summary>Whether a constant is handed on, or a parameter left to its default: <c>Send(request, false)</c> is the only repeat.</summary>
    public static bool EndByAnArgument(RetriedCall call) => Any(call, onlyConstants: true);

    /// <summary>Whether anything but the method's own parameters is handed on.</summary>
    public static bool ChangeAnArgument(RetriedCall call) => Any(call, onlyConstants: false);

    private static bool Any(RetriedCall call, bool onlyConstants)
    {
        if (call.Scope.Kind != RetryKind.Recursion)
            return false;
        var (name, parameters) = call.Scope.Region switch
        {
            MethodDeclarationSyntax method => (method.Identifier.ValueText, method.ParameterList.Parameters),
            LocalFunctionStatementSyntax local => (local.Identifier.ValueText, local.ParameterList.Parameters),
            _ => ("", default),
        };
        var names = new HashSet<string>();
        foreach (var parameter in parameters)
            names.Add(parameter.Identifier.ValueText);

        foreach (var node in call.Scope.Region.DescendantNodes())
        {
            if (node is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } self || self.CalledText() != name)
                continue;
            if (arguments.Count < parameters.Count)
                return true;
            foreach (var argument in arguments)
            {
                if (argument.Expression is LiteralExpressionSyntax or DefaultExpressionSyntax ||
                    !onlyConstants && !(argument.Expression is IdentifierNameSyntax same && names.Contains(same.Identifier.ValueText)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
