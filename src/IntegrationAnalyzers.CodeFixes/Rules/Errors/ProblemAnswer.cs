using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>The answer of our own for a failure upstream: problem details, by the framework that the file uses.</summary>
/// <param name="Text">The new expression.</param>
/// <param name="Usings">What it needs.</param>
internal sealed record ProblemAnswer(string Text, ImmutableArray<string> Usings)
{
    private const string Upstream = "\"The upstream service failed\"";

    /// <summary>What is said where nobody has said it, as an expression, and by which status: a clause for everything does not know that it was the upstream, and must not say so of a bug.</summary>
    public static (string Title, string Status) For(CatchShape? shape) => shape switch
    {
        { IsGeneral: true } => ("\"The request failed\"", "Status500InternalServerError"),
        { Clause.ExceptionType: var caught } when FailureTypes.KindsOf(caught) == FailureKinds.Timeout => (Upstream, "Status504GatewayTimeout"),
        _ => (Upstream, "Status502BadGateway"),
    };

    /// <summary>With the title's expression. Null where the answer's type has to stay what it is.</summary>
    public static ProblemAnswer? InPlaceOf(IInvocationOperation answer, string title, string status, FixRequest request)
    {
        var member = answer.TargetMethod;
        string target;
        if (AnswerApis.IsController(member))
        {
            if (!IsOpen(answer, AnswerApis.Mvc, "ActionResult", request) || !HasProblem(member.ContainingType, "Problem"))
                return null;
            target = "Problem";
        }
        else if (AnswerApis.IsResults(member) && answer.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } && HasProblem(member.ContainingType, "Problem"))
        {
            target = access.Expression.WithoutTrivia() + ".Problem";
        }
        else
        {
            return null;
        }

        var codes = request.Model.Compilation.GetTypeByMetadataName(AnswerApis.Http + ".StatusCodes");
        if (codes is null)
            return null;
        var names = new TypeNames(request.Model, request.Root, answer.Syntax.SpanStart);
        return new ProblemAnswer($"{target}(statusCode: {names.Of(codes)}.{status}, title: {title})", names.Usings.ToImmutableArray());
    }

    /// <summary>Whether the value is returned as an interface or base type, so that another result may stand there.</summary>
    private static bool IsOpen(IInvocationOperation answer, string ns, string baseType, FixRequest request)
    {
        var value = answer.Wrapped();
        while (value.Parent is IConditionalOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation)
            value = value.Parent.Wrapped();
        if (value.Parent is not IReturnOperation || request.Model.GetEnclosingSymbol(answer.Syntax.SpanStart, request.CancellationToken) is not IMethodSymbol method)
            return false;
        var type = method.ReturnType.AwaitedType();
        return type.Is(ns, "IActionResult") || type.Is(ns, baseType);
    }

    private static bool HasProblem(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IMethodSymbol>().Any(static m => m.Parameters.Any(static p => p.Name == "statusCode") && m.Parameters.Any(static p => p.Name == "title")))
                return true;
        }

        return false;
    }
}
