using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Errors;

/// <summary>
/// What an upstream said of its failure goes out to our own caller: the exception's text, or the body of the failed response, in the answer of an endpoint.
/// Quiet on the body of a success, on what goes to a console or a log, and where no failure of an outbound call comes to the clause. A suggestion where administrators alone may call.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA4006UpstreamDetailDisclosed() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA4006";

    private static readonly HashSet<uint> Answers = TextWords.Hashes(["IActionResult", "ActionResult", "IResult", "Results", "TypedResults", "ControllerBase", "Controller", "ApiController", "MapGet", "MapPost", "MapPut", "MapPatch", "MapDelete"]);

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Errors,
        DiagnosticSeverity.Warning,
        "What an upstream says of its failure goes out to our caller",
        "{0} goes out to our caller by '{1}': answer with a problem detail of our own and log the rest",
        "The text names hosts, addresses and the provider's own data, changes whenever the provider likes, and tells our caller nothing to act on.",
        "security",
        "external/cwe/cwe-209");

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest || !context.Model.CallNames.Any)
            return;
        context.OnClause(MayAnswer, (c, _, shape) => AnalyzeClause(c, shape, context));
        context.OnSyntax(c => AnalyzeAnswer(c, context), FilesThat.Name(AnswerApis.Names), SyntaxKind.InvocationExpression);
        context.OnSyntax(c => AnalyzeResult(c, context), FilesThat.Name(AnswerApis.ResultNames), SyntaxKind.ObjectCreationExpression);
    }

    private static void AnalyzeClause(OperationContext analysis, CatchShape shape, RuleContext context)
    {
        var catches = context.Model.Catches;
        var failures = catches.FailuresOf(shape.Try, analysis.CancellationToken);
        var isOfCall = catches.GetsFromCall(shape, failures);
        if (failures.Calls.IsEmpty || (isOfCall && OwnWords.AreAskedFor(shape, context.Model.Source, analysis.CancellationToken)))
            return;
        var disclosures = context.Model.Disclosures;
        foreach (var disclosure in isOfCall ? disclosures.In(shape.Clause, analysis.CancellationToken)
            : disclosures.Carried(shape, analysis.CancellationToken).Concat(IsThrown(shape, failures) ? disclosures.Inner(shape, analysis.CancellationToken) : []))
        {
            analysis.ReportDiagnostic(Report(
                disclosure.Leak.Syntax,
                failures.Calls[0].Call.Operation.Syntax.GetLocation(),
                disclosure.IsBody ? "The body of a failed response" : $"What {FailureText.Of(failures.Calls[0])} failed with",
                NameOf(disclosure.Answer),
                context));
        }
    }

    /// <summary>Whether what the clause takes is thrown for the call, by a wrapper of this compilation.</summary>
    private static bool IsThrown(CatchShape shape, TryFailures failures) =>
        shape.Clause.ExceptionType is { } caught && failures.Thrown is { } thrown && thrown.Any(type => type.IsOrDerivesFrom(caught));

    private static void AnalyzeAnswer(NodeContext analysis, RuleContext context)
    {
        var invocation = (InvocationExpressionSyntax)analysis.Node;
        if (invocation.CalledText() is { } name && AnswerApis.MayAnswer(name) && invocation.ArgumentList.Arguments.Count > 0 &&
            analysis.SemanticModel.GetOperation(invocation, analysis.CancellationToken) is IInvocationOperation answer)
        {
            AnalyzeBody(analysis, answer, name, context);
        }
    }

    /// <summary><c>return new ContentResult { Content = body }</c></summary>
    private static void AnalyzeResult(NodeContext analysis, RuleContext context)
    {
        var creation = (ObjectCreationExpressionSyntax)analysis.Node;
        if (creation.Type is SimpleNameSyntax { Identifier.ValueText: var name } && AnswerApis.ResultNames.Contains(name) &&
            analysis.SemanticModel.GetOperation(creation, analysis.CancellationToken) is IObjectCreationOperation result)
        {
            AnalyzeBody(analysis, result, "new " + name, context);
        }
    }

    private static void AnalyzeBody(NodeContext analysis, IOperation answer, string name, RuleContext context)
    {
        if (context.Model.CallNames.IsClientTree(answer.Syntax.SyntaxTree) && context.Model.Disclosures.In(answer, analysis.CancellationToken) is { } disclosure)
            analysis.ReportDiagnostic(Report(disclosure.Leak.Syntax, cause: null, "The body of a failed response", name, context));
    }

    private static Diagnostic Report(SyntaxNode leak, Location? cause, string what, string answer, RuleContext context) =>
        context.Leveled(EndpointApis.IsForAdministrators(leak) || leak.EnclosingMethodName() is { } action && Questions.TriesOut(action), leak.GetLocation(), cause, properties: null, what, answer);

    private static bool MayAnswer(CatchClauseSyntax clause) => clause.Declaration is { Identifier: { RawKind: not 0 } caught } && clause.Block.DescendantNodes().Any(node => node switch
    {
        InvocationExpressionSyntax invocation => invocation.CalledText() is { } name && AnswerApis.MayAnswer(name),
        BaseObjectCreationExpressionSyntax => true,
        AssignmentExpressionSyntax { Right: var kept } => IsGivenBack(kept, caught.ValueText),
        ArgumentSyntax { Expression: var kept, Parent.Parent: InvocationExpressionSyntax call } when Disclosures.Collects(call.CalledText() ?? "") => IsGivenBack(kept, caught.ValueText),
        ReturnStatementSyntax { Expression: { } given } => IsGivenBack(given, caught.ValueText),
        _ => false,
    });

    /// <summary><c>return Rejected(ex.Message)</c> in a file of endpoints, whose helper may be what answers, and <c>return ex.Message</c>.</summary>
    private static bool IsGivenBack(ExpressionSyntax given, string caught) =>
        TreeIndex.Of(given.SyntaxTree).Words.ContainsAny(Answers) && given.DescendantTokens().Any(token => token.ValueText == caught);

    private static string NameOf(IOperation answer) => answer switch
    {
        IInvocationOperation call => call.TargetMethod.Name,
        IObjectCreationOperation { Type.Name: var type } => "new " + type,
        IReturnOperation => "return",
        IAssignmentOperation => "Response.Headers",
        _ => "",
    };
}
