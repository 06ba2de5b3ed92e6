using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>A <c>when</c> that names the failures of the calls in a <c>try</c>, for a clause that takes everything.</summary>
/// <param name="Name">What the clause calls the exception.</param>
/// <param name="General">The type it catches, where it names none.</param>
/// <param name="Text">The condition.</param>
/// <param name="Usings">The namespaces that the condition needs.</param>
/// <param name="Only">The one type that the condition names and nothing else, as the code writes it: the clause can catch that itself.</param>
internal sealed record FailureFilter(string Name, string? General, string Text, ImmutableArray<string> Usings, string? Only = null)
{
    /// <summary>A filter longer than this tells that the <c>try</c> does too much, not what it fails with.</summary>
    private const int MaxTypes = 6;

    /// <summary>Null where no filter can tell the failures.</summary>
    public static FailureFilter? For(CatchClauseSyntax clause, FixRequest request)
    {
        if (clause.Parent is not TryStatementSyntax statement || statement.Catches.Last() != clause)
            return null;

        var compilation = request.Model.Compilation;
        var model = IntegrationModel.For(compilation);
        if (model.Catches.Read(clause, request.Model, request.CancellationToken) is not { } shape ||
            shape.Clause.ExceptionType is { SpecialType: not SpecialType.System_Object, Name: not "Exception" } || CaughtFailures.AnsweredBy(shape.Try))
        {
            return null;
        }

        var failures = model.Catches.FailuresOf(shape.Try, request.CancellationToken);
        var untold = model.Catches.Untold(shape, failures);
        if (Types(model, shape, failures, untold, request.CancellationToken) is not { Count: > 0 and <= MaxTypes } types ||
            compilation.GetTypeByMetadataName("System.Exception") is not { } general ||
            CaughtException.NameIn(clause, request.Model) is not { } name)
        {
            return null;
        }

        var written = new TypeNames(request.Model, request.Root, clause.Block.OpenBraceToken.Span.End);
        var text = Write(name, types, Token(clause, statement, request), written, compilation, LanguageOf(request.Root));
        var declared = clause.Declaration is null ? written.Of(general) : null;
        var only = text.StartsWith($"{name} is ", StringComparison.Ordinal) && types.Count == 1 ? text.Substring(name.Length + 4) : null;
        return new FailureFilter(name, declared, text, written.Usings.ToImmutableArray(), only is not null && only.All(static c => c is not (' ' or '|' or '&')) ? only : null);
    }

    /// <summary>The types to name; null where one of them is not to be had, or the code throws what no type tells apart.</summary>
    private static List<INamedTypeSymbol>? Types(IntegrationModel model, CatchShape shape, TryFailures failures, FailureKinds untold, CancellationToken cancellationToken)
    {
        if (failures.Thrown is not { } thrown || ThrownTypes.Bodies(shape.Try, model.Source, cancellationToken) is not { } bodies ||
            ThrownTypes.In(bodies) is not { } byHelpers || ThrownTypes.BySdks(bodies, model.Compilation) is not { } bySdks)
        {
            return null;
        }

        var types = new List<INamedTypeSymbol>();
        var named = failures.Types.ToList();
        if ((untold & FailureKinds.Timeout) != 0 && FailureTypes.PipelineMembers.Any(member => model.Source.TreesWith(member).Any()))
            named.Add(FailureTypes.TimeoutRejected);

        // A helper that is handed the response, or its text, is on no call's way.
        var read = ThrownTypes.ByReaders(bodies).Where(type => (type.Kinds & shape.Covered) == 0).ToList();
        if (ThrownTypes.ReadValues(bodies))
            read.Add(FailureTypes.Format);
        foreach (var type in named.Where(type => (type.Kinds & untold) != 0).Concat(read))
        {
            if (model.Compilation.GetTypeByMetadataName(type.FullName) is { } symbol && model.Compilation.IsSymbolAccessibleWithin(symbol, model.Compilation.Assembly))
                types.Add(symbol);
            else if (!type.IsOptional)
                return null;
        }

        foreach (var type in thrown.Concat(byHelpers).Concat(bySdks))
        {
            if (!FailureTypes.IsMisuse(type))
                types.Add(type);
        }

        var earlier = shape.Try.Catches.Where(c => c != shape.Clause && c.Filter is null).Select(static c => c.ExceptionType).ToList();
        types.RemoveAll(type => earlier.Exists(e => type.IsOrDerivesFrom(e)));
        types.RemoveAll(type => types.Exists(other => !SymbolEqualityComparer.Default.Equals(other, type) && type.IsOrDerivesFrom(other)));
        return types.Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToList();
    }

