using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
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

/// <summary>What the review says of one recommendation.</summary>
public sealed class FindingRow
{
    public Guid RecommendationId { get; set; }
    public string? Text { get; set; }
    public string? Judgement { get; set; }
}

public sealed class ProgressReviewFormPage : FormPage
{
    public required IReadOnlyList<FoundRecommendation> Recommendations { get; init; }
}

public sealed record FoundRecommendation(Guid Id, string Number, string Text);

/// <summary>The form of a review; of a new one of <paramref name="InspectionId"/> where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetProgressReviewForm(Guid? Id, Guid? InspectionId = null) : IQuery<ProgressReviewFields>;

internal sealed class ProgressReviewRules<T> : AbstractValidator<T>
    where T : ProgressReviewFields
{
    public ProgressReviewRules()
    {
        RuleFor(c => c.Title).Needed("Enter the title of the review").Fits(Inspection.TitleMaxLength);
        RuleFor(c => c.Bodies).Needed("Enter who reviewed, the lead body first").LinesFit(20, Written.Limit<ReviewBody>(nameof(ReviewBody.Name)));
        RuleFor(c => c.FieldworkText).Fits(Written.Limit<ProgressReview>(nameof(ProgressReview.FieldworkText)));
        RuleFor(c => c.FieldworkFrom).IsDate().WithName("First day of fieldwork");
        RuleFor(c => c.FieldworkTo).IsDate().WithName("Last day of fieldwork")
            .Must((c, to) => Written.Date(to) is not { } last || Written.Date(c.FieldworkFrom) is not { } first || last >= first)
            .WithMessage("Enter a last day that is not before the first");
        RuleFor(c => c.Published).IsDate().WithName("Day of publication");
        RuleFor(c => c.PublishedText).Fits(Written.Limit<ProgressReview>(nameof(ProgressReview.PublishedText)));
        RuleFor(c => c.Method).Fits(ProgressReview.TextMaxLength);
        RuleFor(c => c.Samples).LinesFit(50, 500);
        RuleFor(c => c.Met).LinesFit(50, 500);
        RuleFor(c => c.NotMet).Fits(Written.Limit<ProgressReview>(nameof(ProgressReview.NotMet)));
        RuleFor(c => c.Approach).Fits(ProgressReview.TextMaxLength);
        RuleFor(c => c.Strengths).LinesFit(50, 2000);
        RuleFor(c => c.Conclusion).Fits(ProgressReview.TextMaxLength);
        RuleFor(c => c.Next).Fits(Written.Limit<ProgressReview>(nameof(ProgressReview.Next)));
        RuleFor(c => c.NextBy).Fits(Deadline.TextMaxLength);
        RuleFor(c => c.Findings).Must(rows => rows.Count <= 200).WithMessage("Keep to one finding for each recommendation");
        RuleForEach(c => c.Findings).ChildRules(row =>
        {
            row.RuleFor(r => r.Text).Fits(ProgressReview.TextMaxLength)
                .Must((r, text) => text is not null || r.Judgement is null).WithMessage("Enter what the review found, as well as its judgement");
            row.RuleFor(r => r.Judgement).Fits(ReviewFinding.JudgementMaxLength);
        });
    }
}

internal sealed class GetProgressReviewFormHandler(PortalDbContext database) : IRequestHandler<GetProgressReviewForm, ProgressReviewFields?>
{
    public async Task<ProgressReviewFields?> Handle(GetProgressReviewForm query, CancellationToken cancellationToken)
    {
        var stored = query.Id is null
            ? null
            : await database.ProgressReviews.AsNoTracking().AsSplitQuery().Include(r => r.Bodies).Include(r => r.Findings)
                .SingleOrDefaultAsync(r => r.Id == query.Id, cancellationToken);
        var inspectionId = stored?.InspectionId ?? query.InspectionId;
        var inspection = await database.Inspections.AsNoTracking().Where(i => i.Id == inspectionId)
            .Select(i => new { i.Title, Recommendations = i.Recommendations.OrderBy(r => r.Position).Select(r => new FoundRecommendation(r.Id, r.Number, r.Title ?? r.Text)).ToList() })
            .SingleOrDefaultAsync(cancellationToken);
        if (inspection is null || (query.Id is not null && stored is null))
        {
            return null;
        }

        var page = new ProgressReviewFormPage
        {
            Title = stored is null ? "Add a progress review" : "Edit this progress review",
            Button = stored is null ? "Add" : "Save",
            Caption = inspection.Title,
            Place = "inspections",
            Back = stored is null ? $"~/inspections/{inspectionId}" : $"~/reviews/{stored.Id}",
            Crumbs = [new Crumb("Inspections", "~/inspections"), new Crumb(FormWords.Clip(inspection.Title), $"~/inspections/{inspectionId}")],
            Recommendations = inspection.Recommendations,
            Removal = stored is null
                ? null
                : new Removal($"~/reviews/{stored.Id}/remove", "this progress review", "Its method, strengths and findings go with it.", []),
        };
        return stored is null ? new AddProgressReview { Page = page, InspectionId = inspectionId!.Value } : Fill(stored, page);
    }

    private static EditProgressReview Fill(ProgressReview stored, ProgressReviewFormPage page) => new()
    {
        Id = stored.Id,
        Version = stored.Version,
        Page = page,
        Title = stored.Title,
        Bodies = Lines(stored.Bodies.OrderByDescending(b => b.IsLead).ThenBy(b => b.Position).Select(b => b.Name)),
        FieldworkText = stored.FieldworkText,
        FieldworkFrom = Written.Show(stored.FieldworkFrom),
        FieldworkTo = Written.Show(stored.FieldworkTo),
        Published = Written.Show(stored.Published),
        PublishedText = stored.PublishedText,
        Method = stored.Method,
        Samples = Lines(stored.Samples),
        Met = Lines(stored.Met),
        NotMet = stored.NotMet,
        Approach = stored.Approach,
        Strengths = Lines(stored.Strengths),
        Findings = [.. stored.Findings.Select(f => new FindingRow { RecommendationId = f.RecommendationId, Text = f.Text, Judgement = f.Judgement })],
        Conclusion = stored.Conclusion,
        Next = stored.Next,
        NextBy = stored.NextBy.Text,
    };

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l.ReplaceLineEndings(" ")));
}
