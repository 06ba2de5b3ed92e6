namespace IntegrationAnalyzers.Apis;

/// <summary>Which library turns the text into an object.</summary>
internal enum Serializer
{
    SystemTextJson,
    Newtonsoft,

    /// <summary>The media type formatters of Microsoft.AspNet.WebApi.Client.</summary>
    MediaTypeFormatter,
    RestSharp,
    Flurl,
    Refit,
}

/// <summary>Where a deserializing member takes the text from.</summary>
internal enum PayloadInput
{
    /// <summary>The member sends the request itself.</summary>
    Sends,

    /// <summary>What it is called on: the content, a response, or a document already parsed.</summary>
    Receiver,

    /// <summary>Its first argument: text, bytes, a stream or a reader.</summary>
    Argument,
}

/// <summary>A member of a library that makes an object from a body.</summary>
internal sealed record DeserializingMember(string Namespace, string Type, string Name, Serializer Serializer, PayloadInput Input)
{
    /// <summary>Whether the result is a response of the library that holds the object in a property.</summary>
    public bool IsEnvelope { get; init; }
}
