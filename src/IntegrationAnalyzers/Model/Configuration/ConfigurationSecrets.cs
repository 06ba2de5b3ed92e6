using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Model.Secrets;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Configuration;

/// <summary>
/// The secrets of a configuration file: a provider's token by its format; a credential by its key or by its own text. What only developers' machines read counts
/// only as a provider's token, or where a host that is not this machine stands beside it.
/// </summary>
internal static class ConfigurationSecrets
{
    private const int LongestKey = 24;
    private const int ShortestPart = 16;

    public static ImmutableArray<ConfigurationSecret> In(ConfigurationFile file, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<ConfigurationSecret>();
        Dictionary<string, string>? hosts = null;
        var neighbours = new Lazy<SectionNeighbours>(() => new SectionNeighbours(file), isThreadSafe: false);
        foreach (var value in file.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (value.Value.Length is < 5 or > 8192 || Read(file, value, neighbours, ref hosts) is not { } secret)
                continue;
            if (!file.IsDevelopment || secret.Format is { IsCredential: false, Context.Length: 0 } || IsForRemoteHost(value, hosts ??= HostsOf(file)))
            {
                found.Add(secret with
                {
                    IsForThisMachine = secret.Format is null && IsForThisMachine(file, value, hosts ??= HostsOf(file)),
                    IsForTrying = secret.Format is not { Context.Length: 0 } && IsForTrying(file, secret, neighbours),
                });
            }
        }

        for (var i = found.Count - 1; i >= 0; i--)
        {
            var isNone = found[i] is { Format.IsKeyId: true } id
                ? HasSecretBeside(id, found) || neighbours.Value.NameKeySecretBeside(id.Value)
                : found[i].Format is not { Context.Length: 0 } && (neighbours.Value.NameSecretOf(found[i].Value) || neighbours.Value.AreEncryptedWith(found[i].Value));
            if (isNone)
                found.RemoveAt(i);
        }

        return found.ToImmutable();
    }

    private static bool HasSecretBeside(ConfigurationSecret id, ImmutableArray<ConfigurationSecret>.Builder all)
    {
        foreach (var secret in all)
        {
            if (secret.Format is not { IsKeyId: true } && KeyPairs.IsSecret(secret.Value.Name) && secret.Value.Section == id.Value.Section)
                return true;
        }

        return false;
    }

    private static ConfigurationSecret? Read(ConfigurationFile file, ConfigurationValue value, Lazy<SectionNeighbours> neighbours, ref Dictionary<string, string>? hosts)
    {
        var text = value.Value;
        if (TokenFormats.Instance.Find(text) is { } token)
        {
            // Public by design, test mode and bare identifiers are none; nor is a value whose checksum says that it was made up.
            if (token.Format.Severity < TokenSeverity.Low || token.ChecksumFailed)
                return null;
            if (IsOnePart(text, token))
                return Make(file, value, 0, text.Length, value.Name.Length > 0 ? value.Name : token.Format.Name, token.Format);
            return PairOf(text, token.Start, token.Length) is var (key, start)
                ? Make(file, value, start, token.Start + token.Length - start, key, token.Format)
                : Make(file, value, token.Start, token.Length, value.Name.Length > 0 ? value.Name : token.Format.Name, token.Format);
        }

        if (EmbeddedSecret.In(text, isWhole: true, evenLocal: true) is { } embedded)
            return Make(file, value, embedded.Start, embedded.Length, embedded.Name, null);

        var kind = SecretName.Judge(value.Name) is not SecretNameKind.None and var own ? own : SecretName.JudgeStart(value.Name);
        if (kind == SecretNameKind.None)
            return null;

        // A bare "Key" beside an address is the key of what is called there.
        var surroundings = string.Join(" ", value.Path);
        if (kind == SecretNameKind.Weak && IsForRemoteHost(value, hosts ??= HostsOf(file)))
            surroundings += " api";
        if (kind == SecretNameKind.Password && AppPasswords.Are(text) && neighbours.Value.NameMailProvider(value))
            return Make(file, value, 0, text.Length, value.Name, null);
        return CredentialJudge.IsCredential(kind, value.Name, text, surroundings, out var format) || (kind == SecretNameKind.Password && CredentialJudge.IsBracketedPassword(text))
            ? Make(file, value, 0, text.Length, value.Name, format)
            : null;
    }

