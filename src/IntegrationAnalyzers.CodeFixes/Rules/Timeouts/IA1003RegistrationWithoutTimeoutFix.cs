using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>
/// Sets the timeout where the registration sets its client up, or in its chain, with room for the attempts of its handlers. Second choice, where the package is referenced, nothing in the chain retries and calls are in sight which all read and pass a token: the standard
/// resilience handler, which ends requests after 30 seconds and tries them again. Not offered where a directive stands in the chain.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA1003RegistrationWithoutTimeoutFix)), Shared]
public sealed class IA1003RegistrationWithoutTimeoutFix() : IntegrationCodeFix(IA1003RegistrationWithoutTimeout.Id, "Set a timeout in the registration")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (Registering(request) is not { } invocation || !BuilderCalls.CanAdd(invocation))
            return null;

        var value = Durations.Seconds(Seconds(invocation, request), request);
        if (ContainerMadeClient.With(value, invocation, request) is { } factory)
            return factory;
        if (ConfiguringLambda.Of(invocation, request) is var (last, client))
            return new FixPlan(editor => StatementEdits.InsertAfter(editor, last, SyntaxFactory.ParseStatement($"{client}.Timeout = {value};")), Durations.Usings(value));
        var parameter = BuilderCalls.Parameter(invocation, request);
        return new FixPlan(
            editor => editor.ReplaceNode(invocation, (current, _) =>
                BuilderCalls.Add(invocation, (ExpressionSyntax)current, $"ConfigureHttpClient({parameter} => {parameter}.Timeout = {value})")),
            Durations.Usings(value).Add(RegistrationApis.Namespace));
    }

    private protected override FixPlan? SecondPlan(FixRequest request)
    {
        if (Registering(request) is not { } invocation || !BuilderCalls.CanAdd(invocation) || !RegistrationApis.HasStandardResilience(request.Model.Compilation) ||
            !MayRetry(invocation, request) || TakesLong(invocation, request))
        {
            return null;
        }

        // The handler's builder is not the client's: it can only stand at the end, where nobody takes the value.
        var last = BuilderCalls.Outermost(invocation);
        if (last.Parent is not ExpressionStatementSyntax || !RegistrationApis.IsBuilder(request.Model.GetTypeInfo(last).Type))
            return null;
        return new FixPlan(
            editor => editor.ReplaceNode(last, (current, _) => BuilderCalls.Add(last, (ExpressionSyntax)current, "AddStandardResilienceHandler()")),
            ImmutableArray.Create(RegistrationApis.Namespace))
        {
            Title = "Add the standard resilience handler",
        };
    }

    /// <summary>Long where a handler of the client may send again, for the client's timeout ends all attempts together, and where its calls may take long.</summary>
    private static int Seconds(InvocationExpressionSyntax invocation, FixRequest request) =>
        NewTimeout.Seconds(IA1003RegistrationWithoutTimeout.DefaultTimeoutSeconds, request, () => RepeatingSteps.MayBeOn(invocation, request) || TakesLong(invocation, request));

    /// <summary>Whether a type that calls by the client moves files or asks a language model.</summary>
    private static bool TakesLong(InvocationExpressionSyntax invocation, FixRequest request)
    {
        var registrations = IntegrationModel.For(request.Model.Compilation).Registrations;
        foreach (var registration in registrations.At(invocation, request.CancellationToken))
        {
            if (registrations.Of(registration, request.CancellationToken) is { } client && registrations.Calls(client, request.CancellationToken).Any(static call => NewTimeout.TakesLong(call.Operation.Syntax)))
                return true;
        }

        return false;
    }

    private static InvocationExpressionSyntax? Registering(FixRequest request) => request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>();

    /// <summary>
    /// The standard handler retries every verb: not where a call writes, and not round another retry. It takes away the only deadline of the body: not where a call passes no token.
    /// </summary>
    private static bool MayRetry(InvocationExpressionSyntax invocation, FixRequest request)
    {
        var model = IntegrationModel.For(request.Model.Compilation);
        var registrations = model.Registrations;
        foreach (var registration in registrations.At(invocation, request.CancellationToken))
        {
            if (registrations.Of(registration, request.CancellationToken) is not { } client)
                continue;
            if (client.Handlers.Any(static step => step.Handler != HandlerKind.Message) ||
                registrations.Calls(client, request.CancellationToken) is not { IsEmpty: false } calls || calls.Any(call => call.Token is null || call.Verb.Verb is not (HttpVerb.Get or HttpVerb.Head or HttpVerb.Options) || IsReadWithoutToken(call, model, request)) ||
                model.Stacked.IsRepeatedInCode(client, request.CancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the call ends at the headers, and what reads the body behind it has no token.</summary>
    private static bool IsReadWithoutToken(OutboundCall call, IntegrationModel model, FixRequest request) => call.Operation.Root().Tree().Any(operation =>
        operation is IInvocationOperation { Syntax: InvocationExpressionSyntax read } && model.Bodies.MayBe(read) && model.Bodies.Read(read, model.Source.Model(read.SyntaxTree), request.CancellationToken) is not null);
}
