using System.Threading;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Whether the function that hands a payload on gives null elsewhere: then null is an answer of its, which all callers may get anyway.</summary>
internal static class NullAnswers
{
    /// <summary>So many callers of a reader are told each; beyond, nobody would check in all of them.</summary>
    private const int FewCallers = 3;

    private static readonly string[] NullWarnings = ["CS8600", "CS8601", "CS8602", "CS8603", "CS8604", "CS8618"];

    /// <summary>Whether the compiler's own warning of the null is switched off by name, for this place: its author knows of it.</summary>
    public static bool AreMeant(PayloadRead read, CancellationToken cancellationToken) =>
        read.FirstUnchecked is { Syntax: var use } && Pragmas.DisableHere(use, NullWarnings, cancellationToken);

    /// <summary>Whether an own method, generic or of a generic type, has read it, for this caller as for many others: there is the one place to check it.</summary>
    public static bool IsOfSharedReader(PayloadRead read, SourceIndex source, CancellationToken cancellationToken) =>
        read.Call is IInvocationOperation { TargetMethod.OriginalDefinition: { DeclaringSyntaxReferences.IsEmpty: false } reader } &&
        reader.ReturnType.AwaitedType() is ITypeParameterSymbol && source.Uses(reader, cancellationToken) is not { Length: <= FewCallers };

    public static bool Give(PayloadRead read)
    {
        if (read.Uses.Unchecked is [{ Kind: PayloadUseKind.PassedOn, Syntax: var passed }, ..] && MayBeNullAnyway(passed, read.Call.Syntax))
            return true;

        // What is used here has to be looked at here.
        if (!read.Uses.Unchecked.IsEmpty && read.Uses.Unchecked[0].Kind != PayloadUseKind.Returned)
            return false;
        if (read.Call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return false;
        foreach (var node in member.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (node is ReturnStatementSyntax { Expression: { } value } && MayGiveNull(value, member))
                return true;
        }

        return false;
    }

    /// <summary><c>null</c>, <c>found ? answer : null</c>, and a local that is nothing but its null (<c>var none = default(T);</c>).</summary>
    private static bool MayGiveNull(ExpressionSyntax value, MemberDeclarationSyntax member) => value switch
    {
        ConditionalExpressionSyntax choice => choice.WhenTrue.IsNull() || choice.WhenFalse.IsNull(),
        IdentifierNameSyntax { Identifier.ValueText: var name } => FirstOf(name, member) is { } first && first.IsNull() && !IsSetLater(name, member),
        _ => value.IsNull(),
    };

    private static bool IsSetLater(string name, MemberDeclarationSyntax member)
    {
        foreach (var node in member.DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var left } } && left == name ||
                node is ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax { Identifier.ValueText: var given } } && given == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a local begins as.</summary>
    private static ExpressionSyntax? FirstOf(string name, MemberDeclarationSyntax member)
    {
        foreach (var node in member.DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax { Initializer.Value: var first } declared && declared.Identifier.ValueText == name)
                return first;
        }

        return null;
    }

    /// <summary>A local that begins as null and is filled where a body came: who is handed it gets the null of every other path.</summary>
    private static bool MayBeNullAnyway(SyntaxNode passed, SyntaxNode call)
    {
        var value = passed is ArgumentSyntax argument ? argument.Expression : passed;
        if (value is not IdentifierNameSyntax { Identifier.ValueText: var name } || call.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is not { Left: IdentifierNameSyntax { Identifier.ValueText: var filled } } assignment ||
            filled != name || assignment.FirstAncestorOrSelf<BlockSyntax>() is not { } block || block.Span.Contains(passed.Span) || call.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return false;
        }

        return FirstOf(name, member) is { } first && first.IsNull();
    }

    /// <summary>
    /// Whether the exception of a null ends in a clause of the same method that tells of it and answers with null, logs it and answers with no, or answers with a failure: the callers look for that one.
    /// </summary>
    public static bool AreToldOf(PayloadRead read, CatchShapes catches, CancellationToken cancellationToken)
    {
        if (read.Uses.Unchecked is not [{ Kind: PayloadUseKind.Dereferenced, Syntax: var use }, ..])
            return false;
        for (var current = read.Call.Parent; current is not null; current = current.Parent)
        {
            if (current is not ITryOperation tried || !tried.Body.Syntax.Span.Contains(use.Span))
                continue;
            foreach (var clause in tried.Catches)
            {
                if (catches.Read((CatchClauseSyntax)clause.Syntax, tried, cancellationToken) is { IsGeneral: true, Filter: CatchFilter.None } shape)
                    return Tells(shape);
            }
        }

        return false;
    }

    private static bool Tells(CatchShape shape) => CatchAnswers.Of(shape) switch
    {
        CatchAnswer.Nothing => shape.Body.Does(CatchActs.Logs | CatchActs.Tells | CatchActs.Carries | CatchActs.Shows),
        CatchAnswer.No or CatchAnswer.NoInTuple => shape.Body.Does(CatchActs.Logs),

        // A failure says itself what happened; an exception with a better message would end there just the same.
        CatchAnswer.Failure => true,
        _ => false,
    };
}
