using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Which members the referenced version of a library has for its timeout.</summary>
internal static class TimeoutMembers
{
    /// <summary>The settable property of that name, also inherited.</summary>
    public static IPropertySymbol? Find(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(name))
            {
                if (member is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public } property)
                    return property;
            }
        }

        return null;
    }

    public static bool Derives(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == name)
                return true;
        }

        return false;
    }
}