    private static string Write(
        string name, List<INamedTypeSymbol> types, string? token, TypeNames written, Compilation compilation, LanguageVersion language)
    {
        var timeout = token is not null && types.Exists(FailureTypes.IsCancellation)
            ? compilation.GetTypeByMetadataName(FailureTypes.OperationCanceled.FullName)
            : null;
        var plain = types.Where(type => timeout is null || !FailureTypes.IsCancellation(type)).Select(written.Of).ToList();
        var alternatives = language >= LanguageVersion.CSharp9
            ? plain.Count == 0 ? "" : $"{name} is {string.Join(" or ", plain)}"
            : string.Join(" || ", plain.Select(type => $"{name} is {type}"));
        if (timeout is null)
            return alternatives;

        var cancelled = $"{name} is {written.Of(timeout)} && !{token}.IsCancellationRequested";
        return plain.Count == 0 ? cancelled : $"{alternatives} || ({cancelled})";
    }

    /// <param name="clause">The clause as it is.</param>
    /// <param name="isNamed">Whether the exception gets its name in any case, for what is added to the clause.</param>
    public CatchClauseSyntax Apply(CatchClauseSyntax clause, bool isNamed = false)
    {
        if (Only is null || NeedsItsType(clause))
            return CaughtException.Declare(clause, Name, General).WithCondition(Text);

        // catch (WebException ex) says what catch (Exception ex) when (ex is WebException) would.
        var hasName = clause.Declaration is { Identifier.RawKind: not (int)SyntaxKind.None };
        var changed = CaughtException.Declare(clause, Name, General);
        changed = changed.WithDeclaration(changed.Declaration!.WithType(SyntaxFactory.ParseTypeName(Only).WithTriviaFrom(changed.Declaration.Type)));
        return isNamed || hasName ? changed : CaughtException.WithoutUnusedName(changed);
    }

    /// <summary>Whether something in the clause takes its type from the exception's, and may need the general one.</summary>
    private bool NeedsItsType(CatchClauseSyntax clause) => clause.Block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use =>
        use.Identifier.Text == Name && use.Parent is
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } or EqualsValueClauseSyntax or RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None });

    /// <summary>The caller's token, where the <c>try</c> uses it.</summary>
    private static string? Token(CatchClauseSyntax clause, TryStatementSyntax statement, FixRequest request)
    {
        for (var function = request.Model.GetEnclosingSymbol(clause.SpanStart, request.CancellationToken) as IMethodSymbol;
            function is not null;
            function = function.IsStatic && function.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction
                ? null
                : function.ContainingSymbol as IMethodSymbol)
        {
            foreach (var parameter in function.Parameters)
            {
                if (parameter.RefKind == RefKind.None && parameter.Type.Is("System.Threading", "CancellationToken") &&
                    statement.Block.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == parameter.Name))
                {
                    return SyntaxFacts.GetKeywordKind(parameter.Name) != SyntaxKind.None ? "@" + parameter.Name : parameter.Name;
                }
            }
        }

        return null;
    }

    private static LanguageVersion LanguageOf(SyntaxNode root) => ((CSharpParseOptions)root.SyntaxTree.Options).LanguageVersion;
}
