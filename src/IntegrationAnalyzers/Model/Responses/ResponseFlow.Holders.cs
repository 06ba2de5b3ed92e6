using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static IntegrationAnalyzers.Model.Responses.ResponseForm;

namespace IntegrationAnalyzers.Model.Responses;

/// <content>Who holds the response: locals, parameters, temporaries, and the functions that see them too.</content>
internal sealed partial class ResponseFlow
{
    private void Assign(IOperation target, ResponseForm form, SyntaxNode value)
    {
        target = Written(target);
        switch (target)
        {
            case ILocalReferenceOperation local:
                Hold(local.Local, form);
                break;
            case IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter:
                Hold(parameter.Parameter, form);
                break;
            case IFlowCaptureReferenceOperation temporary:
                State = State.With(temporary.Id, form);
                break;
            case IDiscardOperation:
                break;
            default:
                Visit(target);
                Consume(form, value);
                break;
        }
    }

    /// <summary>What a local function sees too is not followed.</summary>
    private void Hold(ISymbol holder, ResponseForm form)
    {
        if (form != Nothing && !Graph.LocalFunctions.IsEmpty)
        {
            foreach (var local in Graph.LocalFunctions)
            {
                if (local.DeclaringSyntaxReferences.Length > 0 && Names(local.DeclaringSyntaxReferences[0].GetSyntax(CancellationToken), holder.Name))
                {
                    LookedAt();
                    return;
                }
            }
        }

        State = State.With(holder, form);
    }

    private bool Mentions(SyntaxNode function)
    {
        foreach (var pair in State.Holders)
        {
            if (pair.Key is ISymbol symbol && Names(function, symbol.Name))
                return true;
        }

        return false;
    }

    private static bool Names(SyntaxNode function, string name)
    {
        foreach (var node in function.DescendantNodes())
        {
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name)
                return true;
        }

        return false;
    }
}
