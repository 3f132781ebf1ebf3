using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Measures.Charts;
using InspectionPortal.Web.Features.Measures.Signals;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>What is this project, is it working, can you prove it?</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetProject(Guid Id) : IQuery<ProjectPage>;

/// <summary>The project page.</summary>
public sealed record ProjectPage(
    ProjectHead Head, ProjectReading Reading, Rating Rating, DateOnly? RatingAccepted, DeadlineNote Deadline,
    ProjectTies Ties, IReadOnlyList<MeasureTable> Measures, ProjectTold Told,
    ProjectMay May, Vocabulary Vocabulary, PlanLayout Layout, IReadOnlyList<Rating> Key, DateOnly Today) : IReadByLinkOfficers
{
    public string WhatWasRead => $"Project: {Head.Number} {Head.Title}";

    /// <summary>What each of its measures says of itself.</summary>
    public IReadOnlyDictionary<Guid, MeasureReading> Readings { get; init; } = new Dictionary<Guid, MeasureReading>();

    /// <summary>What of it is late.</summary>
    public Lateness Late => Lateness.Of(Deadline, Head.Steps.Select(NoteOf));

    public IReadOnlyList<ProjectAnswer> Answers => Ties.Answers;

    /// <summary>The deadline of a step.</summary>
    public DeadlineNote NoteOf(ProjectStep step) => Lateness.OfStep(
        step.Deadline, step.Status, Today, Head.NoActionNeededReason is not null || DeadlineNote.IsFinished(Head.Status));

    public IReadOnlyList<ProjectEvidence> Evidence => Ties.Evidence;

    /// <summary>The plan's label for a field, or the page's own words where the plan does not show it.</summary>
    public string Label(PlanField field, string words) => Layout.LabelOf(field)?.TrimEnd('*').TrimEnd() ?? words;

    /// <summary>Steps under the plan's labels, with what stands in their place; categories that the plan shows come first, empty ones are left out.</summary>
    public IReadOnlyList<ProjectStepGroup> StepGroups =>
    [
        .. PlanFieldWords.CategoriesOf(Layout)
            .Select(c => new ProjectStepGroup(
                PlanFieldWords.Label(Layout, Vocabulary, c), Ties.NoteOf(c), [.. Head.Steps.Where(s => s.Category == c)]))
            .Where(g => g.Note is not null || g.Steps.Count > 0),
    ];
}

