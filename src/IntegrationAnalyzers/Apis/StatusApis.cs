using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>The status of a response: which calls leave it to their caller, which members are the body, what says that a payload is a failure.</summary>
internal static class StatusApis
{
    public const string StatusCode = "StatusCode";
    public const string Ensure = "EnsureSuccessStatusCode";
    public const string IsSuccess = "IsSuccessStatusCode";

    /// <summary>A setting by which RestSharp throws after all.</summary>
    public const string ThrowsOnAnyError = "ThrowOnAnyError";

    /// <summary>Handlers and clients that may look at every response are found by these words.</summary>
    public static readonly string[] HandlerWords = ["DelegatingHandler", "HttpClientHandler", "HttpMessageHandler", "MessageProcessingHandler", "SocketsHttpHandler"];

    /// <summary>Words in the name of a payload's member that says whether the request went well.</summary>
    private static readonly string[] OutcomeWords = ["Success", "Succeed", "Error", "Fail", "Status", "Exception", "Fault", "Message", "Valid", "Result", "Code", "Problem"];

    /// <summary>Handlers of the framework's that look at no response.</summary>
    private static readonly HashSet<string> PlainHandlers = new(StringComparer.Ordinal) { "HttpClientHandler", "SocketsHttpHandler", "WebRequestHandler", "WinHttpHandler" };

    private static readonly HashSet<string> Looking = new(StringComparer.Ordinal) { StatusCode, Ensure, IsSuccess };

    private static readonly string[] OutcomeMembers = ["Outcome", "Decision", "Verdict", "Status", "State", "Result"];

    private static readonly string[] FailureWords = ["Error", "Success", "Succeed", "Fail", "Fault"];

    private static readonly string[] CheckWords = ["Error", "Fail", "Success", "Exception", "Throw", "Fault", "Valid"];

