using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>
/// Libraries that set members of a type from the command line, by attributes: CommandLineParser, McMaster, Spectre.Console.Cli, Cocona, System.CommandLine.DragonFruit, PowerShell. By
/// the attributes' names, since the packages need not be there.
/// </summary>
internal static class CommandLineApis
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "OptionAttribute", "ValueAttribute", "ArgumentAttribute", "CommandOptionAttribute", "CommandArgumentAttribute", "ParameterAttribute",
    };

    /// <summary>Whether who starts the program may set the member: what it is made with is a default.</summary>
    public static bool Sets(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: var name } && (Attributes.Contains(name) || Attributes.Contains(name + "Attribute")))
                return true;
        }

        return false;
    }
}
