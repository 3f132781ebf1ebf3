using FluentValidation;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Components.Charts;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The fields of adding and editing a test of change.</summary>
public abstract class TestOfChangeFields : FormFields
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

    public TestOfChangeFormPage Choices() => (TestOfChangeFormPage)RequiredPage();
}

internal sealed class TestRules<T> : AbstractValidator<T>
    where T : TestOfChangeFields
{
    public TestRules()
    {
        RuleFor(c => c.Title).Required("Enter a short title").MaxLength(TestOfChange.TitleMaxLength);
        RuleFor(c => c.Question).Required("Enter the question you want to answer").MaxLength(TestOfChange.TextMaxLength);
        RuleFor(c => c.Prediction).MaxLength(TestOfChange.TextMaxLength);
        RuleFor(c => c.Plan).MaxLength(TestOfChange.TextMaxLength);
        RuleFor(c => c.Done).MaxLength(TestOfChange.TextMaxLength);
        RuleFor(c => c.Learnt).MaxLength(TestOfChange.TextMaxLength);
        RuleFor(c => c.From).IsDate();
        RuleFor(c => c.Until).IsDate();
        RuleFor(c => c.Until).Must((test, until) => TypedInput.Date(until) >= TypedInput.Date(test.From))
            .When(c => TypedInput.Date(c.From) is not null && TypedInput.Date(c.Until) is not null)
            .WithMessage("Last day must be the same as or after the first day");
        RuleFor(c => c.Decision).IsInEnum().WithMessage("Choose adopt, adapt or abandon, or leave it undecided");
        RuleFor(c => c.Learnt).Required("Enter what you learnt before you decide").When(c => c.Decision is not null);
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
    public static async Task<Failure?> WriteAsync(PortalDbContext database, TestOfChange test, TestOfChangeFields fields, CancellationToken cancellationToken)
    {
        if (fields.MeasureId is { } measure && !await Measures(database, test.ProjectId).AnyAsync(m => m.Id == measure, cancellationToken))
        {
            return Failure.Field(nameof(TestOfChangeFields.MeasureId), "Choose from the list");
        }

        test.Title = fields.Title!;
        test.Question = fields.Question;
        test.Prediction = fields.Prediction;
        test.Plan = fields.Plan;
        test.Done = fields.Done;
        test.Learnt = fields.Learnt;
        test.Decision = fields.Decision;
        test.From = TypedInput.Date(fields.From);
        test.Until = TypedInput.Date(fields.Until);
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
            notes.Add((from, EnglishText.Cut($"Test starts: {test.Title}", MeasureAnnotation.TextMaxLength)));
        }

        if (test.Until is { } until)
        {
            var decided = test.Decision is { } decision ? $", {Decided(decision)}" : "";
            notes.Add((until, EnglishText.Cut($"Test ends{decided}: {test.Title}", MeasureAnnotation.TextMaxLength)));
        }

        return notes;
    }

    private static string Decided(TestDecision decision) => ChartText.Of(decision);
}
