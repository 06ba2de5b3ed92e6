using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What is given to a reference, and what takes a value: by an assignment of its own, or with others in <c>(x, y) = (1, 2)</c>.</summary>
internal static class Assignments
{
    /// <summary>
    /// The value that the reference is given here: in a deconstruction its own part, or the deconstruction itself where the code does not spell the parts out; null where the reference is
    /// only read.
    /// </summary>
    public static IOperation? Given(this IOperation target)
    {
        if (target.Parent is IAssignmentOperation assignment && assignment.Target == target)
            return assignment.Value;
        if (Deconstruction(target) is not { } deconstruction)
            return null;

        var value = deconstruction.Value;
        foreach (var place in Path(target))
        {
            if (value.Unwrap() is not ITupleOperation tuple || tuple.Elements.Length <= place)
                return deconstruction;
            value = tuple.Elements[place];
        }

        return value;
    }

    /// <summary>Where the reference is given a value: the assignment that does nothing else, or the target in a deconstruction; null where the reference is only read.</summary>
    public static IOperation? Setting(this IOperation target) =>
        target.Parent is IAssignmentOperation assignment && assignment.Target == target ? assignment : Deconstruction(target) is null ? null : target;

    /// <summary>What the value, one of a tuple that is taken apart at once, is given to; null where it is no such part, or what it is a part of is used further.</summary>
    public static IOperation? Taker(this IOperation value)
    {
        var whole = value;
        while (whole.Parent is ITupleOperation or IConversionOperation or IParenthesizedOperation)
            whole = whole.Parent;
        if (whole.Parent is not IDeconstructionAssignmentOperation { Parent: IExpressionStatementOperation } deconstruction || deconstruction.Value != whole)
            return null;

        var target = deconstruction.Target;
        foreach (var place in Path(value))
        {
            if (Declared(target) is not ITupleOperation tuple || tuple.Elements.Length <= place)
                return null;
            target = tuple.Elements[place];
        }

        return Declared(target);
    }

    /// <summary>What the assignment gives values to, by syntax alone: one expression, or those of the tuple on its left.</summary>
    public static IEnumerable<ExpressionSyntax> Targets(this AssignmentExpressionSyntax assignment)
    {
        if (assignment.Left is not TupleExpressionSyntax tuple)
        {
            yield return assignment.Left;
            yield break;
        }

        foreach (var element in tuple.Arguments)
            yield return element.Expression;
    }

    /// <summary>The deconstruction that gives the reference a value.</summary>
    private static IDeconstructionAssignmentOperation? Deconstruction(IOperation target)
    {
        while (target.Parent is ITupleOperation or IDeclarationExpressionOperation)
            target = target.Parent;
        return target.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == target ? deconstruction : null;
    }

    /// <summary>The part's place in each tuple round it, outermost first.</summary>
    private static Stack<int> Path(IOperation part)
    {
        var path = new Stack<int>();
        for (; part.Parent is ITupleOperation or IConversionOperation or IParenthesizedOperation or IDeclarationExpressionOperation; part = part.Parent)
        {
            if (part.Parent is ITupleOperation tuple)
                path.Push(tuple.Elements.IndexOf(part));
        }

        return path;
    }

    /// <summary><c>var (x, y)</c>, <c>(var x, y)</c></summary>
    private static IOperation Declared(IOperation target) => target is IDeclarationExpressionOperation { Expression: var declared } ? declared : target;
}
