using FluentValidation;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>The fields of adding and editing a progress review.</summary>
public abstract class ProgressReviewFields : FormFields
{
    public string? Title { get; set; }

    /// <summary>One a line, the lead body first.</summary>
    public string? Bodies { get; set; }

    public string? FieldworkText { get; set; }
    public string? FieldworkFrom { get; set; }
    public string? FieldworkTo { get; set; }
    public string? Published { get; set; }
    public string? PublishedText { get; set; }
    public string? Method { get; set; }

    /// <summary>One a line.</summary>
    public string? Samples { get; set; }

    /// <summary>One a line.</summary>
    public string? Met { get; set; }

    public string? NotMet { get; set; }
    public string? Approach { get; set; }

    /// <summary>One a line.</summary>
    public string? Strengths { get; set; }

    public List<FindingRow> Findings { get; set; } = [];
    public string? Conclusion { get; set; }
    public string? Next { get; set; }
    public string? NextBy { get; set; }

    public ProgressReviewFormPage Choices() => (ProgressReviewFormPage)RequiredPage();

    /// <summary>One row for each recommendation of the inspection, whatever was sent.</summary>
    public override void AddSpareRows() => Findings =
        [.. Choices().Recommendations.Select(r => Findings.Find(f => f.RecommendationId == r.Id) ?? new FindingRow { RecommendationId = r.Id })];
}

internal sealed class ProgressReviewRules<T> : AbstractValidator<T>
    where T : ProgressReviewFields
{
    public ProgressReviewRules()
    {
        RuleFor(c => c.Title).Required("Enter the review’s title").MaxLength(Inspection.TitleMaxLength);
        RuleFor(c => c.Bodies).Required("Enter who reviewed, starting with the lead body").MaxLines(20, TypedInput.Limit<ReviewBody>(nameof(ReviewBody.Name)));
        RuleFor(c => c.FieldworkText).MaxLength(TypedInput.Limit<ProgressReview>(nameof(ProgressReview.FieldworkText)));
        RuleFor(c => c.FieldworkFrom).IsDate().WithName("First day of fieldwork");
        RuleFor(c => c.FieldworkTo).IsDate().WithName("Last day of fieldwork")
            .Must((c, to) => TypedInput.Date(to) is not { } last || TypedInput.Date(c.FieldworkFrom) is not { } first || last >= first)
            .WithMessage("Last day must be the same as or after the first day");
        RuleFor(c => c.Published).IsDate().WithName("Publication date");
        RuleFor(c => c.PublishedText).MaxLength(TypedInput.Limit<ProgressReview>(nameof(ProgressReview.PublishedText)));
        RuleFor(c => c.Method).MaxLength(ProgressReview.TextMaxLength);
        RuleFor(c => c.Samples).MaxLines(50, 500);
        RuleFor(c => c.Met).MaxLines(50, 500);
        RuleFor(c => c.NotMet).MaxLength(TypedInput.Limit<ProgressReview>(nameof(ProgressReview.NotMet)));
        RuleFor(c => c.Approach).MaxLength(ProgressReview.TextMaxLength);
        RuleFor(c => c.Strengths).MaxLines(50, 2000);
        RuleFor(c => c.Conclusion).MaxLength(ProgressReview.TextMaxLength);
        RuleFor(c => c.Next).MaxLength(TypedInput.Limit<ProgressReview>(nameof(ProgressReview.Next)));
        RuleFor(c => c.NextBy).MaxLength(Deadline.TextMaxLength);
        RuleFor(c => c.Findings).Must(rows => rows.Count <= 200).WithMessage("Enter one finding for each recommendation");
        RuleForEach(c => c.Findings).ChildRules(row =>
        {
            row.RuleFor(r => r.Text).MaxLength(ProgressReview.TextMaxLength)
                .Must((r, text) => text is not null || r.Judgement is null).WithMessage("Enter what the review found about this recommendation");
            row.RuleFor(r => r.Judgement).MaxLength(ReviewFinding.JudgementMaxLength);
        });
    }
}
