using System;
using System.Collections.Generic;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>What a name promises its value to be.</summary>
internal enum SecretNameKind
{
    None,

    /// <summary>Key or token without a word that says whose: the value must speak for itself.</summary>
    Weak,
    Token,
    Key,
    Secret,
    Password,
    Authorization,
    ConnectionString,
}

/// <summary>Reads names as people do: split at case and joiners, the last word decides, what qualifies it stands before it.</summary>
internal static class SecretName
{
    private static readonly HashSet<string> Trailing = Words(
        "value values string str text txt bytes byte array base64 b64 hex plain plaintext clear cleartext raw default production prod live staging " +
        "dev development local current new old main primary secondary const constant literal data v1 v2 v3");

    private static readonly HashSet<string> Unreal = Words(
        "invalid wrong bad incorrect fake mock dummy sample example placeholder empty no not has is are should must needs requires use show hide forgot forget " +
        "reset change confirm missing expired masked mask hashed hash encrypted obfuscated public");

    private static readonly HashSet<string> KeyQualifiers = Words(
        "api access secret private signing signature sign encryption encrypt decryption decrypt crypto cipher aes des hmac jwt master account shared " +
        "storage subscription consumer client auth authentication authorization app application service admin host function server webhook integration " +
        "symmetric security validation machine rest sas symmetrickey issuer bearer developer license licence merchant pay stripe openai anthropic sendgrid mailgun twilio signalr rapidapi");

    /// <summary>Providers that write their names with a capital inside: <c>SignalR</c>, <c>OpenAI</c>.</summary>
    private static readonly HashSet<string> Providers = Words("openai sendgrid mailgun signalr rapidapi");

    private static readonly HashSet<string> TokenQualifiers = Words(
        "api access auth authentication authorization bearer refresh bot secret personal private security session id oauth oauth2 service deploy user app " +
        "application client login github gitlab slack discord telegram webhook verify verification jwt github admin device push web account");

    private static readonly HashSet<string> TokenOthers = Words(
        "cancellation syntax antiforgery forgery csrf xsrf page paging continuation next sync replace json start end open close separator concurrency pagination skip");

    /// <summary>What is said of a secret, and is none.</summary>
    private static readonly HashSet<string> Describing = Words(
        "url uri endpoint host path file folder issuer audience name names id ids user username type kind header format pattern regex policy rules length size min max minimum maximum strength attempts retries " +
        "expiry expires expiration lifetime ttl timeout duration minutes hours seconds days age refresh rotation cache scope scopes provider algorithm alg hash salt iterations prefix suffix field param parameter " +
        "query cookie label title text message hint help info validator validation enabled disabled required count version store vault manager arn ref reference");

    /// <summary>Headers' keys that name a thing, a request or a place, and open nothing.</summary>
    private static readonly HashSet<string> HeaderKeyOthers = Words(
        "idempotency idempotent request correlation cache partition routing route sort dedup deduplication operation transaction trace session object resource surrogate shard sharding bucket range x");

    /// <summary>Whose password it is, in one word with it: <c>smtppassword</c>.</summary>
    private static readonly HashSet<string> PasswordOwners = Words(
        "user db database host server smtp mail email ftp sftp ssh proxy my admin root login auth sql mysql postgres oracle redis mongo rabbit mq broker amqp ldap account app application service client api " +
        "key keystore truststore cert certificate pfx private secret sa system master");

    /// <summary>Nouns that lower-case names write in one word with what qualifies them.</summary>
    private static readonly string[] Suffixes = ["password", "passwd", "pwd", "secret", "token", "key"];

    private static readonly char[] Digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    private static readonly char[] Joiners = ['-', '_', '.', ':'];

