using System.Collections.Generic;
using System.Text;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Vocabularies;

/// <summary>Methods by their full names: <c>namespace.type.method</c>, nested types parted by dots, no type parameters.</summary>
internal static class MethodNames
{
    /// <summary>A pattern that stands over more types than this is no description of somebody's wrappers.</summary>
    private const int MaxTypes = 20_000;

    public static string? FullName(IMethodSymbol method)
    {
        if (method.DeclaringType() is not { Name.Length: > 0 } type)
            return null;
        var name = new StringBuilder();
        Append(name, type);
        var own = method.Name;
        return name.Append(own, own.LastIndexOf('.') + 1, own.Length - own.LastIndexOf('.') - 1).ToString();
    }

    /// <summary>Adds the hashes of the names of the methods that the pattern stands for, in the compilation and what it references.</summary>
    public static void Add(Compilation compilation, NamePattern pattern, HashSet<uint> names)
    {
        if (pattern.Text.LastIndexOf('*') < pattern.Text.LastIndexOf('.'))
        {
            // Of whichever types: the method's own name is written out.
            names.Add(TextWords.Hash(pattern.Text.Substring(pattern.Text.LastIndexOf('.') + 1)));
            return;
        }

        var pending = new Queue<INamespaceOrTypeSymbol>();
        pending.Enqueue(compilation.GlobalNamespace);
        var types = 0;
        while (pending.Count > 0 && types < MaxTypes)
        {
            var container = pending.Dequeue();
            var before = new StringBuilder();
            Append(before, container);
            var path = before.ToString();
            foreach (var member in container.GetMembers())
            {
                switch (member)
                {
                    case INamespaceOrTypeSymbol inner when MayHold(pattern, path + inner.Name + "."):
                        types += inner.IsType ? 1 : 0;
                        pending.Enqueue(inner);
                        break;
                    case IMethodSymbol { MethodKind: MethodKind.Ordinary } method when pattern.Matches(path + method.Name):
                        names.Add(TextWords.Hash(method.Name));
                        break;
                }
            }
        }
    }

    /// <summary>Whether a name that begins like this may be the pattern's.</summary>
    private static bool MayHold(NamePattern pattern, string path)
    {
        var prefix = pattern.Prefix;
        return path.Length <= prefix.Length ? prefix.StartsWith(path, System.StringComparison.Ordinal) : path.StartsWith(prefix, System.StringComparison.Ordinal);
    }

    private static void Append(StringBuilder name, INamespaceOrTypeSymbol container)
    {
        if (container is INamespaceSymbol { IsGlobalNamespace: true })
            return;
        if (container.ContainingType is { } outer)
            Append(name, outer);
        else if (container.ContainingNamespace is { } ns)
            Append(name, ns);
        name.Append(container.Name).Append('.');
    }
}