/// <summary>The project's own words.</summary>
public sealed class ProjectHead
{
    public Guid Id { get; init; }
    public Guid PlanId { get; init; }
    public Guid AimId { get; init; }
    public required string AimNumber { get; init; }
    public required string AimStatement { get; init; }
    public string? Driver { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public string? AimText { get; init; }
    public string? Difference { get; init; }
    public string? Success { get; init; }
    public string? Impact { get; init; }
    public string? EvidenceText { get; init; }
    public string? LeadsText { get; init; }
    public bool IsChangeIdea { get; init; }
    public required Deadline Deadline { get; init; }
    public required Deadline Forecast { get; init; }
    public ProjectStatus Status { get; init; }
    public string? StatusReason { get; init; }
    public string? Rag { get; init; }
    public DateTimeOffset? RagAcceptedAt { get; init; }
    public string? ExternalReference { get; init; }
    public string? NoActionNeededReason { get; init; }
    public required SourceNote Source { get; init; }
    public required List<LeadName> Leads { get; init; }
    public required List<ProjectStep> Steps { get; init; }
    public required List<ProjectSlip> Slips { get; init; }

    /// <summary>Who answers for it by name; null where the plan's own words name them all.</summary>
    public string? NamesBesideWords =>
        Leads.Count == 0 || (LeadsText is { } words && Leads.TrueForAll(l => words.Contains(l.Name, StringComparison.OrdinalIgnoreCase)))
            ? null
            : LeadName.Join(Leads);
}

/// <summary>A step of the project.</summary>
public sealed record ProjectStep(
    Guid Id, string Text, SubActionCategory Category, Deadline Deadline, ProjectStatus Status, string? Result, SourceNote Source, string? OwnersText,
    List<string> Owners)
{
    /// <summary>Who answers for it, as the plan writes it, else by name.</summary>
    public string OwnerWords => OwnersText ?? string.Join(", ", Owners);
}

/// <summary>The steps of one category, or what the plan says in their place.</summary>
public sealed record ProjectStepGroup(string Label, string? Note, IReadOnlyList<ProjectStep> Steps);

/// <summary>A deadline that moved.</summary>
public sealed record ProjectSlip(Deadline From, Deadline To, string Reason, DateTimeOffset At);

/// <summary>Something that shows a claim about the project is true.</summary>
public sealed record ProjectEvidence(Guid Id, string Title, Evidence.KindOfKnowing Kind, bool IsReleased, DateTimeOffset AddedAt);

/// <summary>What the page offers this person.</summary>
/// <param name="WriteTests">True for who answers for the project.</param>
public sealed record ProjectMay(bool Edit, bool Update, bool AddEvidence, bool IsMember, bool WriteTests);

internal sealed class GetProjectHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<GetProject, ProjectPage?>
{
    public async Task<ProjectPage?> Handle(GetProject request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var head = await ReadHeadAsync(request.Id, access, cancellationToken);
        if (head is null)
        {
            return null;
        }

        var key = access.Partnership.RagKey;
        var ties = await new ProjectTiesReader(database).ReadAsync(head, cancellationToken);
        var measures = await MeasureTables.OfProjectAsync(database, head.Id, cancellationToken);
        var readings = measures.ToDictionary(m => m.Id, m => MeasureReading.Of(m.ToSource() with { ProjectId = head.Id }, clock.Today));
        var told = await new ProjectHistory(database, key).ReadAsync(head, Me(access), cancellationToken);
        var isReal = head.NoActionNeededReason is null;
        return new ProjectPage(
            head, ProjectReading.Of(
                new ProjectDates(head.Deadline, head.Forecast, head.Status, head.Rag), SignalSet.Of(readings.Values, clock.Today).OfProject(head.Id), key, clock.Today),
            Rating.Find(key, head.Rag), head.RagAcceptedAt is { } at ? DayWords.LocalDay(at, access.Partnership.TimeZone) : null,
            DeadlineNote.Of(head.Deadline, clock.Today, !isReal || DeadlineNote.IsFinished(head.Status)), ties, measures, told,
            new ProjectMay(
                access.Has(Permission.EditPlan),
                isReal && head.Status != ProjectStatus.Stopped && told.HasOpenPeriod && access.Has(Permission.WriteUpdates) && (told.IsOwn || access.Has(Permission.AcceptUpdates)),
                access.Has(Permission.AddEvidence) && (told.IsOwn || access.Has(Permission.EditPlan)), !access.IsByGrant,
                isReal && access.Has(Permission.WriteUpdates) && (told.IsOwn || access.Has(Permission.EditPlan))),
            access.Partnership.Vocabulary, access.Partnership.Layout, key, clock.Today)
        {
            Readings = readings,
        };
    }

    private HistoryReader? Me(TenantAccess access) => access.IsByGrant
        ? null
        : new HistoryReader(current.RequiredPerson.UserId, DayWords.LocalDay(time.GetUtcNow(), access.Partnership.TimeZone));

    private Task<ProjectHead?> ReadHeadAsync(Guid id, TenantAccess access, CancellationToken cancellationToken)
    {
        var plans = database.PlansFor(access);
        return database.Projects.AsNoTracking().Where(p => p.Id == id && plans.Any(plan => plan.Id == p.Aim!.PlanId))
            .Select(p => new ProjectHead
            {
                Id = p.Id,
                PlanId = p.Aim!.PlanId,
                AimId = p.AimId,
                AimNumber = p.Aim.Number,
                AimStatement = p.Aim.Statement,
                Driver = p.Driver!.Text,
                Number = p.Number,
                Title = p.Title,
                AimText = p.AimText,
                Difference = p.Difference,
                Success = p.Success,
                Impact = p.Impact,
                EvidenceText = p.EvidenceText,
                LeadsText = p.LeadsText,
                IsChangeIdea = p.IsChangeIdea,
                Deadline = p.Deadline,
                Forecast = p.Forecast,
                Status = p.Status,
                StatusReason = p.StatusReason,
                Rag = p.Rag,
                RagAcceptedAt = p.RagAcceptedAt,
                ExternalReference = p.ExternalReference,
                NoActionNeededReason = p.NoActionNeededReason,
                Source = p.Source,
                Leads = p.Leads.OrderBy(l => l.Position).Select(l => new LeadName(l.LeadResponsibilityId, l.LeadResponsibility!.Name, l.Kind)).ToList(),
                Steps = p.SubActions.OrderBy(s => s.Position).Select(s => new ProjectStep(
                    s.Id, s.Text, s.Category, s.Deadline, s.Status, s.Result, s.Source, s.OwnersText,
                    s.Owners.Select(o => o.LeadResponsibility!.Name).ToList())).ToList(),
                Slips = p.Slips.OrderBy(s => s.At).Select(s => new ProjectSlip(s.From, s.To, s.Reason, s.At)).ToList(),
            })
            .FirstOrDefaultAsync(cancellationToken);
    }
}
