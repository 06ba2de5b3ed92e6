using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>
/// The expression that reads a value from outside the source: through the <c>IConfiguration</c> in reach of the place, else from the environment. Both
/// fail loudly, with the name in the message, where the value is missing; the default of a member that may be set later is empty then.
/// </summary>
/// <param name="Expression">The read.</param>
/// <param name="Reach">From where in the type it can be made.</param>
/// <param name="Usings">What it needs to be in scope.</param>
internal sealed record ConfigurationRead(ExpressionSyntax Expression, ReadReach Reach, ImmutableArray<string> Usings)
{
    public const string ConfigurationNamespace = "Microsoft.Extensions.Configuration";

    /// <param name="model">The model of the file as it is.</param>
    /// <param name="place">The expression that the read will stand for.</param>
    /// <param name="name">The value's new name.</param>
    /// <param name="fromEnvironment">The value is read from the environment whatever is in reach.</param>
    public static ConfigurationRead At(SemanticModel model, ExpressionSyntax place, ConfigurationName name, bool fromEnvironment)
    {
        var configuration = fromEnvironment ? null : ConfigurationInReach(model, place);
        var environment = NameOf(model, place, "Environment");
        var exception = NameOf(model, place, "InvalidOperationException");
        var read = SettableDefault.Of(place) is not null
            ? $"{environment}.GetEnvironmentVariable(\"{name.Variable}\") ?? \"\""
            : configuration is not null
            ? $"{configuration.Value.Name}[\"{name.Key}\"] ?? throw new {exception}(\"Set the configuration value '{name.Key}'.\")"
            : $"{environment}.GetEnvironmentVariable(\"{name.Variable}\") ?? throw new {exception}(\"Set the environment variable {name.Variable}.\")";
        return new ConfigurationRead(SyntaxFactory.ParseExpression(read), configuration?.Reach ?? ReadReach.Type, ImmutableArray.Create("System"));
    }

    /// <summary>Whether the value would be read from the environment at the place, for want of a configuration.</summary>
    public static bool NeedsEnvironment(SemanticModel model, ExpressionSyntax place) => SettableDefault.Of(place) is not null || ConfigurationInReach(model, place) is null;

    /// <summary>The type's simple name, or its whole one where something else answers to the simple name here.</summary>
    public static string NameOf(SemanticModel model, ExpressionSyntax place, string type)
    {
        foreach (var symbol in model.LookupSymbols(place.SpanStart, name: type))
        {
            if (symbol is not INamedTypeSymbol || !symbol.ContainingNamespace.Is("System"))
                return "System." + type;
        }

        return type;
    }

    /// <summary>How the code at the place names an <c>IConfiguration</c>; null where none is in reach.</summary>
    private static (string Name, ReadReach Reach)? ConfigurationInReach(SemanticModel model, ExpressionSyntax place)
    {
        // The initializer of a static field, or of one that a constant becomes, reaches no instance.
        if (LiteralMove.InInitializerOfMember(place))
            return null;

        var position = place.SpanStart;
        var enclosing = model.GetEnclosingSymbol(position);
        var isInstance = enclosing is IMethodSymbol { IsStatic: false } && !InStaticFunction(enclosing) &&
            place.FirstAncestorOrSelf<SyntaxNode>(static node => node is ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax) is null;
        var found = model.LookupSymbols(position)
            .Where(symbol => IsConfiguration(Type(symbol)) && IsUsable(symbol, position, isInstance) && Reaches(symbol, enclosing))
            .OrderBy(static symbol => symbol.Kind switch
            {
                SymbolKind.Parameter => 0,
                SymbolKind.Local => 1,
                SymbolKind.Field => 2,
                _ => 3,
            })
            .ThenBy(static symbol => symbol.Name, System.StringComparer.Ordinal)
            .FirstOrDefault();
        if (found is not null)
            return (SyntaxFacts.GetKeywordKind(found.Name) == SyntaxKind.None ? found.Name : "@" + found.Name, ReachOf(found));

        // builder.Configuration of WebApplicationBuilder and HostApplicationBuilder
        // The lookup has no order of its own: of builder and app, the one that was declared first.
        var builder = model.LookupSymbols(position)
            .Where(symbol => symbol is ILocalSymbol or IParameterSymbol && IsUsable(symbol, position, isInstance) && Reaches(symbol, enclosing) &&
                Type(symbol)?.GetMembers("Configuration").OfType<IPropertySymbol>().Any(static p => IsConfiguration(p.Type)) == true)
            .OrderBy(static symbol => symbol.Locations[0].SourceSpan.Start)
            .FirstOrDefault();
        return builder is null ? null : (builder.Name + ".Configuration", ReadReach.Place);
    }

    private static ReadReach ReachOf(ISymbol configuration) => configuration switch
    {
        IFieldSymbol or IPropertySymbol => configuration.IsStatic ? ReadReach.Type : ReadReach.Instance,
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: [var primary] } } when primary.GetSyntax() is TypeDeclarationSyntax => ReadReach.Instance,
        _ => ReadReach.Place,
    };

    /// <summary>
    /// The lookup also gives the locals of top-level statements to every type of the program, and those around a static function to it: both may not be used.
    /// </summary>
    private static bool Reaches(ISymbol symbol, ISymbol? enclosing)
    {
        if (symbol is not (ILocalSymbol or IParameterSymbol) || symbol.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor })
            return true;

        for (var current = enclosing; current is IMethodSymbol method; current = current.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(method, symbol.ContainingSymbol))
                return true;
            if (method is { IsStatic: true, MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
                return false;
        }

        return false;
    }

    private static ITypeSymbol? Type(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static bool IsConfiguration(ITypeSymbol? type) => type.IsOrDerivesFrom(ConfigurationNamespace, "IConfiguration") && !type.IsOrDerivesFrom(ConfigurationNamespace, "IConfigurationSection");

    private static bool IsUsable(ISymbol symbol, int position, bool isInstance) => symbol switch
    {
        // A primary constructor's parameter that also initializes a member would be kept twice (CS9124).
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } =>
            constructor.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax() is not TypeDeclarationSyntax type ||
            (isInstance && !InitializesMember(type, symbol.Name)),
        IParameterSymbol => true,
        ILocalSymbol { DeclaringSyntaxReferences: [var declaration] } local =>
            declaration.Span.End <= position && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null },
        IFieldSymbol field => !field.IsImplicitlyDeclared && (field.IsStatic || isInstance),
        IPropertySymbol property => !property.IsIndexer && property.GetMethod is not null && (property.IsStatic || isInstance),
        _ => false,
    };

    private static bool InitializesMember(TypeDeclarationSyntax type, string parameter) =>
        type.Members.SelectMany(static member => member switch
        {
            FieldDeclarationSyntax field => field.Declaration.Variables.Select(static v => v.Initializer),
            PropertyDeclarationSyntax property => [property.Initializer],
            _ => Enumerable.Empty<EqualsValueClauseSyntax?>(),
        })
        .Where(static initializer => initializer is not null)
        .SelectMany(static initializer => initializer!.DescendantNodes().OfType<IdentifierNameSyntax>())
        .Any(name => name.Identifier.ValueText == parameter);

    private static bool InStaticFunction(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is IMethodSymbol method; current = current.ContainingSymbol)
        {
            if (method.IsStatic)
                return true;
        }

        return false;
    }
}
