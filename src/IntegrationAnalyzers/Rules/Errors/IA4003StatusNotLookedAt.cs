using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Responses;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Errors;

/// <summary>
/// A response's body is used, or a write taken for done, and nothing on that path looked at the status. Reports the call that gives the response. Quiet where a look
/// stands anywhere on the path (here, in a helper, in a handler of this compilation), where the response goes out of sight, and in test projects.
/// A suggestion where the body's own outcome is looked at later, or handed on to the callers.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA4003StatusNotLookedAt() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA4003";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Errors,
        DiagnosticSeverity.Warning,
        "A response is used, or a write taken for done, without a look at its status",
        "'{0}' returns whatever the status, and {1}: {2}",
        "A call that does not throw on an error status hands the error page out like an answer: it is read into an object full of defaults, stored, passed on, or a refused " +
        "write counts as done.");

    private protected override void Register(RuleContext context)
    {
        // What a test sends is looked at by what it asserts.
        if (context.Model.Project.IsTest)
            return;

        context.OnOperation(
            operation =>
            {
                var invocation = (IInvocationOperation)operation.Operation;
                var responses = context.Model.Responses;
                if (!responses.MayLeave(invocation) || responses.Read(invocation, operation.CancellationToken) is not { Look: StatusLook.ByNobody } use)
                    return;

                operation.ReportDiagnostic(context.Leveled(
                    LaterLooks.Has(use),
                    use.Call.Syntax.GetLocation(),
                    use.Use?.GetLocation(),
                    properties: null,
                    use.Name,
                    Mistake(use),
                    WayOut(use, context)));
            },
            context.Model.IsNearCalls,
            NodesThat.Call(name => context.Model.CallNames.MayReach(name)),
            OperationKind.Invocation);
    }

    private static string Mistake(ResponseUse use) => use switch
    {
        { IsDropped: false } => "its body is used before anybody looks at that",
        { HasOwnTest: true } => "one failure alone is told apart here, so any other refused request counts as done",
        _ => "nothing here looks at it, so a refused request counts as done",
    };

    private static string WayOut(ResponseUse use, RuleContext context) => use.Member.Namespace switch
    {
        SendingMembers.RestSharp when RestSharpApis.IsBefore107(context.Model.Compilation) => "check 'IsSuccessful'",
        SendingMembers.RestSharp => "check 'IsSuccessful' or call 'ThrowIfError'",
        RefitApis.Namespace when use.Member.Result == CallResult.ResponseWithPayload => "check 'IsSuccessful' or await 'EnsureSuccessStatusCodeAsync'",
        _ => "check 'IsSuccessStatusCode' or call 'EnsureSuccessStatusCode'",
    };
}
