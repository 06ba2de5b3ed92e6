using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>One place where a symbol is named.</summary>
internal readonly record struct SymbolUse(SimpleNameSyntax Name, SemanticModel Model)
{
    /// <summary>The assignment that gives the symbol a value here, by syntax alone: nothing is bound; null where it is only read.</summary>
    public AssignmentExpressionSyntax? Assignment => AssignmentOf(Name);

    /// <summary>Whether it is given a value here together with others, <c>(x, y) = …</c>, by syntax alone.</summary>
    public bool IsDeconstructed
    {
        get
        {
            SyntaxNode part = Access;
            while (part.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax tuple })
                part = tuple;
            return part != Access && part.Parent is AssignmentExpressionSyntax assignment && assignment.Left == part;
        }
    }

    /// <summary>The call that names it as what is called: <c>x()</c>, <c>other.x()</c>, <c>x?.y()</c>.</summary>
    public InvocationExpressionSyntax? Invocation => Access.Parent is InvocationExpressionSyntax invocation && invocation.Expression == Access ? invocation : null;

    // this.x, other.x and x?.y bind at the member access that holds the name.
    private ExpressionSyntax Access => Name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == Name => access,
        MemberBindingExpressionSyntax binding when binding.Name == Name => binding,
        _ => Name,
    };

    /// <inheritdoc cref="Assignment"/>
    public static AssignmentExpressionSyntax? AssignmentOf(SimpleNameSyntax name)
    {
        SyntaxNode target = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target ? assignment : null;
    }

    /// <summary>The reference as an operation; null inside <c>nameof</c>, attributes and documentation.</summary>
    public IOperation? Operation(CancellationToken cancellationToken) =>
        Invocation is { } invocation && Model.GetOperation(invocation, cancellationToken) is { } call ? call : Model.GetOperation(Access, cancellationToken);

    /// <summary>The value that the symbol is given here; null where it is only read.</summary>
    public IOperation? Assigned(CancellationToken cancellationToken) => Operation(cancellationToken)?.Given();
}
