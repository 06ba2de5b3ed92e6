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
        var settings = fromEnvironment ? null : SettingsInReach.At(model, place);
        var environment = NameOf(model, place, "Environment");
        var exception = NameOf(model, place, "InvalidOperationException");
        var isDefault = SettableDefault.Of(place) is not null;
        var value = settings is not null ? $"{settings.Name}[\"{name.Key}\"]" : $"{environment}.GetEnvironmentVariable(\"{name.Variable}\")";
        var missing = settings is not null ? $"configuration value '{name.Key}'" : $"environment variable {name.Variable}";
        var read = isDefault ? $"{value} ?? \"\"" : $"{value} ?? throw new {exception}(\"Set the {missing}.\")";
        return new ConfigurationRead(SyntaxFactory.ParseExpression(read), settings?.Reach ?? ReadReach.Type, (settings?.Usings ?? ImmutableArray<string>.Empty).Add("System"));
    }

    /// <summary>Whether the value would be read from the environment at the place, for want of a configuration.</summary>
    public static bool NeedsEnvironment(SemanticModel model, ExpressionSyntax place) => SettingsInReach.At(model, place) is null;

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
}
