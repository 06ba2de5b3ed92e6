using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>A token source with a deadline, declared before the statement of a call that is awaited: <c>using var deadline = new CancellationTokenSource(…)</c>.</summary>
internal sealed class DeadlineVariable
{
    private const string BaseName = "deadline";

    private readonly StatementSyntax _before;
    private readonly StatementSyntax _declaration;

    private DeadlineVariable(StatementSyntax before, StatementSyntax declaration, string name)
    {
        _before = before;
        _declaration = declaration;
        Token = SyntaxFactory.ParseExpression(name + ".Token");
    }

    public ExpressionSyntax Token { get; }

    /// <param name="call">The call to bound.</param>
    /// <param name="taken">How many other calls before it in its function get a deadline of their own.</param>
    /// <param name="seconds">How long it may take.</param>
    /// <param name="request">The diagnostic to mend.</param>
    /// <returns>Null where no such statement may stand, or where it would bound more than the call: a loop's condition, a stream of items.</returns>
    public static DeadlineVariable? For(InvocationExpressionSyntax call, int taken, int seconds, FixRequest request)
    {
        if (((CSharpParseOptions)request.Root.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp8 || !IsAwaited(call) ||
            call.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax or GlobalStatementSyntax } statement ||
            statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax or IfStatementSyntax) ||
            Awaiting.FunctionOf(call) is var function && function is not null && !function.Span.Contains(statement.Span))
        {
            return null;
        }

        var name = Name(statement, function ?? request.Root, taken, request);
        var source = new TypeNames(request.Model, request.Root, statement.SpanStart);
        if (request.Model.Compilation.GetTypeByMetadataName(DeadlineApis.TokenSource) is not { } type)
            return null;
        var typeName = request.Model.LookupNamespacesAndTypes(statement.SpanStart, name: type.Name) is [var only] && SymbolEqualityComparer.Default.Equals(only, type)
            ? type.Name : source.Of(type);
        var declaration = SyntaxFactory.ParseStatement($"using var {name} = new {typeName}({Durations.Seconds(seconds, request)});");
        return new DeadlineVariable(statement, declaration, name) { Usings = source.Usings.Concat(["System"]).ToList() };
    }

    public IReadOnlyList<string> Usings { get; private set; } = [];

    public void Insert(DocumentEditor editor)
    {
        var indentation = SyntaxFactory.TriviaList(_before.GetLeadingTrivia().Reverse().TakeWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)));
        var leading = _before.GetLeadingTrivia();
        var declaration = _declaration.WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed);
        editor.ReplaceNode(_before, (current, _) => current.WithLeadingTrivia(indentation));
        if (_before.Parent is GlobalStatementSyntax global)
            editor.InsertBefore(global, SyntaxFactory.GlobalStatement(declaration));
        else
            editor.InsertBefore(_before, declaration);
    }

    private static bool IsAwaited(InvocationExpressionSyntax call)
    {
        SyntaxNode node = call;
        while (node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured })
            node = configured;
        return node.Parent is AwaitExpressionSyntax;
    }

    private static string Name(StatementSyntax statement, SyntaxNode function, int taken, FixRequest request)
    {
        var used = new HashSet<string>(function.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText));
        used.UnionWith(request.Model.LookupSymbols(statement.SpanStart).Select(static s => s.Name));
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? BaseName : BaseName + number;
            if (!used.Contains(name) && taken-- == 0)
                return name;
        }
    }
}
