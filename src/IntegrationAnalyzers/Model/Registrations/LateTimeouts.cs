using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>The registered clients whose timeout is set by whoever has got one: <c>var client = factory.CreateClient("a"); client.Timeout = …</c>.</summary>
internal static class LateTimeouts
{
    public static HashSet<RegisteredClient> Read(ClientRegistrations registrations, SourceIndex source, CancellationToken cancellationToken)
    {
        var found = new HashSet<RegisteredClient>();
        foreach (var tree in source.TreesWith("Timeout"))
        {
            var words = TreeIndex.Of(tree).Words;
            if (!words.Contains("HttpClient") && !words.Contains(RegistrationApis.CreateClient) && !words.Contains("IHttpClientFactory"))
                continue;
            foreach (var node in source.Nodes(tree, cancellationToken).Of(SyntaxKind.SimpleAssignmentExpression))
            {
                if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Timeout" } left } &&
                    source.Model(tree).GetOperation(left, cancellationToken) is IPropertyReferenceOperation { Instance: { } client } &&
                    client.Type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpClient"))
                {
                    found.UnionWith(registrations.Behind(client, cancellationToken));
                }
            }
        }

        return found;
    }
}
