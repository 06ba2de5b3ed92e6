using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>A logger that code at one place can name.</summary>
/// <param name="Name">What it is called there.</param>
/// <param name="Error">Its member that logs an error.</param>
/// <param name="MayBeNull">Whether it is declared as nullable.</param>
internal sealed record LoggerInReach(string Name, LoggerMember Error, bool MayBeNull)
{
    /// <summary>The namespace that <see cref="Name"/> needs.</summary>
    public string? Using { get; init; }

    public static LoggerInReach? At(CatchClauseSyntax clause, FixRequest request)
    {
        var position = clause.Block.OpenBraceToken.Span.End;
        var enclosing = request.Model.GetEnclosingSymbol(position, request.CancellationToken);
        var isStatic = enclosing is { IsStatic: true } || enclosing is IMethodSymbol { ContainingSymbol: IMethodSymbol { IsStatic: true } };
        foreach (var symbol in request.Model.LookupSymbols(position).OrderBy(static s => Rank(s)).ThenBy(static s => s.Name, System.StringComparer.Ordinal))
        {
            var type = symbol switch
            {
                IFieldSymbol { IsImplicitlyDeclared: false } field when field.IsStatic || !isStatic => field.Type,
                IPropertySymbol { IsIndexer: false } property when property.IsStatic || !isStatic => property.Type,
                IParameterSymbol { RefKind: RefKind.None } parameter => parameter.Type,
                _ => null,
            };
            if (LoggerApis.ErrorOf(type) is { } error)
                return new LoggerInReach(symbol.Name, error, type!.NullableAnnotation == NullableAnnotation.Annotated);
        }

        return OfApplication(clause, position, enclosing, request.Model);
    }

    /// <summary><c>app.Logger</c> in an endpoint's lambda, where nothing nearer logs.</summary>
    private static LoggerInReach? OfApplication(CatchClauseSyntax clause, int position, ISymbol? enclosing, SemanticModel model)
    {
        foreach (var symbol in model.LookupSymbols(position))
        {
            var type = symbol switch
            {
                ILocalSymbol local when IsSetBefore(local, clause) => local.Type,
                IParameterSymbol { RefKind: RefKind.None } parameter => parameter.Type,
                _ => null,
            };
            if (LoggerApis.LoggerOf(type) is { } member && MaySee(enclosing, symbol) &&
                LoggerApis.ErrorOf(type!.GetMembers(member).OfType<IPropertySymbol>().FirstOrDefault()?.Type) is { } error)
            {
                return new LoggerInReach(symbol.Name + "." + member, error, false);
            }
        }

        return null;
    }

    private static bool IsSetBefore(ILocalSymbol local, CatchClauseSyntax clause) =>
        local.DeclaringSyntaxReferences is [var declared] && declared.Span.End < clause.SpanStart && declared.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null };

    /// <summary>Whether no static function and no type stands between.</summary>
    private static bool MaySee(ISymbol? from, ISymbol variable)
    {
        for (; from is IMethodSymbol function; from = function.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(function, variable.ContainingSymbol))
                return true;
            if (function.IsStatic)
                return false;
        }

        return false;
    }

    /// <summary><c>logger.LogError(ex, "{Operation} failed", nameof(GetAsync));</c></summary>
    public string Statement(string exception, CatchClauseSyntax clause, SemanticModel model)
    {
        var name = clause.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
            _ => null,
        };
        var access = MayBeNull ? "?." : ".";
        if (name is null)
            return $"{Name}{access}{Error.Name}({exception}, \"An outbound call failed\");";
        var isInScope = !model.LookupSymbols(clause.SpanStart, name: name).IsEmpty;
        return $"{Name}{access}{Error.Name}({exception}, \"{{Operation}} failed\", {(isInScope ? $"nameof({name})" : $"\"{name}\"")});";
    }

    /// <summary>What is nearest first: a parameter of the method, then a field, then a property.</summary>
    private static int Rank(ISymbol symbol) => symbol switch
    {
        IParameterSymbol => 0,
        IFieldSymbol => 1,
        _ => 2,
    };
}
