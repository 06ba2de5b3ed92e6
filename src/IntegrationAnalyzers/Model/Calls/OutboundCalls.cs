using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Vocabularies;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Calls;

/// <summary>Reads outbound calls: by the member's name first, then by its type, each place once.</summary>
internal sealed class OutboundCalls(SourceIndex source, TeamApis team)
{
    private readonly Memo<SyntaxNode, OutboundCall?> _read = new();
    private int _reads;

    /// <summary>How many invocations were looked at beyond their name; tests hold that each is read once.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>The call, or null where the invocation does not leave the process as far as is known.</summary>
    public OutboundCall? Read(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        var method = invocation.TargetMethod;
        if (!MayBe(method) && team.Is(VocabularyKind.Call, method) != Certainty.Yes)
            return null;
        if (_read.TryGetValue(invocation.Syntax, out var known))
            return known;

        Interlocked.Increment(ref _reads);
        var member = Member(method);
        var call = member is null ? null : Build(invocation, member, cancellationToken);
        return _read.GetOrAdd(invocation.Syntax, call);
    }

    /// <summary>What sends behind the method: what the team says, or else a library's member.</summary>
    public SendingMember? Member(IMethodSymbol method) => team.Is(VocabularyKind.Call, method) switch
    {
        Certainty.Yes => team.Call(method),
        Certainty.No => null,
        _ => FindMember(method),
    };

    /// <summary>Whether the team says that no call leaves the process by the method, whatever its code shows.</summary>
    public bool IsTakenOut(IMethodSymbol method) => team.Is(VocabularyKind.Call, method) == Certainty.No;

    /// <summary>The member of a library behind the method, whoever calls it.</summary>
    public static SendingMember? FindMember(IMethodSymbol method) =>
        SendingMembers.Find(method) ?? RefitApis.Find(method) ?? GrpcApis.Find(method) ?? VendorSdkApis.Find(method);

    /// <summary>The cheap look: name, or a kind of type that the named libraries do not cover.</summary>
    private static bool MayBe(IMethodSymbol method)
    {
        if (SendingMembers.HasName(method.Name))
            return true;
        var type = method.ContainingType;
        return type is { TypeKind: TypeKind.Interface } && !method.GetAttributes().IsEmpty ||
            type is { TypeKind: TypeKind.Class, BaseType.SpecialType: SpecialType.None } && !method.IsStatic;
    }

    private OutboundCall Build(IInvocationOperation invocation, SendingMember member, CancellationToken cancellationToken)
    {
        var client = invocation.Receiver();
        if (client is IConditionalAccessInstanceOperation instance)
            client = instance.ConditionalReceiver() ?? client;

        IOperation? request = null, url = null, content = null, token = null;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Value == client || argument.Parameter is not { } parameter)
                continue;

            var type = parameter.Type;
            if (type.Name is "CancellationToken")
                token ??= argument.Value;
            else if (type.Name is "HttpRequestMessage" or "RestRequest" or "IRestRequest")
                request ??= argument.Value;
            else if (type.Name is "Uri" || (type.SpecialType == SpecialType.System_String && parameter.Name is "requestUri" or "address" or "resource" or "url"))
                url ??= argument.Value;
            else if (type.Name is not ("HttpMethod" or "HttpCompletionOption" or "JsonSerializerOptions"))
                content ??= argument.Value;
        }

        if (url is null && request is null && member.Namespace == SendingMembers.FlurlHttp)
            url = client;

        var verb = member.Verb != HttpVerb.Unknown
            ? new VerbFact(member.Verb)
            : RequestVerb.Of(invocation, request, client, source, cancellationToken);
        return new OutboundCall(invocation, member, verb, client, request, url, content, token);
    }
}
