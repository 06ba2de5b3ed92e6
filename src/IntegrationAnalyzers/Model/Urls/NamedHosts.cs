using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>An address whose host is a constant of its own: <c>$"https://{Host}/latest"</c>, <c>"https://" + Host</c>.</summary>
/// <param name="Whole">The address.</param>
/// <param name="Literal">What is written where the constant is declared.</param>
/// <param name="Text">Scheme and host together.</param>
internal readonly record struct NamedHost(ExpressionSyntax Whole, LiteralExpressionSyntax Literal, UrlText Text);

/// <summary>The addresses of the compilation whose host is a constant. Read once: the constant may be declared in any file.</summary>
internal sealed class NamedHosts(SourceIndex source)
{
    private ImmutableArray<NamedHost> _all;

    public ImmutableArray<NamedHost> Read(CancellationToken cancellationToken)
    {
        if (_all.IsDefault)
            ImmutableInterlocked.InterlockedInitialize(ref _all, Find(cancellationToken));
        return _all;
    }

    /// <summary>The text of a host as it is written in a constant, https being what it is called by; null for what is no public host.</summary>
    public static UrlText? TextOf(LiteralExpressionSyntax literal) =>
        literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.ValueText is var host && host.IndexOf('/') < 0 ? Text("https", host) : null;

    private ImmutableArray<NamedHost> Find(CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<NamedHost>();
        foreach (var tree in source.Compilation.SyntaxTrees)
        {
            foreach (var scheme in UrlLiterals.SchemesIn(tree, cancellationToken))
            {
                if (Literal(scheme.Host, source.Model(tree), cancellationToken) is { } literal && Text(scheme.Scheme, literal.Token.ValueText) is { } text)
                    found.Add(new NamedHost(scheme.Whole, literal, text));
            }
        }

        return found.ToImmutable();
    }

    private static UrlText? Text(string scheme, string host) => UrlText.Read(scheme + "://" + host) is { Kind: HostKind.Remote } text ? text : null;

    /// <summary>The text of a constant, or of what is never given another value.</summary>
    private LiteralExpressionSyntax? Literal(ExpressionSyntax host, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (semantics.GetOperation(host, cancellationToken) is not { } operation)
            return null;
        var declared = ValueOrigin.Of(operation, source, cancellationToken) switch
        {
            ILiteralOperation literal => literal.Syntax,
            IFieldReferenceOperation { Field: { HasConstantValue: true } field } => Declared(field, cancellationToken),
            ILocalReferenceOperation { Local: { HasConstantValue: true } local } => Declared(local, cancellationToken),
            _ => null,
        };
        return declared is LiteralExpressionSyntax text && text.IsKind(SyntaxKind.StringLiteralExpression) ? text : null;
    }

    private static SyntaxNode? Declared(ISymbol constant, CancellationToken cancellationToken) =>
        constant.DeclaringSyntaxReferences is [var declaration] ? DeclaredValues.In(declaration.GetSyntax(cancellationToken)) : null;
}
