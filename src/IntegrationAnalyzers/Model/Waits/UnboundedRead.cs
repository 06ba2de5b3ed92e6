using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Registrations;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>A read of a response's body that nothing ends when the other side stops in the middle.</summary>
/// <param name="Operation">The read: of a content, a stream, a reader; or the call that reads the body itself.</param>
/// <param name="Name">The read's name.</param>
/// <param name="Call">The call whose body it is.</param>
/// <param name="Handler">The handler that has taken the client's timeout away; null where the call itself ends at the headers.</param>
internal sealed record UnboundedRead(IInvocationOperation Operation, SimpleNameSyntax Name, OutboundCall Call, RegistrationStep? Handler);
