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
    /// <summary>Null where the clause stands in no controller, or the packages are not there.</summary>
    public static LoggerInReach? At(CatchClauseSyntax clause, FixRequest request)
    {
        var position = clause.Block.OpenBraceToken.Span.End;
        if (request.Model.GetEnclosingSymbol(position, request.CancellationToken) is not { } enclosing || enclosing.IsInStaticFunction() || enclosing.ContainingType is not { } controller ||
            request.Model.Compilation.GetTypeByMetadataName(RegistrationApis.ServiceGetters) is null || request.Model.Compilation.GetTypeByMetadataName(LoggerApis.Namespace + ".ILogger`1") is null ||
            request.Model.LookupSymbols(position, name: "HttpContext").FirstOrDefault() is not IPropertySymbol { IsStatic: false, ContainingType: var owner } || !owner.Is("Microsoft.AspNetCore.Mvc", "ControllerBase"))
        {
            return null;
        }

        var type = controller.ToMinimalDisplayString(request.Model, position);
        return new LoggerInReach($"HttpContext.RequestServices.GetRequiredService<ILogger<{type}>>()", LoggerApis.Default, MayBeNull: false) { Using = RegistrationApis.Namespace };
    }
}
