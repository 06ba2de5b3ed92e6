using System;
using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>
/// Whether code out of sight may configure this compilation's clients: it does where the host or the service collection is handed to an extension of another
/// project or package that uses the factory (<c>builder.AddServiceDefaults()</c>), or to one that does not bind and may do so by its name.
/// </summary>
internal sealed class HostDefaults(SourceIndex source)
{
    private static readonly HashSet<uint> HostWords = TextWords.Hashes(RegistrationApis.HostWords);

    private int _isWhole = -1;

    public Certainty IsWhole(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _isWhole) is var known and >= 0)
            return (Certainty)known;
        var read = IsHandedOut(cancellationToken) ? Certainty.Unknown : Certainty.Yes;
        Volatile.Write(ref _isWhole, (int)read);
        return read;
    }

    private bool IsHandedOut(CancellationToken cancellationToken)
    {
        foreach (var tree in source.Compilation.SyntaxTrees)
        {
            var words = TreeIndex.Of(tree).Words;
            if (words.Contains(RegistrationApis.FactoryOptions))
                return true;
            if (!words.ContainsAny(HostWords))
                continue;
            foreach (var node in source.Nodes(tree, cancellationToken).Of(SyntaxKind.InvocationExpression))
            {
                if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } invocation && MayConfigure(access.Name.Identifier.ValueText) &&
                    IsHandedOut(invocation, access, tree, cancellationToken))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool MayConfigure(string name) =>
        name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("Use", StringComparison.Ordinal) || name.StartsWith("Configure", StringComparison.Ordinal) ||
        name.StartsWith("Register", StringComparison.Ordinal);

    private bool IsHandedOut(InvocationExpressionSyntax invocation, MemberAccessExpressionSyntax access, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var model = source.Model(tree);
        var symbol = model.GetSymbolInfo(invocation, cancellationToken).Symbol as IMethodSymbol;
        if (symbol is null)
        {
            // A package that is not there: its extension may be the one.
            return MayTouchClients(invocation, access.Name.Identifier.ValueText) && RegistrationApis.IsHost(model.GetTypeInfo(access.Expression, cancellationToken).Type) &&
                model.GetSymbolInfo(invocation, cancellationToken).CandidateSymbols.IsEmpty;
        }

        var method = symbol.ReducedFrom ?? symbol;
        return TakesHost(method) && !source.IsSource(method) && RegistrationApis.MayRegister(method.ContainingAssembly);
    }

    /// <summary>Whether the extension may set something for all clients: by its own name, or by what it is handed (<c>AddContoso(o => o.ConfigureHttpClient(…))</c>).</summary>
    private bool MayTouchClients(InvocationExpressionSyntax invocation, string name)
    {
        if (HostExtensionNames.MayTouchClients(name, NameWords.Split(name), source.Compilation.AssemblyName))
            return true;
        foreach (var node in invocation.ArgumentList.DescendantNodes())
        {
            if (node is SimpleNameSyntax { Identifier.ValueText: var named } && (named.ContainsIgnoreCase("HttpClient") || named.ContainsIgnoreCase("Resilience")))
                return true;
        }

        return false;
    }

    private static bool TakesHost(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (RegistrationApis.IsHost(parameter.Type) || parameter.Type is ITypeParameterSymbol { ConstraintTypes: [var constraint, ..] } && RegistrationApis.IsHost(constraint))
                return true;
        }

        return false;
    }
}
