using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Whether the container hands one <c>HttpClient</c> to all who ask for one. By syntax.</summary>
internal static class SharedClients
{
    public static bool InContainer(SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var tree in source.TreesWith(ClientTypes.HttpClient))
        {
            if (!TreeIndex.Of(tree).Words.Contains("AddSingleton") && !TreeIndex.Of(tree).Words.Contains("TryAddSingleton"))
                continue;
            foreach (var position in TextWords.PositionsOf(ClientTypes.HttpClient, tree.GetText(cancellationToken), new(0, tree.Length)))
            {
                var registration = tree.GetRoot(cancellationToken).FindToken(position).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>();
                if (registration?.CalledText() is "AddSingleton" or "TryAddSingleton")
                    return true;
            }
        }

        return false;
    }
}
