using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
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
    public const string Title = "The upstream service failed";

    /// <summary>Null where the answer's type has to stay what it is.</summary>
    public static ProblemAnswer? InPlaceOf(IInvocationOperation answer, bool isTimeout, FixRequest request)
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
        var code = names.Of(codes) + (isTimeout ? ".Status504GatewayTimeout" : ".Status502BadGateway");
        return new ProblemAnswer($"{target}(statusCode: {code}, title: \"{Title}\")", names.Usings.ToImmutableArray());
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
