using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>The property by which several places of one type read the setting of their host, so that what happens without the setting is written once.</summary>
internal sealed class EndpointMember
{
    private readonly SharedProperty _property;
    private readonly EndpointPlace _first;

    private EndpointMember(SharedProperty property, EndpointPlace first)
    {
        _property = property;
        _first = first;
    }

    public IdentifierNameSyntax Name => SyntaxFactory.IdentifierName(_property.Name);

    /// <summary>The places with the member that each of them reads; places that read the setting by themselves are left out.</summary>
    public static Dictionary<EndpointPlace, EndpointMember> Of(IEnumerable<KeyValuePair<EndpointPlace, ConfigurationRead>> reads, ConfigurationName name, bool originOnly)
    {
        var members = new Dictionary<EndpointPlace, EndpointMember>();
        var sharing = reads.Where(read => read.Value.Reach != ReadReach.Place && (!originOnly || read.Key.HasPath) && SettableDefault.Of(read.Key.Literal) is null)
            .Select(static read => (Place: read.Key, Read: read.Value.Expression, IsStatic: read.Value.Reach == ReadReach.Type, Type: TypeOf(read.Key)))
            .Where(static p => p.Type is not null)
            .GroupBy(static p => (p.Type!.ToDisplayString(), p.Read.ToString()));
        foreach (var group in sharing.Where(static group => group.Count() > 1))
        {
            var (first, read, isStatic, type) = group.First();
            var value = originOnly ? LiteralMove.WithoutSlash(read) : read;
            if ((!isStatic && type!.IsValueType) || SharedProperty.For(first.Request, name.Section + name.Name, isStatic, value) is not { } property)
                continue;

            var member = new EndpointMember(property, first);
            foreach (var place in group)
                members[place.Place] = member;
        }

        return members;
    }

    /// <summary>Whether the property is written together with this place.</summary>
    public bool IsDeclaredWith(EndpointPlace place) => place == _first;

    public void Declare(DocumentEditor editor) => _property.Declare(editor);

    private static INamedTypeSymbol? TypeOf(EndpointPlace place) => place.Literal.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        ? place.Request.Model.GetDeclaredSymbol(type, place.Request.CancellationToken) as INamedTypeSymbol
        : null;
}
