using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Whether a write carries anything by which the other side knows it again: looked for in the call and what its request is made
/// of, in every wrapper on the way and the helpers those call, in base classes, and in the handlers of this compilation.
/// </summary>
internal sealed class IdempotencyKeys(SourceIndex source, KeyHandlers handlers)
{
    private readonly KeyedCode _code = new(source);

    /// <summary>
    /// Yes where a key is in sight, No where everything that makes up the request is and there is none, Unknown where a part of it comes
    /// from where the code does not show.
    /// </summary>
    /// <param name="place">The invocation (or method group) inside the retry.</param>
    /// <param name="reached">The write it leads to.</param>
    /// <param name="names">A team's own header names.</param>
    /// <param name="client">The registered client that sends it, where the asker knows.</param>
    public Certainty On(SyntaxNode place, ReachedCall reached, HashSet<string> names, CancellationToken cancellationToken, RegisteredClient? client = null)
    {
        var marks = new KeyMarks(names);
        var parts = RequestParts.Of(place, source.Model(place.SyntaxTree), cancellationToken);
        if (parts.Any(marks.Mark) || parts.Any(part => _code.InHelpers(part, reached, marks, cancellationToken) || IsSerialized(part, marks, cancellationToken)))
            return Certainty.Yes;

        for (var i = 0; i < reached.Path.Length; i++)
        {
            var step = reached.Path[i];
            if (InArguments(step, marks))
                return Certainty.Yes;
            if (_code.InMethod(step.TargetMethod, marks, cancellationToken) &&
                !_code.IsLeftOut(step, i + 1 < reached.Path.Length ? reached.Path[i + 1].TargetMethod : null, marks, cancellationToken))
            {
                return Certainty.Yes;
            }
        }

        if (InArguments(reached.Call.Operation, marks) || KeyedCode.InDeclaration(reached.Call.Operation.TargetMethod, marks, cancellationToken))
            return Certainty.Yes;
        if (place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && (reached.Path.IsEmpty ? KeyedCode.InConstructors(type, marks) : KeyedCode.InOverrides(type, marks)))
            return Certainty.Yes;
        if ((client is null ? handlers.Before(reached, marks, cancellationToken) : handlers.On(client, marks, cancellationToken)) != Certainty.No)
            return Certainty.Unknown;
        return IsOpen(reached) || TakesBytes(parts, cancellationToken) || parts.Any(part => AreGivenHeaders(part, cancellationToken)) ? Certainty.Unknown : Certainty.No;
    }

    /// <summary><c>new StringContent(JsonConvert.SerializeObject(order))</c>: a body whose type has a key.</summary>
    private bool IsSerialized(SyntaxNode part, KeyMarks marks, CancellationToken cancellationToken)
    {
        foreach (var node in part.DescendantNodesAndSelf())
        {
            if (node is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } call && call.CalledText() is "SerializeObject" or "Serialize" or "SerializeToUtf8Bytes" or "Create" &&
                arguments[0].Expression is var body and (IdentifierNameSyntax or MemberAccessExpressionSyntax) && marks.InType(source.Model(node.SyntaxTree).GetTypeInfo(body, cancellationToken).Type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>foreach (var header in headers)</c>: pairs that the function was given, and that it puts on the request.</summary>
    private bool AreGivenHeaders(SyntaxNode part, CancellationToken cancellationToken) =>
        part is IdentifierNameSyntax { Parent: CommonForEachStatementSyntax } && source.Model(part.SyntaxTree).GetSymbolInfo(part, cancellationToken).Symbol is IParameterSymbol { Type: var pairs } &&
        (pairs.Name.Contains("Dictionary") || pairs.Name is "NameValueCollection" || pairs is INamedTypeSymbol { TypeArguments: [{ Name: "KeyValuePair" } or { IsTupleType: true }] });

    /// <summary>A body that the function was given ready made, as bytes: what it holds does not show.</summary>
    private bool TakesBytes(IReadOnlyList<SyntaxNode> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            foreach (var node in part.DescendantNodes())
            {
                if (node is IdentifierNameSyntax name && name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is BaseMethodDeclarationSyntax member && IsParameter(member, name) &&
                    source.Model(name.SyntaxTree).GetSymbolInfo(name, cancellationToken).Symbol is IParameterSymbol { Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } or { Name: "ReadOnlyMemory" } })
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsParameter(BaseMethodDeclarationSyntax member, IdentifierNameSyntax name)
    {
        foreach (var parameter in member.ParameterList.Parameters)
        {
            if (parameter.Identifier.ValueText == name.Identifier.ValueText)
                return true;
        }

        return false;
    }

    /// <summary>What a call is handed: under the name of a key, or by the members of its arguments' types.</summary>
    private static bool InArguments(IInvocationOperation call, KeyMarks marks)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                continue;
            if (marks.InType(argument.Value.Unwrap().Type) || DeliveryIds.IsIn(argument.Value))
                return true;
            if (argument.Parameter is { } parameter && IdempotencyNames.IsKey(parameter.Name) && !MissingKeys.IsNothing(argument.Value))
                return true;
        }

        return false;
    }

    /// <summary>Headers or vendor options that the method was given by its own caller may hold the key.</summary>
    private static bool IsOpen(ReachedCall reached)
    {
        foreach (var call in reached.Path.Add(reached.Call.Operation))
        {
            foreach (var argument in call.Arguments)
            {
                var value = argument.Value.Unwrap();
                if (argument.ArgumentKind == ArgumentKind.DefaultValue || value is not (IParameterReferenceOperation or IMemberReferenceOperation))
                    continue;
                var name = argument.Parameter?.Name ?? "";
                if (name.IndexOf("header", System.StringComparison.OrdinalIgnoreCase) >= 0 || value.Type?.Name == "RequestOptions")
                    return true;
            }
        }

        return false;
    }
}
