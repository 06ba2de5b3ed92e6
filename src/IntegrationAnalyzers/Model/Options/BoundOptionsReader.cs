using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Urls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Options;

/// <summary>
/// Reads one binding of options, <c>Configure&lt;T&gt;(section)</c> or <c>AddOptions&lt;T&gt;().Bind(…)</c> with its chain: null where it validates at start, where another place checks the
/// values, or where no member reaches a client.
/// </summary>
internal sealed class BoundOptionsReader(IntegrationModel model, SemanticModel semantics, CancellationToken cancellationToken)
{
    private const int MaxMembers = 30;

    public static bool MayBe(GenericNameSyntax name) =>
        name.Identifier.ValueText is OptionsApis.ConfigureName or OptionsApis.AddOptionsName &&
        name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access && access.Name == name;

    public BoundOptions? Read(GenericNameSyntax name)
    {
        var call = (InvocationExpressionSyntax)name.Parent!.Parent!;
        var isSection = name.Identifier.ValueText == OptionsApis.ConfigureName;
        if (isSection && call.ArgumentList.Arguments is not [.., { Expression: not LambdaExpressionSyntax and not AnonymousMethodExpressionSyntax }])
            return null;

        bool isBound = isSection, isValidated = false;
        if (!isSection && !ReadChain(call, out isBound, out isValidated))
            return null;
        if (!isBound || semantics.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method ||
            !(isSection ? OptionsApis.BindsSection(method) : OptionsApis.StartsBuilder(method)) ||
            method.TypeArguments[0] is not INamedTypeSymbol type || !model.Source.IsSource(type) || IsCheckedElsewhere(type, name))
        {
            return null;
        }

        return Reaching(type) is var (member, sink) ? new BoundOptions(name, type, member, sink, isValidated) : null;
    }

    /// <summary>The steps behind <c>AddOptions</c>; false where they validate at start, or where the builder goes elsewhere.</summary>
    private static bool ReadChain(InvocationExpressionSyntax start, out bool isBound, out bool isValidated)
    {
        isBound = isValidated = false;
        ExpressionSyntax current = start;
        while (current.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == current)
        {
            var step = access.Name.Identifier.ValueText;
            if (step == OptionsApis.ValidateOnStartName)
                return false;
            isBound |= OptionsApis.IsBinding(step);
            isValidated |= OptionsApis.IsValidation(step);
            current = next;
        }

        return current.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax;
    }

    /// <summary>Whether a validator of the type, or another chain that validates it, stands in this compilation.</summary>
    private bool IsCheckedElsewhere(INamedTypeSymbol type, GenericNameSyntax own)
    {
        foreach (var tree in model.Source.TreesWith(type.Name))
        {
            var words = TreeIndex.Of(tree).Words;
            var mayValidate = words.Contains(OptionsApis.ValidateOnStartName) || words.Contains(OptionsApis.AddOptionsWithValidateOnStartName) || words.Contains(OptionsApis.ValidatorName);
            if (!mayValidate)
                continue;
            foreach (var position in TextWords.PositionsOf(type.Name, tree.GetText(cancellationToken), new(0, tree.Length)))
            {
                if (tree.GetRoot(cancellationToken).FindToken(position).Parent?.Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax generic } && generic != own && Checks(generic))
                    return true;
            }
        }

        return false;
    }

    private static bool Checks(GenericNameSyntax generic) => generic.Identifier.ValueText switch
    {
        OptionsApis.ValidatorName or OptionsApis.AddOptionsWithValidateOnStartName => true,
        OptionsApis.AddOptionsName => generic.Parent?.Parent is InvocationExpressionSyntax call && !ReadChain(call, out _, out _),
        _ => false,
    };

    private (ISymbol Member, Location? Sink)? Reaching(INamedTypeSymbol type)
    {
        var seen = 0;
        var files = new TypeNeighbours(type, model.Source, cancellationToken);
        (ISymbol, Location?)? found = null;
        foreach (var member in type.GetMembers())
        {
            if (member is not IPropertySymbol { IsStatic: false, IsIndexer: false } property || !EndpointSinks.IsUrlOrText(property.Type))
                continue;
            if (++seen > MaxMembers || model.Source.UsesIn(property, files, cancellationToken) is not { } uses)
                return null;
            foreach (var use in uses)
            {
                if (use.Operation(cancellationToken) is not { } operation)
                    continue;
                if (IsCheck(operation))
                    return null;
                if (found is null && SinkOf(operation) is { } sink)
                    found = (property, sink.Syntax.GetLocation());
            }
        }

        return found;
    }

    private IOperation? SinkOf(IOperation value)
    {
        for (var current = value.Wrapped(); current.Parent is { } parent; current = parent.Wrapped())
        {
            switch (parent)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IInterpolationOperation or IInterpolatedStringOperation:
                    continue;
                case IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } made } creation } when OptionsApis.TakesCredential(made):
                    return creation;
                case IArgumentOperation { Parent: IInvocationOperation call } when OptionsApis.TakesCredential(call.TargetMethod):
                    return call;
            }

            break;
        }

        var (reaches, sink) = new UrlFlow(model, cancellationToken).Follow(value);
        return reaches == Certainty.Yes ? sink : null;
    }

    /// <summary>A check by hand: <c>options.Url ?? throw</c>, <c>IsNullOrEmpty(options.Url)</c>, a guard, a comparison with null.</summary>
    private static bool IsCheck(IOperation value)
    {
        var whole = value.Wrapped();
        return NullQuestions.Ask(whole) || whole.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } } &&
            (name.StartsWith("ThrowIf", StringComparison.Ordinal) || name.StartsWith("IsNullOr", StringComparison.Ordinal) || name is "TryCreate" || name.Contains("NotNull") || name.Contains("Guard"));
    }
}
