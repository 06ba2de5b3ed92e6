using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>What makes the answer to our own caller: a controller's results, a minimal API's, the response written by hand.</summary>
internal static class AnswerApis
{
    public const string Mvc = "Microsoft.AspNetCore.Mvc";
    public const string Http = "Microsoft.AspNetCore.Http";

    private const string ValidationProblem = "ValidationProblem";

    public static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Ok", "BadRequest", "StatusCode", "Problem", "NotFound", "Conflict", "UnprocessableEntity", "Unauthorized", "Forbid", "Content", "Text", "Json",
        "InternalServerError", "WriteAsync", "WriteAsJsonAsync", "Accepted", "Created",
    };

    /// <summary>Those of them that can be handed a status.</summary>
    public static readonly string[] StatusTaking = ["StatusCode", "Problem", "Json", "Text", "Content"];

    /// <summary>The look before binding.</summary>
    public static bool MayAnswer(string methodName) => Names.Contains(methodName) || methodName == ValidationProblem;

    /// <summary>A file that mentions none of these answers nobody.</summary>
    public static readonly string[] Words = ["Mvc", "ControllerBase", "Controller", "IActionResult", "ActionResult", "IResult", "Results", "TypedResults", "HttpContext", "WriteAsync"];

    public static bool IsAnswer(IMethodSymbol method)
    {
        if (!Names.Contains(method.Name) || method.DeclaringType() is not { } type)
            return false;
        return type.Name switch
        {
            "ControllerBase" or "Controller" => type.ContainingNamespace.Is(Mvc),
            "Results" or "TypedResults" or "IResultExtensions" => type.ContainingNamespace.Is(Http),
            "HttpResponseWritingExtensions" or "HttpResponseJsonExtensions" => type.ContainingNamespace.Is(Http),
            _ => false,
        };
    }

    /// <summary><c>ModelState.AddModelError("", …)</c>: a text that waits for an answer with the model's state.</summary>
    public static bool AddsModelError(IMethodSymbol method) => method.Name is "AddModelError" or "TryAddModelError" && IsModelState(method.ContainingType);

    /// <summary><c>BadRequest(ModelState)</c>, <c>ValidationProblem()</c>: what stands in the model's state goes out.</summary>
    public static bool AnswersWithModelState(IInvocationOperation call) =>
        IsAnswer(call.TargetMethod) && call.Arguments.Any(static argument => IsModelState(argument.Value.Unwrap().Type)) ||
        call.TargetMethod is { Name: ValidationProblem, ContainingType: { Name: "ControllerBase", ContainingNamespace: var ns } } && ns.Is(Mvc);

    private static bool IsModelState(ITypeSymbol? type) => type.IsOrDerivesFrom(Mvc + ".ModelBinding", "ModelStateDictionary");

    /// <summary><c>new ObjectResult(…)</c> and its like, <c>new ProblemDetails { … }</c>.</summary>
    public static bool IsAnswer(ITypeSymbol? type) =>
        IsResult(type) || type.IsOrDerivesFrom(Mvc, "ProblemDetails");

    /// <summary>The answer itself, and not what it holds.</summary>
    public static bool IsResult(ITypeSymbol? type) => type.IsOrDerivesFrom(Mvc, "ActionResult");

    /// <summary>The results that hold what they are given, by their types' names.</summary>
    public static readonly HashSet<string> ResultNames = new(StringComparer.Ordinal)
    {
        "ContentResult", "ObjectResult", "JsonResult", "BadRequestObjectResult", "NotFoundObjectResult", "ConflictObjectResult", "UnauthorizedObjectResult", "UnprocessableEntityObjectResult",
    };

    /// <summary>A method that by its name says our caller has made a mistake.</summary>
    public static bool IsRefusal(string methodName) => methodName is "BadRequest" or "NotFound" or "Conflict" or "UnprocessableEntity" or "Unauthorized" or "Forbid";

    /// <summary>The status of an answer, as far as its name and constants say; null where they do not.</summary>
    public static int? StatusOf(IInvocationOperation answer)
    {
        if (IsRefusal(answer.TargetMethod.Name))
            return 400;
        if (answer.Argument("statusCode") is { } given && given.Unwrap() is not { ConstantValue: { HasValue: true, Value: null } } and not IDefaultValueOperation)
            return given.Unwrap().ConstantValue is { HasValue: true, Value: int status } ? status : null;
        return answer.TargetMethod.Name is "Problem" or "InternalServerError" ? 500 : answer.TargetMethod.Name == "StatusCode" ? null : 200;
    }

    /// <inheritdoc cref="StatusOf(IInvocationOperation)"/>
    public static int? StatusOf(IObjectCreationOperation answer)
    {
        var name = answer.Type?.Name ?? "";
        foreach (var operation in answer.Tree())
        {
            if (TakesStatus(operation) && (operation is IArgumentOperation argument ? argument.Value : ((IAssignmentOperation)operation).Value).Unwrap().ConstantValue is { HasValue: true, Value: int status })
                return status;
        }

        foreach (var refusal in Names)
        {
            if (IsRefusal(refusal) && name.StartsWith(refusal, StringComparison.Ordinal))
                return 400;
        }

        return name is "OkObjectResult" or "OkResult" or "JsonResult" or "ContentResult" ? 200 : null;
    }

    /// <summary>A place that holds the status of our answer: a parameter, or a property of a result, of problem details or of the response.</summary>
    public static bool TakesStatus(IOperation place) => place switch
    {
        IArgumentOperation { Parameter.Name: "statusCode", Parent: IInvocationOperation call } => IsAnswer(call.TargetMethod),
        IArgumentOperation { Parameter.Name: "statusCode", Parent: IObjectCreationOperation created } => IsAnswer(created.Type),
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "StatusCode" or "Status" } property } } =>
            IsAnswer(property.ContainingType) || property.ContainingType.Is(Http, "HttpResponse"),
        _ => false,
    };

    public static bool IsController(IMethodSymbol answer) => answer.DeclaringType() is { Name: "ControllerBase" or "Controller" };

    public static bool IsResults(IMethodSymbol answer) => answer.DeclaringType() is { Name: "Results" };
}
