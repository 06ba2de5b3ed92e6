using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Secrets;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Names of values that people write: they hold blanks, ampersands and slashes sooner or later. An identifier that a machine made does not.</summary>
internal static class TextNames
{
    /// <summary>Last words of a value's name.</summary>
    private static readonly HashSet<string> OfValues = Words(
        "name names username firstname lastname surname nickname fullname displayname filename title caption text message msg comment comments remark description subject " +
        "term terms searchterm keyword keywords phrase question prompt search searchtext query q city street town email mail artist album author song lyrics");

    /// <summary>The same of a query parameter: it tells where the value's own name does not.</summary>
    private static readonly HashSet<string> OfParameters = Words(
        "q query search searchterm filter term keyword keywords text message title city address street email comment description subject artist album author filename");

    /// <summary>Words that make a name one of a machine's.</summary>
    private static readonly HashSet<string> OfMachines = Words(
        "id ids guid uuid key token code hash url uri path endpoint host domain server base json xml html date time format number count index type kind class method function action member property field " +
        "column table database schema collection container bucket blob queue topic group role resource service app application package model module plugin extension lang language locale culture sort order page " +
        "size limit offset cursor mode currency symbol status state scope region zone version branch tag ref repo repository owner org organization tenant account project environment env deployment cluster node " +
        "pod namespace assembly metric event parameter param header cookie config setting option machine computer device instance db index stream channel query string record dns");

    /// <summary>Whether the value is text by its name or by that of the parameter it goes to.</summary>
    /// <param name="value">The value's name.</param>
    /// <param name="place">Where in the URL it stands.</param>
    /// <param name="own">A team's own words.</param>
    public static bool IsText(string value, UrlPlace place, string[] own)
    {
        if (value.Length > 60 || EscapingApis.IsNamedForIt(value))
            return false;
        foreach (var name in own)
        {
            if (value.Equals(name, StringComparison.OrdinalIgnoreCase) || (place.Parameter.Length > 0 && place.Parameter.Equals(name, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        var words = NameWords.Split(value);
        if (words.Count == 0)
            return false;
        var last = words[words.Count - 1];
        for (var i = 0; i < words.Count; i++)
        {
            // A table's name is an identifier; a search query is text where it is the value of a parameter.
            if (OfMachines.Contains(words[i]) && !(i == words.Count - 1 && OfValues.Contains(last)))
                return false;
        }

        if (last is "query" or "q" or "search" or "mail" && place.Part != UrlPart.Query)
            return false;
        return OfValues.Contains(last) || (place.Part == UrlPart.Query && OfParameters.Contains(place.Parameter.TrimStart('$', '_').ToLowerInvariant()));
    }

    private static HashSet<string> Words(string words) => new(words.Split([' '], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
