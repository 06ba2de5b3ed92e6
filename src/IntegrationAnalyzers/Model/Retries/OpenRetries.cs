using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Wrappers that repeat whatever verb they are given: whether that is wrong is only known where one is called, so that is where it is reported.
/// </summary>
internal sealed class OpenRetries(IntegrationModel model)
{
    private static readonly HashSet<uint> RepeatingWords = TextWords.Hashes(["for", "foreach", "while", "do", "goto", "Execute", "ExecuteAsync"]);
    private static readonly HashSet<uint> VerbWords = TextWords.Hashes(["HttpMethod", "HttpRequestMessage", "Method", "RestRequest", "IRestRequest", "HttpVerb", "WebRequest", "HttpWebRequest"]);

    private readonly VerbTests _tests = new(model.Source);
    private readonly Lazy<HashSet<uint>> _names = new(() => Names(model));

    /// <summary>Whether, by words alone, the call may lead to such a wrapper and tell it the verb.</summary>
    public bool MayLeadTo(InvocationExpressionSyntax invocation, string name) =>
        invocation.ArgumentList.Arguments.Count > 0 && _names.Value.Contains(TextWords.Hash(name));

    /// <summary>Whether a retry on the path repeats what it is given: the verb is known at the first call of the path, and nothing on the way looks at it.</summary>
    public bool IsOn(ReachedCall reached, CancellationToken cancellationToken) =>
        IsOpen(reached.Path, reached.Call.Verb, cancellationToken) && !IsVerbTested(reached, cancellationToken);

    /// <summary>
    /// The names that may lead to a method which both repeats and takes the verb from its caller, by words alone: the verb is only known at the
    /// call, so the retry is reported there. No other call matters but those that are themselves repeated.
    /// </summary>
    private static HashSet<uint> Names(IntegrationModel model)
    {
        var open = new HashSet<uint>();
        foreach (var tree in model.Compilation.SyntaxTrees)
        {
            var words = TreeIndex.Of(tree).Words;
            if (!model.CallNames.IsClientTree(tree) || !words.ContainsAny(RepeatingWords) || !words.ContainsAny(VerbWords))
                continue;
            foreach (var type in TreeIndex.Of(tree).Types)
            {
                foreach (var member in type.Members)
                {
                    if (member.IsMethod && member.Words.ContainsAny(RepeatingWords) && member.Words.ContainsAny(VerbWords))
                        open.Add(TextWords.Hash(member.Name));
                }
            }
        }

        var reaching = new HashSet<uint>();
        CallNames.AddCallers(model.Compilation, open, reaching, CallNames.MaxHops);
        return reaching;
    }

    /// <summary>Whether the verb is still a parameter's in every body down from the first call of the path.</summary>
    private bool IsOpen(ImmutableArray<IInvocationOperation> path, VerbFact verb, CancellationToken cancellationToken)
    {
        for (var i = path.Length - 1; i >= 0; i--)
        {
            if (verb.From is null)
                return false;
            verb = RequestVerb.Resolve(verb, path[i], model.Source, 0, cancellationToken);
        }

        return verb.From is null;
    }

    /// <summary>A wrapper that looks at the verb may decide by it whether to retry.</summary>
    private bool IsVerbTested(ReachedCall reached, CancellationToken cancellationToken)
    {
        var verb = reached.Call.Verb;
        var path = reached.Path;
        for (var i = path.Length; i >= 1 && verb.From is { } parameter; i--)
        {
            if (_tests.AreOn(parameter, (i == path.Length ? reached.Call.Operation : path[i]).Syntax, cancellationToken))
                return true;
            verb = RequestVerb.Resolve(verb, path[i - 1], model.Source, 0, cancellationToken);
        }

        return false;
    }
}