    /// <summary>Whether the token is one of the parts that dots join to one secret: <c>first.second</c>. No part is so short that it may be a file's ending or a host's label.</summary>
    private static bool IsOnePart(string text, TokenMatch token)
    {
        var end = token.Start + token.Length;
        if (token.Length == text.Length || (token.Start > 0 && text[token.Start - 1] != '.') || (end < text.Length && text[end] != '.'))
            return false;
        foreach (var part in text.Split('.'))
        {
            if (part.Length < ShortestPart || !part.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_'))
                return false;
        }

        return true;
    }

    /// <summary>The name of the one secret pair of a token, and where its value starts: <c>AccountKey=…</c> of a connection string keeps its key, <c>Endpoint=…;AccessKey=…</c> its endpoint.</summary>
    private static (string Key, int Start)? PairOf(string text, int start, int length)
    {
        var last = start + length - 1;
        start = Math.Max(start, text.LastIndexOf(';', last, length) + 1);
        while (start < last && text[start] is '?' or '&' or ' ')
            start++;
        var end = start;
        while (end < last && end < start + LongestKey && char.IsLetterOrDigit(text[end]))
            end++;
        return end > start && end < last && text[end] == '=' && text[end + 1] != '=' ? (text.Substring(start, end - start), end + 1) : null;
    }

    /// <summary>Whether the value, or one beside it, names a host that is neither this machine nor an example.</summary>
    private static bool IsForRemoteHost(ConfigurationValue value, Dictionary<string, string> hosts) =>
        (HostOf(value.Value) ?? (hosts.TryGetValue(value.Section, out var beside) ? beside : null)) is { } host && !HostNames.IsLocalOrReserved(host);

    private static bool IsForThisMachine(ConfigurationFile file, ConfigurationValue value, Dictionary<string, string> hosts) =>
        (HostOf(value.Value) ?? (hosts.TryGetValue(value.Section, out var beside) ? beside : null)) is { } host &&
        (HostNames.IsLocal(host) || IsNamedLocal(value) || (file.IsDevelopment && HostNames.IsServiceName(host)));

    /// <summary>A setting named for this machine, whose server has no domain: <c>"LocalConnection": "Server=DESKTOP-1;…"</c>.</summary>
    private static bool IsNamedLocal(ConfigurationValue value) =>
        value.Name.StartsWith("local", StringComparison.OrdinalIgnoreCase) && EmbeddedSecret.ServerOf(value.Value) is { Length: > 0 } server && server.IndexOf('.') < 0;

    /// <summary>A sandbox's, one that says itself that it is for tests, or of the demonstration in a file for development.</summary>
    private static bool IsForTrying(ConfigurationFile file, ConfigurationSecret secret, Lazy<SectionNeighbours> neighbours) =>
        PublishedSecrets.IsTestValue(secret.Secret) || TestWords.Are(secret.Secret) || neighbours.Value.AreOfSandbox(secret.Value) ||
        (file.IsNamedForDevelopment && secret.Value.Path.Length > 1 && NameWords.Split(secret.Value.Path[secret.Value.Path.Length - 2]) is ["demo"]);

    /// <summary>The first host that each section names.</summary>
    private static Dictionary<string, string> HostsOf(ConfigurationFile file)
    {
        var hosts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in file.Values)
        {
            if ((HostOf(value.Value) ?? (IsHostName(value.Name) ? value.Value : null)) is { } host && !hosts.ContainsKey(value.Section))
                hosts.Add(value.Section, host);
        }

        return hosts;
    }

    private static bool IsHostName(string name) => name.ToLowerInvariant() is "host" or "hostname" or "server" or "smtpserver" or "smtphost" or "domain";

    /// <summary>The host of a URL or of a connection string.</summary>
    private static string? HostOf(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0 && scheme < 12)
        {
            var start = text.LastIndexOf('@') is var at && at > scheme ? at + 1 : scheme + 3;
            var end = text.IndexOfAny([':', '/', '?', ',', ';'], start);
            return end < 0 ? text.Substring(start) : text.Substring(start, end - start);
        }

        return EmbeddedSecret.ServerOf(text);
    }

    private static ConfigurationSecret Make(ConfigurationFile file, ConfigurationValue value, int start, int length, string name, TokenFormat? format)
    {
        // A URL with a user in it is one setting.
        if (start == 0 && value.Value.IndexOf("://", StringComparison.Ordinal) is > 0 and < 20)
            length = value.Value.Length;

        var secret = value.Value.Substring(start, length);
        return new ConfigurationSecret(file, value, Place(file, value, start, secret), name, secret, format, IsForThisMachine: false, IsForTrying: false);
    }

    /// <summary>Where the secret stands in the file; the whole value where an escape hides it, or which of two it is.</summary>
    private static TextSpan Place(ConfigurationFile file, ConfigurationValue value, int start, string secret)
    {
        var own = file.Text.ToString(value.Span);
        if (own == value.Value)
            return new TextSpan(value.Span.Start + start, secret.Length);
        var at = own.IndexOf(secret, StringComparison.Ordinal);
        return at >= 0 && own.IndexOf(secret, at + 1, StringComparison.Ordinal) < 0 ? new TextSpan(value.Span.Start + at, secret.Length) : value.Span;
    }
}
