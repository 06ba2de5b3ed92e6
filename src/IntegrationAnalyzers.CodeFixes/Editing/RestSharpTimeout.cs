using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>RestSharp's timeout: on the client up to 106, on its options since, in milliseconds up to 110.</summary>
internal static class RestSharpTimeout
{
    public static FixPlan? Plan(BaseObjectCreationExpressionSyntax creation, ITypeSymbol type, FixRequest request, int seconds)
    {
        if (TimeoutMembers.Find(type, "Timeout") is { Type.SpecialType: SpecialType.System_Int32 })
            return ObjectInitializers.CanAdd(creation) ? Set(creation, "Timeout", Milliseconds(seconds), ImmutableArray<string>.Empty) : null;

        var options = request.Model.Compilation.GetTypeByMetadataName("RestSharp.RestClientOptions");
        if (OptionsMember(options) is not { } member)
            return null;

        var value = member.Type.SpecialType == SpecialType.System_Int32 ? Milliseconds(seconds) : Durations.Seconds(seconds, request);
        var usings = member.Type.SpecialType == SpecialType.System_Int32 ? ImmutableArray<string>.Empty : Durations.Usings(value);
        var arguments = creation.ArgumentList?.Arguments ?? default;
        if (MadeHere(creation, arguments, options!, request) is { } made)
            return ObjectInitializers.CanAdd(made) ? Set(made, member.Name, value, usings) : null;

        // The client's own class may have a constructor of its own.
        if (type.Name != "RestClient" || arguments.Count > 1 || (creation.ArgumentList?.ContainsDirectives ?? false))
            return null;
        var url = arguments.Count == 1 ? arguments[0] : null;
        if (url is { NameColon: not null } || (url is not null && !IsUrl(request.Model.GetTypeInfo(url.Expression, request.CancellationToken).Type)))
            return null;

        return new FixPlan(
            editor => editor.ReplaceNode(creation, (current, _) => WithOptions((BaseObjectCreationExpressionSyntax)current, member.Name, value)),
            usings.Add("RestSharp"));
    }

    private static FixPlan Set(BaseObjectCreationExpressionSyntax target, string member, ExpressionSyntax value, ImmutableArray<string> usings) =>
        new(editor => editor.ReplaceNode(target, (current, _) => ObjectInitializers.Add((BaseObjectCreationExpressionSyntax)current, member, value)), usings);

    private static BaseObjectCreationExpressionSyntax WithOptions(BaseObjectCreationExpressionSyntax creation, string member, ExpressionSyntax value)
    {
        var url = creation.ArgumentList?.Arguments.FirstOrDefault();
        var options = SyntaxFactory.ParseExpression(url is null
            ? $"new RestClientOptions {{ {member} = {value} }}"
            : $"new RestClientOptions({url.WithoutTrivia()}) {{ {member} = {value} }}");
        var argument = SyntaxFactory.Argument(url is null ? options : options.WithTriviaFrom(url));
        var list = creation.ArgumentList is { } existing
            ? existing.WithArguments(SyntaxFactory.SingletonSeparatedList(argument))
            : SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(argument));
        return creation switch
        {
            ObjectCreationExpressionSyntax { ArgumentList: null } named =>
                named.WithType(named.Type.WithoutTrailingTrivia()).WithArgumentList(list.WithTrailingTrivia(named.Type.GetTrailingTrivia())),
            ObjectCreationExpressionSyntax named => named.WithArgumentList(list),
            ImplicitObjectCreationExpressionSyntax implied => implied.WithArgumentList(list),
            _ => creation,
        };
    }

    /// <summary>The options where they are made in this file: in the argument, or in the variable it names.</summary>
    private static BaseObjectCreationExpressionSyntax? MadeHere(
        BaseObjectCreationExpressionSyntax creation, SeparatedSyntaxList<ArgumentSyntax> arguments, ITypeSymbol options, FixRequest request)
    {
        if (arguments.FirstOrDefault()?.Expression is not { } first || !SymbolEqualityComparer.Default.Equals(request.Model.GetTypeInfo(first).Type, options))
            return null;
        if (first is BaseObjectCreationExpressionSyntax inline)
            return inline;
        return request.Model.GetSymbolInfo(first, request.CancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] } &&
            reference.SyntaxTree == creation.SyntaxTree &&
            reference.GetSyntax(request.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax made }
            ? made
            : null;
    }

    private static IPropertySymbol? OptionsMember(ITypeSymbol? options)
    {
        var timeout = TimeoutMembers.Find(options, "Timeout");
        var maximum = TimeoutMembers.Find(options, "MaxTimeout");
        return timeout is not null && !timeout.IsObsolete() ? timeout : maximum;
    }

    private static bool IsUrl(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String } or { Name: "Uri" };

    private static ExpressionSyntax Milliseconds(int seconds) => SyntaxFactory.ParseExpression((seconds * 1000L).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
