using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>JSON in a content that says it is plain text, and what sends it.</summary>
/// <param name="Creation">The content's creation.</param>
/// <param name="Sink">The call or message that sends it.</param>
internal sealed record PlainTextJson(IObjectCreationOperation Creation, IOperation Sink)
{
    /// <summary>Null where the content has a type, is no JSON as far as is known, or goes nowhere.</summary>
    public static PlainTextJson? Read(IObjectCreationOperation creation, IntegrationModel model, CancellationToken cancellationToken)
    {
        if (creation.Constructor is not { } constructor || !JsonTextApis.IsPlainText(constructor) || !model.CallNames.Any || creation.Arguments.Length == 0)
            return null;

        var text = creation.Argument(constructor.Parameters[0].Name);
        if (text is null || SetsType(creation) || !new JsonTexts(model.Source).IsJson(text, cancellationToken))
            return null;

        var flow = new ContentFlow(model.Source, model.Calls, cancellationToken);
        flow.Follow(creation);
        return flow is { IsTyped: false, Sink: { } sink } && !AnyHandlerTypes(model.Source, cancellationToken) ? new PlainTextJson(creation, sink) : null;
    }

    /// <summary><c>new StringContent(json) { Headers = { ContentType = … } }</c>.</summary>
    private static bool SetsType(IObjectCreationOperation creation)
    {
        if (creation.Initializer is not { } initializer)
            return false;
        foreach (var part in initializer.Tree())
        {
            if (part is IPropertyReferenceOperation { Property: var property } && JsonTextApis.IsMediaType(property))
                return true;
        }

        return false;
    }

    /// <summary>A handler of this compilation that speaks of media types may sit in front of any client.</summary>
    private static bool AnyHandlerTypes(SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var tree in source.TreesWith("DelegatingHandler"))
        {
            if (!TreeIndex.Of(tree).Words.Contains("ContentType"))
                continue;
            foreach (var entry in TreeIndex.Of(tree).Types)
            {
                if (!entry.BaseNames.Contains("DelegatingHandler"))
                    continue;
                foreach (var node in tree.GetRoot(cancellationToken).FindNode(entry.Span).DescendantNodes())
                {
                    if (node is IdentifierNameSyntax { Identifier.ValueText: "ContentType" })
                        return true;
                }
            }
        }

        return false;
    }
}
