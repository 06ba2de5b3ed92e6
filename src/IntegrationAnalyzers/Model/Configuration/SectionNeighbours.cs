using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Roslyn;

namespace IntegrationAnalyzers.Model.Configuration;

/// <summary>What stands in the same section as a value, and what it tells of it. Each section is read once, however many secrets it has.</summary>
internal sealed class SectionNeighbours
{
    // Unqualified names alone: "PayPalUrl" of a section that holds everything says nothing of the key beside it.
    private static readonly HashSet<string> Addresses = new(StringComparer.Ordinal)
    {
        "url", "uri", "baseurl", "baseuri", "apiurl", "apibaseurl", "baseaddress", "address", "endpoint", "host",
    };

    private static readonly HashSet<string> Modes = new(StringComparer.Ordinal) { "mode", "environment", "env" };

    private readonly Dictionary<string, Section> _sections = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _hasSections;
    private readonly bool _isEncrypted;

    public SectionNeighbours(ConfigurationFile file)
    {
        _hasSections = file.Format == ConfigurationFormat.Json;
        var holdsMore = false;
        foreach (var value in file.Values)
        {
            var path = value.Section;
            if (!_sections.TryGetValue(path, out var section))
                _sections.Add(path, section = new Section());
            section.Add(value);
            _isEncrypted = _isEncrypted || section.IsEncrypted;
            holdsMore = holdsMore || (value.Value.Length > 0 && !Ciphertext.IsBlocks(value.Value));
        }

        _isEncrypted = _isEncrypted && !holdsMore;
    }

    /// <summary>
    /// Whether the section is a provider's sandbox: <c>"Mode": "sandbox"</c> stands in it, or the address of one. Of a section alone: what a flat file holds belongs to many.
    /// </summary>
    public bool AreOfSandbox(ConfigurationValue value) => _hasSections && value.Path.Length > 1 && Of(value).IsSandbox;

    /// <summary>Whether a server or user beside the value is of a mail provider that makes passwords for programs.</summary>
    public bool NameMailProvider(ConfigurationValue value) => Of(value).HasMailProvider;

    /// <summary>Whether the section names the secret that goes with a public key, whatever that holds: moving it away must not make a secret of the key.</summary>
    public bool NameSecretOf(ConfigurationValue key)
    {
        foreach (var name in KeyPairs.SecretsOf(key.Name))
        {
            if (Of(key).Secrets.Contains(name))
                return true;
        }

        return false;
    }

    /// <summary>Whether the section names the secret that goes with the id of a key, whatever that holds now: moving it away must not make a secret of the id.</summary>
    public bool NameKeySecretBeside(ConfigurationValue id) => Of(id).HasKeySecret;

    /// <summary>
    /// Whether the value is ciphertext: what anybody may read is as well, a user's name or a host, in the same section or in a file that holds nothing else. A key alone may look the same.
    /// </summary>
    public bool AreEncryptedWith(ConfigurationValue value) =>
        (_isEncrypted || (_hasSections && value.Path.Length > 1 && Of(value).IsEncrypted)) && Ciphertext.IsBlocks(value.Value);

    private Section Of(ConfigurationValue value) => _sections[value.Section];

    private sealed class Section
    {
        public bool IsSandbox { get; private set; }

        public bool HasMailProvider { get; private set; }

        public bool IsEncrypted { get; private set; }

        public bool HasKeySecret { get; private set; }

        /// <summary>The names that speak of secrets, without joiners and in small letters.</summary>
        public HashSet<string> Secrets { get; } = new(StringComparer.Ordinal);

        public void Add(ConfigurationValue value)
        {
            HasMailProvider = HasMailProvider || AppPasswords.HaveProvider(value.Value);
            if (value.Name.Length is 0 or > 60)
                return;

            HasKeySecret = HasKeySecret || (KeyPairs.IsSecret(value.Name) && value.Name.ContainsIgnoreCase("key"));
            var words = NameWords.Split(value.Name);
            IsEncrypted = IsEncrypted || Ciphertext.IsOfReadable(words, value.Value);
            var name = string.Concat(words);
            if (name.IndexOf("secret", StringComparison.Ordinal) >= 0)
                Secrets.Add(name);
            else if (Modes.Contains(name) ? value.Value.Trim().ToLowerInvariant() is "sandbox" or "test" : Addresses.Contains(name) && IsOfSandbox(value.Value))
                IsSandbox = true;
        }

        private static bool IsOfSandbox(string url) =>
            Uri.TryCreate(url, UriKind.Absolute, out var address) && EnvironmentHosts.Find(address.Host) is { Purpose: HostPurpose.Sandbox, Provider.Length: > 0 };
    }
}
