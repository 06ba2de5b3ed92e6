using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>The members that read the body of a response from its content.</summary>
internal static class BodyReads
{
    public const string OpenStream = "ReadAsStreamAsync";

    private static readonly HashSet<string> ContentMembers = new(StringComparer.Ordinal)
    {
        "ReadAsStringAsync", "ReadAsByteArrayAsync", OpenStream, "ReadAsAsync", "ReadFromJsonAsync", "ReadFromJsonAsAsyncEnumerable",
        "CopyToAsync", "LoadIntoBufferAsync",
    };

    public static bool HasName(string name) => ContentMembers.Contains(name);

    /// <summary>The content that the call reads; null where it reads none.</summary>
    public static IOperation? Content(IInvocationOperation invocation) =>
        HasName(invocation.TargetMethod.Name) && invocation.Receiver() is { } receiver && ResponseBodies.IsContent(receiver.Unwrap().Type)
            ? receiver.Unwrap()
            : null;

    /// <summary>The response whose content the operation is; null where it is that of a request, or from elsewhere.</summary>
    public static IOperation? ResponseOf(IOperation content) =>
        content is IPropertyReferenceOperation { Property.Name: "Content", Instance: { } owner } && owner.Type.Is(SendingMembers.NetHttp, "HttpResponseMessage")
            ? owner
            : null;
}
