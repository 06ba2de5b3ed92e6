using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>The settings that the code at a place can ask by a key: those of an <c>IConfiguration</c>, or the <c>appSettings</c> of ASP.NET on .NET Framework.</summary>
/// <param name="Name">The expression to index.</param>
/// <param name="Reach">From where in the type it can be written.</param>
/// <param name="Usings">What it needs to be in scope.</param>
internal sealed record SettingsInReach(string Name, ReadReach Reach, ImmutableArray<string> Usings)
{
    private const string FrameworkSettings = "System.Configuration";

    /// <summary>Null where the place has none, so that only the environment is left.</summary>
    public static SettingsInReach? At(SemanticModel model, ExpressionSyntax place)
    {
        if (SettableDefault.Of(place) is null && OfConfiguration(model, place) is { } configuration)
            return configuration;
        return HasFrameworkSettings(model.Compilation) ? new SettingsInReach("ConfigurationManager.AppSettings", ReadReach.Type, ImmutableArray.Create(FrameworkSettings)) : null;
    }

    private static SettingsInReach? OfConfiguration(SemanticModel model, ExpressionSyntax place)
    {
        // An initializer reaches no instance; that of an instance's member reaches what the instance is made of.
        var position = place.SpanStart;
        var initialized = InitializedAt(place);
        if (initialized is not null && !initialized.Modifiers.Any(static m => m.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ConstKeyword) &&
            model.LookupSymbols(position).FirstOrDefault(static symbol => symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } given && IsConfiguration(given.Type)) is { } made)
        {
            return new SettingsInReach(Written(made), ReadReach.Place, ImmutableArray<string>.Empty);
        }

        if (LiteralMove.InInitializerOfMember(place))
            return null;

        var enclosing = model.GetEnclosingSymbol(position);
        var isInstance = initialized is null && enclosing is IMethodSymbol { IsStatic: false } && !enclosing.IsInStaticFunction() &&
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
            return new SettingsInReach(Written(found), ReachOf(found), ImmutableArray<string>.Empty);

        // builder.Configuration of WebApplicationBuilder and HostApplicationBuilder
        // The lookup has no order of its own: of builder and app, the one that was declared first.
        var builder = model.LookupSymbols(position)
            .Where(symbol => symbol is ILocalSymbol or IParameterSymbol && IsUsable(symbol, position, isInstance) && Reaches(symbol, enclosing) &&
                Type(symbol)?.GetMembers("Configuration").OfType<IPropertySymbol>().Any(static p => IsConfiguration(p.Type)) == true)
            .OrderBy(static symbol => symbol.Locations[0].SourceSpan.Start)
            .FirstOrDefault();
        return builder is not null ? new SettingsInReach(builder.Name + ".Configuration", ReadReach.Place, ImmutableArray<string>.Empty) : OfServices(model, position, enclosing);
    }

    /// <summary><c>sp</c> of <c>AddHttpClient("rates", (sp, client) => …)</c>: a host registers its configuration, a collection by itself holds none.</summary>
    private static SettingsInReach? OfServices(SemanticModel model, int position, ISymbol? enclosing)
    {
        var provider = model.LookupSymbols(position).FirstOrDefault(symbol =>
            symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor }, Type: { NullableAnnotation: not NullableAnnotation.Annotated } type } &&
            type.Is("System", "IServiceProvider") && symbol.Name.Trim('_').Length > 0 && Reaches(symbol, enclosing));
        return provider is not null && model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Hosting.IHost") is not null &&
            model.Compilation.GetTypeByMetadataName(RegistrationApis.ServiceGetters) is not null
            ? new SettingsInReach($"{Written(provider)}.GetRequiredService<IConfiguration>()", ReadReach.Place, ImmutableArray.Create(ConfigurationRead.ConfigurationNamespace, RegistrationApis.Namespace))
            : null;
    }

    /// <summary>Whether the project is ASP.NET of .NET Framework, whose settings stand in <c>Web.config</c>, and refers to what reads them.</summary>
    private static bool HasFrameworkSettings(Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.Web.HttpApplication") is not null &&
        compilation.GetTypeByMetadataName(FrameworkSettings + ".ConfigurationManager") is { IsStatic: true } manager && !manager.GetMembers("AppSettings").IsEmpty;

    /// <summary>The field or property in whose initializer the place stands, in a lambda of it, too.</summary>
    private static MemberDeclarationSyntax? InitializedAt(ExpressionSyntax place) => place.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        FieldDeclarationSyntax field => field,
        PropertyDeclarationSyntax { Initializer: { } initializer } property when initializer.Span.Contains(place.Span) => property,
        _ => null,
    };

    private static string Written(ISymbol symbol) => SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name;

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

    private static bool IsConfiguration(ITypeSymbol? type) => type.IsOrDerivesFrom(ConfigurationRead.ConfigurationNamespace, "IConfiguration") && !type.IsOrDerivesFrom(ConfigurationRead.ConfigurationNamespace, "IConfigurationSection");

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
}
