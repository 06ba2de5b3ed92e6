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
}
