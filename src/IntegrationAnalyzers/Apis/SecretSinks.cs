using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>What a typed place takes.</summary>
internal enum SecretSinkKind
{
    Password,

    /// <summary>A provider's key or token.</summary>
    Key,

    /// <summary>The key of a cipher or a signature: whatever stands there is the secret.</summary>
    CryptoKey,
}

/// <summary>The parameters and properties of libraries that are there to take a secret.</summary>
internal static class SecretSinks
{
    private const string Constructor = ".ctor";

    /// <summary>A hash that takes a key beside its message.</summary>
    public static bool IsKeyedHash(ITypeSymbol? type) => type.IsOrDerivesFrom("System.Security.Cryptography", "KeyedHashAlgorithm");

    // Type (with all that derive from it), member, parameter; a property has no parameter.
    private static readonly (string Type, string Member, string Parameter, SecretSinkKind Kind)[] Table =
    [
        ("System.Net.NetworkCredential", Constructor, "password", SecretSinkKind.Password),
        ("System.Net.NetworkCredential", "Password", "", SecretSinkKind.Password),
        ("System.Net.Http.Headers.AuthenticationHeaderValue", Constructor, "parameter", SecretSinkKind.Key),
        ("System.Security.Cryptography.SymmetricAlgorithm", "Key", "", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.SymmetricAlgorithm", "CreateEncryptor", "rgbKey", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.SymmetricAlgorithm", "CreateDecryptor", "rgbKey", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.AesGcm", Constructor, "key", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.AesCcm", Constructor, "key", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.ChaCha20Poly1305", Constructor, "key", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.KeyedHashAlgorithm", "Key", "", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.HMACSHA1", Constructor, "key", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.HMACSHA256", Constructor, "key", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.HMACSHA384", Constructor, "key", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.HMACSHA512", Constructor, "key", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.HMACMD5", Constructor, "key", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.HMACSHA1", "HashData", "key", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.HMACSHA256", "HashData", "key", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.HMACSHA384", "HashData", "key", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.HMACSHA512", "HashData", "key", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.HMACMD5", "HashData", "key", SecretSinkKind.CryptoKey),
        ("System.Security.Cryptography.Rfc2898DeriveBytes", Constructor, "password", SecretSinkKind.Password),
        ("System.Security.Cryptography.Rfc2898DeriveBytes", "Pbkdf2", "password", SecretSinkKind.Password),
        ("System.Security.Cryptography.PasswordDeriveBytes", Constructor, "strPassword", SecretSinkKind.Password),
        ("System.Security.Cryptography.PasswordDeriveBytes", Constructor, "password", SecretSinkKind.Password),
        ("System.Security.Cryptography.X509Certificates.X509Certificate", Constructor, "password", SecretSinkKind.Password),
        ("System.Security.Cryptography.X509Certificates.X509Certificate", "Import", "password", SecretSinkKind.Password),
        ("System.Security.Cryptography.X509Certificates.X509CertificateLoader", "LoadPkcs12", "password", SecretSinkKind.Password),
        ("System.Security.Cryptography.X509Certificates.X509CertificateLoader", "LoadPkcs12FromFile", "password", SecretSinkKind.Password),
        ("Microsoft.IdentityModel.Tokens.SymmetricSecurityKey", Constructor, "key", SecretSinkKind.CryptoKey),
        ("System.DirectoryServices.DirectoryEntry", Constructor, "password", SecretSinkKind.Password),
        ("Azure.AzureKeyCredential", Constructor, "key", SecretSinkKind.Key),
        ("Azure.AzureSasCredential", Constructor, "signature", SecretSinkKind.Key),
        ("Azure.AzureNamedKeyCredential", Constructor, "key", SecretSinkKind.Key),
        ("Azure.Storage.StorageSharedKeyCredential", Constructor, "accountKey", SecretSinkKind.Key),
        ("Azure.Identity.ClientSecretCredential", Constructor, "clientSecret", SecretSinkKind.Key),
        ("Azure.Identity.UsernamePasswordCredential", Constructor, "password", SecretSinkKind.Password),
        ("System.ClientModel.ApiKeyCredential", Constructor, "key", SecretSinkKind.Key),
        ("Amazon.Runtime.BasicAWSCredentials", Constructor, "secretKey", SecretSinkKind.Key),
        ("Amazon.Runtime.SessionAWSCredentials", Constructor, "awsSecretAccessKey", SecretSinkKind.Key),
        ("Stripe.StripeConfiguration", "ApiKey", "", SecretSinkKind.Key),
        ("Stripe.StripeClient", Constructor, "apiKey", SecretSinkKind.Key),
        ("Twilio.TwilioClient", "Init", "password", SecretSinkKind.Key),
        ("SendGrid.SendGridClient", Constructor, "apiKey", SecretSinkKind.Key),
        ("RestSharp.Authenticators.HttpBasicAuthenticator", Constructor, "password", SecretSinkKind.Password),
        ("RestSharp.HttpBasicAuthenticator", Constructor, "password", SecretSinkKind.Password),
        ("RestSharp.Authenticators.JwtAuthenticator", Constructor, "accessToken", SecretSinkKind.Key),
        ("Microsoft.Identity.Client.ConfidentialClientApplicationBuilder", "WithClientSecret", "clientSecret", SecretSinkKind.Key),
        ("MailKit.MailService", "Authenticate", "password", SecretSinkKind.Password),
        ("MailKit.MailService", "AuthenticateAsync", "password", SecretSinkKind.Password),
        ("MailKit.IMailService", "Authenticate", "password", SecretSinkKind.Password),
        ("MailKit.IMailService", "AuthenticateAsync", "password", SecretSinkKind.Password),
    ];

