using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The commands behind the views of a plan: one for each kind of row, however many there are.</summary>
internal sealed class PlanViewRows(PortalDbContext database, Guid planId)
{
    public Task<List<ProjectRow>> ProjectsAsync(PlanFilter filter, PlanSearchScope scope, CancellationToken cancellationToken)
    {
        var isNarrowed = filter.Q is not null || filter.RecommendationIds().Count > 0;
        var matching = database.Matching(database.Projects, filter, scope).Select(p => p.Id);
        return database.Projects.AsNoTracking().Where(p => p.Aim!.PlanId == planId).OrderBy(p => p.Position).ThenBy(p => p.Id)
            .Select(p => new ProjectRow
            {
                Id = p.Id,
                AimId = p.AimId,
                DriverId = p.DriverId,
                Number = p.Number,
                Title = p.Title,
                Deadline = p.Deadline,
                Forecast = p.Forecast,
                Status = p.Status,
                Rag = p.Rag,
                LeadsText = p.LeadsText,
                NoActionNeededReason = p.NoActionNeededReason,
                ExternalReference = p.ExternalReference,
                IsChangeIdea = p.IsChangeIdea,
                Source = p.Source,
                Leads = p.Leads.OrderBy(l => l.Position)
                    .Select(l => new LeadRow(l.LeadResponsibilityId, l.LeadResponsibility!.Name, l.Kind, l.LeadResponsibility.AgencyId)).ToList(),
                Slips = p.Slips.OrderBy(s => s.At).Select(s => new SlipItem(s.From, s.To, s.Reason)).ToList(),
                IsFound = !isNarrowed || matching.Contains(p.Id),
            })
            .ToListAsync(cancellationToken);
    }

    /// <summary>Recommendations of the inspections that the plan answers, and those that link into it; own priorities among them.</summary>
    public Task<List<AskedItem>> RecommendationsAsync(CancellationToken cancellationToken) =>
        database.Recommendations.AsNoTracking()
            .Where(r => database.PlanInspections.Any(i => i.PlanId == planId && i.InspectionId == r.InspectionId)
                || r.Links.Any(l => l.Aim!.PlanId == planId || l.Driver!.Aim!.PlanId == planId || l.Project!.Aim!.PlanId == planId || l.Measure!.PlanId == planId))
            .OrderBy(r => r.InspectionId == null).ThenBy(r => r.Inspection!.Published).ThenBy(r => r.Position).ThenBy(r => r.Id)
            .Select(r => new AskedItem(
                r.Id, r.Number, r.Kind, r.Title, r.Text,
                r.Links.Select(l => new AskedLink(l.AimId, l.DriverId, l.ProjectId, l.MeasureId, l.Basis)).ToList()))
            .ToListAsync(cancellationToken);

    public Task<List<StepRow>> StepsAsync(CancellationToken cancellationToken) =>
        database.SubActions.AsNoTracking().Where(s => s.Project!.Aim!.PlanId == planId).OrderBy(s => s.Position).ThenBy(s => s.Id)
            .Select(s => new StepRow(
                s.Id, s.ProjectId, s.Text, s.Category, s.Deadline, s.Status, s.OwnersText,
                s.Owners.Select(o => new LeadRow(o.LeadResponsibilityId, o.LeadResponsibility!.Name, LeadKind.Lead, o.LeadResponsibility.AgencyId)).ToList()))
            .ToListAsync(cancellationToken);

    public Task<List<MeasureRow>> MeasuresAsync(CancellationToken cancellationToken) =>
        database.Measures.AsNoTracking().Where(m => m.PlanId == planId && !m.IsIllustrative).OrderBy(m => m.Position).ThenBy(m => m.Id)
            .Select(m => new MeasureRow(
                m.Id, m.AimId, m.DriverId, m.ProjectId, m.Title, m.Kind, m.Deadline, m.LeadResponsibilityId, m.LeadResponsibility!.Name,
                m.LeadResponsibility.AgencyId))
            .ToListAsync(cancellationToken);
}

internal sealed record AimRow(Guid Id, string Number, string Statement, string? Vision, SourceNote Source, List<DriverRow> Drivers);

internal sealed record DriverRow(Guid Id, Guid? ParentId, string Text, SourceNote Source);

internal sealed record LeadRow(Guid Id, string Name, LeadKind Kind, Guid? AgencyId)
{
    public LeadName ToName() => new(Id, Name, Kind);
}

internal sealed record StepRow(
    Guid Id, Guid ProjectId, string Text, SubActionCategory Category, Deadline Deadline, ProjectStatus Status, string? OwnersText, List<LeadRow> Owners);

internal sealed record MeasureRow(
    Guid Id, Guid? AimId, Guid? DriverId, Guid? ProjectId, string Title, MeasureKind Kind, Deadline Deadline, Guid? LeadId, string? Lead, Guid? AgencyId);

internal sealed class ProjectRow
{
    public Guid Id { get; init; }
    public Guid AimId { get; init; }
    public Guid? DriverId { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required Deadline Deadline { get; init; }
    public required Deadline Forecast { get; init; }
    public ProjectStatus Status { get; init; }
    public string? Rag { get; init; }
    public string? LeadsText { get; init; }
    public string? NoActionNeededReason { get; init; }
    public string? ExternalReference { get; init; }
    public bool IsChangeIdea { get; init; }
    public required SourceNote Source { get; init; }
    public required List<LeadRow> Leads { get; init; }
    public required List<SlipItem> Slips { get; init; }
    public bool IsFound { get; init; }
}
