using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// A literal that stands in where a setting is missing, <c>configuration["Jwt:Secret"] ?? "…"</c>, <c>secret ??= "…"</c> an assignment under <c>if (string.IsNullOrEmpty(secret))</c> or <c>string.IsNullOrEmpty(secret) ? "…" : secret</c>: the setting has its name already, so
/// the program fails with that name in place of going on with the literal.
/// </summary>
internal static class ReadFallback
{
    /// <summary>Null where the literal is no such fallback.</summary>
    public static FixPlan? Plan(FixRequest request, ExpressionSyntax literal)
    {
        if ((SettingAt(request, literal) ?? SettingBehind(request, literal)) is not { } setting)
            return null;

        var creation = Failure(request, literal, setting);
        var place = WithParentheses(literal);
        return new FixPlan(
            editor =>
            {
                if (Defaulted(place) is { } filled)
                    editor.ReplaceNode(filled, SyntaxFactory.ParseStatement($"_ = {((AssignmentExpressionSyntax)filled.Expression).Left} ?? throw {creation};").WithTriviaFrom(filled));
                else if (Assignment(place) is { } statement)
                    editor.ReplaceNode(statement, SyntaxFactory.ParseStatement($"throw {creation};").WithTriviaFrom(statement));
                else
                    editor.ReplaceNode(place, SyntaxFactory.ThrowExpression(SyntaxFactory.ParseExpression(creation).WithLeadingTrivia(SyntaxFactory.Space)).WithTriviaFrom(place));
            },
            ImmutableArray.Create("System"));
    }

    /// <summary>The same of a private constant whose one use is such a fallback: it goes. Null where it is used otherwise, or somebody says something of it.</summary>
    public static FixPlan? Plan(FixRequest request, VariableDeclaratorSyntax constant)
    {
        if (constant.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax { Parent: TypeDeclarationSyntax type } field } || field.DescendantTrivia().Any(TriviaKinds.IsMoreThanSpace) ||
            UsesOf(request, constant) is not [{ } use] || use.SyntaxTree != constant.SyntaxTree || SettingAt(request, use) is not { } setting ||
            request.Model.GetDeclaredSymbol(constant, request.CancellationToken) is not { DeclaredAccessibility: Accessibility.Private })
        {
            return null;
        }

