using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>The fields of adding and editing an inspection.</summary>
public abstract class InspectionFields : FormFields
{
    public InspectionKind Kind { get; set; }
    public string? Title { get; set; }
    public string? Framework { get; set; }

    /// <summary>One a line, the lead body first.</summary>
    public string? Bodies { get; set; }

    public string? FieldworkText { get; set; }
    public string? FieldworkFrom { get; set; }
    public string? FieldworkTo { get; set; }
    public string? Published { get; set; }
    public string? PublishedText { get; set; }
    public string? Summary { get; set; }
    public string? OverallJudgement { get; set; }

    /// <summary>One a line.</summary>
    public string? Questions { get; set; }

    /// <summary>One a line.</summary>
    public string? Strengths { get; set; }

    public List<GradingRow> Gradings { get; set; } = [];

    public override void AddSpareRows() => FormRows.AddSpare(Gradings);
}

public sealed class GradingRow : FormRow
{
    public string? Indicator { get; set; }
    public string? Title { get; set; }
    public string? Scale { get; set; }
    public string? Grade { get; set; }

    /// <summary>True where the judgement is part of the nearest one above that is not.</summary>
    public bool IsPart { get; set; }

    public override bool IsBlank() => Indicator is null && Title is null && Scale is null && Grade is null;
}

/// <summary>The form of an inspection; of a new one where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetInspectionForm(Guid? Id) : IQuery<InspectionFields>;

internal sealed class InspectionRules<T> : AbstractValidator<T>
    where T : InspectionFields
{
    public InspectionRules()
    {
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose what it is");
        RuleFor(c => c.Title).Needed("Enter the title of the inspection").Fits(Inspection.TitleMaxLength);
        RuleFor(c => c.Framework).Fits(Written.Limit<Inspection>(nameof(Inspection.Framework)));
        RuleFor(c => c.Bodies).Needed("Enter who inspected, the lead body first").LinesFit(20, Written.Limit<InspectionBody>(nameof(InspectionBody.Name)));
        RuleFor(c => c.FieldworkText).Fits(Written.Limit<Inspection>(nameof(Inspection.FieldworkText)));
        RuleFor(c => c.FieldworkFrom).IsDate().WithName("First day of fieldwork");
        RuleFor(c => c.FieldworkTo).IsDate().WithName("Last day of fieldwork")
            .Must((c, to) => Written.Date(to) is not { } last || Written.Date(c.FieldworkFrom) is not { } first || last >= first)
            .WithMessage("Enter a last day that is not before the first");
        RuleFor(c => c.Published).IsDate().WithName("Day of publication");
        RuleFor(c => c.PublishedText).Fits(Written.Limit<Inspection>(nameof(Inspection.PublishedText)));
        RuleFor(c => c.Summary).Fits(Written.Limit<Inspection>(nameof(Inspection.Summary)));
        RuleFor(c => c.OverallJudgement).Fits(Written.Limit<Inspection>(nameof(Inspection.OverallJudgement)));
        RuleFor(c => c.Questions).LinesFit(50, Written.Limit<InspectionQuestion>(nameof(InspectionQuestion.Text)));
        RuleFor(c => c.Strengths).LinesFit(50, Written.Limit<KeyStrength>(nameof(KeyStrength.Text)));
        RuleFor(c => c.Gradings).Must(rows => rows.Count <= 100).WithMessage("Keep to 100 gradings");
        RuleFor(c => c.Gradings).Must(rows => rows.Find(r => !r.Remove && !r.IsBlank()) is not { IsPart: true })
            .WithMessage("The first grading cannot be part of one above it: there is none");
        RuleForEach(c => c.Gradings).Where(r => !r.Remove && !r.IsBlank()).ChildRules(row =>
        {
            row.RuleFor(r => r.Indicator).Fits(Written.Limit<Grading>(nameof(Grading.Indicator)));
            row.RuleFor(r => r.Title).Needed("Enter what was graded").Fits(Written.Limit<Grading>(nameof(Grading.Title)));
            row.RuleFor(r => r.Scale).Fits(Written.Limit<Grading>(nameof(Grading.Scale)));
            row.RuleFor(r => r.Grade).Needed("Enter the grade as the report gives it").Fits(Written.Limit<Grading>(nameof(Grading.Grade)));
        });
    }
}

internal sealed class GetInspectionFormHandler(PortalDbContext database) : IRequestHandler<GetInspectionForm, InspectionFields?>
{
    public async Task<InspectionFields?> Handle(GetInspectionForm query, CancellationToken cancellationToken)
    {
        if (query.Id is null)
        {
            return new AddInspection { Page = Page("Add an inspection", "Add", null, "~/inspections") };
        }

        var inspection = await database.Inspections.AsNoTracking().AsSplitQuery().Include(i => i.Bodies).Include(i => i.Questions)
            .Include(i => i.Strengths).Include(i => i.Gradings).SingleOrDefaultAsync(i => i.Id == query.Id, cancellationToken);
        return inspection is null
            ? null
            : Fill(inspection, Page("Edit this inspection", "Save", inspection.Title, $"~/inspections/{inspection.Id}", await RemovalAsync(inspection.Id, cancellationToken)));
    }

