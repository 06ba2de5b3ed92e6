using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static IntegrationAnalyzers.Model.Responses.ResponseForm;

namespace IntegrationAnalyzers.Model.Responses;

/// <content>Calls: of the response's members, of what reads and turns its body, of helpers.</content>
internal sealed partial class ResponseFlow
{
    private ResponseForm VisitInvocation(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;

        // A release build does not run it.
        if (StatusApis.IsAssertion(method))
            return Nothing;
        if (method.Name == TaskApis.WhenAll && invocation.Syntax is InvocationExpressionSyntax all && ResponseSyntax.IsDroppedWhenAll(all))
            return OfDropped(invocation);
        var receiver = invocation.Instance is { } instance ? Visit(instance) : Nothing;
        var outer = _log;
        _log = invocation.Syntax is InvocationExpressionSyntax written && (LoggedValue.IsLog(written) || (method.ReturnsVoid && LoggerApis.Logs(method))) ? written : null;
        var isLog = _log is not null;
        var result = Nothing;
        var told = _helpers.LooksAtStatus(method);
        for (var i = 0; i < invocation.Arguments.Length; i++)
        {
            var argument = invocation.Arguments[i];
            var form = Visit(argument.Value);
            if (form == Nothing)
                continue;
            if (told != Certainty.Unknown)
                receiver = form;
            else if (i == 0 && invocation.Instance is null && method.IsExtensionMethod)
                receiver = form;
            else if (isLog)
                OfLog(form, (InvocationExpressionSyntax)invocation.Syntax);
            else if (OfArgument(invocation, argument, form) is var made && made > result)
                result = made;
        }

        _log = outer;
        if (invocation.Syntax == _start)
        {
            // Round again in a loop: the one before is past looking at.
            End();
            State = ResponseState.Open;
            return _startsAs;
        }

        if (receiver != Nothing && told != Certainty.Unknown)
            return OfTold(invocation, told);
        if (receiver == Nothing)
            return Made(result, invocation.Type);
        if (invocation.Receiver() is { } owner && TaskApis.IsTaskOrAwaiter(owner.Type))
            return OfTask(invocation, receiver);
        return receiver switch
        {
            Response => OfResponse(invocation),
            Content => Made(OfContent(invocation), invocation.Type),
            Unasked => Escape(Unasked),
            _ => Made(OfBody(invocation), invocation.Type),
        };
    }

    /// <summary>Tasks that are waited for together, whose responses nobody takes.</summary>
    private ResponseForm OfDropped(IInvocationOperation all)
    {
        foreach (var argument in all.Arguments)
        {
            if (ElementValues.Listed(argument.Value) is not { } tasks)
            {
                Escape(Visit(argument.Value));
                continue;
            }

            foreach (var task in tasks)
                Visit(task);
        }

        return Nothing;
    }

    /// <summary>By the team's word it looks at the status; or it does not, and what it gives back is as open as before.</summary>
    private ResponseForm OfTold(IInvocationOperation invocation, Certainty looks)
    {
        if (looks == Certainty.Yes)
            LookedAt();
        return looks == Certainty.No && StatusApis.IsUnchecked(invocation.Type?.AwaitedType()) ? Response : Nothing;
    }

    /// <summary>A payload that says itself how it went is its reader's to look at.</summary>
    private ResponseForm Made(ResponseForm form, ITypeSymbol? type)
    {
        if (form != Body || type?.AwaitedType() is not { } made || !StatusApis.IsEnvelope(made))
            return form;
        if (!_helpers.IsAsked(made, CancellationToken))
            return Unasked;
        _saysOutcome = true;
        LookedAt();
        return Nothing;
    }

    private ResponseForm OfTask(IInvocationOperation invocation, ResponseForm form)
    {
        if (StatusApis.HandsOnTask(invocation.TargetMethod))
            return form;
        if (invocation.TargetMethod.Name != TaskApis.Wait)
            return form == Body ? Body : Escape(form);
        return Nothing;
    }

    private ResponseForm OfResponse(IInvocationOperation invocation)
    {
        if (invocation.TargetMethod.Name is "Dispose" or "DisposeAsync" or "ToString" or "GetType")
            return Nothing;
        return invocation.TargetMethod.IsExtensionMethod && invocation.Instance is null && invocation.Arguments.Length > 0
            ? Helper(invocation, invocation.Arguments[0], Response)
            : Escape(Response);
    }

