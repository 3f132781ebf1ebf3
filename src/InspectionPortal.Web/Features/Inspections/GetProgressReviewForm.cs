using FluentValidation;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>The form of a review; of a new one of <paramref name="InspectionId"/> where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetProgressReviewForm(Guid? Id, Guid? InspectionId = null) : IQuery<ProgressReviewFields>;

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
            Crumbs = [new Crumb("Inspections", "~/inspections"), new Crumb(EnglishText.Cut(inspection.Title, 60), $"~/inspections/{inspectionId}")],
            Recommendations = inspection.Recommendations,
            Removal = stored is null
                ? null
                : new Removal($"~/reviews/{stored.Id}/remove", "this progress review", "Its method, strengths and findings will also be removed.", []),
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
        FieldworkFrom = TypedInput.Show(stored.FieldworkFrom),
        FieldworkTo = TypedInput.Show(stored.FieldworkTo),
        Published = TypedInput.Show(stored.Published),
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
