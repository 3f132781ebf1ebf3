using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The page; <see cref="One"/> is the lead it is narrowed to.</summary>
public sealed record GroupedPlanPage(PlanContent Plan, PlanGrouping By, IReadOnlyList<PlanGroup> Groups, string? One) : IReadByLinkOfficers
{
    public string WhatWasRead => One is null ? $"Plan {Choice(By)}: {Plan.Head.Title}" : $"What {One} leads: {Plan.Head.Title}";

    public string Path => PathOf(By);

    /// <summary>The ways to group, as addresses with the filters in force.</summary>
    public IEnumerable<(string Words, string Href, bool IsCurrent)> Choices() => Enum.GetValues<PlanGrouping>()
        .Select(by => (by == PlanGrouping.Recommendation ? Plan.Vocabulary.RecommendationWord : by.ToString(), Plan.Filter.At(PathOf(by)), by == By));

    /// <summary>Where a group's counts lead: to itself, with what else is asked for; of one lead to all they answer for.</summary>
    public string HrefOf(PlanGroup group, bool onlyLate)
    {
        var all = By == PlanGrouping.Lead && group.Href is { } own ? own : Plan.Filter.At(Path);
        var late = !onlyLate || Plan.Filter.IsLate ? string.Empty : all.Contains('?', StringComparison.Ordinal) ? "&late=true" : "?late=true";
        return $"{all}{late}#{group.Key}";
    }

    private static string PathOf(PlanGrouping by) => $"by-{by.ToString().ToLowerInvariant()}";

    private static string Choice(PlanGrouping by) => $"by {by.ToString().ToLowerInvariant()}";
}