    private async Task<Removal> RemovalAsync(Guid id, CancellationToken cancellationToken) => new(
        $"~/inspections/{id}/remove", "this inspection", "Its dates, questions, gradings and strengths go with it.",
        await InspectionHanging.OnAsync(database, id, cancellationToken));

    private static FormPage Page(string title, string button, string? caption, string back, Removal? removal = null) => new()
    {
        Title = title,
        Button = button,
        Caption = caption,
        Place = "inspections",
        Back = back,
        Removal = removal,
        Crumbs = caption is null ? [new Crumb("Inspections", "~/inspections")] : [new Crumb("Inspections", "~/inspections"), new Crumb(FormWords.Clip(caption), back)],
    };

    private static EditInspection Fill(Inspection inspection, FormPage page) => new()
    {
        Id = inspection.Id,
        Version = inspection.Version,
        Page = page,
        Kind = inspection.Kind,
        Title = inspection.Title,
        Framework = inspection.Framework,
        Bodies = Lines(inspection.Bodies.OrderByDescending(b => b.IsLead).ThenBy(b => b.Position).Select(b => b.Name)),
        FieldworkText = inspection.FieldworkText,
        FieldworkFrom = Written.Show(inspection.FieldworkFrom),
        FieldworkTo = Written.Show(inspection.FieldworkTo),
        Published = Written.Show(inspection.Published),
        PublishedText = inspection.PublishedText,
        Summary = inspection.Summary,
        OverallJudgement = inspection.OverallJudgement,
        Questions = Lines(inspection.Questions.OrderBy(q => q.Number).Select(q => q.Text)),
        Strengths = Lines(inspection.Strengths.OrderBy(s => s.Number).Select(s => s.Text)),
        Gradings =
        [
            .. inspection.Gradings.OrderBy(g => g.Position)
                .Select(g => new GradingRow { Id = g.Id, Indicator = g.Indicator, Title = g.Title, Scale = g.Scale, Grade = g.Grade, IsPart = g.ParentId is not null }),
        ],
    };

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l.ReplaceLineEndings(" ")));
}

/// <summary>Writes the form into an inspection, tracked and with its rows loaded.</summary>
internal static class InspectionWriter
{
    public static async Task WriteAsync(PortalDbContext database, Inspection inspection, InspectionFields fields, CancellationToken cancellationToken)
    {
        inspection.Kind = fields.Kind;
        inspection.Title = fields.Title!;
        inspection.Framework = fields.Framework;
        inspection.FieldworkText = fields.FieldworkText;
        inspection.FieldworkFrom = Written.Date(fields.FieldworkFrom);
        inspection.FieldworkTo = Written.Date(fields.FieldworkTo);
        inspection.Published = Written.Date(fields.Published);
        inspection.PublishedText = fields.PublishedText;
        inspection.Summary = fields.Summary;
        inspection.OverallJudgement = fields.OverallJudgement;
        WriteLines(
            database, [.. inspection.Bodies.OrderByDescending(b => b.IsLead).ThenBy(b => b.Position)], fields.Bodies,
            () => new InspectionBody { InspectionId = inspection.Id, Name = "" },
            (body, text, i) => (body.Name, body.Position, body.IsLead) = (text, i, i == 0 || body.IsLead));
        WriteLines(
            database, [.. inspection.Questions.OrderBy(q => q.Number)], fields.Questions,
            () => new InspectionQuestion { InspectionId = inspection.Id, Text = "" },
            (question, text, i) => (question.Text, question.Number) = (text, i + 1));
        WriteLines(
            database, [.. inspection.Strengths.OrderBy(s => s.Number)], fields.Strengths,
            () => new KeyStrength { InspectionId = inspection.Id, Text = "" },
            (strength, text, i) => (strength.Text, strength.Number) = (text, i + 1));
        Grading? whole = null;
        await database.MergeAsync(
            inspection.Gradings, fields.Gradings, () => new Grading { InspectionId = inspection.Id, Title = "", Grade = "" },
            (row, grading, position) =>
            {
                (grading.Indicator, grading.Title, grading.Scale, grading.Grade, grading.Position) = (row.Indicator, row.Title!, row.Scale, row.Grade!, position);
                grading.ParentId = row.IsPart ? whole!.Id : null;
                whole = row.IsPart ? whole : grading;
            },
            cancellationToken);
    }

    public static void WriteLines<TEntity>(PortalDbContext database, List<TEntity> stored, string? text, Func<TEntity> make, Action<TEntity, string, int> apply)
        where TEntity : Tenancy.TenantEntity
    {
        var lines = Written.Lines(text);
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            var entity = i < stored.Count ? stored[i] : make();
            apply(entity, line, i);
            if (i >= stored.Count)
            {
                database.Add(entity);
            }
        }

        database.RemoveRange(stored.Skip(lines.Count));
    }
}