        var failure = SyntaxFactory.ThrowExpression(SyntaxFactory.ParseExpression(Failure(request, use, setting)).WithLeadingTrivia(SyntaxFactory.Space));
        var place = WithParentheses(use);
        if (place.Parent is not BinaryExpressionSyntax)
            return null;
        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(place, failure.WithTriviaFrom(place));
                editor.RemoveNode(field, SyntaxRemoveOptions.KeepNoTrivia);
                if (type.Members.Count > 1 && type.Members[0] == field)
                    editor.ReplaceNode(type.Members[1], static (next, _) => next.WithLeadingTrivia(next.GetLeadingTrivia().SkipWhile(static t => t.IsKind(SyntaxKind.EndOfLineTrivia))));
            },
            ImmutableArray.Create("System"));
    }

    /// <summary>The setting that the constant stands in for wherever it is used; null where one use is none for it.</summary>
    public static SecretSetting? SettingOf(FixRequest request, VariableDeclaratorSyntax constant)
    {
        SecretSetting? only = null;
        foreach (var use in UsesOf(request, constant))
        {
            if (SettingAt(request, use) is not { } setting)
                continue;
            if (only is not null && only != setting)
                return null;
            only = setting;
        }

        return only;
    }

    private static ImmutableArray<ExpressionSyntax> UsesOf(FixRequest request, VariableDeclaratorSyntax constant) =>
        request.Model.GetDeclaredSymbol(constant, request.CancellationToken) is { } symbol && IntegrationModel.For(request.Model.Compilation).Source.Uses(symbol, request.CancellationToken) is { } uses
            ? uses.Select(static use => use.Name.Parent is MemberAccessExpressionSyntax access && access.Name == use.Name ? access : (ExpressionSyntax)use.Name).ToImmutableArray()
            : ImmutableArray<ExpressionSyntax>.Empty;

    private static string Failure(FixRequest request, ExpressionSyntax place, SecretSetting setting)
    {
        var exception = ConfigurationRead.NameOf(request.Model, place, "InvalidOperationException");
        var missing = setting.FromEnvironment ? "the environment variable " + setting.Name.Variable : $"the configuration value '{setting.Name.Key}'";
        return $"new {exception}({SyntaxFactory.Literal($"Set {missing}.")})";
    }

    /// <summary>The setting that the literal stands in for; null where it is no fallback.</summary>
    public static SecretSetting? SettingAt(FixRequest request, ExpressionSyntax? literal = null)
    {
        literal ??= request.Node as LiteralExpressionSyntax;
        if (literal is null)
            return null;

        var place = WithParentheses(literal);
        if (place.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice && choice.Right == place)
            return Setting(choice.Left, request);
        var variable = Defaulted(place) is { } filled ? (IdentifierNameSyntax)((AssignmentExpressionSyntax)filled.Expression).Left : Assignment(place) is { } statement ? Guarded(statement) : Chosen(place);
        return variable is not null && Symbol(variable, request) is ILocalSymbol { DeclaringSyntaxReferences: [var declaration] } &&
            declaration.GetSyntax(request.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } read }
            ? Setting(read, request)
            : null;
    }

    /// <summary>
    /// The one setting that is read for what the literal stands in for, where more is made of it first: <c>Decrypt(configuration["Jwt:Secret"], key) ?? "…"</c>. Other places of the secret cannot read
    /// that, for it holds something else.
    /// </summary>
    private static SecretSetting? SettingBehind(FixRequest request, ExpressionSyntax literal)
    {
        var place = WithParentheses(literal);
        if (place.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: InvocationExpressionSyntax or ConditionalAccessExpressionSyntax } choice || choice.Right != place)
            return null;
        SecretSetting? only = null;
        foreach (var node in choice.Left.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax))
        {
            if (node is not ExpressionSyntax read || Setting(read, request) is not { } setting)
                continue;
            if (only is not null)
                return null;
            only = setting;
        }

        return only;
    }

    private static ExpressionSyntax WithParentheses(ExpressionSyntax literal)
    {
        while (literal.Parent is ParenthesizedExpressionSyntax outer)
            literal = outer;
        return literal;
    }

    /// <summary>The statement that does nothing but assign the value to a variable.</summary>
    private static ExpressionStatementSyntax? Assignment(ExpressionSyntax value) =>
        value.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax, Parent: ExpressionStatementSyntax statement } assignment && assignment.Right == value
            ? statement
            : null;

    /// <summary>The statement that does nothing but give the value to a variable which has none: <c>secret ??= "…";</c>.</summary>
    private static ExpressionStatementSyntax? Defaulted(ExpressionSyntax value) =>
        value.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression, Left: IdentifierNameSyntax, Parent: ExpressionStatementSyntax statement } ? statement : null;

    /// <summary>The variable that the statement, the last under its <c>if</c>, assigns because it is empty.</summary>
    private static IdentifierNameSyntax? Guarded(ExpressionStatementSyntax statement)
    {
        var branch = statement.Parent is BlockSyntax block && block.Statements.Last() == statement ? block : (SyntaxNode)statement;
        return branch.Parent is IfStatementSyntax guard && guard.Statement == branch && Empty(guard.Condition) is { } tested &&
            ((AssignmentExpressionSyntax)statement.Expression).Left is IdentifierNameSyntax assigned && assigned.Identifier.ValueText == tested.Identifier.ValueText
            ? tested
            : null;
    }

    /// <summary>The variable that is taken where it is not empty: <c>string.IsNullOrEmpty(secret) ? "…" : secret</c>.</summary>
    private static IdentifierNameSyntax? Chosen(ExpressionSyntax value) =>
        value.Parent is ConditionalExpressionSyntax { WhenFalse: IdentifierNameSyntax taken } choice && choice.WhenTrue == value && Empty(choice.Condition)?.Identifier.ValueText == taken.Identifier.ValueText ? taken : null;

    /// <summary>The variable that the condition finds empty.</summary>
    private static IdentifierNameSyntax? Empty(ExpressionSyntax condition) => condition switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsNullOrEmpty" or "IsNullOrWhiteSpace" }, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax name }] } => name,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either => Empty(either.Left) is { } first && Empty(either.Right)?.Identifier.ValueText == first.Identifier.ValueText ? first : null,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: IdentifierNameSyntax name, Right: var value } when IsEmpty(value) => name,
        IsPatternExpressionSyntax { Expression: IdentifierNameSyntax name, Pattern: var pattern } when IsEmpty(pattern) => name,
        _ => null,
    };

    private static bool IsEmpty(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax { Expression: var value } => IsEmpty(value),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } either => IsEmpty(either.Left) && IsEmpty(either.Right),
        _ => false,
    };

    private static bool IsEmpty(ExpressionSyntax value) =>
        value is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } or LiteralExpressionSyntax { Token.ValueText: "" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty", Expression: PredefinedTypeSyntax };

    /// <summary>The setting that the expression reads; null where it reads none.</summary>
    private static SecretSetting? Setting(ExpressionSyntax read, FixRequest request)
    {
        while (read is ParenthesizedExpressionSyntax inner)
            read = inner.Expression;
        if (read is InvocationExpressionSyntax { Expression: var called } call && Symbol(call, request) is IMethodSymbol { Name: "GetEnvironmentVariable" } &&
            Text(call.ArgumentList, request) is { } variable && called is MemberAccessExpressionSyntax or IdentifierNameSyntax)
        {
            return SecretSetting.OfVariable(variable);
        }

        return Key(read, request) is { } key ? SecretSetting.OfKey(key) : null;
    }

    private static string? Key(ExpressionSyntax read, FixRequest request)
    {
        switch (read)
        {
            case ElementAccessExpressionSyntax element when Symbol(element, request) is IPropertySymbol { IsIndexer: true } indexer && IsConfiguration(indexer.ContainingType):
                return Text(element.ArgumentList, request) is { } name ? Section(element.Expression, request) + name : null;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: InvocationExpressionSyntax section } when IsReader(section, "GetSection", request):
                return Section(section, request).TrimEnd(':') is { Length: > 0 } path ? path : null;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when IsReader(call, "GetConnectionString", request):
                return Text(call.ArgumentList, request) is { } connection ? "ConnectionStrings:" + connection : null;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when IsReader(call, "GetValue", request):
                return Text(call.ArgumentList, request) is { } value ? Section(access.Expression, request) + value : null;
            default:
                return null;
        }
    }

    /// <summary>The sections that a chain goes down to, each with its colon.</summary>
    private static string Section(ExpressionSyntax receiver, FixRequest request) =>
        receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call && IsReader(call, "GetSection", request) && Text(call.ArgumentList, request) is { } name
            ? Section(access.Expression, request) + name + ":"
            : "";

    private static bool IsReader(InvocationExpressionSyntax call, string name, FixRequest request) =>
        Symbol(call, request) is IMethodSymbol method && method.Name == name && method.ContainingNamespace.Is(ConfigurationRead.ConfigurationNamespace);

    private static bool IsConfiguration(INamedTypeSymbol type) => type.IsOrDerivesFrom(ConfigurationRead.ConfigurationNamespace, "IConfiguration");

    private static ISymbol? Symbol(ExpressionSyntax expression, FixRequest request) => ModelOf(expression, request).GetSymbolInfo(expression, request.CancellationToken).Symbol;

    /// <summary>A constant may be used in another file.</summary>
    private static SemanticModel ModelOf(SyntaxNode node, FixRequest request) =>
        node.SyntaxTree == request.Root.SyntaxTree ? request.Model : IntegrationModel.For(request.Model.Compilation).Source.Model(node.SyntaxTree);

    private static string? Text(BaseArgumentListSyntax arguments, FixRequest request) =>
        arguments.Arguments.Count == 1 && ModelOf(arguments, request).GetConstantValue(arguments.Arguments[0].Expression, request.CancellationToken) is { HasValue: true, Value: string { Length: > 0 } text } ? text : null;
}
