namespace IntegrationAnalyzers.Model.Errors;

/// <summary>What whoever called gets once a clause has taken a failure, the more misleading the higher.</summary>
internal enum CatchAnswer
{
    Unknown,

    /// <summary>The method has no result.</summary>
    None,

    /// <summary><c>null</c>: no answer, and it looks like none.</summary>
    Nothing,

    /// <summary>What was there before: a parameter, a field, a cached copy.</summary>
    Former,

    /// <summary>Something that says by its type, its members or its text that it failed.</summary>
    Failure,

    /// <summary><c>(false, "words")</c>: it has not been done, and some reason.</summary>
    NoInTuple,

    /// <summary>A status of 500: we failed, whatever the reason.</summary>
    ServerError,

    /// <summary><c>false</c>.</summary>
    No,

    /// <summary>A status that says the upstream is not there now (502, 503, 504), after a bug too.</summary>
    Unavailable,

    /// <summary>A status that says our caller has made a mistake (4xx).</summary>
    Refusal,

    /// <summary>An empty text: an answer like any other, unless whoever gets it asks.</summary>
    EmptyText,

    /// <summary>An empty list, likewise.</summary>
    EmptyList,

    /// <summary>What is taken for a real answer: an empty object, a part of a list, a text in place of the content, <c>true</c>, a status of success.</summary>
    Fabricated,

    /// <summary>Data made up, which nobody can tell from true ones: by a generator of mocks, by chance.</summary>
    Invented,

    /// <summary>A new exception, thrown behind the clause, that does not know its cause.</summary>
    NewFailure,
}
