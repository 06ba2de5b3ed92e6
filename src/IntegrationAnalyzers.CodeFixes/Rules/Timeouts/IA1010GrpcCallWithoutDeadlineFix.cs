using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>
/// Gives the call a deadline in UTC, or makes the one it has UTC. Not offered for a call that takes <c>CallOptions</c>, and for a timeout that is ignored: what its calls
/// need is not known at the registration.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA1010GrpcCallWithoutDeadlineFix)), Shared]
public sealed class IA1010GrpcCallWithoutDeadlineFix() : IntegrationCodeFix(IA1010GrpcCallWithoutDeadline.Id, "Set a deadline in UTC")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Now" } now && request.Node.Span == request.Diagnostic.Location.SourceSpan)
            return new FixPlan(editor => editor.ReplaceNode(now, now.WithName(SyntaxFactory.IdentifierName("UtcNow").WithTriviaFrom(now.Name))));

        if (request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || request.Node is AssignmentExpressionSyntax ||
            request.Model.GetSymbolInfo(call, request.CancellationToken).Symbol is not IMethodSymbol method || GrpcApis.Find(method) is null ||
            !method.Parameters.Any(static p => p.Name == GrpcApis.Deadline) || call.ArgumentList.Arguments.Any(static a => a.NameColon?.Name.Identifier.ValueText == GrpcApis.Deadline))
        {
            return null;
        }

        // By position it would be there already.
        var index = method.Parameters.First(static p => p.Name == GrpcApis.Deadline).Ordinal;
        if (call.ArgumentList.Arguments.Count > index && call.ArgumentList.Arguments[index].NameColon is null)
            return null;

        var seconds = IA1010GrpcCallWithoutDeadline.DeadlineSeconds.Get(request.Document.Project.AnalyzerOptions, request.Root.SyntaxTree);
        var isTaken = request.Model.LookupSymbols(call.SpanStart, name: "DateTime").Any(static s => s.ContainingNamespace is not { Name: "System", ContainingNamespace.IsGlobalNamespace: true });
        var time = (isTaken ? "global::System.DateTime" : "DateTime") + $".UtcNow.AddSeconds({seconds})";
        var argument = SyntaxFactory.Argument(
            SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(GrpcApis.Deadline)).WithTrailingTrivia(SyntaxFactory.Space), default, SyntaxFactory.ParseExpression(time));
        var place = call.ArgumentList.Arguments.TakeWhile(static a => a.NameColon is null).Count();
        return new FixPlan(
            editor => editor.ReplaceNode(call, (current, _) => ((InvocationExpressionSyntax)current).WithArgumentList(Arguments.Insert(((InvocationExpressionSyntax)current).ArgumentList, place, argument))),
            isTaken ? ImmutableArray<string>.Empty : ImmutableArray.Create("System"));
    }
}
