using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>Places whose text a person gets to see, by name: every framework has its own.</summary>
internal static class ShownApis
{
    /// <summary><c>TempData["Error"]</c>, <c>ViewBag.Message</c>, a page's or view model's <c>StatusMessage</c>.</summary>
    public static bool IsShown(IPropertyReferenceOperation place) =>
        IsBag(place.Instance) || (place.Property.Type.SpecialType == SpecialType.System_String && (Says(place.Property.Name, "Message") || Says(place.Property.Name, "Error") || Says(place.Property.Name, "Status")));

    private static bool IsBag(IOperation? instance) => instance is IPropertyReferenceOperation { Property.Name: "TempData" or "ViewData" or "ViewBag" };

    private static bool Says(string name, string word) => name.IndexOf(word, StringComparison.Ordinal) >= 0;
}
