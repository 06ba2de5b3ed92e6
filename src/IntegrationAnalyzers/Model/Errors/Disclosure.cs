using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Something of a failed call that goes out in the answer to our own caller.</summary>
/// <param name="Leak">The expression that goes out: the exception, its text, the body of the failed response.</param>
/// <param name="Answer">The call or creation that makes the answer, or the <c>return</c> of an endpoint that answers with an object or text of its own.</param>
/// <param name="IsBody">Whether it is the response's body; else it is the exception's.</param>
internal sealed record Disclosure(IOperation Leak, IOperation Answer, bool IsBody);
