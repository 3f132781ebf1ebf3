using FluentValidation;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Records a scrutiny body's return visit to an inspection.</summary>
[Requires(Permission.EditPlan)]
public sealed class AddProgressReview : ProgressReviewFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public Guid InspectionId { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;
}

internal sealed class AddProgressReviewValidator : AbstractValidator<AddProgressReview>
{
    public AddProgressReviewValidator() => Include(new ProgressReviewRules<AddProgressReview>());
}

internal sealed class AddProgressReviewHandler(PortalDbContext database) : IRequestHandler<AddProgressReview, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AddProgressReview command, CancellationToken cancellationToken)
    {
        var saved = new Saved($"~/reviews/{command.Id}", "Progress review added");
        if (await database.WasAddedAsync<ProgressReview>(command.Id, cancellationToken))
        {
            return saved;
        }

        if (!await database.Inspections.AnyAsync(i => i.Id == command.InspectionId, cancellationToken))
        {
            return new Missing();
        }

        var review = new ProgressReview
        {
            Id = command.Id,
            InspectionId = command.InspectionId,
            Title = "",
            Position = await database.ProgressReviews.CountAsync(r => r.InspectionId == command.InspectionId, cancellationToken),
        };
        database.Add(review);
        await ProgressReviewWriter.WriteAsync(database, review, command, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}

/// <summary>Writes the form into a review, tracked and with its rows loaded.</summary>
internal static class ProgressReviewWriter
{
    public static async Task WriteAsync(PortalDbContext database, ProgressReview review, ProgressReviewFields fields, CancellationToken cancellationToken)
    {
        review.Title = fields.Title!;
        review.FieldworkText = fields.FieldworkText;
        review.FieldworkFrom = TypedInput.Date(fields.FieldworkFrom);
        review.FieldworkTo = TypedInput.Date(fields.FieldworkTo);
        review.Published = TypedInput.Date(fields.Published);
        review.PublishedText = fields.PublishedText;
        review.Method = fields.Method;
        review.Samples = [.. TypedInput.Lines(fields.Samples)];
        review.Met = [.. TypedInput.Lines(fields.Met)];
        review.NotMet = fields.NotMet;
        review.Approach = fields.Approach;
        review.Strengths = [.. TypedInput.Lines(fields.Strengths)];
        review.Conclusion = fields.Conclusion;
        review.Next = fields.Next;
        review.NextBy = DeadlineParser.Parse(fields.NextBy);
        InspectionWriter.WriteLines(
            database, [.. review.Bodies.OrderByDescending(b => b.IsLead).ThenBy(b => b.Position)], fields.Bodies,
            () => new ReviewBody { ReviewId = review.Id, Name = "" },
            (body, text, i) => (body.Name, body.Position, body.IsLead) = (text, i, i == 0));
        var own = await database.Recommendations.Where(r => r.InspectionId == review.InspectionId).OrderBy(r => r.Position)
            .Select(r => r.Id).ToListAsync(cancellationToken);
        foreach (var (id, position) in own.Select((r, i) => (r, i)))
        {
            WriteFinding(database, review, fields.Findings.Find(f => f.RecommendationId == id), id, position);
        }
    }

    private static void WriteFinding(PortalDbContext database, ProgressReview review, FindingRow? row, Guid recommendationId, int position)
    {
        var stored = review.Findings.Find(f => f.RecommendationId == recommendationId);
        if (row?.Text is null)
        {
            if (stored is not null)
            {
                database.Remove(stored);
            }

            return;
        }

        if (stored is null)
        {
            stored = new ReviewFinding { ReviewId = review.Id, RecommendationId = recommendationId, Text = "" };
            database.Add(stored);
        }

        (stored.Text, stored.Judgement, stored.Position) = (row.Text, row.Judgement, position);
    }
}
