using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Calls;

/// <summary>
/// Verbs in an enum of the code's own (<c>enum Verb { Get, Post }</c>), as a request's method is made of them: by their text, by a helper, by a <c>switch</c> or a choice.
/// </summary>
internal static class OwnVerbs
{
    /// <summary>The value of such an enum that the method is made of, if it is made of one.</summary>
    public static IOperation? Behind(IOperation method)
    {
        StackGuard.Check();
        method = method.Unwrap();
        if (AreVerbs(method.Type))
            return method;
        return method switch
        {
            IInvocationOperation call => (call.Receiver() is { } receiver ? Behind(receiver) : null) ?? call.Arguments.Select(static argument => Behind(argument.Value)).FirstOrDefault(static verb => verb is not null),
            IObjectCreationOperation { Arguments: [var text] } => Behind(text.Value),
            ISwitchExpressionOperation { Value: var verb } => Behind(verb),
            IConditionalOperation { Condition: IBinaryOperation { LeftOperand: var verb } } => Behind(verb),
            _ => null,
        };
    }

    /// <summary>Whether the type names reads and writes.</summary>
    private static bool AreVerbs(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } && Names(type, HttpVerb.Get) && Names(type, HttpVerb.Post);

    private static bool Names(ITypeSymbol type, HttpVerb verb) => type.GetMembers().Any(member => HttpVerbs.Parse(member.Name) == verb);
}
