using System;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>What the body of a clause does, as far as it is seen to do so.</summary>
[Flags]
internal enum CatchActs
{
    None = 0,

    /// <summary>The exception, or words about it, go to a log, a span, a console or a screen.</summary>
    Logs = 1,

    /// <summary>Somebody else learns that there was a failure: a result that says so, a stored state, a count.</summary>
    Tells = 1 << 1,

    /// <summary>The exception itself is handed on as a value: returned, stored, given to somebody who may look at it.</summary>
    Carries = 1 << 2,

    Rethrows = 1 << 3,

    /// <summary>A new exception that has the caught one inside.</summary>
    WrapsWithInner = 1 << 4,

    /// <summary>A new exception that has not.</summary>
    WrapsWithoutInner = 1 << 5,

    /// <summary>Looks at the exception's type, code or text, or at the token, and goes on accordingly.</summary>
    Distinguishes = 1 << 6,

    /// <summary>Sends the request, or another one, itself, and gives back what comes of it.</summary>
    CallsAgain = 1 << 7,

    /// <summary>Gives back what a caller takes for a success: <c>true</c>, an empty object, an empty list.</summary>
    FabricatesSuccess = 1 << 8,

    /// <summary>Calls something of which it is not known whom it tells.</summary>
    CallsUnknown = 1 << 9,

    /// <summary>The one who asked sees it: a message on the screen, on the next page, in what the page binds to.</summary>
    Shows = 1 << 10,
}

/// <summary>What a clause does with what it caught.</summary>
/// <param name="Acts">What it does on some path.</param>
/// <param name="AlwaysThrows">Whether no path leaves it but by an exception.</param>
/// <param name="ThrowsByCount">Whether what it throws again depends on a counter alone.</param>
internal sealed record CatchBody(CatchActs Acts, bool AlwaysThrows, bool ThrowsByCount)
{
    private const CatchActs PassesOn = CatchActs.Rethrows | CatchActs.WrapsWithInner;

    public bool Does(CatchActs acts) => (Acts & acts) != 0;

    /// <summary>Whether the failure goes on to the caller with its cause.</summary>
    public Certainty LetsThrough =>
        !Does(PassesOn) ? Certainty.No :
        AlwaysThrows && !Does(CatchActs.WrapsWithoutInner) ? Certainty.Yes :
        ThrowsByCount ? Certainty.No : Certainty.Unknown;

    /// <summary>Whether the failure ends here and nobody hears of it.</summary>
    public Certainty TellsNobody =>
        Does(CatchActs.Logs | CatchActs.Tells | CatchActs.Carries | PassesOn | CatchActs.WrapsWithoutInner) ? Certainty.No :
        Does(CatchActs.CallsUnknown | CatchActs.CallsAgain) ? Certainty.Unknown : Certainty.Yes;

    /// <summary>Whether all failures meet the same end here.</summary>
    public Certainty HandlesAlike =>
        Does(CatchActs.Carries | CatchActs.Distinguishes | CatchActs.CallsAgain) || LetsThrough == Certainty.Yes ? Certainty.No :
        LetsThrough == Certainty.Unknown ? Certainty.Unknown : Certainty.Yes;
}
