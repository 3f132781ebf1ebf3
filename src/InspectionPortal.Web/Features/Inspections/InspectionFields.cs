using FluentValidation;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
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

internal sealed class InspectionRules<T> : AbstractValidator<T>
    where T : InspectionFields
{
    public InspectionRules()
    {
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose a type");
        RuleFor(c => c.Title).Required("Enter the inspection’s title").MaxLength(Inspection.TitleMaxLength);
        RuleFor(c => c.Framework).MaxLength(TypedInput.Limit<Inspection>(nameof(Inspection.Framework)));
        RuleFor(c => c.Bodies).Required("Enter who inspected, starting with the lead body").MaxLines(20, TypedInput.Limit<InspectionBody>(nameof(InspectionBody.Name)));
        RuleFor(c => c.FieldworkText).MaxLength(TypedInput.Limit<Inspection>(nameof(Inspection.FieldworkText)));
        RuleFor(c => c.FieldworkFrom).IsDate().WithName("First day of fieldwork");
        RuleFor(c => c.FieldworkTo).IsDate().WithName("Last day of fieldwork")
            .Must((c, to) => TypedInput.Date(to) is not { } last || TypedInput.Date(c.FieldworkFrom) is not { } first || last >= first)
            .WithMessage("Last day must be the same as or after the first day");
        RuleFor(c => c.Published).IsDate().WithName("Publication date");
        RuleFor(c => c.PublishedText).MaxLength(TypedInput.Limit<Inspection>(nameof(Inspection.PublishedText)));
        RuleFor(c => c.Summary).MaxLength(TypedInput.Limit<Inspection>(nameof(Inspection.Summary)));
        RuleFor(c => c.OverallJudgement).MaxLength(TypedInput.Limit<Inspection>(nameof(Inspection.OverallJudgement)));
        RuleFor(c => c.Questions).MaxLines(50, TypedInput.Limit<InspectionQuestion>(nameof(InspectionQuestion.Text)));
        RuleFor(c => c.Strengths).MaxLines(50, TypedInput.Limit<KeyStrength>(nameof(KeyStrength.Text)));
        RuleFor(c => c.Gradings).Must(rows => rows.Count <= 100).WithMessage("Enter 100 gradings or fewer");
        RuleFor(c => c.Gradings).Must(rows => rows.Find(r => !r.Remove && !r.IsBlank()) is not { IsPart: true })
            .WithMessage("The first grading cannot be part of another grading. Untick this");
        RuleForEach(c => c.Gradings).Where(r => !r.Remove && !r.IsBlank()).ChildRules(row =>
        {
            row.RuleFor(r => r.Indicator).MaxLength(TypedInput.Limit<Grading>(nameof(Grading.Indicator)));
            row.RuleFor(r => r.Title).Required("Enter what was graded").MaxLength(TypedInput.Limit<Grading>(nameof(Grading.Title)));
            row.RuleFor(r => r.Scale).MaxLength(TypedInput.Limit<Grading>(nameof(Grading.Scale)));
            row.RuleFor(r => r.Grade).Required("Enter the grade, as in the report").MaxLength(TypedInput.Limit<Grading>(nameof(Grading.Grade)));
        });
    }
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
        inspection.FieldworkFrom = TypedInput.Date(fields.FieldworkFrom);
        inspection.FieldworkTo = TypedInput.Date(fields.FieldworkTo);
        inspection.Published = TypedInput.Date(fields.Published);
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
        where TEntity : TenantEntity
    {
        var lines = TypedInput.Lines(text);
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
