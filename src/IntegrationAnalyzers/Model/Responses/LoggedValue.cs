using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>Tells a value that goes into a log, and nowhere else.</summary>
internal static class LoggedValue
{
    /// <summary>Whether the value is part of what a log is told; by way of a local, of nothing but logs.</summary>
    public static bool IsOnlyLogged(SyntaxNode value) => IsOnlyLogged(value, mayFollow: true);

    /// <summary>The <c>if</c> by which the value decides about nothing but what is logged, and behind which all goes on as before. A console has somebody before it.</summary>
    public static IfStatementSyntax? LogChoice(SyntaxNode value)
    {
        var node = value;
        while (node.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } or ParenthesizedExpressionSyntax or
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } or IsPatternExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent is IfStatementSyntax choice && choice.Condition == node && OnlyLogs(choice.Statement) && (choice.Else is null || OnlyLogs(choice.Else.Statement)) ? choice : null;
    }

    /// <summary>Whether the call writes to a log or a console.</summary>
    public static bool IsLog(InvocationExpressionSyntax call)
    {
        var (name, receiver) = call.Expression switch
        {
            MemberAccessExpressionSyntax access => (access.Name.Identifier.ValueText, access.Expression.ToString()),
            MemberBindingExpressionSyntax binding => (binding.Name.Identifier.ValueText, (call.Parent as ConditionalAccessExpressionSyntax)?.Expression.ToString() ?? ""),
            SimpleNameSyntax simple => (simple.Identifier.ValueText, ""),
            _ => ("", ""),
        };
        if (!ReportingApis.Tells(name) || name.StartsWith("Show", System.StringComparison.Ordinal) || !IsStatement(call))
            return false;

        // WriteAsync and WriteAllText write what somebody reads.
        return !name.StartsWith("Write", System.StringComparison.Ordinal) || IsConsole(call) || Says(receiver, "Log") || Says(receiver, "Debug") || Says(receiver, "Trace") ||
            Says(name, "Log") || Says(name, "Error") || Says(name, "Debug") || Says(name, "Info");
    }

    private static bool OnlyLogs(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.Statements.Count > 0 && block.Statements.All(static inner => inner is LocalDeclarationStatementSyntax || OnlyLogs(inner)),
        ExpressionStatementSyntax { Expression: var expression } => (expression is AwaitExpressionSyntax awaited ? awaited.Expression : expression) is InvocationExpressionSyntax call && IsLog(call) && !IsConsole(call),
        _ => false,
    };

    /// <summary>What gives a value that goes on is no log: <c>return Error(response.StatusCode)</c>.</summary>
    private static bool IsStatement(SyntaxNode call)
    {
        var node = call.Parent;
        while (node is ConditionalAccessExpressionSyntax or AwaitExpressionSyntax or ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax)
            node = node.Parent;
        return node is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax;
    }

    /// <summary>A console has somebody before it.</summary>
    public static bool IsConsole(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && (Says(receiver.ToString(), "Console") || Says(receiver.ToString(), "output"));

    private static bool IsOnlyLogged(SyntaxNode value, bool mayFollow)
    {
        for (SyntaxNode node = value; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case MemberAccessExpressionSyntax access when access.Expression == node:
                case ConditionalAccessExpressionSyntax or InterpolationSyntax or InterpolatedStringExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or
                    PostfixUnaryExpressionSyntax or AnonymousObjectMemberDeclaratorSyntax or AnonymousObjectCreationExpressionSyntax or InitializerExpressionSyntax or
                    ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArgumentListSyntax or MemberBindingExpressionSyntax or CollectionElementSyntax or
                    CollectionExpressionSyntax:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.CoalesceExpression }:
                case InvocationExpressionSyntax called when called.Expression == node && called.CalledText() == "ToString":
                    continue;
                case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } }:
                    if (IsLog(call))
                        return true;
                    if (!IsFormatter(call))
                        return false;
                    continue;
                case ArgumentSyntax:
                case InvocationExpressionSyntax formatted when IsFormatter(formatted):
                    continue;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } local }:
                    return mayFollow && EveryUseIsLogged(local);
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool EveryUseIsLogged(VariableDeclaratorSyntax local)
    {
        var scope = local.FirstAncestorOrSelf<BlockSyntax>() ?? local.SyntaxTree.GetRoot();
        foreach (var node in scope.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == local.Identifier.ValueText && !IsOnlyLogged(name, mayFollow: false))
                return false;
        }

        return true;
    }

    private static bool IsFormatter(InvocationExpressionSyntax call) => call.CalledText() is { } name && ReportingApis.Formats(name);

    private static bool Says(string text, string word) => text.IndexOf(word, System.StringComparison.OrdinalIgnoreCase) >= 0;
}
