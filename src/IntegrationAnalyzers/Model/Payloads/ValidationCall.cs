using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>A validation of something that has to do with an integration.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Validator">Whose it is.</param>
/// <param name="IsUnread">Whether nothing reads what it says.</param>
/// <param name="ChecksRequiredAlone">Whether it leaves out rules that the validated type has.</param>
internal sealed record ValidationCall(IInvocationOperation Operation, Validator Validator, bool IsUnread, bool ChecksRequiredAlone);
