using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Secrets;

/// <summary>A secret in a URL's query or user-info.</summary>
/// <remarks>
/// Positive: a value whose name, and the parameter's, say that it is a secret is written into the query or before the host, and what it is written into is sent to.
/// Negative: what goes into a body or a link; literals (IA3001 and IA3002 have them); public keys; providers that take the key nowhere else, by table and option;
/// test projects.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA3008SecretInUrl() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA3008";

    internal const string HeaderProperty = "header";
    internal const string SchemeProperty = "scheme";

    internal static readonly RuleOption<string[]> QueryOnlyHosts = RuleOption.Names(
        Id, "query_only_hosts", [], "Hosts, with their subdomains, that take a key in the query and nowhere else; added to the built-in table.");

    internal static readonly RuleOption<string[]> Header = RuleOption.Names(
        Id, "header", [], "The header that the fix moves a key to where the built-in table does not know the host.");

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Secrets,
        DiagnosticSeverity.Warning,
        "A secret in a URL",
        "'{0}' goes into the URL's {1}, which logs, proxies and traces keep: send it in {2}",
        "URLs are written to access logs, traces, exception texts and histories on both sides and in between; headers are not.", "security", "external/cwe/cwe-598");

    internal override ImmutableArray<RuleOption> Options => ImmutableArray.Create<RuleOption>(QueryOnlyHosts, Header);

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnTree(tree =>
        {
            foreach (var (secret, header, scheme, isKnown) in In(context.Model, tree.SemanticModel, tree.Options, tree.CancellationToken))
            {
                var properties = ImmutableDictionary<string, string?>.Empty.Add(HeaderProperty, header).Add(SchemeProperty, scheme);
                tree.ReportDiagnostic(context.Diagnostic(
                    secret.Node.GetLocation(),
                    secret.Sink,
                    properties,
                    secret.Name,
                    secret.Parameter.Length == 0 ? "user-info" : $"query as '{secret.Parameter}'",
                    secret.Provider is { IsTakenInForm: true } ? "the form of the POST" : isKnown ? $"the header '{header}'" : header.Length > 0 ? $"a header ('{header}' is usual)" : "a header"));
            }
        });
    }

    /// <summary>What is reported in the file, with the header that each belongs into, as far as one is known.</summary>
    internal static IEnumerable<(UrlSecret Secret, string Header, string Scheme, bool IsKnown)> In(
        IntegrationModel model, SemanticModel semantics, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var file = semantics.SyntaxTree;
        foreach (var secret in UrlSecrets.In(model, semantics, cancellationToken))
        {
            if (secret.Provider is { IsTakenNowhereElse: true } || IsQueryOnly(secret.Host, QueryOnlyHosts.Get(options, file)))
                continue;

            if (secret.Provider is { IsTakenInForm: true })
            {
                yield return (secret, "", "", false);
                continue;
            }

            var known = secret.Parameter.Length == 0 ? "Authorization" : secret.Provider?.Header ?? (Header.Get(options, file) is [var own, ..] ? own : "");
            var (header, scheme) = known.Length > 0 ? (known, secret.Provider?.Scheme ?? "") : QueryNames.UsualHeader(secret.Parameter);
            yield return (secret, header, scheme, known.Length > 0);
        }
    }

    private static bool IsQueryOnly(string host, string[] hosts) => Array.Exists(
        hosts,
        name => host.Equals(name, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase));
}
