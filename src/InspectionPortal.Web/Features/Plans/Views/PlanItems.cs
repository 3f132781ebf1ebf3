using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A plan as its views need it: the head, what can be asked for, and the aims with what the filters leave below them.</summary>
public sealed record PlanContent(
    PlanViewHead? Head, IReadOnlyList<PlanOption> Plans, PlanFilter Filter, PlanOptions Options, IReadOnlyList<AimItem> Aims,
    IReadOnlyList<AskedItem> Recommendations, IReadOnlyList<AgencyItem> Agencies, int Total, bool HasAims, bool CanEdit,
    Vocabulary Vocabulary, IReadOnlyList<Rating> Key, DateOnly Today)
{
    /// <summary>The agency of each responsibility that has one.</summary>
    public IReadOnlyDictionary<Guid, Guid> AgencyOf { get; init; } = new Dictionary<Guid, Guid>();

    /// <summary>Projects that are shown, without rows that need no action.</summary>
    public int Shown => Aims.Sum(a => a.All.Count(p => p.IsReal));

    public string AimWord => Words.Said(Vocabulary.StretchAimWord, "aim");

    public string ProjectWord => Words.Said(Vocabulary.ImprovementProjectWord, "project");

    public string StepWord => Words.Within(Vocabulary.SubActionWord);

    public string MeasureWord => Words.Said(Vocabulary.MeasureWord, "measure");

    public string RecommendationWord => Words.Within(Vocabulary.RecommendationWord);

    /// <summary>Every project that is shown, in the plan's order.</summary>
    public IEnumerable<(AimItem Aim, ProjectItem Project)> Projects() => Aims.SelectMany(a => a.All.Select(p => (a, p)));
}

/// <summary>The head of a plan's view.</summary>
public sealed record PlanViewHead(Guid Id, string Title, string? PeriodText);

/// <summary>An aim with what hangs below it.</summary>
public sealed record AimItem(
    Guid Id, string Number, string Statement, string? Vision, SourceNote Source, IReadOnlyList<DriverItem> Drivers, IReadOnlyList<ProjectItem> Projects,
    IReadOnlyList<MeasureItem> Measures, IReadOnlyList<AnswerItem> Answers)
{
    /// <summary>Its projects, those of its drivers first.</summary>
    public IReadOnlyList<ProjectItem> All { get; } = [.. Drivers.SelectMany(d => d.All), .. Projects];

    public WorkSum Sum => WorkSum.Of(All);
}

/// <summary>A driver with its own drivers and projects.</summary>
public sealed record DriverItem(
    Guid Id, string Text, SourceNote Source, IReadOnlyList<DriverItem> Drivers, IReadOnlyList<ProjectItem> Projects,
    IReadOnlyList<MeasureItem> Measures, IReadOnlyList<AnswerItem> Answers)
{
    public IReadOnlyList<ProjectItem> All { get; } = [.. Drivers.SelectMany(d => d.All), .. Projects];

    public WorkSum Sum => WorkSum.Of(All);
}

/// <summary>A project as the views show it.</summary>
public sealed record ProjectItem(
    Guid Id, Guid AimId, Guid? DriverId, string Number, string Title, IReadOnlyList<LeadName> Leads, string? LeadsText, Deadline Deadline, Deadline Forecast,
    ProjectStatus Status, Rating Rating, string? NoActionNeededReason, string? ExternalReference, bool IsChangeIdea, SourceNote Source,
    IReadOnlyList<SlipItem> Slips, IReadOnlyList<StepItem> Steps, IReadOnlyList<MeasureItem> Measures, IReadOnlyList<AnswerItem> Answers, Lateness Late)
{
    /// <summary>The deadline in force.</summary>
    public DeadlineNote Note => Late.Own;

    /// <summary>Who owns sub-actions of it.</summary>
    public IReadOnlyList<LeadName> Owners => [.. Steps.SelectMany(s => s.Owners).DistinctBy(o => o.ResponsibilityId)];

    public bool IsReal => NoActionNeededReason is null;

    public bool IsFinished => !IsReal || DeadlineNote.IsFinished(Status);
}

/// <summary>A sub-action as the views show it.</summary>
public sealed record StepItem(
    Guid Id, Guid ProjectId, string Text, SubActionCategory Category, Deadline Deadline, ProjectStatus Status, string? OwnersText,
    IReadOnlyList<LeadName> Owners, DeadlineNote Note);

/// <summary>A measure as the views show it.</summary>
public sealed record MeasureItem(Guid Id, string Title, MeasureKind Kind, Deadline Deadline, Guid? LeadId, string? Lead, DeadlineNote Note);

/// <summary>A deadline that moved, and why.</summary>
public sealed record SlipItem(Deadline From, Deadline To, string Reason);

/// <summary>A recommendation that an item answers.</summary>
public sealed record AnswerItem(Guid RecommendationId, string Number, LinkBasis Basis);

/// <summary>A recommendation that the plan answers or should.</summary>
public sealed record AskedItem(
    Guid Id, string Number, RecommendationKind Kind, string? Title, string Text, IReadOnlyList<AskedLink> Links);

/// <summary>What a recommendation is linked to: one of the four.</summary>
public sealed record AskedLink(Guid? AimId, Guid? DriverId, Guid? ProjectId, Guid? MeasureId, LinkBasis Basis);

/// <summary>An agency with its place in the governance chain.</summary>
public sealed record AgencyItem(Guid Id, string Code, string Name, string? Chair, Guid? ReportsToId);

/// <summary>How much there is, how it stands at worst, and how much of it is late, itself or in a sub-action.</summary>
public sealed record WorkSum(int Projects, Rating? Worst, int Late)
{
    /// <summary>Counts real work; rows that need no action are left out.</summary>
    public static WorkSum Of(IEnumerable<ProjectItem> projects)
    {
        var real = projects.Where(p => p.IsReal).ToList();
        return new WorkSum(real.Count, WorstOf(real.Select(p => p.Rating)), real.Count(p => p.Late.IsLate));
    }

    /// <summary>The worst rating; not rated only where nothing is, null where there is nothing.</summary>
    public static Rating? WorstOf(IEnumerable<Rating> ratings)
    {
        Rating? worst = null;
        foreach (var rating in ratings)
        {
            if (worst is null || (rating != Rating.NotRated && (worst == Rating.NotRated || rating.Order > worst.Order)))
            {
                worst = rating;
            }
        }

        return worst;
    }
}
