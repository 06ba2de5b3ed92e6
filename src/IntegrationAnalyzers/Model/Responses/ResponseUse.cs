using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>Whether anything looks at the status between a call and the use of what it brought.</summary>
internal enum StatusLook
{
    /// <summary>The response goes where it is not followed, or is not used.</summary>
    Unknown,

    /// <summary>The code after the call does: here, in a helper, an extension, a lambda.</summary>
    ByCode,

    /// <summary>A handler or client of this compilation may do so for every response.</summary>
    ByHandler,

    /// <summary>The response is handed on to the callers, unlooked at.</summary>
    ByCaller,

    /// <summary>Nobody, on some path.</summary>
    ByNobody,
}

/// <summary>The path from a call to the use of its content.</summary>
/// <param name="Call">The call that gives the response: a library's member, or a method of this compilation that hands one on as it came.</param>
/// <param name="Member">The library's member behind it.</param>
/// <param name="Look">Who looks at the status.</param>
/// <param name="Use">The first use of the body that no look precedes; null where nothing is used.</param>
/// <param name="IsDropped">Whether a write's response is left where it is: whoever comes after takes it for done.</param>
/// <param name="HasOwnTest">Whether some path does test the status.</param>
internal sealed record ResponseUse(IInvocationOperation Call, SendingMember Member, StatusLook Look, SyntaxNode? Use, bool IsDropped, bool HasOwnTest)
{
    /// <summary>The call's name as the source writes it, for messages.</summary>
    public string Name => Call.TargetMethod.Name;
}
