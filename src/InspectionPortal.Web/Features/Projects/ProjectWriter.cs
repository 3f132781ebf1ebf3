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

        WriteStatus(project, fields);
        project.NoActionNeededReason = fields.NoActionNeededReason;
        project.IsChangeIdea = fields.IsChangeIdea;
        ProjectRowsWriter.Notes(database, project, fields.CategoryNotes);
        return WriteDeadline(project, fields.Deadline)
            ?? await WriteLeadsAsync(database, project, fields, cancellationToken)
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

    /// <summary>A reason belongs to stopped work only.</summary>
    public static void WriteStatus(ImprovementProject project, IStatusFields fields)
    {
        project.Status = fields.Status;
        project.StatusReason = fields.Status == ProjectStatus.Stopped ? fields.StatusReason : null;
    }

    /// <summary>Writes the deadline as it was typed, and what is understood by it; returns what is wrong, or null.</summary>
    public static Invalid? WriteDeadline(ImprovementProject project, string? words)
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

    /// <summary>The aim and driver of a place of the plan, as a form sends it; null where there is no such place.</summary>
    public static async Task<(Guid AimId, Guid PlanId, Guid? DriverId)?> FindPlaceAsync(
        PortalDbContext database, string? under, CancellationToken cancellationToken)
    {
        var place = PlanPlace.Parse(under);
        var driver = place is { Kind: PlanPlaceKind.Driver } ? place.Id : (Guid?)null;
        var aim = place is { Kind: PlanPlaceKind.Aim } ? place.Id : (Guid?)null;
        var aims = driver is null
            ? database.StretchAims.Where(a => a.Id == aim)
            : database.StretchAims.Where(a => a.Drivers.Any(d => d.Id == driver));
        var found = await aims.Select(a => new { a.Id, a.PlanId }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.Id, found.PlanId, driver);
    }

    private static async Task<Failure?> PlaceAsync(
        PortalDbContext database, ImprovementProject project, string? under, CancellationToken cancellationToken)
    {
        if (await FindPlaceAsync(database, under, cancellationToken) is not { } place)
        {
            return Failure.Field(nameof(ProjectFormFields.Under), "Choose from the list");
        }

        (project.AimId, project.DriverId) = (place.AimId, place.DriverId);
        return null;
    }

    /// <summary>Writes who leads, in order; adds responsibilities that are new. Returns what is wrong, or null.</summary>
    public static async Task<Failure?> WriteLeadsAsync(
        PortalDbContext database, ImprovementProject project, ILeadFields fields, CancellationToken cancellationToken)
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

        SetLeads(database, project, chosen);
        return null;
    }

    /// <summary>Makes these the leads of a project, in this order; others are leads no longer.</summary>
    public static void SetLeads(PortalDbContext database, ImprovementProject project, IReadOnlyList<(Guid Id, LeadKind Kind)> chosen)
    {
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

        database.RemoveRange(project.Leads.Where(l => chosen.All(c => c.Id != l.LeadResponsibilityId)).ToList());
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
