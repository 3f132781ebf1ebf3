using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Writes the form into a project, and holds what needs the database to be held.</summary>
internal static class ProjectWriter
{
    /// <summary>Writes the fields and leads; returns what is wrong, or null.</summary>
    public static async Task<Failure?> WriteAsync(PortalDbContext database, ImprovementProject project, ProjectFormFields fields, CancellationToken cancellationToken)
    {
        if (await PlaceAsync(database, project, fields.Under, cancellationToken) is { } noPlace)
        {
            return noPlace;
        }

        project.Number = fields.Number!;
        project.Title = fields.Title!;
        foreach (var field in ProjectFields.All)
        {
            field.Set(project, fields.TextOf(field));
        }

        project.Status = fields.Status;
        project.StatusReason = fields.Status == ProjectStatus.Stopped ? fields.StatusReason : null;
        project.NoActionNeededReason = fields.NoActionNeededReason;
        project.IsChangeIdea = fields.IsChangeIdea;
        ProjectRowsWriter.Notes(database, project, fields.CategoryNotes);
        return DeadlineIn(project, fields.Deadline)
            ?? await LeadsAsync(database, project, fields, cancellationToken)
            ?? await ProjectRowsWriter.DependenciesAsync(database, project, fields.Dependencies, cancellationToken);
    }

    /// <summary>What is wrong where another project of the plan has the number.</summary>
    public static async Task<Failure?> NumberTakenAsync(PortalDbContext database, ImprovementProject project, CancellationToken cancellationToken) =>
        await database.Projects.AnyAsync(
            p => p.Id != project.Id && p.Number == project.Number
                && database.StretchAims.Any(a => a.Id == project.AimId && a.PlanId == p.Aim!.PlanId),
            cancellationToken)
            ? Failure.Field(nameof(ProjectFormFields.Number), $"Choose another number: {project.Number} is already used in this plan")
            : null;

    /// <summary>What is wrong where "done and evidenced" is claimed without evidence.</summary>
    public static async Task<Failure?> NotEvidencedAsync(PortalDbContext database, ImprovementProject project, CancellationToken cancellationToken) =>
        project.Status == ProjectStatus.DoneAndEvidenced && !await database.ProjectsWithEvidence().ContainsAsync(project.Id, cancellationToken)
            ? Failure.Field(
                nameof(ProjectFormFields.Status),
                "Add evidence to this project first: “Done and evidenced” needs at least one item of evidence. Until then, choose “Done, awaiting evidence”")
            : null;

    private static Invalid? DeadlineIn(ImprovementProject project, string? words)
    {
        if (project.Deadline.Text == (words ?? ""))
        {
            return null;
        }

        if (DeadlineEntry.HasImpossibleDate(words))
        {
            return Failure.Field(nameof(ProjectFormFields.Deadline), DeadlineEntry.ImpossibleDate);
        }

        project.Deadline = DeadlineParser.Parse(words);
        return null;
    }

    private static async Task<Failure?> PlaceAsync(PortalDbContext database, ImprovementProject project, string? under, CancellationToken cancellationToken)
    {
        var place = PlanPlace.Parse(under);
        var aimId = place switch
        {
            { Kind: PlanPlaceKind.Aim } => await database.StretchAims.Where(a => a.Id == place.Id).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancellationToken),
            { Kind: PlanPlaceKind.Driver } => await database.KeyDrivers.Where(d => d.Id == place.Id).Select(d => (Guid?)d.AimId).SingleOrDefaultAsync(cancellationToken),
            _ => null,
        };
        if (aimId is null)
        {
            return Failure.Field(nameof(ProjectFormFields.Under), "Choose from the list");
        }

        project.AimId = aimId.Value;
        project.DriverId = place!.Kind == PlanPlaceKind.Driver ? place.Id : null;
        return null;
    }

    private static async Task<Failure?> LeadsAsync(PortalDbContext database, ImprovementProject project, ProjectFormFields fields, CancellationToken cancellationToken)
    {
        var chosen = fields.Leads.Where(l => l.ResponsibilityId is not null).Select(l => (Id: l.ResponsibilityId!.Value, l.Kind)).ToList();
        var ids = chosen.Select(l => l.Id).ToList();
        var known = await database.LeadResponsibilities.Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancellationToken);
        if (fields.Leads.FindIndex(l => l.ResponsibilityId is { } id && !known.Contains(id)) is var unknown and >= 0)
        {
            return Failure.Field($"Leads[{unknown}].ResponsibilityId", "Choose from the list");
        }

        foreach (var id in await NewResponsibilitiesAsync(database, TypedInput.Lines(fields.NewLeads), cancellationToken))
        {
            if (!ids.Contains(id))
            {
                chosen.Add((id, fields.NewLeadsKind));
            }
        }

        foreach (var (lead, position) in chosen.Select((l, i) => (l, i)))
        {
            var stored = project.Leads.Find(l => l.LeadResponsibilityId == lead.Id);
            if (stored is null)
            {
                database.Add(new ProjectLead { ProjectId = project.Id, LeadResponsibilityId = lead.Id, Kind = lead.Kind, Position = position });
                continue;
            }

            stored.Kind = lead.Kind;
            stored.Position = position;
        }

        database.RemoveRange(project.Leads.Where(l => chosen.TrueForAll(c => c.Id != l.LeadResponsibilityId)).ToList());
        return null;
    }

    /// <summary>The ids of responsibilities by name; a name that is known is that one, another is added as a post.</summary>
    private static async Task<IReadOnlyList<Guid>> NewResponsibilitiesAsync(
        PortalDbContext database, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var known = await database.LeadResponsibilities.Select(r => new { r.Id, r.Name }).ToListAsync(cancellationToken);
        var ids = new List<Guid>();
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (known.Find(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase)) is { } same)
            {
                ids.Add(same.Id);
                continue;
            }

            var responsibility = new LeadResponsibility { Name = name, Kind = ResponsibilityKind.Post };
            database.Add(responsibility);
            ids.Add(responsibility.Id);
        }

        return ids;
    }
}
