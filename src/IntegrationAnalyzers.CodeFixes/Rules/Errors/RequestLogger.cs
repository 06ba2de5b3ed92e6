using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>The logger that a controller without one of its own gets from the services of its request.</summary>
internal static class RequestLogger
{
    /// <summary>What <c>GetRequiredService</c> stands in.</summary>
    public const string Services = "Microsoft.Extensions.DependencyInjection";

    private const string Logging = "Microsoft.Extensions.Logging";

    /// <summary>Null where the clause stands in no controller, or the packages are not there.</summary>
    public static LoggerInReach? At(CatchClauseSyntax clause, FixRequest request)
    {
        var position = clause.Block.OpenBraceToken.Span.End;
        if (request.Model.GetEnclosingSymbol(position, request.CancellationToken) is not { } enclosing || IsStatic(enclosing) || enclosing.ContainingType is not { } controller ||
            request.Model.Compilation.GetTypeByMetadataName(Services + ".ServiceProviderServiceExtensions") is null || request.Model.Compilation.GetTypeByMetadataName(Logging + ".ILogger`1") is null ||
            request.Model.LookupSymbols(position, name: "HttpContext").FirstOrDefault() is not IPropertySymbol { IsStatic: false, ContainingType: var owner } || !owner.Is("Microsoft.AspNetCore.Mvc", "ControllerBase"))
        {
            return null;
        }

        var type = controller.ToMinimalDisplayString(request.Model, position);
        return new LoggerInReach($"HttpContext.RequestServices.GetRequiredService<ILogger<{type}>>()", LoggerApis.Default, MayBeNull: false);
    }

    private static bool IsStatic(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is IMethodSymbol function; current = function.ContainingSymbol)
        {
            if (function.IsStatic)
                return true;
        }

        return false;
    }
}
