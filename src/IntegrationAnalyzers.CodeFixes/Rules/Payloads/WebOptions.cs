using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>
/// The web defaults as the place can name them: <c>JsonSerializerOptions.Web</c> where the framework has it, else a field of the type round it that all
/// its reads share.
/// </summary>
internal sealed class WebOptions
{
    private static readonly string[] FieldNames = ["WebJsonOptions", "CaseInsensitiveJsonOptions"];

    private readonly SharedField? _field;

    private WebOptions(ExpressionSyntax expression, SharedField? field, string[] usings)
    {
        Expression = expression;
        _field = field;
        Usings = usings;
    }

    public ExpressionSyntax Expression { get; }

    public string[] Usings { get; }

    public static WebOptions? For(FixRequest request)
    {
        var compilation = request.Model.Compilation;
        if (compilation.GetTypeByMetadataName(JsonOptionsApis.OptionsMetadataName) is not { } options)
            return null;

        var names = new TypeNames(request.Model, request.Root, request.Node.SpanStart);
        var typeName = names.Of(options);
        if (options.GetMembers(JsonOptionsApis.WebOptions).Any(static m => m is IPropertySymbol { IsStatic: true, DeclaredAccessibility: Accessibility.Public }))
            return new WebOptions(SyntaxFactory.ParseExpression($"{typeName}.{JsonOptionsApis.WebOptions}"), null, names.Usings.ToArray());

        var value = compilation.GetTypeByMetadataName(JsonOptionsApis.DefaultsMetadataName) is { } defaults
            ? $"new {typeName}({names.Of(defaults)}.Web)"
            : $"new {typeName} {{ {JsonOptionsApis.CaseInsensitive} = true }}";
        foreach (var name in FieldNames)
        {
            if (SharedField.For(request, typeName, name, value) is { } field)
                return new WebOptions(SyntaxFactory.IdentifierName(name), field, names.Usings.ToArray());
        }

        return null;
    }

    public void Declare(DocumentEditor editor) => _field?.Declare(editor);
}
