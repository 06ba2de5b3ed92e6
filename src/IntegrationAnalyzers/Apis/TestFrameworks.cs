using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>Assemblies that only a test project references.</summary>
internal static class TestFrameworks
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core",
        "xunit.v3.core",
        "nunit.framework",
        "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "MSTest.TestFramework",
        "TUnit.Core",
        "Microsoft.NET.Test.Sdk",
    };

    public static bool AnyReferencedBy(Compilation compilation)
    {
        foreach (var assembly in compilation.ReferencedAssemblyNames)
        {
            if (Names.Contains(assembly.Name))
                return true;
        }

        return false;
    }
}
