using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Options;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// Adds <c>.ValidateDataAnnotations().ValidateOnStart()</c>, or <c>.Validate(…)</c> of the member in question where the type has no annotations that could fail; <c>Configure</c>, which gives no
/// builder, becomes <c>AddOptions().Bind()</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA3007UnvalidatedOptionsFix() : IntegrationCodeFix(IA3007UnvalidatedOptions.Id, "Validate the options at start")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<GenericNameSyntax>() is not { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } name ||
            !OptionsApis.CanValidate(request.Model.Compilation))
        {
            return null;
        }

        var check = Check(name, request);
        return name.Identifier.ValueText == OptionsApis.ConfigureName ? OfSection(name, access, call, check) : OfChain(call, check);
    }

    /// <summary>What is asked of the options: their annotations, or else the member that the client needs.</summary>
    private static string Check(GenericNameSyntax name, FixRequest request)
    {
        var model = IntegrationModel.For(request.Model.Compilation);
        if (new BoundOptionsReader(model, request.Model, request.CancellationToken).Read(name) is not { Member: IPropertySymbol member, Type: var type } || ValidationApis.HasAnnotations(type))
            return "ValidateDataAnnotations()";
        var options = new[] { "options", "settings", "o" }.FirstOrDefault(n => request.Model.LookupSymbols(name.SpanStart, name: n).IsEmpty) ?? "_options";
        var isSet = member.Type.SpecialType == SpecialType.System_String ? $"!string.IsNullOrWhiteSpace({options}.{member.Name})" : $"{options}.{member.Name} != null";
        return $"Validate({options} => {isSet}, \"{type.Name}.{member.Name} is not set\")";
    }

    private static FixPlan? OfSection(GenericNameSyntax name, MemberAccessExpressionSyntax access, InvocationExpressionSyntax call, string check)
    {
        // The result changes its type, so nothing may use it.
        if (call.Parent is not ExpressionStatementSyntax || call.ArgumentList.Arguments is not ({ Count: 1 } or [{ Expression: LiteralExpressionSyntax }, _]))
            return null;

        var arguments = call.ArgumentList.Arguments;
        var names = arguments.Count == 2 ? SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(arguments[0].WithoutTrivia())) : SyntaxFactory.ArgumentList();
        var section = call.ArgumentList.WithArguments(SyntaxFactory.SingletonSeparatedList(arguments[arguments.Count - 1].WithoutLeadingTrivia()));
        ExpressionSyntax builder = SyntaxFactory.InvocationExpression(
            access.WithName(name.WithIdentifier(SyntaxFactory.Identifier(OptionsApis.AddOptionsName).WithTriviaFrom(name.Identifier))), names);

        // Arguments of a line of their own: the calls take it.
        var (lineEnd, lead) = LineOf(call.ArgumentList);
        if (lineEnd.Count > 0)
            section = section.WithOpenParenToken(section.OpenParenToken.WithTrailingTrivia());
        builder = SyntaxFactory.InvocationExpression(Member(builder.WithTrailingTrivia(lineEnd), "Bind", lead), section.WithTrailingTrivia(lineEnd));
        builder = Call(Call(builder, check, lead).WithTrailingTrivia(lineEnd), OptionsApis.ValidateOnStartName + "()", lead).WithTriviaFrom(call);
        return new FixPlan(editor => editor.ReplaceNode(call, builder), ImmutableArray.Create(RegistrationApis.Namespace));
    }

    /// <summary>The end of the line that the parenthesis opens at, and the indentation of the next; nothing where the arguments begin behind it.</summary>
    private static (SyntaxTriviaList End, SyntaxTriviaList Indentation) LineOf(ArgumentListSyntax arguments)
    {
        var (end, next) = (arguments.OpenParenToken.TrailingTrivia, arguments.Arguments[0].GetLeadingTrivia());
        return end.Any(SyntaxKind.EndOfLineTrivia) && end.Concat(next).All(static t => t.IsKind(SyntaxKind.EndOfLineTrivia) || t.IsKind(SyntaxKind.WhitespaceTrivia)) ? (end, next) : default;
    }

    private static FixPlan OfChain(InvocationExpressionSyntax start, string check)
    {
        var last = start;
        var isValidated = false;
        SyntaxToken dot = default;
        while (last.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access)
        {
            isValidated |= OptionsApis.IsValidation(access.Name.Identifier.ValueText);
            dot = access.OperatorToken;
            last = next;
        }

        // A chain of one line a step goes on so.
        var lineEnd = dot.LeadingTrivia.Any(SyntaxKind.WhitespaceTrivia) ? dot.GetPreviousToken().TrailingTrivia : default;
        var lead = dot.LeadingTrivia;
        ExpressionSyntax chain = last.WithTrailingTrivia();
        if (!isValidated)
            chain = Call(chain.WithTrailingTrivia(lineEnd), check, lead);
        chain = Call(chain.WithTrailingTrivia(lineEnd), OptionsApis.ValidateOnStartName + "()", lead).WithTrailingTrivia(last.GetTrailingTrivia());
        return new FixPlan(editor => editor.ReplaceNode(last, chain), ImmutableArray.Create(RegistrationApis.Namespace));
    }

    private static InvocationExpressionSyntax Call(ExpressionSyntax receiver, string call, SyntaxTriviaList lead = default)
    {
        var added = (InvocationExpressionSyntax)SyntaxFactory.ParseExpression(call);
        return added.WithExpression(Member(receiver, added.Expression.ToString(), lead));
    }

    private static MemberAccessExpressionSyntax Member(ExpressionSyntax receiver, string name, SyntaxTriviaList lead = default) => SyntaxFactory.MemberAccessExpression(
        SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.Token(lead, SyntaxKind.DotToken, default), SyntaxFactory.IdentifierName(name));
}