    public static SecretNameKind Judge(string name)
    {
        if (name.Length is < 3 or > 100)
            return SecretNameKind.None;

        var words = NameWords.Split(name);
        var last = words.Count - 1;
        while (last > 0 && (Trailing.Contains(words[last]) || char.IsDigit(words[last][0])))
            last--;
        if (last < 0)
            return SecretNameKind.None;
        for (var i = 0; i < last; i++)
        {
            if (Unreal.Contains(words[i]))
                return SecretNameKind.None;
        }

        var before = last > 0 ? words[last - 1] : "";
        if (last > 1 && Providers.Contains(words[last - 2] + before))
            before = words[last - 2] + before;
        var noun = words[last].TrimEnd(Digits);
        switch (noun)
        {
            case "password" or "passwd" or "pwd" or "passphrase" or "passcode" or "psw" or "passwort" or "contrasena" or "senha" or "motdepasse" or "kennwort":
            case "passe" when before == "de" && last > 1 && words[last - 2] == "mot":
                return SecretNameKind.Password;
            case "pass" or "pw":
                return last == 0 || before is "user" or "db" or "database" or "smtp" or "mail" or "email" or "ftp" or "proxy" or "my" or "admin" or "root" or "login" or "auth" or "sql" or "rabbit" or "mq" or "server"
                    ? SecretNameKind.Password
                    : SecretNameKind.None;
            case "word" when before == "pass":
            case "phrase" when before == "pass":
                return SecretNameKind.Password;
            case "secret" or "secrets" or "secretkey":
                return SecretNameKind.Secret;
            case "key" or "keys":
                return KeyQualifiers.Contains(before) || IsHeader(name, before) ? SecretNameKind.Key : before is "" or "my" or "the" or "_" ? SecretNameKind.Weak : SecretNameKind.None;
            case "token" or "tokens":
                return TokenQualifiers.Contains(before) || (IsHeader(name, before) && !TokenOthers.Contains(before)) ? SecretNameKind.Token : TokenOthers.Contains(before) ? SecretNameKind.None : SecretNameKind.Weak;
            case "hmac":
                return SecretNameKind.Weak;
            case "pat" when before is "github" or "gitlab" or "azure" or "devops" or "ado" or "personal":
                return SecretNameKind.Token;
            case "code" when before is "auth" or "authorization" or "recovery" or "backup":
            case "credential" or "credentials" or "creds":
                return SecretNameKind.Secret;
            case "authorization" or "bearer":
                return SecretNameKind.Authorization;
            case "connectionstring" or "connstring" or "connstr" or "connectionstr":
            case "connection" or "conn" when last < words.Count - 1:
                return SecretNameKind.ConnectionString;
            default:
                return Glued(noun);
        }
    }

    /// <summary>What a setting's name promises that begins with it, <c>TOKEN_SERVICE_CRM</c>, or is <c>SESSION_KEY</c>, in code the name of what is kept there: where nothing that describes a secret follows (<c>TOKEN_LIFETIME</c>).</summary>
    public static SecretNameKind JudgeStart(string name)
    {
        if (name.Length > 100 || name.IndexOf('_') < 0)
            return SecretNameKind.None;
        foreach (var c in name)
        {
            if (char.IsLower(c))
                return SecretNameKind.None;
        }

        var words = NameWords.Split(name);
        for (var i = 1; i < words.Count; i++)
        {
            if (Describing.Contains(words[i]) || Unreal.Contains(words[i]))
                return SecretNameKind.None;
        }

        return words.Count < 2 ? SecretNameKind.None : words[0] switch
        {
            "session" when words.Count == 2 && words[1] == "key" => SecretNameKind.Token,
            "password" or "passwd" or "pwd" => SecretNameKind.Password,
            "token" or "secret" or "apikey" => SecretNameKind.Token,
            _ => SecretNameKind.None,
        };
    }

    /// <summary><c>X-Figma-Key</c>, <c>X-Internal-Token</c>: a provider's header for its key, whatever the provider is called.</summary>
    private static bool IsHeader(string name, string before) => name.StartsWith("X-", StringComparison.OrdinalIgnoreCase) && !HeaderKeyOthers.Contains(before);

    /// <summary>Names written in lower case have no words to split: <c>hostpassword</c>, <c>webhooksecret</c>.</summary>
    private static SecretNameKind Glued(string noun)
    {
        foreach (var suffix in Suffixes)
        {
            if (!noun.EndsWith(suffix, StringComparison.Ordinal))
                continue;
            var owner = noun.Substring(0, noun.Length - suffix.Length);
            return suffix switch
            {
                "key" => KeyQualifiers.Contains(owner) ? SecretNameKind.Key : SecretNameKind.None,
                "token" => TokenQualifiers.Contains(owner) ? SecretNameKind.Token : SecretNameKind.None,
                "secret" => KeyQualifiers.Contains(owner) || TokenQualifiers.Contains(owner) ? SecretNameKind.Secret : SecretNameKind.None,
                _ => PasswordOwners.Contains(owner) ? SecretNameKind.Password : SecretNameKind.None,
            };
        }

        return SecretNameKind.None;
    }

    /// <summary>Whether the words of the name or of the value say the same: a value that repeats its name is a name.</summary>
    public static bool SaysTheSame(string name, string value)
    {
        var left = string.Concat(NameWords.Split(name));
        var right = string.Concat(NameWords.Split(value));
        return left.Length > 0 && right.Length > 0 && (left == right || left.EndsWith(right, StringComparison.Ordinal) || right.EndsWith(left, StringComparison.Ordinal));
    }

    /// <summary>Whether the value is itself a name of a secret, joined as options and resources are: <c>s3-password</c>, <c>webservice_token2</c>.</summary>
    public static bool IsName(string value)
    {
        if (value.Length > 40 || value.IndexOfAny(Joiners) < 1 || Judge(value) == SecretNameKind.None)
            return false;

        foreach (var c in value)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.' or ':'))
                return false;
        }

        // A drawn value behind a word is a key, whatever the word: key-3ax6…
        return !Array.Exists(value.Split(Joiners), static part => Randomness.IsRandom(part));
    }

    private static HashSet<string> Words(string words) => new(words.Split([' '], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
