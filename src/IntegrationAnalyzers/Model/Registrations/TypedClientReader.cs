using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>Reads what a typed client does to the <c>HttpClient</c> that it is handed, in its constructors and in those of its base classes.</summary>
internal static class TypedClientReader
{
    public static TypedClient Read(INamedTypeSymbol type, SourceIndex source, CancellationToken cancellationToken)
    {
        var takes = Certainty.No;
        var settings = ImmutableArray.CreateBuilder<ClientSetting>();
        var isWhole = true;
        if (!source.IsSource(type) || type.TypeKind != TypeKind.Class)
            return TypedClient.Unseen;

        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (!source.IsSource(current))
            {
                isWhole &= !MayHoldClient(current);
                break;
            }

            foreach (var constructor in current.InstanceConstructors)
            {
                foreach (var parameter in constructor.Parameters)
                {
                    if (!parameter.Type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpClient"))
                        continue;
                    takes = Certainty.Yes;
                    var configuration = ClientConfigurationReader.OfParameter(parameter, source, cancellationToken);
                    settings.AddRange(configuration.Settings);
                    isWhole &= configuration.IsWhole || constructor.DeclaringSyntaxReferences is [{ } reference] && reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax;
                }
            }

            isWhole &= Members(current, settings, source, cancellationToken);
        }

        return new TypedClient(takes, takes == Certainty.Yes && IdleClients.Is(type, source, cancellationToken), new ClientConfiguration(settings.ToImmutable(), isWhole));
    }

    /// <summary>Whether another library's base class may be handed the client: a controller's or a background service's has no place for one.</summary>
    private static bool MayHoldClient(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.TypeKind == TypeKind.Error)
                return true;
            foreach (var member in current.GetMembers())
            {
                var takes = member switch
                {
                    IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: var parameters } => parameters.Any(static parameter => IsClient(parameter.Type)),
                    IPropertySymbol { Type: var held } => IsClient(held),
                    IFieldSymbol { Type: var held } => IsClient(held),
                    _ => false,
                };
                if (takes)
                    return true;
            }
        }

        return false;
    }

    private static bool IsClient(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object || type.TypeKind is TypeKind.Error or TypeKind.TypeParameter or TypeKind.Delegate || type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpClient") ||
        type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpMessageInvoker");

    /// <summary><c>_http.Timeout = …</c> anywhere in the class: in a constructor it is a setting, elsewhere it may run at any time.</summary>
    private static bool Members(INamedTypeSymbol type, ImmutableArray<ClientSetting>.Builder settings, SourceIndex source, CancellationToken cancellationToken)
    {
        var isWhole = true;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (!TreeIndex.Of(reference.SyntaxTree).Words.Contains("Timeout"))
                continue;
            foreach (var node in reference.GetSyntax(cancellationToken).DescendantNodes())
            {
                foreach (var target in node is AssignmentExpressionSyntax assignment ? assignment.Targets() : [])
                {
                    if (target is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Timeout" } ||
                        source.Model(reference.SyntaxTree).GetOperation(target, cancellationToken) is not IPropertyReferenceOperation { Instance: { } client } property ||
                        property.Setting() is not { } set || property.Given() is not { } value ||
                        !client.Type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpClient") || Contains(settings, set.Syntax))
                    {
                        continue;
                    }

                    if (target.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null)
                        isWhole = false;
                    else
                        settings.Add(new ClientSetting("Timeout", set, value, Conditions.Between(set, set.Root()), TimeSpanValue.Of(value, source, cancellationToken), null));
                }
            }
        }

        return isWhole;
    }

    private static bool Contains(ImmutableArray<ClientSetting>.Builder settings, SyntaxNode assignment)
    {
        foreach (var setting in settings)
        {
            if (setting.Assignment.Syntax == assignment)
                return true;
        }

        return false;
    }
}