    /// <summary>Members by which a payload tells a failure from an answer: the one who gets it looks at them, whatever the status.</summary>
    private static readonly HashSet<string> EnvelopeMembers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Success", "IsSuccess", "Succeeded", "IsSucceeded", "Successful", "IsSuccessful", "IsOk", "Ok", "HasError", "HasErrors", "IsError", "Error", "Errors", "ErrorMessage",
        "ErrorMessages", "ErrorCode", "Error_Code", "Err", "ErrMsg", "ErrCode", "Failed", "IsFailed", "IsFailure",
    };

    /// <summary>A code, which says so only beside a text that goes with it.</summary>
    private static readonly HashSet<string> CodeMembers = new(StringComparer.OrdinalIgnoreCase) { "Code", "Status", "StatusCode", "ResultCode", "ReturnCode", "RetCode", "Ret", "State" };

    private static readonly HashSet<string> TextMembers = new(StringComparer.OrdinalIgnoreCase) { "Msg", "Message", "Messages", "StatusMessage", "ResultMessage", "Reason" };

    private static readonly HashSet<string> SameTask = new(StringComparer.Ordinal) { "ConfigureAwait", "WaitAsync", "GetAwaiter", "GetResult", "AsTask", "Preserve" };

    /// <summary>Whether a name is that of a member that looks at the status.</summary>
    public static bool Looks(string name) => Looking.Contains(name);

    /// <summary><c>Debug.Assert(…)</c>: a release build does not run it.</summary>
    public static bool IsAssertion(IMethodSymbol method) => method.Name == "Assert" && method.ContainingType.Is("System.Diagnostics", "Debug");

    /// <summary>Whether a handler's type, as it is written, is one of the framework's that hand every response on.</summary>
    public static bool IsPlainHandler(string writtenType) => PlainHandlers.Contains(writtenType.Substring(writtenType.LastIndexOf('.') + 1));

    /// <summary>Whether the call gives a response and leaves its status to the caller.</summary>
    public static bool LeavesStatus(SendingMember member, IMethodSymbol method) => member.Status switch
    {
        StatusCheck.ByCaller => member.Result == CallResult.Response,
        StatusCheck.NeverThrows => member.Result is CallResult.Response or CallResult.ResponseWithPayload && IsUnchecked(method.ReturnType.AwaitedType()),

        // RestSharp 106: client.Get(request) gives whatever came back.
        _ => member.Namespace == SendingMembers.RestSharp && method.ReturnType.AwaitedType().Name == "IRestResponse",
    };

    /// <summary>Flurl's <c>request.AllowAnyHttpStatus().GetAsync()</c> gives whatever came back.</summary>
    public static bool AllowsAnyStatus(IInvocationOperation call)
    {
        for (var link = call.Receiver(); link?.Unwrap() is IInvocationOperation earlier; link = earlier.Receiver())
        {
            if (earlier.TargetMethod.Name == "AllowAnyHttpStatus")
                return true;
        }

        return false;
    }

    /// <summary>A response whose status nobody has looked at yet, as far as its type says.</summary>
    public static bool IsUnchecked(ITypeSymbol? type) => type?.Name switch
    {
        "HttpResponseMessage" or "IApiResponse" or "ApiResponse" or "IRestResponse" or "RestResponse" or "RestResponseBase" => ResponseBodies.IsResponse(type),
        _ => false,
    };

    /// <summary>The property of a library's response that holds the body, read or not.</summary>
    public static bool IsBody(IPropertySymbol property) =>
        property.Name is "Content" or "Data" or "RawBytes" && !ResponseBodies.IsContent(property.Type) && ResponseBodies.IsResponse(property.ContainingType);

    /// <summary>Whether a method by its name looks at what it is given or called on.</summary>
    public static bool NamesCheck(IMethodSymbol method) =>
        !AnswerApis.IsAnswer(method) && (Array.Exists(CheckWords, method.Name.ContainsFailure) || ValidationApis.IsValidatorName(method.Name, ValidationApis.DefaultNames));

    /// <summary>Whether a member of a payload says by its name how the request went.</summary>
    public static bool SaysOutcome(string memberName) =>
        // No "Token".
        Array.Exists(OutcomeWords, memberName.ContainsFailure) || memberName.EndsWith("Ok", StringComparison.Ordinal) || memberName.EndsWith("OK", StringComparison.Ordinal) || memberName is "ok" or "is_ok";

    /// <summary>Whether a member of a payload tells a failure from an answer, and is none of the response's own.</summary>
    public static bool TellsFailure(string memberName) =>
        memberName is "ok" or "Ok" or "isOk" or "IsOk" ||
        (!memberName.EndsWith("StatusCode", StringComparison.Ordinal) && Array.Exists(FailureWords, memberName.ContainsFailure));

    /// <summary>Whether a member of a payload is called as one that holds its status.</summary>
    public static bool IsStatus(string memberName) => CodeMembers.Contains(memberName) && !memberName.Equals(StatusCode, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a payload says in it when the request went well, or did not.</summary>
    public static bool IsOutcome(string word) => word.ToLowerInvariant() is "ok" or "success" or "successful" or "succeeded" or "fail" or "failed" or "failure" or "error";

    /// <summary>Whether a member that holds an outcome says by the word that the other side agreed: <c>Outcome = "Approved"</c>.</summary>
    public static bool Approves(string memberName, string word) =>
        Array.Exists(OutcomeMembers, end => memberName.EndsWith(end, StringComparison.OrdinalIgnoreCase)) && IsAgreement(word);

    /// <summary>Whether a member of that name that is <c>true</c> says that all went well: <c>Success</c>, <c>IsApproved</c>.</summary>
    public static bool Agrees(string memberName)
    {
        var word = memberName.StartsWith("is", StringComparison.OrdinalIgnoreCase) ? memberName.Substring(2).TrimStart('_') : memberName;
        return word.ToLowerInvariant() is "ok" || IsAgreement(word);
    }

    /// <summary>Whether a payload of the type, or the least that is promised of it, carries its own outcome.</summary>
    public static bool IsEnvelope(ITypeSymbol? type) => OutcomesOf(type).Any();

    /// <summary>The members by which a payload of the type says how it went, its base types' among them; none where it does not.</summary>
    public static IEnumerable<ISymbol> OutcomesOf(ITypeSymbol? type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            foreach (var constraint in parameter.ConstraintTypes)
            {
                foreach (var promised in OutcomesOf(constraint))
                    yield return promised;
            }

            yield break;
        }

        for (; type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface }; type = type.BaseType)
        {
            if (type.ContainingNamespace?.Name is "System" or "Generic" || ResponseBodies.IsDocument(type))
                yield break;
            ISymbol? code = null;
            ISymbol? text = null;
            foreach (var member in type.GetMembers())
            {
                if (member is not (IPropertySymbol or IFieldSymbol))
                    continue;
                if (EnvelopeMembers.Contains(member.Name))
                    yield return member;
                if (CodeMembers.Contains(member.Name))
                    code = member;
                if (TextMembers.Contains(member.Name))
                    text = member;
            }

            if (code is not null && text is not null)
            {
                yield return code;
                yield return text;
            }
        }
    }

    /// <summary>What hands on a task, or its result, as it is.</summary>
    public static bool HandsOnTask(IMethodSymbol method) => SameTask.Contains(method.Name);

    /// <summary>Text, stream, reader or document: what is called on it gives another form of it.</summary>
    public static bool IsRaw(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String } or IArrayTypeSymbol || ResponseBodies.IsReader(type) || ResponseBodies.IsDocument(type);

    /// <summary>The stream of our own answer: what is copied there is passed on as it is.</summary>
    public static bool IsOwnAnswer(IOperation target) =>
        target.Unwrap() is IPropertyReferenceOperation { Property.Name: "Body" or "OutputStream" or "BodyWriter", Instance.Type.Name: var name } && name.EndsWith("Response", StringComparison.Ordinal);

    /// <summary>A look at whether there is anything at all: no status.</summary>
    public static bool IsEmptinessTest(IInvocationOperation test) =>
        IsEmptinessTest(test.TargetMethod) ||
        (test.TargetMethod.Name is "Equals" && test.Arguments.Length > 0 && test.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string text } && string.IsNullOrWhiteSpace(text));

    /// <inheritdoc cref="IsEmptinessTest(IInvocationOperation)"/>
    public static bool IsEmptinessTest(IMethodSymbol method) =>
        method.Name is "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Any" or "MoveNext" or "MoveNextAsync" or "ReferenceEquals";

    private static bool IsAgreement(string word) =>
        word.ToLowerInvariant() is "approved" or "accepted" or "authorized" or "authorised" or "paid" or "captured" or "settled" or "verified" or "passed" or "granted" or "cleared" or "success" or "succeeded" or "successful";
}
