using FluentValidation;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>What the plan says of a category in place of sub-actions; empty where it says nothing.</summary>
public sealed class CategoryNoteRow
{
    public SubActionCategory Category { get; set; }
    public string? Text { get; set; }
}

internal sealed class DependencyRules : AbstractValidator<DependencyRow>
{
    public DependencyRules()
    {
        RuleFor(r => r.Words).Required("Enter the text in the plan, or tick Remove").MaxLength(DependsOn.WordsMaxLength);
        RuleFor(r => r.On).Must(on => on is null || PlanPlace.Parse(on) is { Kind: PlanPlaceKind.Aim or PlanPlaceKind.Project })
            .WithMessage("Choose from the list");
    }
}

/// <summary>The aims and projects that a project can wait for.</summary>
internal static class DependencyChoices
{
    public static async Task<IReadOnlyList<SelectListItem>> ReadAsync(PortalDbContext database, Guid? but, CancellationToken cancellationToken)
    {
        var aims = await database.StretchAims.AsNoTracking().OrderBy(a => a.Position).ThenBy(a => a.Id)
            .Select(a => new
            {
                a.Id,
                a.Number,
                a.Statement,
                Projects = a.Projects.Where(p => p.Id != but).OrderBy(p => p.Position).ThenBy(p => p.Id).Select(p => new { p.Id, p.Number, p.Title }).ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. aims.SelectMany(aim =>
            {
                var group = new SelectListGroup { Name = EnglishText.Cut($"{aim.Number}. {aim.Statement}", 80) };
                var whole = new SelectListItem($"All of {aim.Number}", new PlanPlace(PlanPlaceKind.Aim, aim.Id).ToString()) { Group = group };
                return aim.Projects.Select(p => new SelectListItem(
                    EnglishText.Cut($"{p.Number} {p.Title}", 90), new PlanPlace(PlanPlaceKind.Project, p.Id).ToString()) { Group = group }).Prepend(whole);
            }),
        ];
    }
}

/// <summary>Writes the rows of the form that hang on a project.</summary>
internal static class ProjectRowsWriter
{
    /// <summary>Notes are matched by category, since a project has at most one of each.</summary>
    public static void Notes(PortalDbContext database, ImprovementProject project, IReadOnlyList<CategoryNoteRow> rows)
    {
        foreach (var row in rows.DistinctBy(r => r.Category))
        {
            var stored = project.CategoryNotes.Find(n => n.Category == row.Category);
            switch (row.Text, stored)
            {
                case (null, not null):
                    database.Remove(stored);
                    break;
                case (not null, null):
                    database.Add(new CategoryNote { ProjectId = project.Id, Category = row.Category, Text = row.Text });
                    break;
                case (not null, not null):
                    stored.Text = row.Text;
                    break;
            }
        }
    }

    /// <summary>Returns what is wrong, or null.</summary>
    public static async Task<Failure?> DependenciesAsync(
        PortalDbContext database, ImprovementProject project, List<DependencyRow> rows, CancellationToken cancellationToken)
    {
        var kept = rows.Where(r => r is { Remove: false, On: not null }).Select(r => PlanPlace.Parse(r.On)!).ToList();
        var aims = kept.Where(p => p.Kind == PlanPlaceKind.Aim).Select(p => p.Id).ToList();
        var projects = kept.Where(p => p.Kind == PlanPlaceKind.Project && p.Id != project.Id).Select(p => p.Id).ToList();
        var known = new HashSet<Guid>();
        if (aims.Count > 0)
        {
            known.UnionWith(await database.StretchAims.Where(a => aims.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellationToken));
        }

        if (projects.Count > 0)
        {
            known.UnionWith(await database.Projects.Where(p => projects.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken));
        }

        if (rows.FindIndex(r => r is { Remove: false, On: not null } && !known.Contains(PlanPlace.Parse(r.On)!.Id)) is var wrong and >= 0)
        {
            return Failure.Field($"{nameof(ProjectFormFields.Dependencies)}[{wrong}].{nameof(DependencyRow.On)}", "Choose from the list");
        }

        await database.MergeAsync(
            project.Dependencies.ToList(), rows, () => new DependsOn { ProjectId = project.Id, Words = "" },
            (row, entity, position) =>
            {
                var on = PlanPlace.Parse(row.On);
                entity.Words = row.Words!;
                entity.Position = position;
                entity.OnAimId = on is { Kind: PlanPlaceKind.Aim } ? on.Id : null;
                entity.OnProjectId = on is { Kind: PlanPlaceKind.Project } ? on.Id : null;
            },
            cancellationToken);
        return null;
    }
}
