using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>Whether what stands behind a statement is passed over.</summary>
internal static class StatementExits
{
    /// <summary>Whether it ends by leaving: <c>return</c>, <c>throw</c>, <c>continue</c> or <c>break</c> as its last statement.</summary>
    public static bool Exits(this StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax => true,
        BlockSyntax { Statements: [.., var last] } => last.Exits(),
        _ => false,
    };

    /// <summary>Whether a statement in front of it in the same block leaves, so that it never runs. A local function is called from elsewhere, and a label may be jumped to.</summary>
    public static bool IsPassedOver(this StatementSyntax statement)
    {
        if (statement is LocalFunctionStatementSyntax or LabeledStatementSyntax)
            return false;
        SyntaxList<StatementSyntax> statements;
        switch (statement.Parent)
        {
            case BlockSyntax block:
                statements = block.Statements;
                break;
            case SwitchSectionSyntax section:
                statements = section.Statements;
                break;
            default:
                return false;
        }

        for (var i = statements.IndexOf(statement) - 1; i >= 0 && statements[i] is not LabeledStatementSyntax; i--)
        {
            if (statements[i].Exits())
                return true;
        }

        return false;
    }
}
