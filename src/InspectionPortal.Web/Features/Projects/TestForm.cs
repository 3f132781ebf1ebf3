using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The fields of adding and editing a test of change.</summary>
public abstract class TestFields : FormFields
{
    public string? Title { get; set; }
    public string? Question { get; set; }
    public string? Prediction { get; set; }
    public string? Plan { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
    public Guid? MeasureId { get; set; }
    public string? Done { get; set; }
    public string? Learnt { get; set; }

    /// <summary>Null while nothing is decided.</summary>
    public TestDecision? Decision { get; set; }

    public TestFormPage Choices() => (TestFormPage)RequiredPage();
}

public sealed class TestFormPage : FormPage
{
    public required IReadOnlyList<SelectListItem> Measures { get; init; }

    public IReadOnlyList<SelectListItem> Decisions { get; } =
    [
        new("Not decided yet", ""),
        new Infrastructure.TagHelpers.Choice("Adopt", nameof(TestDecision.Adopt), "It works: make it how things are done"),
        new Infrastructure.TagHelpers.Choice("Adapt", nameof(TestDecision.Adapt), "Change it and try again: the next cycle follows"),
        new Infrastructure.TagHelpers.Choice("Abandon", nameof(TestDecision.Abandon), "It does not work: leave it"),
    ];
}

internal sealed class TestRules<T> : AbstractValidator<T>
    where T : TestFields
{
    public TestRules()
    {
        RuleFor(c => c.Title).Needed("Enter what is tried, in a few words").Fits(TestOfChange.TitleMaxLength);
        RuleFor(c => c.Question).Needed("Enter the question that the test is to answer").Fits(TestOfChange.TextMaxLength);
        RuleFor(c => c.Prediction).Fits(TestOfChange.TextMaxLength);
        RuleFor(c => c.Plan).Fits(TestOfChange.TextMaxLength);
        RuleFor(c => c.Done).Fits(TestOfChange.TextMaxLength);
        RuleFor(c => c.Learnt).Fits(TestOfChange.TextMaxLength);
        RuleFor(c => c.From).IsDate();
        RuleFor(c => c.Until).IsDate();
        RuleFor(c => c.Until).Must((test, until) => Written.Date(until) >= Written.Date(test.From))
            .When(c => Written.Date(c.From) is not null && Written.Date(c.Until) is not null)
            .WithMessage("Enter a last day that is not before the first");
        RuleFor(c => c.Decision).IsInEnum().WithMessage("Choose adopt, adapt or abandon, or leave it undecided");
        RuleFor(c => c.Learnt).Needed("Say what was learnt before you decide").When(c => c.Decision is not null);
    }
}

/// <summary>The form of a test of change; of a new one of <paramref name="ProjectId"/> where there is no id, made like <paramref name="After"/> where it follows one.</summary>
[Requires(Permission.WriteUpdates)]
public sealed record GetTestForm(Guid? Id, Guid? ProjectId = null, Guid? After = null) : IQuery<TestFields>;

internal sealed class GetTestFormHandler(PortalDbContext database, TestWriters writers) : IRequestHandler<GetTestForm, TestFields?>
{
    public async Task<TestFields?> Handle(GetTestForm query, CancellationToken cancellationToken)
    {
        var test = query.Id is null ? null : await database.TestsOfChange.AsNoTracking().SingleOrDefaultAsync(t => t.Id == query.Id, cancellationToken);
        var projectId = test?.ProjectId ?? (query.Id is null ? query.ProjectId : null);
        var project = await database.Projects.AsNoTracking().Where(p => p.Id == projectId).Select(p => new { p.Id, p.Number, p.Title }).SingleOrDefaultAsync(cancellationToken);
        if (project is null)
        {
            return null;
        }

        if (!await writers.MayAsync(project.Id, cancellationToken))
        {
            throw new MessageRefusedException(StatusCodes.Status403Forbidden);
        }

        var name = $"{project.Number} {project.Title}";
        var page = new TestFormPage
        {
            Title = test is null ? "Add a test of change" : "Change this test",
            Caption = name,
            Lede = "Try it small: say what you ask and expect, do it, study what happened, then decide.",
            Button = test is null ? "Add" : "Save",
            Back = $"~/projects/{project.Id}#tests",
            Crumbs = [new Crumb("Plan", "~/plan"), new Crumb(FormWords.Clip(name), $"~/projects/{project.Id}")],
            Measures = await TestWriter.Measures(database, project.Id).OrderBy(m => m.Position).ThenBy(m => m.Id)
                .Select(m => new SelectListItem(m.Title, m.Id.ToString())).ToListAsync(cancellationToken),
            Removal = test is null ? null : new Removal($"~/tests/{test.Id}/remove", "this test", "Its words go, and its dates from the chart. The audit keeps what they were.", []),
        };
        if (test is not null)
        {
            return Fill(new EditTest { Id = test.Id, Version = test.Version }, test, page);
        }

        var before = query.After is null ? null : await database.TestsOfChange.AsNoTracking()
            .SingleOrDefaultAsync(t => t.Id == query.After && t.ProjectId == project.Id, cancellationToken);
        return new AddTest { ProjectId = project.Id, Page = page, Title = before?.Title, Question = before?.Question, MeasureId = before?.MeasureId };
    }

