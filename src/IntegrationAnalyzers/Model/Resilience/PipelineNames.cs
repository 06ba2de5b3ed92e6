using System;
using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>What this compilation gives a name in a registry of policies or pipelines.</summary>
internal sealed class PipelineNames(SourceIndex source)
{
    private readonly Memo<string, IOperation?> _found = new(StringComparer.Ordinal);

    /// <summary>The policy, or the function that configures a builder, of that name; null where there is none, or several.</summary>
    public IOperation? Find(string name, CancellationToken cancellationToken) =>
        _found.TryGetValue(name, out var known) ? known : _found.GetOrAdd(name, Search(name, cancellationToken));

    private IOperation? Search(string name, CancellationToken cancellationToken)
    {
        IOperation? only = null;
        foreach (var tree in Trees())
        {
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Given(node, name, cancellationToken) is not { } given)
                    continue;
                if (only is not null)
                    return null;
                only = given;
            }
        }

        return only;
    }

    private HashSet<SyntaxTree> Trees()
    {
        var trees = new HashSet<SyntaxTree>();
        foreach (var word in PolicyApis.NamingWords)
            trees.UnionWith(source.TreesWith(word));
        return trees;
    }

    /// <summary>What the node gives that name, or null.</summary>
    private IOperation? Given(SyntaxNode node, string name, CancellationToken cancellationToken)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { ArgumentList.Arguments.Count: >= 2 } invocation when PolicyApis.MayNamePipeline(invocation.CalledText()):
                return source.Model(node.SyntaxTree).GetOperation(node, cancellationToken) is IInvocationOperation call && PolicyApis.NamesPipeline(call.TargetMethod)
                    ? OfCall(call, name, cancellationToken)
                    : null;
            case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax }:
                return source.Model(node.SyntaxTree).GetOperation(node, cancellationToken) is ISimpleAssignmentOperation assignment ? OfIndexer(assignment, name, cancellationToken) : null;
            case BaseObjectCreationExpressionSyntax { Initializer: not null }:
                return source.Model(node.SyntaxTree).GetOperation(node, cancellationToken) is IObjectCreationOperation { Initializer: { } initializer } creation && PolicyApis.IsRegistry(creation.Type)
                    ? OfInitializer(initializer, name, cancellationToken)
                    : null;
            default:
                return null;
        }
    }

    private IOperation? OfInitializer(IObjectOrCollectionInitializerOperation initializer, string name, CancellationToken cancellationToken)
    {
        foreach (var item in initializer.Initializers)
        {
            var given = item switch
            {
                ISimpleAssignmentOperation assignment => OfIndexer(assignment, name, cancellationToken),
                IInvocationOperation added => OfCall(added, name, cancellationToken),
                _ => null,
            };
            if (given is not null)
                return given;
        }

        return null;
    }

    private IOperation? OfIndexer(ISimpleAssignmentOperation assignment, string name, CancellationToken cancellationToken) =>
        assignment.Target is IPropertyReferenceOperation { Property.ContainingType: var type, Arguments: [{ Value: var key }] } && PolicyApis.IsRegistry(type) &&
        ValueOrigin.ConstantText(key, source, cancellationToken) == name
            ? assignment.Value
            : null;

    private IOperation? OfCall(IInvocationOperation call, string name, CancellationToken cancellationToken)
    {
        IOperation? value = null;
        var isNamed = false;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter)
                continue;
            if (parameter.Name == "key")
                isNamed = ValueOrigin.ConstantText(argument.Value, source, cancellationToken) == name;
            else if (parameter.Name is "value" or "policy" or "configure")
                value = argument.Value;
        }

        return isNamed ? value : null;
    }
}
