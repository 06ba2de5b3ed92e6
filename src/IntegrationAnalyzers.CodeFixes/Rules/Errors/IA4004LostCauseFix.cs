using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>Hands the caught exception over, where the new one has a constructor that takes it beside what it is given now.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA4004LostCauseFix() : IntegrationCodeFix(IA4004LostCause.Id, "Pass the caught exception as the inner one")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } created ||
            created.FirstAncestorOrSelf<CatchClauseSyntax>() is not { } clause ||
            request.Model.GetOperation(created, request.CancellationToken) is not IObjectCreationOperation { Constructor: { } constructor } operation ||
            CaughtException.NameIn(clause, request.Model) is not { } name ||
            Caught(clause, request) is not { } caught ||
            Wider(operation, constructor, caught, request.Model.Compilation) is not { } wider)
        {
            return null;
        }

        var written = new TypeNames(request.Model, request.Root, clause.Block.OpenBraceToken.Span.End);
        var general = clause.Declaration is null ? written.Of(caught) : null;
        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(created, (current, _) => Edit((BaseObjectCreationExpressionSyntax)current, wider, name));
                editor.ReplaceNode(clause, (current, _) => CaughtException.Declare((CatchClauseSyntax)current, name, general));
            },
            written.Usings.ToImmutableArray());
    }

    private static INamedTypeSymbol? Caught(CatchClauseSyntax clause, FixRequest request) => clause.Declaration is { Type: var type }
        ? request.Model.GetTypeInfo(type, request.CancellationToken).Type as INamedTypeSymbol
        : request.Model.Compilation.GetTypeByMetadataName("System.Exception");

    /// <summary>A constructor that takes the same and the exception too; the message goes first where there was nothing.</summary>
    private static Overload? Wider(IObjectCreationOperation created, IMethodSymbol constructor, ITypeSymbol caught, Compilation compilation)
    {
        var given = created.Arguments.Where(static a => a.ArgumentKind == ArgumentKind.Explicit).ToList();
        if (given.Count != created.Arguments.Length && created.Arguments.Any(static a => a.ArgumentKind == ArgumentKind.ParamArray))
            return null;

        foreach (var optional in constructor.Parameters)
        {
            if (optional.IsOptional && Takes(optional, caught, compilation) && given.All(a => a.Parameter?.Ordinal != optional.Ordinal))
                return new Overload(optional.Ordinal, given.Count == optional.Ordinal ? null : optional.Name, NeedsMessage: false);
        }

        foreach (var other in constructor.ContainingType.InstanceConstructors)
        {
            if (!compilation.IsSymbolAccessibleWithin(other, compilation.Assembly) || other.IsObsolete())
                continue;
            var needsMessage = given.Count == 0 && other.Parameters.Length == 2 && other.Parameters[0].Type.SpecialType == SpecialType.System_String;
            for (var at = 0; at < other.Parameters.Length; at++)
            {
                if (Takes(other.Parameters[at], caught, compilation) &&
                    (needsMessage ? at == 1 : other.Parameters.Length == constructor.Parameters.Length + 1 && constructor.Parameters.Length == given.Count && IsSameBeside(other, at, constructor)))
                {
                    var isNamed = given.Any(static a => a.Syntax is ArgumentSyntax { NameColon: not null });
                    return new Overload(at, isNamed ? other.Parameters[at].Name : null, needsMessage);
                }
            }
        }

        return null;
    }

    private static bool IsSameBeside(IMethodSymbol other, int added, IMethodSymbol constructor)
    {
        for (var i = 0; i < constructor.Parameters.Length; i++)
        {
            var beside = other.Parameters[i < added ? i : i + 1];
            if (beside.IsParams || !SymbolEqualityComparer.Default.Equals(beside.Type, constructor.Parameters[i].Type))
                return false;
        }

        return true;
    }

    private static bool Takes(IParameterSymbol parameter, ITypeSymbol caught, Compilation compilation) =>
        parameter.Type.IsOrDerivesFrom("System", "Exception") && compilation.ClassifyConversion(caught, parameter.Type) is { IsImplicit: true };

    private static BaseObjectCreationExpressionSyntax Edit(BaseObjectCreationExpressionSyntax created, Overload overload, string name)
    {
        var list = created.ArgumentList ?? SyntaxFactory.ArgumentList();
        var cause = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(name));
        if (overload.Name is { } parameter)
            cause = cause.WithNameColon(SyntaxFactory.NameColon(parameter).WithTrailingTrivia(SyntaxFactory.Space));
        if (overload.NeedsMessage)
            list = Arguments.Insert(list, 0, SyntaxFactory.Argument(SyntaxFactory.ParseExpression(name + ".Message")));
        list = Arguments.Insert(list, overload.Name is null ? overload.Position : list.Arguments.Count, cause);
        if (created is ObjectCreationExpressionSyntax { ArgumentList: null, Type: var type } plain)
            return plain.WithType(type.WithTrailingTrivia()).WithArgumentList(list.WithTrailingTrivia(type.GetTrailingTrivia()));
        return created.WithArgumentList(list);
    }

    /// <summary>Where the cause goes.</summary>
    private sealed record Overload(int Position, string? Name, bool NeedsMessage);
}
