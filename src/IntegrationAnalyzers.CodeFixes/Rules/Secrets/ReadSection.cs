using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// The section from which the types that call a host read other settings of what it serves: <c>GetSection("Nominatim")["UserAgent"]</c> beside <c>https://nominatim.openstreetmap.org</c>. The endpoint belongs there.
/// </summary>
internal static class ReadSection
{
    /// <summary>Shorter ones, and these, say nothing of whose they are.</summary>
    private const int Shortest = 4;

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase) { "auth", "oauth", "http", "https", "login", "account", "accounts", "service", "services", "client", "data", "token", "rest" };

    /// <param name="places">All places of the host.</param>
    /// <param name="own">The section that the host's name gives.</param>
    /// <returns>Null where no section is named by all of them, or another host is named by it, too.</returns>
    public static string? Of(IReadOnlyCollection<EndpointPlace> places, string own)
    {
        var sections = places.Select(static place => TypeOf(place)).Distinct().SelectMany(Sections)
            .Where(section => section.Length >= Shortest && !Common.Contains(section) && !section.Equals(own, StringComparison.OrdinalIgnoreCase) && places.All(place => Words(place.Literal, place.Url).Contains(section, StringComparer.OrdinalIgnoreCase)))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return sections is [var section] && !NamesAnother(section, places.First()) ? section : null;
    }

    /// <summary>Whether another host has the section's name in it, or had before it was taken out.</summary>
    private static bool NamesAnother(string section, EndpointPlace place)
    {
        var (model, own, cancellation) = (IntegrationModel.For(place.Request.Model.Compilation), place.Request.Root.SyntaxTree, place.Request.CancellationToken);
        var moved = new Regex($"\"\\w+(?::\\w*{Regex.Escape(section)}|_{Regex.Escape(new ConfigurationName(section, "").VariableStart)})\\w*Url\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        if (EndpointClash.Trees(model, own, EndpointClash.Readers).Any(tree => moved.IsMatch(tree.GetText(cancellation).ToString())))
            return true;

        var written = Words(place.Literal, place.Url).First(word => word.Equals(section, StringComparison.OrdinalIgnoreCase));
        return EndpointClash.Trees(model, own, written)
            .SelectMany(tree => UrlLiterals.In(tree, cancellation))
            .Any(other => !other.Text.Host.Equals(place.Url.Host, StringComparison.OrdinalIgnoreCase) && Words(other.Literal, other.Text).Contains(section, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The labels of the host and the steps of the path, as far as it is known.</summary>
    private static IEnumerable<string> Words(ExpressionSyntax literal, UrlText url)
    {
        var text = literal switch
        {
            LiteralExpressionSyntax { Token.ValueText: var value } => value,
            InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax { TextToken.ValueText: var start }, ..] } => start,
            _ => "",
        };
        text = text.TrimStart();
        var path = text.StartsWith(url.Origin, StringComparison.Ordinal) ? text.Substring(url.Origin.Length).Split('?', '#')[0] : "";
        return EndpointName.Labels(url).Concat(path.Split(['/'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static SyntaxNode TypeOf(EndpointPlace place) => place.Literal.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? (SyntaxNode)place.Request.Root;

    /// <summary>The first steps of the keys that the code reads. What a fix wrote is no sign of an own section.</summary>
    private static IEnumerable<string> Sections(SyntaxNode type)
    {
        foreach (var node in type.DescendantNodes())
        {
            if (node is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.ValueText: var key, Parent: ArgumentSyntax { Parent.Parent: var reader } } ||
                key.EndsWith("Url", StringComparison.Ordinal) || key.EndsWith(EndpointName.Host, StringComparison.Ordinal))
            {
                continue;
            }

            var colon = key.IndexOf(':');
            var isSection = reader is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetSection" or "GetRequiredSection" } };
            if (isSection || (colon > 0 && reader is ElementAccessExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetValue" } }))
                yield return colon < 0 ? key : key.Substring(0, colon);
        }
    }
}
