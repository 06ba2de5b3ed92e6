using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Finds texts of responses that are turned into enums by what throws on a text it does not know.</summary>
internal sealed class StrictEnums(PayloadOrigins origins, CaughtFailures caught)
{
    /// <summary>The enum that the call parses such a text to; null where the text is another, was looked at, or a failure is handled.</summary>
    public ITypeSymbol? ParsedBy(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (EnumApis.Parse(call) is not { } parse || parse.Text.Unwrap().ConstantValue.HasValue || IsAskedBefore(call, parse.Text) ||
            caught.IsCaught(call, EnumApis.IsThrown, cancellationToken))
        {
            return null;
        }

        return origins.Upstream(parse.Text, cancellationToken) == Certainty.Yes ? parse.Type : null;
    }

    /// <summary>Whether the member asks about the same text before.</summary>
    private static bool IsAskedBefore(IInvocationOperation call, IOperation text)
    {
        var words = text.Unwrap().Syntax.ToString();
        foreach (var node in LookupChecks.Scope(call.Syntax).DescendantNodes())
        {
            if (node.SpanStart >= call.Syntax.SpanStart)
                return false;
            if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } asking || !EnumApis.Asks(name))
                continue;
            foreach (var argument in asking.ArgumentList.Arguments)
            {
                if (argument.Expression.ToString() == words)
                    return true;
            }
        }

        return false;
    }
}
