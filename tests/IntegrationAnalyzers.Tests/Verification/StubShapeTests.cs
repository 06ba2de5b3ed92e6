using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntegrationAnalyzers.Tests.Verification;

/// <summary>The stub assemblies have the shape that <c>Stubs/shapes.txt</c> transcribes from the packages: else a rule would be tested against an API that nobody has.</summary>
public class StubShapeTests
{
    private static readonly SymbolDisplayFormat Names = SymbolDisplayFormat.MinimallyQualifiedFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static TheoryData<string> Stubs => [.. Shapes.Select(static shape => shape.Stub).Distinct()];

    private static IReadOnlyList<Shape> Shapes { get; } =
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Stubs", "shapes.txt"))
            .Where(static line => line.Length > 0 && line[0] != '#')
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(static cells => new Shape(cells[0], cells[1], cells[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
            .ToList();

    [Theory]
    [MemberData(nameof(Stubs))]
    public void Stub_HasThePackagesShape(string stub)
    {
        var references = TestReferences.Default.Without(stub.Split('@')[0]).With(StubAssemblies.Get(stub));
        var compilation = CSharpCompilation.Create("Shapes", references: references.References);
        Assert.Empty(Shapes.Where(shape => shape.Stub == stub).SelectMany(shape => Differences(shape, compilation)));
    }

    [Fact]
    public void Shapes_AreOfEveryPackageThatCannotBeRestored() =>
        Assert.Empty(Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "Stubs"))
            .Select(static folder => Path.GetFileName(folder)!)
            .Except(Shapes.Select(static shape => shape.Stub))
            .Except(["Acme.Platform@1", "System.Text.Json@8"]));

    private static IEnumerable<string> Differences(Shape shape, Compilation compilation)
    {
        var (name, attribute) = Marked(shape.Type);
        var parts = name.Split(" : ");
        if (compilation.GetTypeByMetadataName(parts[0]) is not { DeclaredAccessibility: Accessibility.Public } type)
        {
            yield return $"{shape.Stub} has no type {parts[0]}";
            yield break;
        }

        if (parts.Length > 1 && type.BaseType?.ToDisplayString(Names) != parts[1])
            yield return $"{parts[0]} derives from {type.BaseType?.ToDisplayString(Names)}, not from {parts[1]}";
        if (attribute is not null && !IsMarked(type, attribute))
            yield return $"{parts[0]} is not marked {attribute}";
        foreach (var member in shape.Members)
        {
            var isAbsent = member[0] == '!';
            if (HasMember(type, isAbsent ? member[1..] : member) == isAbsent)
                yield return $"{parts[0]} has {(isAbsent ? "a" : "no")} {member.TrimStart('!')}; there is {string.Join("; ", Members(type, NameOf(member)).Select(static m => Shown(m)))}";
        }
    }

    private static bool HasMember(INamedTypeSymbol type, string shape)
    {
        var (text, attribute) = Marked(shape);
        return Members(type, NameOf(text)).Any(member => Fits(Shown(member), text) && (attribute is null || IsMarked(member, attribute)));
    }

    /// <summary>What a shape leaves out is not looked at: the result, the parameters, the last of them.</summary>
    private static bool Fits(string shown, string shape)
    {
        if (!shape.Contains("->", StringComparison.Ordinal))
            shown = shown.Split(" -> ")[0];
        if (!shape.Contains('('))
            shown = shown[..NameOf(shown).Length] + (shape.Contains("->", StringComparison.Ordinal) ? shown[shown.IndexOf(" -> ", StringComparison.Ordinal)..] : "");
        var open = shape.IndexOf(", *)", StringComparison.Ordinal);
        return open < 0 ? shown == shape : shown.StartsWith(shape[..open], StringComparison.Ordinal);
    }

    private static string Shown(ISymbol member) => member switch
    {
        IMethodSymbol method => $"{method.Name}({string.Join(", ", method.Parameters.Select(static p => p.Type.ToDisplayString(Names)))}) -> {method.ReturnType.ToDisplayString(Names)}",
        IPropertySymbol property => $"{property.Name} -> {property.Type.ToDisplayString(Names)}",
        IFieldSymbol field => $"{field.Name} -> {field.Type.ToDisplayString(Names)}",
        _ => member.Name,
    };

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers(name))
            {
                if (member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected)
                    yield return member;
            }
        }
    }

    private static string NameOf(string shape) => shape.TrimStart('!').Split('(', ' ', '[')[0];

    private static (string Shape, string? Attribute) Marked(string shape) =>
        shape.EndsWith(']') && shape.IndexOf(" [", StringComparison.Ordinal) is > 0 and var at ? (shape[..at], shape[(at + 2)..^1]) : (shape, null);

    private static bool IsMarked(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(a => a.AttributeClass?.Name == attribute + "Attribute" || a.ConstructorArguments.Any(argument => argument.Value is string id && id == attribute));

    private sealed record Shape(string Stub, string Type, string[] Members);
}
