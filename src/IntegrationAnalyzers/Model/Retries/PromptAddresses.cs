using System;
using System.Text;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Requests that go to a language model: by the address at the call or at a wrapper on the way, and by the base address of a registered client where that decides.</summary>
internal sealed class PromptAddresses(IntegrationModel model)
{
    private const int MaxDepth = 6;

    /// <summary>Whether the write that is reached only asks a model.</summary>
    public bool Has(ReachedCall reached, CancellationToken cancellationToken)
    {
        foreach (var (address, semantics) in RequestAddress.Of(reached, cancellationToken))
        {
            if (address is not ExpressionSyntax expression || semantics.ValueOf(expression, cancellationToken) is not { } value)
                continue;
            var text = new StringBuilder();
            Write(value, text, 0, cancellationToken);
            if (Is(text.ToString(), reached.Call, cancellationToken))
                return true;
        }

        return false;
    }

    /// <summary>Whether the call sends its request to such an address.</summary>
    public bool Is(string address, OutboundCall call, CancellationToken cancellationToken)
    {
        if (PromptApis.Asks(address))
            return true;
        if (!PromptApis.MayAskUnder(address) || call.Client is not { } client)
            return false;

        var asks = false;
        foreach (var registered in model.Registrations.Behind(client, cancellationToken))
        {
            if (!AsksUnder(registered, address, cancellationToken))
                return false;
            asks = true;
        }

        return asks;
    }

    private static bool AsksUnder(RegisteredClient client, string address, CancellationToken cancellationToken)
    {
        string? last = null;
        foreach (var setting in client.BaseAddresses(cancellationToken))
            last = setting.Text;
        return Uri.TryCreate(last, UriKind.Absolute, out var root) && Uri.TryCreate(root, address, out var whole) && PromptApis.Asks(whole.AbsoluteUri);
    }

    /// <summary>Appends what is known of a text, with holes for the rest.</summary>
    private void Write(IOperation value, StringBuilder text, int depth, CancellationToken cancellationToken)
    {
        if (ValueOrigin.ConstantText(value, model.Source, cancellationToken) is { } constant)
        {
            text.Append(constant);
            return;
        }

        switch (depth > MaxDepth ? null : ValueOrigin.Of(value, model.Source, cancellationToken))
        {
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                {
                    if (part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string fixedText } })
                        text.Append(fixedText);
                    else if (part is IInterpolationOperation hole)
                        Write(hole.Expression, text, depth + 1, cancellationToken);
                }

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                Write(sum.LeftOperand, text, depth + 1, cancellationToken);
                Write(sum.RightOperand, text, depth + 1, cancellationToken);
                break;
            case IObjectCreationOperation { Type.Name: "Uri", Arguments: [var first] }:
                Write(first.Value, text, depth + 1, cancellationToken);
                break;
            case IInvocationOperation { TargetMethod: { Name: "TrimEnd" or "TrimStart" or "Trim" or "ToString" }, Instance: { } trimmed }:
                Write(trimmed, text, depth + 1, cancellationToken);
                break;
            default:
                text.Append(PromptApis.Hole);
                break;
        }
    }
}
