using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>The members that read the body of a response from its content.</summary>
internal static class BodyReads
{
    public const string Enumerates = "GetFromJsonAsAsyncEnumerable";
    public const string OpenStream = "ReadAsStreamAsync";

    /// <summary>Reads the body into memory, so that what reads it behind waits for nothing.</summary>
    public const string Loads = "LoadIntoBufferAsync";

    private static readonly HashSet<string> ContentMembers = new(StringComparer.Ordinal)
    {
        "ReadAsStringAsync", "ReadAsByteArrayAsync", OpenStream, "ReadAsAsync", "ReadFromJsonAsync", "ReadFromJsonAsAsyncEnumerable",
        "CopyToAsync", Loads,
    };

    /// <summary>What takes bytes or text from a stream, from a reader over one, or from a stream that it is handed.</summary>
    private static readonly HashSet<string> StreamMembers = new(StringComparer.Ordinal)
    {
        "ReadAsync", "Read", "ReadExactlyAsync", "ReadExactly", "ReadAtLeastAsync", "ReadAtLeast", "ReadBlockAsync", "ReadBlock", "ReadToEndAsync", "ReadToEnd", "ReadLineAsync", "ReadLine", "ReadByte",
        "CopyToAsync", "CopyTo", "DeserializeAsync", "Deserialize", "DeserializeAsyncEnumerable", "ParseAsync", "Parse", "Load",
    };

    /// <summary>The words without which no call of a compilation ends at the headers.</summary>
    public static readonly string[] EarlyWords = ["ResponseHeadersRead", "GetStreamAsync", Enumerates];

    public static bool HasName(string name) => ContentMembers.Contains(name);

    /// <summary>Whether a call of that name may read a body, from its content or its stream.</summary>
    public static bool NamesRead(string name) => (ContentMembers.Contains(name) && name != OpenStream) || StreamMembers.Contains(name);

    /// <summary>The stream, or the reader over one, that the call takes from; null where it takes from none.</summary>
    public static IOperation? Stream(IInvocationOperation invocation)
    {
        if (!StreamMembers.Contains(invocation.TargetMethod.Name))
            return null;
        if (invocation.Receiver() is { } receiver && IsStream(receiver.Type))
            return receiver.Unwrap();
        return invocation.TargetMethod.Name is "DeserializeAsync" or "Deserialize" or "DeserializeAsyncEnumerable" or "ParseAsync" or "Parse" or "Load" &&
            invocation.Arguments.Length > 0 && IsStream(invocation.Arguments[0].Value.Type)
                ? invocation.Arguments[0].Value.Unwrap()
                : null;
    }

    /// <summary>Whether the call returns as soon as the headers are there: the body, and its deadline, are the reader's.</summary>
    public static bool EndsAtHeaders(SendingMember member, IInvocationOperation call, Func<IOperation, Optional<object?>> constant)
    {
        if (member.Namespace is not (SendingMembers.NetHttp or SendingMembers.NetHttpJson or SendingMembers.FlurlHttp))
            return false;
        return member.IsBodyOutsideTimeout ||
            (call.ArgumentOfType("HttpCompletionOption") is { } option && constant(option) is { HasValue: true, Value: 1 });
    }

    /// <summary>Whether the member takes bytes from a stream, or characters from a reader, into a buffer and says how many.</summary>
    public static bool FillsBuffer(IMethodSymbol method) =>
        method.Name is "Read" or "ReadAsync" or "ReadAtLeast" or "ReadAtLeastAsync" or "ReadBlock" or "ReadBlockAsync" && method.Parameters.Length > 0 &&
        method.ReturnType.AwaitedType().SpecialType == SpecialType.System_Int32 && IsStream(method.ContainingType);

    private static bool IsStream(ITypeSymbol? type) =>
        type.IsOrDerivesFrom("System.IO", "Stream") || type.IsOrDerivesFrom("System.IO", "TextReader") || type.IsOrDerivesFrom("Newtonsoft.Json", "JsonReader");

    /// <summary>The content that the call reads; null where it reads none.</summary>
    public static IOperation? Content(IInvocationOperation invocation) =>
        HasName(invocation.TargetMethod.Name) && invocation.Receiver() is { } receiver && ResponseBodies.IsContent(receiver.Unwrap().Type)
            ? receiver.Unwrap()
            : null;

    /// <summary>The response whose content the operation is; null where it is that of a request, or from elsewhere.</summary>
    public static IOperation? ResponseOf(IOperation content) =>
        content is IPropertyReferenceOperation { Property.Name: var name, Instance: { } owner } && IsContent(owner.Type, name) ? owner : null;

    /// <summary>Whether the type's property of that name is the content of a response.</summary>
    public static bool IsContent(ITypeSymbol? owner, string property) => property == "Content" && owner.Is(SendingMembers.NetHttp, "HttpResponseMessage");
}