    // Types that take what the base type of the table takes, and that source names in its place. A connection string is found by its own words, wherever it goes.
    private static readonly string[] Derived = ["X509Certificate2"];

    // Properties that hold an object which takes a secret: its type need not be named, "Authorization = new("Bearer", key)".
    private static readonly string[] Holders = ["Authorization", "ProxyAuthorization"];

    // By first letter, a bit for each length.
    private static readonly ulong[] Lengths = ReadLengths();

    /// <summary>The words in source that may lead to a sink: type names, members written after a dot, and the properties that hold such a type's objects.</summary>
    public static IEnumerable<string> Words
    {
        get
        {
            foreach (var sink in Table)
            {
                yield return sink.Member == Constructor ? sink.Type.Substring(sink.Type.LastIndexOf('.') + 1) : sink.Member;
            }

            foreach (var name in Holders)
                yield return name;

            foreach (var name in Derived)
                yield return name;
        }
    }

    /// <summary>Whether the word is a property: of interest only where it is assigned.</summary>
    public static bool IsProperty(string word)
    {
        foreach (var sink in Table)
        {
            if (sink.Parameter.Length == 0 && sink.Member == word)
                return true;
        }

        return Array.IndexOf(Holders, word) >= 0;
    }

    /// <summary>Whether some word has that first letter and that length: the test before a string is made.</summary>
    public static bool MayBeWord(char first, int length) => (Lengths[first - 'A'] & (1UL << length)) != 0;

    /// <summary>What the property takes, or null where it is no sink.</summary>
    public static SecretSinkKind? OfProperty(ISymbol member) => Find(member.ContainingType, member.Name, "");

    /// <summary>What the parameter takes, or null where it is no sink.</summary>
    public static SecretSinkKind? OfParameter(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol method ? Find(method.ContainingType, method.Name, parameter.Name) : null;

    /// <summary>
    /// What the parameter's value is called: by the parameter, but for the one of an authorization header, which is named for what every scheme has and called as its scheme calls it.
    /// </summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="scheme">The scheme that stands beside it; empty where it is not known.</param>
    public static string NameOf(IParameterSymbol parameter, string scheme)
    {
        if (parameter is not { Name: "parameter", ContainingType.Name: "AuthenticationHeaderValue" })
            return parameter.Name;
        return scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) ? "credentials" : scheme.ContainsIgnoreCase("key") ? "apiKey" : "token";
    }

    private static SecretSinkKind? Find(INamedTypeSymbol? type, string member, string parameter)
    {
        foreach (var sink in Table)
        {
            if (sink.Member == member && sink.Parameter == parameter && IsOrDerives(type, sink.Type))
                return sink.Kind;
        }

        return null;
    }

    private static bool IsOrDerives(INamedTypeSymbol? type, string name)
    {
        var dot = name.LastIndexOf('.');
        for (; type is not null; type = type.BaseType)
        {
            if (string.CompareOrdinal(name, dot + 1, type.Name, 0, int.MaxValue) == 0 && type.ContainingNamespace.Is(name.Substring(0, dot)))
                return true;
        }

        return false;
    }

    private static ulong[] ReadLengths()
    {
        var lengths = new ulong[26];
        foreach (var word in Words)
            lengths[word[0] - 'A'] |= 1UL << word.Length;
        return lengths;
    }
}
