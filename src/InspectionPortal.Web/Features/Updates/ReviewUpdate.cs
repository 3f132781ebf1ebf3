using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>One update before the partnership lead: what is said now, what was said last, and what the dates say.</summary>
[Requires(Permission.AcceptUpdates)]
public sealed record ReviewUpdate(Guid UpdateId) : IQuery<ReviewPage>;

internal sealed class ReviewUpdateHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<ReviewUpdate, ReviewPage?>
{
    public async Task<ReviewPage?> Handle(ReviewUpdate query, CancellationToken cancellationToken)
    {
        var proven = database.ProjectsWithEvidence();
        var found = await database.ProgressUpdates.AsNoTracking().Where(u => u.Id == query.UpdateId)
            .Select(u => new
            {
                Update = u,
                u.Project!.Deadline,
                Period = new CardPeriod(
                    u.PeriodId, u.Period!.PlanId, u.Period.Title, u.Period.From, u.Period.To, u.Period.OpensOn, u.Period.DueOn, u.Period.State),
                SubmittedBy = database.Users.Where(x => x.Id == u.SubmittedByUserId).Select(x => x.DisplayName).FirstOrDefault(),
                ReviewedBy = database.Users.Where(x => x.Id == u.ReviewedByUserId).Select(x => x.DisplayName).FirstOrDefault(),
                HasEvidence = proven.Contains(u.ProjectId),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var update = found.Update;
        var cards = await new UpdateCards(database, current, clock, time)
            .ReadAsync(database.Projects.Where(p => p.Id == update.ProjectId), [found.Period], cancellationToken);
        if (cards.Count == 0)
        {
            return null;
        }

        var (partnership, card) = (current.RequiredTenant.Partnership, cards[0]);
        var daysLate = DateReading.DaysLate(found.Deadline, update.Status, clock.Today);
        var signals = await SignalSet.ReadAsync(database, MeasureTables.OfProject(database, update.ProjectId), clock.Today, cancellationToken);
        var late = await LateSteps.ReadAsync(
            database.SubActions.Where(s => s.ProjectId == update.ProjectId), clock.Today, cancellationToken);
        var reading = ProjectReading.Of(
            new ProjectDates(found.Deadline, update.Forecast, update.Status, update.RagAccepted ?? update.RagProposed)
            {
                LateSteps = late.Of(update.ProjectId),
                StepWord = partnership.Vocabulary.SubActionWord,
            },
            signals.OfProject(update.ProjectId), partnership.RagKey, clock.Today);
        return new ReviewPage(
            card with { Project = card.Project with { DaysLate = daysLate } }, update.Id, update.State,
            found.SubmittedBy, On(partnership, update.SubmittedAt), found.ReviewedBy, On(partnership, update.ReviewedAt),
            update.State == UpdateState.Accepted && update.ReviewedByUserId == update.SubmittedByUserId, update.RagChangedReason,
            reading.Against,
            UpdateRules.MovesPast(update.Forecast, found.Deadline, clock.Today),
            found.HasEvidence, UpdateRules.ClosedBecause(card.Period.Title, card.Period.State, isLead: true), update.Version)
        {
            OthersWaiting = await WaitingUpdates.OthersAsync(database, update.PeriodId, update.ProjectId, cancellationToken),
            Thread = await UpdateThread.ReadAsync(database, update.Id, partnership.TimeZone, cancellationToken),
            Accept = new AcceptUpdate { UpdateId = update.Id, Version = update.Version, Rag = update.RagProposed ?? Rating.NotRated.Code },
        };
    }

    private static string? On(SessionPartnership partnership, DateTimeOffset? at) =>
        at is { } when ? DateFormat.Full(when, partnership.TimeZone) : null;
}
