using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>What the services set on the options of every standard handler, apart from its registration: <c>ConfigureAll&lt;HttpStandardResilienceOptions&gt;(o =&gt; …)</c>.</summary>
internal static class StandardOptions
{
    /// <summary>Adds it. Options of one name belong to one client, and which is not looked up: then nothing is known of what is not set at the registration.</summary>
    public static void Add(OptionValues options, PipelineHandlerKind kind, SourceIndex source, CancellationToken cancellationToken)
    {
        var type = kind == PipelineHandlerKind.Hedging ? HttpResilienceApis.HedgingOptions : HttpResilienceApis.StandardOptions;
        foreach (var tree in source.TreesWith(type))
        {
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
            {
                if (node is not GenericNameSyntax { TypeArgumentList.Arguments: [var named] } name || !named.ToString().EndsWith(type, StringComparison.Ordinal) ||
                    name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } invocation || invocation.CalledToken() != name.Identifier)
                {
                    continue;
                }

                switch (name.Identifier.ValueText)
                {
                    case "ConfigureAll" or "PostConfigureAll" when source.Model(tree).GetOperation(invocation, cancellationToken) is IInvocationOperation { Arguments: [.., { Value: var configure }] }:
                        options.AddFunction(configure);
                        break;
                    case "Configure" or "PostConfigure" when invocation.ArgumentList.Arguments.Count == 1:
                        // The handlers' options have the names of their clients: without one, nobody reads them.
                        break;
                    case "Configure" or "PostConfigure" or "ConfigureAll" or "PostConfigureAll" or "AddOptions" or "AddOptionsWithValidateOnStart":
                        options.Open();
                        break;
                }
            }
        }
    }
}
