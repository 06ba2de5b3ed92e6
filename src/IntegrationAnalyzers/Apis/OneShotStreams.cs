using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>Streams that can be read once: what comes over a network or out of a transformation.</summary>
internal static class OneShotStreams
{
    /// <summary>Whether the content is made of such a stream, given where the stream comes from.</summary>
    public static bool IsStreamContent(ITypeSymbol? type) => type.Is(SendingMembers.NetHttp, "StreamContent");

    public static bool IsOneShot(IOperation stream) => stream switch
    {
        IObjectCreationOperation { Type: { } type } => type.Is("System.IO.Compression", "GZipStream") || type.Is("System.IO.Compression", "DeflateStream") ||
            type.Is("System.IO.Compression", "BrotliStream") || type.Is("System.IO.Compression", "ZLibStream") || type.Is("System.Security.Cryptography", "CryptoStream") ||
            type.Is("System.Net.Sockets", "NetworkStream"),
        IPropertyReferenceOperation { Property: { Name: "Body" } property } => property.ContainingType.Is("Microsoft.AspNetCore.Http", "HttpRequest"),
        IPropertyReferenceOperation { Property: { Name: "InputStream" } property } => property.ContainingType.Is("System.Net", "HttpListenerRequest"),
        IInvocationOperation { TargetMethod: { Name: "GetStreamAsync" } method } => method.ContainingType.Is(SendingMembers.NetHttp, "HttpClient"),
        IInvocationOperation { TargetMethod: { Name: "OpenRead" or "OpenReadTaskAsync" } method } => method.ContainingType.Is(SendingMembers.Net, "WebClient"),
        IInvocationOperation { TargetMethod: { Name: "GetStream" } method } => method.ContainingType.Is("System.Net.Sockets", "TcpClient"),
        _ => false,
    };
}
