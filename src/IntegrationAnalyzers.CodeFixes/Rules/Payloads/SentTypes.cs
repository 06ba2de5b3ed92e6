using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>Whether objects of a type may be written by Newtonsoft.Json as well, whose <c>Required.Always</c> refuses a null there.</summary>
internal static class SentTypes
{
    private static readonly string[] Writers = ["SerializeObject", "FromObject", "PostJsonAsync", "PutJsonAsync", "PatchJsonAsync", "AddJsonBody"];

    public static bool MayBeWritten(INamedTypeSymbol type, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var writer in Writers)
        {
            foreach (var tree in source.TreesWith(writer))
            {
                foreach (var call in tree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
                {
                    if (call.CalledText() == writer && source.Model(tree).GetOperation(call, cancellationToken) is IInvocationOperation written && MayHold(written, type, source))
                        return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether an argument is such an object, has one in it, or may be anything.</summary>
    private static bool MayHold(IInvocationOperation call, INamedTypeSymbol type, SourceIndex source) => call.Arguments.Any(argument =>
        argument.Value.Unwrap().Type is { } given && (given is ITypeParameterSymbol or { SpecialType: SpecialType.System_Object } || given.TypeKind == TypeKind.Interface ||
            PayloadParts.Of(given, source, values: true).Any(part => SymbolEqualityComparer.Default.Equals(part.OriginalDefinition, type.OriginalDefinition))));
}
