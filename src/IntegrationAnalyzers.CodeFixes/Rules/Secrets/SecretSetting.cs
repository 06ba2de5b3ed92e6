using IntegrationAnalyzers.CodeFixes.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>The one setting that all places of a secret read: what is signed with one value must not be checked with another.</summary>
/// <param name="Name">What the setting is called.</param>
/// <param name="FromEnvironment">Whether even a place that has a configuration reads the environment, because another place has none.</param>
internal sealed record SecretSetting(ConfigurationName Name, bool FromEnvironment)
{
    public static SecretSetting OfVariable(string name) => new(new ConfigurationName("", name, name), FromEnvironment: true);

    /// <summary>A place without a configuration reads the variable by which the environment sets the key of a configuration.</summary>
    public static SecretSetting OfKey(string key) => new(new ConfigurationName("", key, key.Replace(":", "__")), FromEnvironment: false);
}
