using System;
using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>The places where something that code holds already gets its timeout: <c>client.Timeout = …</c>.</summary>
internal static class TimeoutSets
{
    /// <summary>What the timeout is set on, of whatever type, in the files that pass by their words.</summary>
    public static IEnumerable<IOperation> Holders(SourceIndex source, Func<TextWords, bool> mayMatter, CancellationToken cancellationToken)
    {
        foreach (var tree in source.TreesWith("Timeout"))
        {
            if (!mayMatter(TreeIndex.Of(tree).Words))
                continue;
            foreach (var node in source.Nodes(tree, cancellationToken).Of(SyntaxKind.SimpleAssignmentExpression))
            {
                foreach (var target in ((AssignmentExpressionSyntax)node).Targets())
                {
                    if (target is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Timeout" } &&
                        source.Model(tree).GetOperation(target, cancellationToken) is IPropertyReferenceOperation { Instance: { } holder })
                    {
                        yield return holder;
                    }
                }
            }
        }
    }
}
