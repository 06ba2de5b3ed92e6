using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>How a name comes to stand for a value.</summary>
internal enum CarrierKind
{
    Declaration,
    Assignment,

    /// <summary>A string that names the value beside it: a dictionary key, a header's or form field's name.</summary>
    Key,
    Argument,
    Comparison,
    Return,

    /// <summary>Given back by a method whose name may say what it does and not what it gives.</summary>
    LooseReturn,
}

/// <summary>The name by which the code around a value calls it. Read from syntax alone.</summary>
internal readonly record struct NameCarrier(string Name, CarrierKind Kind)
{
    /// <summary>The carrier of a literal, an interpolated string's text or an array; null where nothing names it.</summary>
    public static NameCarrier? Of(SyntaxNode node)
    {
        var value = ValueOf(node);
        if (ComparedWith(value) is { } compared)
            return Named(compared, CarrierKind.Comparison) is { } carrier && SecretName.Judge(carrier.Name) != SecretNameKind.None ? carrier : Requested(compared) ?? Named(compared, CarrierKind.Comparison);
        switch (value.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }:
                return new(declarator.Identifier.ValueText, CarrierKind.Declaration);
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                return new(property.Identifier.ValueText, CarrierKind.Declaration);
            case EqualsValueClauseSyntax { Parent: ParameterSyntax parameter }:
                return new(parameter.Identifier.ValueText, CarrierKind.Declaration);
            case AssignmentExpressionSyntax assignment when assignment.Right == value:
                return Named(assignment.Left, CarrierKind.Assignment);
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression) && binary.Right == value:
                return Named(binary.Left, CarrierKind.Assignment);
            case ArrowExpressionClauseSyntax arrow:
                return Returned(arrow);
            case ReturnStatementSyntax statement:
                return Returned(statement);
            case AnonymousObjectMemberDeclaratorSyntax { NameEquals: { } name }:
                return new(name.Name.Identifier.ValueText, CarrierKind.Assignment);
            case AttributeArgumentSyntax argument:
                return (argument.NameEquals?.Name ?? argument.NameColon?.Name) is { } named ? new(named.Identifier.ValueText, CarrierKind.Assignment) : null;
            case InitializerExpressionSyntax initializer when initializer.IsKind(SyntaxKind.ComplexElementInitializerExpression):
                return initializer.Expressions is [var key, var second] && second == value ? Literal(key, CarrierKind.Key) : null;
            case ArgumentSyntax { NameColon: { } colon }:
                return new(colon.Name.Identifier.ValueText, CarrierKind.Argument);
            case ArgumentSyntax { Parent: BaseArgumentListSyntax list } argument:
                return OfArgument(list, argument);
            default:
                return null;
        }
    }

    /// <summary>The expression that stands for the literal: conversions, joins and choices around it taken off.</summary>
    public static SyntaxNode ValueOf(SyntaxNode node)
    {
        if (node is InterpolatedStringTextSyntax)
            node = node.Parent!;
        while (true)
        {
            switch (node.Parent)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or InterpolatedStringExpressionSyntax:
                case PostfixUnaryExpressionSyntax:
                case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression) ||
                    (binary.IsKind(SyntaxKind.CoalesceExpression) && binary.Right == node && !NamesSecret(binary.Left)):
                case ConditionalExpressionSyntax conditional when conditional.Condition != node:
                case SwitchExpressionArmSyntax arm when arm.Expression == node:
                case SwitchExpressionSyntax when node is SwitchExpressionArmSyntax:
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Name.Identifier.ValueText: "ToCharArray" or "Trim" or "ToArray" or "AsSpan" or "ToString" }:
                    node = node.Parent;
                    continue;
                case InvocationExpressionSyntax invocation when node == invocation.Expression:
                    node = invocation;
                    continue;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetBytes" or "FromBase64String" or "FromHexString" or "Base64Decode" } } call }:
                    node = call;
                    continue;
                default:
                    return node;
            }
        }
    }

    /// <summary>What the value of a literal is compared with; null where it is not.</summary>
    public static ExpressionSyntax? ComparedWith(SyntaxNode value) => value.Parent switch
    {
        BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression => binary.Left == value ? binary.Right : binary.Left,
        ConstantPatternSyntax { Parent: IsPatternExpressionSyntax pattern } => pattern.Expression,
        ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" } equals } } list } argument =>
            list.Arguments.Count > 1 && list.Arguments.IndexOf(argument) < 2 && equals.Expression is PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" }
                ? list.Arguments[1 - list.Arguments.IndexOf(argument)].Expression
                : equals.Expression,
        _ => null,
    };

    /// <summary>The key under which a local was asked for: <c>TryGetValue("X-Api-Key", out var given)</c>, <c>var given = headers["X-Api-Key"]</c>.</summary>
    private static NameCarrier? Requested(ExpressionSyntax compared)
    {
        if (compared is not IdentifierNameSyntax { Identifier.ValueText: var local } || compared.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return null;
        foreach (var node in (member is GlobalStatementSyntax ? member.Parent! : member).DescendantNodes())
        {
            switch (node)
            {
                case SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [var key, _] } } } } given when given.Identifier.ValueText == local:
                    return Literal(key.Expression, CarrierKind.Key);
                case VariableDeclaratorSyntax { Initializer.Value: ElementAccessExpressionSyntax or InvocationExpressionSyntax } declarator when declarator.Identifier.ValueText == local:
                    return Named(declarator.Initializer.Value, CarrierKind.Key);
            }
        }

        return null;
    }

    /// <summary>What an expression is called: its last name, or the literal that indexes it.</summary>
    public static NameCarrier? Named(ExpressionSyntax expression, CarrierKind kind) => expression switch
    {
        IdentifierNameSyntax name => new(name.Identifier.ValueText, kind),
        MemberAccessExpressionSyntax member => new(member.Name.Identifier.ValueText, kind),
        MemberBindingExpressionSyntax member => new(member.Name.Identifier.ValueText, kind),
        ConditionalAccessExpressionSyntax access => Named(access.WhenNotNull, kind),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [var index] } => Literal(index.Expression, CarrierKind.Key),
        ImplicitElementAccessSyntax { ArgumentList.Arguments: [var index] } => Literal(index.Expression, CarrierKind.Key),
        ParenthesizedExpressionSyntax parenthesized => Named(parenthesized.Expression, kind),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Trim" or "ToString" or "ToLower" or "First" or "FirstOrDefault" } call } => Named(call.Expression, kind),
        InvocationExpressionSyntax { ArgumentList.Arguments: [var key, ..] } => Literal(key.Expression, CarrierKind.Key),
        _ => null,
    };

    private static bool NamesSecret(ExpressionSyntax expression) =>
        Named(expression, CarrierKind.Assignment) is { } carrier && SecretName.Judge(carrier.Name) != SecretNameKind.None;

    private static NameCarrier? OfArgument(BaseArgumentListSyntax list, ArgumentSyntax argument)
    {
        var index = list.Arguments.IndexOf(argument);
        // Add("api_key", "…"), new KeyValuePair("password", "…"), SetEnvironmentVariable("TOKEN", "…"): the text before it names it.
        return index > 0 && list is ArgumentListSyntax ? Literal(list.Arguments[index - 1].Expression, CarrierKind.Key) : null;
    }

    private static NameCarrier? Literal(ExpressionSyntax expression, CarrierKind kind) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) =>
            new(LastSegment(literal.Token.ValueText), kind),
        MemberAccessExpressionSyntax member => new(member.Name.Identifier.ValueText, kind),
        _ => null,
    };

    /// <summary>Of <c>Stripe:ApiKey</c> the part that names the value.</summary>
    private static string LastSegment(string key) => key.Substring(key.LastIndexOf(':') + 1);

    private static NameCarrier? Returned(SyntaxNode node)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case PropertyDeclarationSyntax property:
                    return new(property.Identifier.ValueText, CarrierKind.Declaration);
                case MethodDeclarationSyntax method:
                    return Method(method.Identifier.ValueText);
                case LocalFunctionStatementSyntax function:
                    return Method(function.Identifier.ValueText);
                case AnonymousFunctionExpressionSyntax or IndexerDeclarationSyntax or BaseTypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>A method named for what it gives; one named for what it does may give something else.</summary>
    private static NameCarrier Method(string name)
    {
        var words = NameWords.Split(name);
        var verb = words.Count > 1 ? words[0] : "get";
        return verb is "get" or "read" or "load" or "fetch" or "retrieve" or "obtain" or "default" or "my" or "api" or "client" or "admin" or "user" or "db"
            ? new(name, CarrierKind.Return)
            : new(name, CarrierKind.LooseReturn);
    }
}
