using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Calls;

/// <summary>One call that leaves the process over HTTP.</summary>
/// <remarks>
/// A place is read once and kept, so the operations in it may belong to another semantic model than the asker's: compare them by syntax,
/// never by identity.
/// </remarks>
/// <param name="Operation">The invocation.</param>
/// <param name="Member">The library's member behind it.</param>
/// <param name="Verb">What it sends, as far as the code says.</param>
/// <param name="Client">What it is sent by: a client, or Flurl's URL or request; null for a static call.</param>
/// <param name="Request">The request message or request object handed to it.</param>
/// <param name="Url">The URL or path as written at the call.</param>
/// <param name="Content">The body as written at the call.</param>
/// <param name="Token">The cancellation token as written at the call; null where none is passed.</param>
internal sealed record OutboundCall(
    IInvocationOperation Operation,
    SendingMember Member,
    VerbFact Verb,
    IOperation? Client,
    IOperation? Request,
    IOperation? Url,
    IOperation? Content,
    IOperation? Token)
{
    /// <summary>The call's name as the source writes it, for messages.</summary>
    public string Name => Operation.TargetMethod.Name;
}
