using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What derived classes hand a constructor: <c>class Derived(HttpClient http) : Base(http)</c>, <c>Derived(HttpClient http) : base(http)</c>.</summary>
internal static class BaseCalls
{
    public static IEnumerable<IOperation> Arguments(IParameterSymbol parameter, INamedTypeSymbol type, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var derived in source.DerivedTypes(type, cancellationToken))
        {
            foreach (var call in In(derived, source, cancellationToken))
            {
                if (SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition) && call.Argument(parameter.Name) is { } argument)
                    yield return argument;
            }
        }
    }

    private static IEnumerable<IInvocationOperation> In(INamedTypeSymbol derived, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var reference in derived.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is not TypeDeclarationSyntax declaration)
                continue;
            var model = source.Model(reference.SyntaxTree);
            foreach (var item in declaration.BaseList?.Types ?? default)
            {
                if (item is PrimaryConstructorBaseTypeSyntax && model.GetOperation(item, cancellationToken) is IInvocationOperation call)
                    yield return call;
            }

            foreach (var member in declaration.Members)
            {
                if (member is ConstructorDeclarationSyntax { Initializer: { } initializer } && model.GetOperation(initializer, cancellationToken) is IInvocationOperation call)
                    yield return call;
            }
        }
    }
}
