using System;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>A logger that an endpoint's lambda is given as one more parameter: the framework hands it in.</summary>
/// <param name="Logger">By the parameter's name.</param>
internal sealed record LambdaLogger(LoggerInReach Logger, ParenthesizedLambdaExpressionSyntax Lambda, string ParameterType, string ParameterName)
{
    /// <summary>Null where the clause does not stand in such a lambda, or that cannot take one.</summary>
    public static LambdaLogger? At(CatchClauseSyntax clause, FixRequest request)
    {
        if (Awaiting.FunctionOf(clause.Block) is not ParenthesizedLambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax map } } lambda ||
            request.Model.Compilation.GetTypeByMetadataName(LoggerApis.Namespace + ".ILoggerFactory") is null || lambda.ParameterList.Parameters.Any(static p => p.Type is null) ||
            request.Model.GetTypeInfo(lambda, request.CancellationToken).ConvertedType?.SpecialType != SpecialType.System_Delegate ||
            request.Model.GetOperation(map, request.CancellationToken) is not IInvocationOperation call || !EndpointApis.IsMap(call))
        {
            return null;
        }

        // A static class is no argument of a type.
        var owner = request.Model.GetEnclosingSymbol(lambda.SpanStart, request.CancellationToken)?.ContainingType;
        var isTyped = owner is { IsStatic: false };
        var factory = (request.Model.GetSymbolInfo(lambda, request.CancellationToken).Symbol as IMethodSymbol)?.Parameters.FirstOrDefault(static p => p.Type.Is(LoggerApis.Namespace, "ILoggerFactory"))?.Name;
        isTyped &= factory is null;
        var name = isTyped ? "logger" : factory ?? "loggerFactory";
        if (owner is null || factory is null && !request.Model.LookupSymbols(clause.Block.OpenBraceToken.Span.End, name: name).IsEmpty)
            return null;
        var logger = new LoggerInReach(isTyped ? name : $"{name}.CreateLogger(\"{owner.Name}\")", LoggerApis.Default, MayBeNull: false);
        return new LambdaLogger(logger, lambda, isTyped ? $"ILogger<{owner.ToMinimalDisplayString(request.Model, lambda.SpanStart)}>" : "ILoggerFactory", name);
    }

    /// <summary>Adds the parameter, once, before what may be left out and before the token, which stands last by custom.</summary>
    public void Add(DocumentEditor editor) => editor.ReplaceNode(Lambda.ParameterList, (current, _) =>
    {
        var list = (ParameterListSyntax)current;
        if (list.Parameters.Any(p => p.Identifier.ValueText == ParameterName))
            return list;
        var index = list.Parameters.TakeWhile(static p => p.Default is null && p.Type?.ToString().EndsWith("CancellationToken", StringComparison.Ordinal) != true).Count();
        var added = SyntaxFactory.Parameter(SyntaxFactory.Identifier(ParameterName)).WithType(SyntaxFactory.ParseTypeName(ParameterType).WithTrailingTrivia(SyntaxFactory.Space));
        var parameters = list.Parameters.Insert(index, added);
        return list.WithParameters(SyntaxFactory.SeparatedList(parameters, Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), parameters.Count - 1)));
    });
}
