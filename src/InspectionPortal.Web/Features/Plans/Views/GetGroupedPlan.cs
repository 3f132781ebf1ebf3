using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>Everything that someone answers for, by who leads, by agency, or by the recommendation that it answers.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetGroupedPlan(PlanFilter Filter, PlanGrouping By) : IQuery<GroupedPlanPage>;

public enum PlanGrouping
{
    Lead,
    Agency,
    Recommendation,
}

/// <summary>The page; <see cref="One"/> is the lead it is narrowed to.</summary>
public sealed record GroupedPlanPage(PlanContent Plan, PlanGrouping By, IReadOnlyList<WorkGroup> Groups, string? One) : IReadByLinkOfficers
{
    public string WhatWasRead => One is null ? $"Plan {Choice(By)}: {Plan.Head?.Title}" : $"What {One} answers for: {Plan.Head?.Title}";

    public string Path => PathOf(By);

    /// <summary>The ways to group, as addresses with the filters in force.</summary>
    public IEnumerable<(string Words, string Href, bool IsCurrent)> Choices() => Enum.GetValues<PlanGrouping>()
        .Select(by => (by == PlanGrouping.Recommendation ? Plan.Vocabulary.RecommendationWord : by.ToString(), Plan.Filter.At(PathOf(by)), by == By));

    /// <summary>Where a group's counts lead: to itself, with what else is asked for; of one lead to all they answer for.</summary>
    public string HrefOf(WorkGroup group, bool onlyLate)
    {
        var all = By == PlanGrouping.Lead && group.Href is { } own ? own : Plan.Filter.At(Path);
        var late = !onlyLate || Plan.Filter.IsLate ? string.Empty : all.Contains('?', StringComparison.Ordinal) ? "&late=true" : "?late=true";
        return $"{all}{late}#{group.Key}";
    }

    private static string PathOf(PlanGrouping by) => $"~/plan/by-{by.ToString().ToLowerInvariant()}";

    private static string Choice(PlanGrouping by) => $"by {by.ToString().ToLowerInvariant()}";
}

/// <summary>What hangs together under one heading.</summary>
/// <param name="Key">Name of its place on the page.</param>
/// <param name="Heading">Who or what.</param>
/// <param name="Href">The page of what the heading names.</param>
/// <param name="Note">What more there is to say, such as to whom an agency reports.</param>
/// <param name="Rows">Projects, then sub-actions, then measures.</param>
/// <param name="IsLeftOver">True for what no heading takes.</param>
public sealed record WorkGroup(string Key, string Heading, string? Href, string? Note, IReadOnlyList<WorkLine> Rows, bool IsLeftOver = false)
{
    /// <summary>The worst rating of its projects.</summary>
    public Rating? Worst => WorkSum.WorstOf(Rows.Where(r => r.Rating is not null).Select(r => r.Rating!));

    /// <summary>How many of the rows are marked late.</summary>
    public int Late => Rows.Count(r => r.IsLate);

    public int Count(WorkKind kind) => Rows.Count(r => r.Kind == kind);
}

public enum WorkKind
{
    Project,
    Step,
    Measure,
}

/// <summary>A project, sub-action or measure as a row.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Href">Its page, below the partnership.</param>
/// <param name="Number">The project's number, where it has one.</param>
/// <param name="Title">Its words.</param>
/// <param name="Part">How the one in the heading takes part, or what the row belongs to.</param>
/// <param name="Leads">Who leads it.</param>
/// <param name="Deadline">When it is due.</param>
/// <param name="Status">Where the work is; null for a measure and for what needs no action.</param>
/// <param name="Rating">A project's rating.</param>
/// <param name="IsInferred">True where the portal inferred the link to the heading.</param>
public sealed record WorkLine(
    WorkKind Kind, string Href, string? Number, string Title, string? Part, string? Leads, DeadlineNote Deadline, ProjectStatus? Status, Rating? Rating,
    bool IsInferred = false)
{
    /// <summary>What of a project is late; null for sub-actions and measures.</summary>
    public (Lateness Late, Guid ProjectId)? Project { get; init; }

    /// <summary>True where its own date is past, or that of a sub-action.</summary>
    public bool IsLate => Project?.Late.IsLate ?? Deadline.IsLate;
}

internal sealed class GetGroupedPlanHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<GetGroupedPlan, GroupedPlanPage?>
{
    public async Task<GroupedPlanPage?> Handle(GetGroupedPlan request, CancellationToken cancellationToken)
    {
        // A lead answers for sub-actions and measures of projects that others lead too, so the leads narrow the groups, not the projects.
        var isByLead = request.By == PlanGrouping.Lead;
        var filter = isByLead ? request.Filter.WithoutLeads() : request.Filter;
        var parts = PlanViewParts.Measures | (request.By == PlanGrouping.Agency ? PlanViewParts.Agencies : PlanViewParts.None);
        if (await new PlanReader(database, current, clock).ReadAsync(filter, parts, cancellationToken) is not { } read)
        {
            return null;
        }

        var plan = read with { Filter = request.Filter };
        var groups = request.By switch
        {
            PlanGrouping.Lead => WorkGroups.ByLead(plan),
            PlanGrouping.Agency => WorkGroups.ByAgency(plan),
            _ => WorkGroups.ByRecommendation(plan),
        };
        var one = isByLead && request.Filter.AsksForLead() && groups is [{ IsLeftOver: false } only] ? only.Heading : null;
        return new GroupedPlanPage(plan, request.By, groups, one);
    }
}
