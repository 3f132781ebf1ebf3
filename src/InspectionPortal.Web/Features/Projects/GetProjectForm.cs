using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The form of a project; of a new one, at a place of the plan, where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetProjectForm(Guid? Id, Guid? PlanId = null) : IQuery<ProjectFormFields>
{
    /// <summary>The aim that a new one comes under; null where none was named.</summary>
    public Guid? AimId { get; init; }

    /// <summary>The driver that a new one comes under; null where none was named.</summary>
    public Guid? DriverId { get; init; }
}

internal sealed class GetProjectFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetProjectForm, ProjectFormFields?>
{
    public async Task<ProjectFormFields?> Handle(GetProjectForm query, CancellationToken cancellationToken)
    {
        var (layout, vocabulary) = (current.RequiredTenant.Partnership.Layout, current.RequiredTenant.Partnership.Vocabulary);
        var word = vocabulary.ImprovementProjectWord;
        var planId = query.Id is null
            ? query.PlanId
            : await database.Projects.Where(p => p.Id == query.Id).Select(p => (Guid?)p.PlanId).SingleOrDefaultAsync(cancellationToken);
        if (planId is null || !await database.Plans.AnyAsync(p => p.Id == planId, cancellationToken))
        {
            return null;
        }

        var places = await PlanPlace.ForProjectsAsync(database, planId.Value, cancellationToken);
        var responsibilities = await ResponsibilityChoices.ReadAsync(database, cancellationToken);
        var dependsOn = await DependencyChoices.ReadAsync(database, query.Id, cancellationToken);
        if (query.Id is null)
        {
            var asked = (query.DriverId is { } driver ? new PlanPlace(PlanPlaceKind.Driver, driver)
                : query.AimId is { } aim ? new PlanPlace(PlanPlaceKind.Aim, aim) : null)?.ToString();
            var proposed = await NextNumberAsync(query, cancellationToken);
            return new AddProject
            {
                PlanId = planId.Value,
                Number = proposed,
                Under = places.FirstOrDefault(p => p.Value == asked)?.Value,
                Page = new ProjectFormPage
                {
                    Title = $"Add {FormText.A(word)}",
                    Button = "Add",
                    ProposedNumber = proposed,
                    Back = $"~/plans/{planId}",
                    Crumbs = [new Crumb("Plan", $"~/plans/{planId}")],
                    Places = places,
                    Responsibilities = responsibilities,
                    DependsOn = dependsOn,
                    Layout = layout,
                    Vocabulary = vocabulary,
                },
            };
        }

        var project = await database.Projects.AsNoTracking().Include(p => p.Leads).Include(p => p.CategoryNotes).Include(p => p.Dependencies)
            .SingleOrDefaultAsync(p => p.Id == query.Id, cancellationToken);
        return project is null
            ? null
            : Fill(project, new ProjectFormPage
            {
                Title = $"Edit {FormText.Small(word)} {project.Number}",
                Caption = project.Title,
                Back = $"~/projects/{project.Id}",
                Crumbs = [new Crumb("Plan", $"~/plans/{planId}"), new Crumb(EnglishText.Cut($"{project.Number} {project.Title}", 60), $"~/projects/{project.Id}")],
                Places = places,
                Responsibilities = responsibilities,
                DependsOn = dependsOn,
                Layout = layout,
                Vocabulary = vocabulary,
                DeadlineInForce = project.Deadline.Text.Length == 0 ? null : project.Deadline.Text,
                LastSaved = await LastSavedAsync(project.Id, cancellationToken),
            });
    }

    /// <summary>
    /// The number after the last under that aim, "3.5" where there are 3.1 to 3.4; null where none is asked for or they are numbered
    /// otherwise.
    /// </summary>
    private async Task<string?> NextNumberAsync(GetProjectForm query, CancellationToken cancellationToken)
    {
        var aim = await database.StretchAims.AsNoTracking()
            .Where(a => a.Id == query.AimId || a.Drivers.Any(d => d.Id == query.DriverId))
            .Select(a => new { a.Number, Taken = a.Projects.Select(p => p.Number).ToList() }).FirstOrDefaultAsync(cancellationToken);
        return aim is null ? null : NextNumber.After(aim.Number, aim.Taken);
    }

    private async Task<string?> LastSavedAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var last = await database.AuditEntries.AsNoTracking().Where(a => a.EntityId == projectId).OrderByDescending(a => a.At)
            .Select(a => new { a.At, Name = database.Users.Where(u => u.Id == a.UserId).Select(u => u.DisplayName).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellationToken);
        if (last is null)
        {
            return null;
        }

        var zone = current.RequiredTenant.Partnership.TimeZone;
        return $"{last.Name ?? "Someone"} saved on {DateFormat.Moment(last.At, zone)}";
    }

    private static EditProject Fill(ImprovementProject project, ProjectFormPage page)
    {
        var form = Start(project, page);
        foreach (var field in ProjectFields.All)
        {
            form.SetText(field, field.Get(project));
        }

        return form;
    }

    private static EditProject Start(ImprovementProject project, ProjectFormPage page) => new()
    {
        Id = project.Id,
        Version = project.Version,
        Page = page,
        Under = (project.DriverId is { } driver ? new PlanPlace(PlanPlaceKind.Driver, driver) : new PlanPlace(PlanPlaceKind.Aim, project.AimId)).ToString(),
        Number = project.Number,
        Title = project.Title,
        Deadline = project.Deadline.Text.Length == 0 ? null : project.Deadline.Text,
        Leads = [.. project.Leads.OrderBy(l => l.Position).Select(l => new ProjectLeadRow { ResponsibilityId = l.LeadResponsibilityId, Kind = l.Kind })],
        IsChangeIdea = project.IsChangeIdea,
        CategoryNotes = [.. project.CategoryNotes.Select(n => new CategoryNoteRow { Category = n.Category, Text = n.Text })],
        Dependencies =
        [
            .. project.Dependencies.OrderBy(d => d.Position).Select(d => new DependencyRow
            {
                Id = d.Id,
                Words = d.Words,
                On = d.OnAimId is { } aim ? new PlanPlace(PlanPlaceKind.Aim, aim).ToString()
                    : d.OnProjectId is { } on ? new PlanPlace(PlanPlaceKind.Project, on).ToString() : null,
            }),
        ],
        Status = project.Status,
        StatusReason = project.StatusReason,
        NoActionNeededReason = project.NoActionNeededReason,
    };
}
