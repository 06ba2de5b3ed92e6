using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Types that the code binds to configuration: what their members are made with holds where configuration says nothing else. By syntax, from the type's name.</summary>
internal static class ConfiguredTypes
{
    /// <param name="member">The member of the type: where the code sets it by itself, what counts is whether it is set from configuration.</param>
    public static bool Has(INamedTypeSymbol type, string member, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var tree in source.TreesWith(type.Name))
        {
            if (!OptionsApis.MayBind(TreeIndex.Of(tree).Words))
                continue;
            foreach (var position in TextWords.PositionsOf(type.Name, tree.GetText(cancellationToken), new(0, tree.Length)))
            {
                if (tree.GetRoot(cancellationToken).FindToken(position).Parent is SimpleNameSyntax name && (Binding(name) is { } binding ? Binds(binding) || Sets(binding, member) : IsOfBound(name)) &&
                    SymbolEqualityComparer.Default.Equals(source.Model(tree).GetSymbolInfo(name, cancellationToken).Symbol, type))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The call that has the type as its only argument: <c>Configure&lt;T&gt;(section)</c>.</summary>
    private static InvocationExpressionSyntax? Binding(SimpleNameSyntax name)
    {
        var type = name.Parent is QualifiedNameSyntax qualified && qualified.Right == name ? qualified : (TypeSyntax)name;
        return type.Parent is TypeArgumentListSyntax { Arguments.Count: 1, Parent: GenericNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } } ? call : null;
    }

    /// <summary><c>var options = new RatesOptions(); section.Bind(options);</c>, <c>section.Bind(new RatesOptions())</c>: the type of an object that is filled from configuration.</summary>
    private static bool IsOfBound(SimpleNameSyntax type)
    {
        SyntaxNode whole = type.Parent is QualifiedNameSyntax qualified && qualified.Right == type ? qualified : type;
        if (whole.Parent is NullableTypeSyntax nullable)
            whole = nullable;
        switch (whole.Parent)
        {
            case ObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax made } }:
                return IsBound(made.Identifier, made);
            case ObjectCreationExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: IdentifierNameSyntax set } assignment } when assignment.Right == whole.Parent:
                return IsBound(set.Identifier, set);
            case ObjectCreationExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax bind } }:
                return bind.CalledText() == OptionsApis.BindName;
            case VariableDeclarationSyntax { Variables: [var declared] }:
                return IsBound(declared.Identifier, declared);
            case PropertyDeclarationSyntax property:
                return IsBound(property.Identifier, property);
            default:
                return false;
        }
    }

    /// <summary>Whether the type round the place hands the variable to <c>Bind</c>; in a program without types, its file.</summary>
    private static bool IsBound(SyntaxToken variable, SyntaxNode place)
    {
        var scope = place.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? place.SyntaxTree.GetRoot();
        foreach (var position in TextWords.PositionsOf(OptionsApis.BindName, place.SyntaxTree.GetText(), scope.Span))
        {
            if (scope.FindToken(position).Parent is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [.., { Expression: IdentifierNameSyntax bound }] } } } &&
                bound.Identifier.ValueText == variable.ValueText)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Binds(InvocationExpressionSyntax call)
    {
        switch (call.CalledText())
        {
            case OptionsApis.ConfigureName:
                return call.ArgumentList.Arguments is [.., { Expression: not AnonymousFunctionExpressionSyntax }] || BindsItself(call);
            case OptionsApis.GetName:
                return OptionsApis.NamesConfiguration(((MemberAccessExpressionSyntax)call.Expression).Expression.ToString());
            case OptionsApis.AddOptionsName or OptionsApis.AddOptionsWithValidateOnStartName:
                for (ExpressionSyntax current = call; current.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } step; current = next)
                {
                    if (OptionsApis.IsBinding(step.Name.Identifier.ValueText) || (step.Name.Identifier.ValueText == OptionsApis.ConfigureName && BindsItself(next)))
                        return true;
                }

                return false;
            default:
                return false;
        }
    }

    /// <summary><c>Configure&lt;T&gt;(options =&gt; options.Endpoint = configuration["Bank:Endpoint"])</c></summary>
    private static bool Sets(InvocationExpressionSyntax configure, string member)
    {
        if (configure.CalledText() != OptionsApis.ConfigureName || configure.ArgumentList.Arguments is not [.., { Expression: AnonymousFunctionExpressionSyntax { Body: { } body } }])
            return false;
        foreach (var node in body.DescendantNodesAndSelf())
        {
            if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var set }, Right: var value } && set == member && value.DescendantNodesAndSelf().Any(ReadsConfiguration))
                return true;
        }

        return false;
    }

    private static bool ReadsConfiguration(SyntaxNode value) => value switch
    {
        ElementAccessExpressionSyntax { Expression: var holder } => OptionsApis.NamesConfiguration(holder.ToString()),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var holder } } => OptionsApis.NamesConfiguration(holder.ToString()),
        _ => false,
    };

    /// <summary><c>Configure&lt;IConfiguration&gt;((settings, configuration) =&gt; configuration.GetSection("Bank").Bind(settings))</c></summary>
    private static bool BindsItself(InvocationExpressionSyntax configure)
    {
        if (configure.ArgumentList.Arguments is not [.., { Expression: AnonymousFunctionExpressionSyntax { Body: { } body } }])
            return false;
        foreach (var node in body.DescendantNodesAndSelf())
        {
            if (node is InvocationExpressionSyntax call && OptionsApis.IsBinding(call.CalledText() ?? ""))
                return true;
        }

        return false;
    }
}
