using System;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>How Microsoft.Extensions.Options binds and validates.</summary>
internal static class OptionsApis
{
    public const string ConfigureName = "Configure";
    public const string AddOptionsName = "AddOptions";
    public const string AddOptionsWithValidateOnStartName = "AddOptionsWithValidateOnStart";
    public const string ValidateOnStartName = "ValidateOnStart";
    public const string ValidatorName = "IValidateOptions";

    /// <summary><c>section.Bind(options)</c>, <c>configuration.Bind("Rates", options)</c></summary>
    public const string BindName = "Bind";

    public const string GetName = "Get";

    private const string Registrations = "Microsoft.Extensions.DependencyInjection";

    /// <summary><c>services.Configure&lt;T&gt;(section)</c>, with or without a name.</summary>
    public static bool BindsSection(IMethodSymbol method) =>
        method.Name == ConfigureName && method.TypeArguments.Length == 1 && method.DeclaringType().Is(Registrations, "OptionsConfigurationServiceCollectionExtensions");

    public static bool StartsBuilder(IMethodSymbol method) =>
        method.Name is AddOptionsName or AddOptionsWithValidateOnStartName && method.TypeArguments.Length >= 1 && method.ContainingNamespace.Is(Registrations);

    public static bool IsBinding(string method) => method is BindName or "BindConfiguration";

    /// <summary>A file without these words binds nothing.</summary>
    public static bool MayBind(TextWords words) =>
        words.Contains(ConfigureName) || words.Contains(AddOptionsName) || words.Contains(AddOptionsWithValidateOnStartName) || words.Contains(GetName) ||
        words.Contains(BindName);

    /// <summary>Whether what <c>Get&lt;T&gt;()</c> is asked of is a part of configuration, by its text.</summary>
    public static bool NamesConfiguration(string receiver) => receiver.ContainsIgnoreCase("section") || receiver.ContainsIgnoreCase("config");

    /// <summary>A step that checks: <c>Validate</c>, <c>ValidateDataAnnotations</c>, <c>ValidateFluentValidation</c>, a team's own.</summary>
    public static bool IsValidation(string method) => method.StartsWith("Validate", StringComparison.Ordinal) && method != ValidateOnStartName;

    /// <summary>Whether the project has what <c>ValidateDataAnnotations().ValidateOnStart()</c> needs.</summary>
    public static bool CanValidate(Compilation compilation) =>
        compilation.FindType(Registrations + ".OptionsBuilderDataAnnotationsExtensions") is not null &&
        compilation.FindType(Registrations + ".OptionsBuilderExtensions") is { } builder && !builder.GetMembers(ValidateOnStartName).IsEmpty;

    /// <summary>A header or a credential that goes out with requests.</summary>
    public static bool TakesCredential(IMethodSymbol method) =>
        method.ContainingType.Is("System.Net.Http.Headers", "AuthenticationHeaderValue") ||
        (method.Name is "Add" or "TryAddWithoutValidation" && method.ContainingType.IsOrDerivesFrom("System.Net.Http.Headers", "HttpHeaders"));
}
