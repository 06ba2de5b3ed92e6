using System;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>Places whose text a person gets to see, by name: every framework has its own.</summary>
internal static class ShownApis
{
    /// <summary><c>TempData["Error"]</c>, <c>ViewBag.Message</c>, a page's or view model's <c>StatusMessage</c>.</summary>
    public static bool IsShown(IOperation place) => place switch
    {
        IPropertyReferenceOperation { Property: var property, Instance: var instance } =>
            IsBag(instance) || (property.Type.SpecialType == SpecialType.System_String && (Says(property.Name, "Message") || Says(property.Name, "Error") || Says(property.Name, "Status"))),
        IDynamicMemberReferenceOperation { Instance: var instance } => IsBag(instance),
        _ => false,
    };

    /// <summary>Whether the whole value is put before a person where it stands: into a bag of a view, on a screen, onto the console.</summary>
    public static bool Shows(IOperation value) => value.Parent switch
    {
        ISimpleAssignmentOperation assignment => assignment.Value.Syntax == value.Syntax && IsShown(assignment.Target),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } =>
            ReportingApis.Shows(method.Name) || (method.Name is "Write" or "WriteLine" && method.ContainingType.Is("System", "Console")),
        _ => false,
    };

    private static bool IsBag(IOperation? instance) => instance is IPropertyReferenceOperation { Property.Name: "TempData" or "ViewData" or "ViewBag" };

    private static bool Says(string name, string word) => name.IndexOf(word, StringComparison.Ordinal) >= 0;
}
