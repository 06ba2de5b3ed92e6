using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// All places of a project that call one host. They move together and read one setting, so that the host changes in one place: scheme and host alone as soon as their paths differ, from the environment
/// as soon as one of them has no configuration in reach.
/// </summary>
internal static class EndpointGroup
{
    public static async Task<IEnumerable<PlannedPlace>> PlansAsync(FixRequest request)
    {
        if (EndpointPlace.Of(request) is not { } own || !IsMovable(own))
            return EndpointMove.Alone(request) is { } alone ? [new PlannedPlace(request, alone)] : [];

        var reports = await ProjectReports.Endpoints.Of(request).WithAsync(own.Host, request, place => EndpointPlace.Of(place) is { } other && other.BelongsTo(own) && IsMovable(other)).ConfigureAwait(false);
        var places = reports.Select(static report => EndpointPlace.Of(report)!).ToList();
        var originOnly = own.Indivisible is null && places.Any(place => !place.SaysTheSameAs(own) || EndpointMove.OriginLength(place.Url, place.Literal) > 0);
        var name = EndpointName.Of(own, originOnly, places);
        var fromEnvironment = places.Any(static place => ConfigurationRead.NeedsEnvironment(place.Request.Model, place.Literal));
        var reads = places.ToDictionary(static place => place, place => ConfigurationRead.At(place.Request.Model, place.Literal, name, fromEnvironment));
        var members = EndpointMember.Of(reads, name, originOnly);
        return places.Select(place => new PlannedPlace(place.Request, Plan(place)!)).Where(static place => place.Plan is not null);

        FixPlan? Plan(EndpointPlace place)
        {
            if (!members.TryGetValue(place, out var member))
                return EndpointMove.Plan(place, reads[place], originOnly);

            var plan = EndpointMove.Plan(place, reads[place] with { Expression = member.Name }, originOnly);
            return plan is not null && member.IsDeclaredWith(place) ? plan with { Edit = plan.Edit + member.Declare } : plan;
        }
    }

    /// <summary>Whether the place takes the setting of its host: one that stands in for a setting of its own does not.</summary>
    private static bool IsMovable(EndpointPlace place) =>
        ReadFallback.SettingAt(place.Request, place.Literal) is null && EndpointMove.Alone(place.Request) is not null;
}
