using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The form of a test of change; of a new one of <paramref name="ProjectId"/> where there is no id, made like
/// <paramref name="After"/> where it follows one.</summary>
[Requires(Permission.WriteUpdates)]
public sealed record GetTestOfChangeForm(Guid? Id, Guid? ProjectId = null, Guid? After = null) : IQuery<TestOfChangeFields>;

internal sealed class GetTestOfChangeFormHandler(PortalDbContext database, TestOfChangeAccess writers) : IRequestHandler<GetTestOfChangeForm, TestOfChangeFields?>
{
    public async Task<TestOfChangeFields?> Handle(GetTestOfChangeForm query, CancellationToken cancellationToken)
    {
        var test = query.Id is null ? null : await database.TestsOfChange.AsNoTracking().SingleOrDefaultAsync(t => t.Id == query.Id, cancellationToken);
        var projectId = test?.ProjectId ?? (query.Id is null ? query.ProjectId : null);
        var project = await database.Projects.AsNoTracking().Where(p => p.Id == projectId).Select(p => new { p.Id, p.PlanId, p.Number, p.Title }).SingleOrDefaultAsync(cancellationToken);
        if (project is null)
        {
            return null;
        }

        if (!await writers.MayAsync(project.Id, cancellationToken))
        {
            throw new MessageRefusedException(StatusCodes.Status403Forbidden);
        }

        var name = $"{project.Number} {project.Title}";
        var page = new TestOfChangeFormPage
        {
            Title = test is null ? "Add a test of change" : "Edit this test of change",
            Caption = name,
            Lede = "Try a change on a small scale. Write your question and what you expect, do it, study what happened, then decide.",
            Button = test is null ? "Add" : "Save",
            Back = $"~/projects/{project.Id}#tests",
            Crumbs = [new Crumb("Plan", $"~/plans/{project.PlanId}"), new Crumb(EnglishText.Cut(name, 60), $"~/projects/{project.Id}")],
            Measures = await TestWriter.Measures(database, project.Id).OrderBy(m => m.Position).ThenBy(m => m.Id)
                .Select(m => new SelectListItem(m.Title, m.Id.ToString())).ToListAsync(cancellationToken),
            Removal = test is null ? null : new Removal($"~/tests-of-change/{test.Id}/remove", "this test of change", "Its text will be removed, and its dates on the chart. The audit keeps a record.", []),
        };
        if (test is not null)
        {
            return Fill(new EditTestOfChange { Id = test.Id, Version = test.Version }, test, page);
        }

        var before = query.After is null ? null : await database.TestsOfChange.AsNoTracking()
            .SingleOrDefaultAsync(t => t.Id == query.After && t.ProjectId == project.Id, cancellationToken);
        return new AddTestOfChange { ProjectId = project.Id, Page = page, Title = before?.Title, Question = before?.Question, MeasureId = before?.MeasureId };
    }

    private static EditTestOfChange Fill(EditTestOfChange form, TestOfChange test, TestOfChangeFormPage page)
    {
        form.Page = page;
        form.Title = test.Title;
        form.Question = test.Question;
        form.Prediction = test.Prediction;
        form.Plan = test.Plan;
        form.From = TypedInput.Show(test.From);
        form.Until = TypedInput.Show(test.Until);
        form.MeasureId = test.MeasureId;
        form.Done = test.Done;
        form.Learnt = test.Learnt;
        form.Decision = test.Decision;
        return form;
    }
}
