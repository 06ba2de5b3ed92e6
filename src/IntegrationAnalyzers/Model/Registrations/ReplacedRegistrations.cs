using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>
/// Typed clients whose service a later statement registers once more without a client: <c>AddScoped&lt;IRates, Rates&gt;()</c> behind <c>AddHttpClient&lt;IRates, Rates&gt;()</c>. The container hands out
/// the last, with an <c>HttpClient</c> of no name, and what the first sets is lost. So is it where the type is registered behind for its interface: <c>AddScoped&lt;IRates, Rates&gt;()</c> behind
/// <c>AddHttpClient&lt;Rates&gt;()</c>.
/// </summary>
internal static class ReplacedRegistrations
{
    public static bool Holds(ClientRegistration registration, SemanticModel model, CancellationToken cancellationToken)
    {
        if (registration.ClientType is not { } service || registration.Kind is not (RegistrationKind.Typed or RegistrationKind.Implementation) ||
            registration.Invocation.Syntax.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax statement)
        {
            return false;
        }

        var isBehind = false;
        foreach (var sibling in Siblings(statement))
        {
            if (isBehind && sibling is ExpressionStatementSyntax later && Registers(later, service, model, cancellationToken))
                return true;
            isBehind |= sibling == statement;
        }

        return false;
    }

    /// <summary>The statements of its block; those of a program are members of their file.</summary>
    private static IEnumerable<StatementSyntax> Siblings(StatementSyntax statement)
    {
        switch (statement.Parent)
        {
            case BlockSyntax block:
                foreach (var sibling in block.Statements)
                    yield return sibling;
                break;
            case GlobalStatementSyntax { Parent: CompilationUnitSyntax file }:
                foreach (var member in file.Members)
                {
                    if (member is GlobalStatementSyntax global)
                        yield return global.Statement;
                }

                break;
        }
    }

    /// <summary>Any registration of the service by its type alone, the first of a chain or a later one. What is registered if nothing is there yet takes no place.</summary>
    private static bool Registers(ExpressionStatementSyntax statement, ITypeSymbol service, SemanticModel model, CancellationToken cancellationToken)
    {
        for (var call = statement.Expression as InvocationExpressionSyntax; call is not null; call = (call.Expression as MemberAccessExpressionSyntax)?.Expression as InvocationExpressionSyntax)
        {
            if (call is { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: var name } } } &&
                RegistrationApis.Containing.Contains(name) && !name.StartsWith("Try", StringComparison.Ordinal) && !name.Contains("Keyed") &&
                model.GetOperation(call, cancellationToken) is IInvocationOperation { TargetMethod: { TypeArguments.IsEmpty: false } method } && ClientTypes.Registers(method) &&
                method.TypeArguments.Any(argument => SymbolEqualityComparer.Default.Equals(argument, service)))
            {
                return true;
            }
        }

        return false;
    }
}