    private ResponseForm OfContent(IInvocationOperation invocation)
    {
        var name = invocation.TargetMethod.Name;
        if (name is "Dispose" or "LoadIntoBufferAsync" or "ToString")
            return Nothing;
        if (name is "CopyToAsync" or "CopyTo")
        {
            if (invocation.Arguments.Length > 0 && StatusApis.IsOwnAnswer(invocation.Arguments[0].Value))
                LookedAt();
            else
                Use(invocation.Syntax);
            return Nothing;
        }

        if (BodyReads.HasName(name) || (name.StartsWith("ReadAs", System.StringComparison.Ordinal) && ResponseBodies.IsContent(invocation.Receiver()?.Type)))
            return Body;
        return invocation.TargetMethod.IsExtensionMethod && invocation.Arguments.Length > 0 ? Helper(invocation, invocation.Arguments[0], Content) : Escape(Content);
    }

    private ResponseForm OfBody(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.Name is "Dispose" or "DisposeAsync" or "Close" or "GetType" or "Seek" or "Flush" || StatusApis.IsEmptinessTest(invocation))
            return Nothing;
        if (method.Name is "CopyToAsync" or "CopyTo")
        {
            var target = invocation.Arguments.Length > 0 ? invocation.Arguments[invocation.Instance is null && invocation.Arguments.Length > 1 ? 1 : 0].Value : null;
            if (target is not null && StatusApis.IsOwnAnswer(target))
                LookedAt();
            else
                Use(invocation.Syntax);
            return Nothing;
        }

        if (BodyReads.FillsBuffer(method) && DownloadedFiles.KeepsIn(invocation.Syntax))
        {
            Use(invocation.Syntax);
            return Nothing;
        }

        // A yes or no of what came, a validation: looked at in its own way.
        if (method.ReturnType.AwaitedType().SpecialType == SpecialType.System_Boolean || StatusApis.NamesCheck(method))
        {
            LookedAt();
            return Nothing;
        }

        foreach (var argument in invocation.Arguments)
        {
            if (argument.Value.ConstantValue is { HasValue: true, Value: string text } && StatusApis.SaysOutcome(text) && !PayloadPath.IsOnTheWay(text, invocation.Syntax))
            {
                LookedAt();
                return Nothing;
            }
        }

        if (method.ReturnsVoid)
        {
            Use(invocation.Syntax);
            return Nothing;
        }

        return Body;
    }

    private void OfLog(ResponseForm form, InvocationExpressionSyntax log)
    {
        // Somebody sits before a console and reads it.
        if (form == Body && LoggedValue.IsConsole(log))
            LookedAt();
    }

    private ResponseForm OfArgument(IInvocationOperation invocation, IArgumentOperation argument, ResponseForm form)
    {
        var method = invocation.TargetMethod;
        if (TaskApis.IsTaskOrAwaiter(argument.Value.Type) || form != Body)
            return Helper(invocation, argument, form);
        if (StatusApis.IsEmptinessTest(method))
        {
            if (IsMember(argument.Value))
                LookedAt();
            return Nothing;
        }

        if (ResponseBodies.ConvertsArgument(method) || DeserializingMembers.Find(method) is not null || method.Name is "Parse" or "FromResult" or "Join" or "Concat" or "Format")
            return Body;
        if (ParsedNumbers.AreMadeUp(invocation))
        {
            Use(invocation.Syntax);
            return Nothing;
        }

        if (method.ReturnType.AwaitedType().SpecialType == SpecialType.System_Boolean || StatusApis.NamesCheck(method))
        {
            LookedAt();
            return Nothing;
        }

        return Helper(invocation, argument, form);
    }

    /// <summary>What is handed to a method: what that does with it, where its code is in sight.</summary>
    private ResponseForm Helper(IInvocationOperation invocation, IArgumentOperation argument, ResponseForm form)
    {
        if (!TaskApis.IsTaskOrAwaiter(argument.Value.Type) && _helpers.Of(invocation, argument, form, CancellationToken) is { } facts)
        {
            _saysOutcome |= facts.SaysOutcome;
            if (facts.IsLookedAt)
                LookedAt();
            else if (!facts.Uses.IsEmpty)
                Use(invocation.Syntax);
            return facts.IsLookedAt ? Nothing : facts.Returned;
        }

        if (form == Body)
        {
            // The response to another request, which the body was put into, has a status of its own: a look at that one is none at this.
            Use(argument.Value.Syntax);
            return invocation.TargetMethod.ReturnsVoid || StatusApis.IsUnchecked(invocation.Type?.AwaitedType()) ? Nothing : Body;
        }

        return Escape(form);
    }

    private ResponseForm VisitCreation(IObjectCreationOperation creation)
    {
        var result = Nothing;
        foreach (var argument in creation.Arguments)
        {
            var form = Visit(argument.Value);
            if (form != Body)
                Escape(form);
            else if (ResponseBodies.IsReader(creation.Type))
                result = Body;
            else if (creation.Type.IsOrDerivesFrom("System", "Exception"))
                continue;
            else
                Use(argument.Value.Syntax);
        }

        if (creation.Initializer is { } initializer)
            Visit(initializer);
        return result;
    }
}
