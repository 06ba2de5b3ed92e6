using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Members that hold a URL until somebody sets another: no endpoint in source, but what an SDK or an options type offers.</summary>
internal static class OverridableDefaults
{
    public static bool Is(ISymbol member, bool isLibrary, SourceIndex source, CancellationToken cancellationToken)
    {
        var isVisible = member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
        var isSettable = member is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal };
        if (!isVisible)
            return false;
        if (isLibrary)
            return isSettable || (member.IsStatic && member.ContainingType.IsVisibleOutside());
        return isSettable && (CommandLineApis.Sets(member) || (IsOptions(member.ContainingType) && IsDocumented(member, cancellationToken)) ||
            ConfiguredTypes.Has(member.ContainingType, member.Name, source, cancellationToken));
    }

    /// <summary>What a constructor sets on its own object holds until its user sets something else.</summary>
    public static bool IsSetByOwnConstructor(IOperation target) =>
        target is IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } &&
        target.EnclosingFunction() is { MethodKind: MethodKind.Constructor };

    /// <summary><c>HasData(new Charger { Server = "wss://…" })</c>: the first row of a table, which is changed without a release.</summary>
    public static bool IsFirstRow(SyntaxNode value)
    {
        for (var node = value.Parent; node is not null and not StatementSyntax and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node is InvocationExpressionSyntax call && call.CalledText() == "HasData")
                return true;
        }

        return false;
    }

    /// <summary>A default that its documentation comment speaks of is there on purpose; read from the text, since comments are not always parsed.</summary>
    private static bool IsDocumented(ISymbol member, CancellationToken cancellationToken)
    {
        if (member.DeclaringSyntaxReferences is not [var declaration, ..])
            return false;
        foreach (var trivia in declaration.GetSyntax(cancellationToken).GetLeadingTrivia())
        {
            if (trivia.ToFullString().TrimStart() is ['/', '/' or '*', '/' or '*', ..])
                return true;
        }

        return false;
    }

    private static bool IsOptions(INamedTypeSymbol type)
    {
        foreach (var ending in new[] { "Options", "Settings", "Config", "Configuration", "Setting" })
        {
            if (type.Name.EndsWith(ending, System.StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
