using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Whether code shows that JSON comes with capitals: it asks for such keys, or our own server is told to write its names as they stand in C#.</summary>
internal sealed class CapitalKeys(SourceIndex source)
{
    private readonly Memo<SyntaxTree, bool> _files = new();
    private int _server;

    /// <summary>Whether the file asks parsed JSON, or a dictionary, for a key that begins with a capital.</summary>
    public bool In(SyntaxTree tree, CancellationToken cancellationToken) =>
        _files.TryGetValue(tree, out var known) ? known : _files.GetOrAdd(tree, Read(tree, cancellationToken));

    /// <summary>Whether <c>options.JsonSerializerOptions.PropertyNamingPolicy = null</c> stands in this compilation: what talks with such a server expects capitals.</summary>
    public bool OfOurServer(CancellationToken cancellationToken)
    {
        if (_server == 0)
            Volatile.Write(ref _server, ReadServer(cancellationToken) ? 1 : 2);
        return _server == 1;
    }

    private bool Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            if (node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Parent: ArgumentSyntax { Parent: BaseArgumentListSyntax list } argument } literal &&
                list.Arguments[0] == argument && literal.Token.ValueText is { Length: > 0 } key && char.IsUpper(key[0]) && Receiver(list) is { } receiver &&
                ResponseBodies.HasKeys(source.Model(tree).GetTypeInfo(receiver, cancellationToken).Type))
            {
                return true;
            }
        }

        return false;
    }

    private static ExpressionSyntax? Receiver(BaseArgumentListSyntax list) => list.Parent switch
    {
        ElementAccessExpressionSyntax access => access.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member } when ResponseBodies.AsksForKey(name) => member.Expression,
        _ => null,
    };

    private bool ReadServer(CancellationToken cancellationToken)
    {
        foreach (var tree in source.TreesWith(JsonOptionsApis.NamingPolicy))
        {
            foreach (var position in TextWords.PositionsOf(JsonOptionsApis.NamingPolicy, tree.GetText(cancellationToken), new(0, tree.Length)))
            {
                if (tree.GetRoot(cancellationToken).FindToken(position).Parent?.Parent is MemberAccessExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var holder },
                        Parent: AssignmentExpressionSyntax { Right.RawKind: (int)SyntaxKind.NullLiteralExpression },
                    } && JsonOptionsApis.IsServersProperty(holder))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