    private static EditTest Fill(EditTest form, TestOfChange test, TestFormPage page)
    {
        form.Page = page;
        form.Title = test.Title;
        form.Question = test.Question;
        form.Prediction = test.Prediction;
        form.Plan = test.Plan;
        form.From = Written.Show(test.From);
        form.Until = Written.Show(test.Until);
        form.MeasureId = test.MeasureId;
        form.Done = test.Done;
        form.Learnt = test.Learnt;
        form.Decision = test.Decision;
        return form;
    }
}

/// <summary>Who may write the tests of a project: the partnership lead, and whoever holds a responsibility that leads it.</summary>
public sealed class TestWriters(PortalDbContext database, CurrentSession current, TimeProvider time)
{
    public const string Refusal = "Only the partnership lead and those who answer for the project write its tests of change.";

    public async Task<bool> MayAsync(Guid projectId, CancellationToken cancellationToken)
    {
        if (current.RequiredTenant.Has(Permission.EditPlan))
        {
            return true;
        }

        var held = database.HeldBy(current.RequiredPerson.UserId, DayWords.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone));
        return await database.ProjectLeads.AnyAsync(l => l.ProjectId == projectId && held.Contains(l.LeadResponsibilityId), cancellationToken);
    }
}

/// <summary>Writes the form into a test, and its dates onto the chart of its measure.</summary>
internal static class TestWriter
{
    /// <summary>Measures that can show a test: those of the project, of its driver and of its aim.</summary>
    public static IQueryable<Measure> Measures(PortalDbContext database, Guid projectId) => database.Measures.Where(m =>
        m.ProjectId == projectId || m.Uses.Any(u => u.ProjectId == projectId)
        || database.Projects.Any(p => p.Id == projectId && (p.AimId == m.AimId || p.DriverId == m.DriverId || p.Driver!.ParentId == m.DriverId)));

    /// <summary>Returns what is wrong, or null.</summary>
    public static async Task<Failure?> WriteAsync(PortalDbContext database, TestOfChange test, TestFields fields, CancellationToken cancellationToken)
    {
        if (fields.MeasureId is { } measure && !await Measures(database, test.ProjectId).AnyAsync(m => m.Id == measure, cancellationToken))
        {
            return Failure.Field(nameof(TestFields.MeasureId), "Choose one of the measures shown");
        }

        test.Title = fields.Title!;
        test.Question = fields.Question;
        test.Prediction = fields.Prediction;
        test.Plan = fields.Plan;
        test.Done = fields.Done;
        test.Learnt = fields.Learnt;
        test.Decision = fields.Decision;
        test.From = Written.Date(fields.From);
        test.Until = Written.Date(fields.Until);
        test.MeasureId = fields.MeasureId;
        await AnnotateAsync(database, test, cancellationToken);
        return null;
    }

    /// <summary>Its first and last day as notes on the chart; those that stand already are changed, the rest taken off.</summary>
    private static async Task AnnotateAsync(PortalDbContext database, TestOfChange test, CancellationToken cancellationToken)
    {
        var kept = await database.MeasureAnnotations.Where(a => a.TestOfChangeId == test.Id).OrderBy(a => a.Date).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var wanted = test.MeasureId is null ? [] : Notes(test);
        foreach (var (index, (date, text)) in wanted.Index())
        {
            var note = index < kept.Count && kept[index].MeasureId == test.MeasureId
                ? kept[index]
                : new MeasureAnnotation { MeasureId = test.MeasureId!.Value, TestOfChangeId = test.Id, Text = text };
            (note.Date, note.Text) = (date, text);
            if (!kept.Contains(note))
            {
                database.Add(note);
            }
        }

        database.RemoveRange(kept.Where((note, i) => i >= wanted.Count || note.MeasureId != test.MeasureId));
    }

    private static List<(DateOnly Date, string Text)> Notes(TestOfChange test)
    {
        var notes = new List<(DateOnly, string)>();
        if (test.From is { } from)
        {
            notes.Add((from, FormWords.Clip($"Test begins: {test.Title}", MeasureAnnotation.TextMaxLength)));
        }

        if (test.Until is { } until)
        {
            var decided = test.Decision is { } decision ? $", {Decided(decision)}" : "";
            notes.Add((until, FormWords.Clip($"Test ends{decided}: {test.Title}", MeasureAnnotation.TextMaxLength)));
        }

        return notes;
    }

    private static string Decided(TestDecision decision) => Features.Measures.Charts.ChartWords.Of(decision);
}
