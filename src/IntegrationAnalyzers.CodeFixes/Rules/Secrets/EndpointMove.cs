using System;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// Takes an endpoint out of source: a short one whole; scheme and host where the text goes on in a hole or a sum, has a query, or a path that is an operation's more than an address's.
/// </summary>
internal static class EndpointMove
{
    private const int LongestPath = 24;
    private const int MostSegments = 2;

    /// <summary>Whether a place can be mended does not depend on its name, which is looked for in the whole project.</summary>
    private static readonly ConfigurationName Unnamed = new("Endpoint", "Url");

    /// <summary>How the place is mended that has a setting of its own; of one that takes its host's only whether it can be.</summary>
    public static FixPlan? Alone(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is { } constant && UrlExpressions.Text(constant) is null)
        {
            return NamedHosts.TextOf(constant) is { } host && HasSettings(request, constant)
                ? LiteralMove.Plan(request, constant, ConfigurationRead.At(request.Model, constant, EndpointName.Of(new EndpointPlace(request, constant, host)), fromEnvironment: false))
                : null;
        }

        if (EndpointPlace.Of(request) is not { } place)
            return null;
        return ReadFallback.Plan(request, place.Literal) ?? (HasSettings(request, place.Literal) ? Plan(place, ConfigurationRead.At(request.Model, place.Literal, Unnamed, fromEnvironment: false), originOnly: false) : null);
    }

    /// <summary>Whether anybody sets what would be read: whoever starts a program with windows sets no variables for it.</summary>
    private static bool HasSettings(FixRequest request, ExpressionSyntax place) =>
        !ConfigurationRead.NeedsEnvironment(request.Model, place) || !IntegrationModel.For(request.Model.Compilation).Project.HasWindows;

    /// <param name="place">One place of an endpoint.</param>
    /// <param name="read">How it reads what all places of the host read.</param>
    /// <param name="originOnly">Only scheme and host move, as other places go on with another path.</param>
    public static FixPlan? Plan(EndpointPlace place, ConfigurationRead read, bool originOnly) =>
        LiteralMove.Plan(place.Request, place.Literal, read, originOnly && place.IsMore ? place.OriginEnd : OriginLength(place.Url, place.Literal));

    /// <summary>How much of the text is scheme and host; 0 where all of it moves.</summary>
    public static int OriginLength(UrlText url, ExpressionSyntax literal)
    {
        if (literal is not LiteralExpressionSyntax { Token.ValueText: var value })
            return url.Origin.Length;
        if (!value.StartsWith(url.Origin, StringComparison.Ordinal) || value.Length == url.Origin.Length || SettableDefault.Of(literal) is not null)
            return 0;

        var rest = value.Substring(url.Origin.Length);
        var isLong = rest.Length > LongestPath || rest.IndexOfAny(['?', '#', '.', '{']) >= 0 || rest.Split(['/'], StringSplitOptions.RemoveEmptyEntries).Length > MostSegments;
        return isLong || (literal.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && sum.Left == literal) ? url.Origin.Length : 0;
    }
}
