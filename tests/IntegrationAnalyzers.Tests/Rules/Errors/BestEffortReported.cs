using System.Collections.Generic;
using IntegrationAnalyzers.Tests.Verification;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>The rules on clauses as a strict team has them, with best effort reported: for tests of which failures come to a clause, whatever it answers.</summary>
internal sealed class BestEffortReported : IRuleSetting
{
    public static IReadOnlyDictionary<string, string> Lines { get; } = new Dictionary<string, string>
    {
        ["integration_analyzers.ia4001.report_best_effort"] = "true",
        ["integration_analyzers.ia4002.report_best_effort"] = "true",
    };
}
