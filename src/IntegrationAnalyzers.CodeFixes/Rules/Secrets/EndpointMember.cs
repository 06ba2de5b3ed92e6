using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
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

    public string Name => _property.Name;

    /// <summary>Each place with the member it reads; places that read the setting by themselves are left out.</summary>
    public static Dictionary<EndpointPlace, EndpointMember> Of(IEnumerable<EndpointPlace> places, ConfigurationName name, bool originOnly, bool fromEnvironment)
    {
        var members = new Dictionary<EndpointPlace, EndpointMember>();
        var sharing = places.Where(place => !originOnly || place.HasPath)
            .Select(place => (Place: place, Read: ConfigurationRead.At(place.Request.Model, place.Literal, name, fromEnvironment), Type: TypeOf(place)))
            .Where(static p => p.Type is not null && p.Read.Reach != ReadReach.Place && SettableDefault.Of(p.Place.Literal) is null)
            .GroupBy(static p => (p.Type!.ToDisplayString(), p.Read.Expression.ToString()));
        foreach (var group in sharing.Where(static group => group.Count() > 1))
        {
            var (first, read, type) = group.First();
            var isStatic = read.Reach == ReadReach.Type;
            var value = originOnly ? LiteralMove.WithoutSlash(read.Expression) : read.Expression;
            if ((!isStatic && type!.IsValueType) || SharedProperty.For(first.Request, name.Section + name.Name, isStatic, value) is not { } property)
                continue;

            foreach (var (place, _, _) in group)
                members[place] = new EndpointMember(property, first);
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
