using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Secrets;

/// <summary>Clear text to a remote host.</summary>
/// <remarks>
/// Positive: an <c>http://</c> or <c>ws://</c> URL to a host out on the network that reaches a call, a request or a client's address.
/// Negative: what IA3003 calls no endpoint; hosts that are loopback, reserved, internal or not known, or offer no TLS; test projects.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA3005ClearTextEndpoint() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA3005";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Secrets,
        DiagnosticSeverity.Warning,
        "Clear text to a remote host",
        "What is sent to '{0}' can be read and changed on its way: use '{1}://'",
        "Without TLS everyone on the way can read and change the request, its credentials and the answer.", "security", "external/cwe/cwe-319");

    /// <summary>What an unencrypted scheme becomes; null for one that is encrypted.</summary>
    internal static string? SecureScheme(string scheme) => scheme switch
    {
        "http" => "https",
        "ws" => "wss",
        _ => null,
    };

    /// <summary>The free service of a provider that encrypts for customers alone: <c>https://</c> fails there.</summary>
    private static bool OffersNoTls(string host) => host.ToLowerInvariant() is "ip-api.com";

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnTree(tree =>
        {
            foreach (var url in context.Model.Urls.RemoteSchemes(tree.SemanticModel, tree.CancellationToken))
            {
                if (SecureScheme(url.Text.Scheme) is { } secure && !OffersNoTls(url.Text.Host))
                    tree.ReportDiagnostic(context.Diagnostic(url.Literal.GetLocation(), url.Sink, properties: null, url.Text.Origin, secure));
            }
        });
    }
}
