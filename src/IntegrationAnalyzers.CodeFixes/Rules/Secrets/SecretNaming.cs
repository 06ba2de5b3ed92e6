using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>The name under which a secret is to be found once it has left the source: <c>STRIPE_API_KEY</c> and <c>Stripe:ApiKey</c>.</summary>
internal sealed record SecretNaming(ConfigurationName Name)
{
    private static readonly HashSet<string> TypeSuffixes = new(StringComparer.Ordinal)
    {
        "client", "service", "services", "settings", "options", "config", "configuration", "constants", "constant", "const", "consts", "helper", "helpers", "util", "utils", "controller", "provider",
        "manager", "factory", "secrets", "credentials", "keys", "api", "gateway", "repository", "handler", "extensions", "program", "startup", "form", "page",
    };

    /// <summary>Words of a name that say nothing of what it holds.</summary>
    private static readonly HashSet<string> Placeless = new(StringComparer.Ordinal) { "value", "val", "text", "string", "str", "data", "const", "constant", "header" };

    /// <summary>What stands before a name and says of what kind it is: <c>szPassword</c>, <c>clsCarrier</c>.</summary>
    private static readonly string[] Prefixes = ["k", "sz", "cls", "frm"];

    /// <summary>Words that say what a secret is and not whose: a letter before them is of no name, as it is in <c>cPanelPassword</c>.</summary>
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal) { "password", "pwd", "secret", "token", "key", "api", "access", "client", "auth" };

    /// <summary>What the place gives the secret for a name.</summary>
    public static SecretNaming At(FixRequest place)
    {
        var properties = place.Diagnostic.Properties;

        // A connection string moves as a whole, so it is not named after the password in it.
        var isConnection = place.Node is LiteralExpressionSyntax literal && SecretMove.IsConnectionString(literal.Token.ValueText);
        return Of(
            properties[SecretProperties.Provider] ?? "",
            properties[SecretProperties.Format] ?? "",
            isConnection ? "ConnectionString" : properties[SecretProperties.Name] ?? "",
            Owner(place.Node),
            properties[SecretProperties.Taker] ?? "");
    }

    /// <summary>Whether the secret stands where a program is put together, so that its type names nothing.</summary>
    public static bool IsComposed(FixRequest place) => SurroundingNames.TypeOf(place.Node) is "" or "Program" or "Startup";

    /// <param name="provider">Whose secret it is, or empty.</param>
    /// <param name="format">What the provider calls it, or empty.</param>
    /// <param name="name">What the code calls it, or empty.</param>
    /// <param name="type">The type it stands in, or empty.</param>
    /// <param name="taker">What the place is called that takes it, or empty.</param>
    public static SecretNaming Of(string provider, string format, string name, string type, string taker = "")
    {
        if (provider == "AWS" && format is "Access key ID" or "Secret access key")
            return new(new ConfigurationName("AWS", Pascal(Words(format))));

        var member = Words(name);
        if (member.Count == 0 || SecretName.Judge(name) is SecretNameKind.None or SecretNameKind.Authorization)
            member = provider.Length > 0 || member.Count == 0 ? Kind(format) : WithKind(member, taker);

        var section = provider.Length > 0 ? Words(provider) : Stem(type);
        var own = provider.Length > 0 ? member.Where(w => !section.Contains(w)).ToList() : member;
        if (own.Count == 0)
            own = Kind(format);
        if (section.Count == 0 && own.Count == 1)
            section = ["app"];
        if (own.Take(section.Count).SequenceEqual(section))
            own = own.Skip(section.Count).ToList() is { Count: > 0 } rest ? rest : own;

        var variable = string.Join("_", Joined(provider, section).Concat(own)).ToUpperInvariant();
        return new(new ConfigurationName(Joined(provider, section).Count == section.Count ? Pascal(section) : ConfigurationName.Pascal(provider), Pascal(own), variable));
    }

    public SecretNaming Numbered(int number) => new(new ConfigurationName(Name.Section, Name.Name + number, Name.Variable + "_" + number));

    /// <summary>The client that the value is registered for; the type that takes it, where the type it stands in only composes others: <c>Startup</c>, <c>Program</c>, top-level statements.</summary>
    private static string Owner(SyntaxNode node)
    {
        if (RegisteredOwner.Of(node) is { Length: > 0 } client)
            return client;
        var type = SurroundingNames.TypeOf(node);
        if (type is not ("" or "Program" or "Startup"))
            return type;
        var created = node.Ancestors().TakeWhile(static n => n is not (StatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax)).OfType<ObjectCreationExpressionSyntax>().FirstOrDefault();
        return created?.Type switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            _ => type,
        };
    }

    /// <summary>A provider writes its name as it likes: <c>GitHub</c> is one word in a variable's name.</summary>
    private static List<string> Joined(string provider, List<string> section) =>
        provider.Length == 0 ? section : provider.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Select(static w => w.ToLowerInvariant()).ToList();

    private static List<string> Words(string name)
    {
        var words = NameWords.Split(Unprefixed(name)).SelectMany(Whole).ToList();
        if (words.Count > 1 && words[0] is "x" or "m" or "str" or "s" or "the" or "my")
            words.RemoveAt(0);
        if (words.Count > 1 && words[0].Length > 0 && char.IsDigit(words[0][0]))
            words.RemoveAt(0);
        return words;
    }

    /// <summary>The name without what only says of what kind it is: <c>C_PASSWORD</c>, <c>cPassword</c>, <c>clsCarrier</c>.</summary>
    private static string Unprefixed(string name)
    {
        if (name.Length > 3 && char.IsLetter(name[0]) && name[1] == '_')
            return name.Substring(2);
        if (name.Length > 3 && char.IsLower(name[0]) && char.IsUpper(name[1]) && NameWords.Split(name.Substring(1)).TrueForAll(Plain.Contains))
            return name.Substring(1);
        return Array.Find(Prefixes, p => name.Length > p.Length + 1 && name.StartsWith(p, StringComparison.Ordinal) && char.IsUpper(name[p.Length])) is { } prefix ? name.Substring(prefix.Length) : name;
    }

    /// <summary>Words that are written as one.</summary>
    private static IEnumerable<string> Whole(string word) => word switch
    {
        "apikey" => ["api", "key"],
        "accesstoken" => ["access", "token"],
        "clientsecret" => ["client", "secret"],
        "secretkey" => ["secret", "key"],
        "consumersecret" => ["consumer", "secret"],
        "consumerkey" => ["consumer", "key"],
        "connectionstring" => ["connection", "string"],
        "pwd" or "passwd" => ["password"],
        "appid" => ["app", "id"],
        _ => [word],
    };

    private static List<string> Stem(string type)
    {
        var words = Words(type);
        while (words.Count > 1 && TypeSuffixes.Contains(words[words.Count - 1]))
            words.RemoveAt(words.Count - 1);
        return words.Count == 1 && TypeSuffixes.Contains(words[0]) ? [] : words;
    }

    /// <summary>The name with what kind of secret the place takes: <c>X-Api-Key</c> an API key, <c>Authorization</c> a token.</summary>
    private static List<string> WithKind(List<string> member, string taker)
    {
        if (taker.Length == 0)
            return member;
        var kind = SecretName.Judge(taker) == SecretNameKind.Authorization ? ["token"] : Words(taker);
        return kind.Count == 0 || member[member.Count - 1] == kind[kind.Count - 1] ? member : member.Where(static w => w.Length > 1 && !Placeless.Contains(w)).Concat(kind).ToList();
    }

    private static List<string> Kind(string format)
    {
        bool Has(string word) => format.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
        if (Has("webhook"))
            return Has("secret") ? ["webhook", "secret"] : ["webhook", "url"];
        if (Has("connection string") || Has("uri") || Has("url"))
            return ["connection", "string"];
        if (Has("private key") || Has("pfx") || Has("ppk"))
            return ["private", "key"];
        if (Has("client secret") || Has("app secret"))
            return ["client", "secret"];
        if (Has("header"))
            return ["authorization"];
        return Has("token") || Has("pat") ? ["token"] : Has("password") ? ["password"] : ["api", "key"];
    }

    private static string Pascal(IEnumerable<string> words) => string.Concat(words.Select(static w => char.ToUpperInvariant(w[0]) + w.Substring(1)));
}
