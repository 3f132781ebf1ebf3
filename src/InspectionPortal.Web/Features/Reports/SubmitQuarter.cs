using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// The partnership lead hands the quarter to the chief officers: the snapshot is taken, and later edits belong to the next quarter.
/// </summary>
[Requires(Permission.SubmitQuarter)]
public sealed class SubmitQuarter : ICommand<QuarterSubmitted>
{
    /// <summary>Key of the submission, made when the form was opened, so that sending it twice submits once.</summary>
    public Guid Id { get; set; }

    /// <summary>Version of the quarter when the form was opened.</summary>
    public uint Version { get; set; }

    /// <summary>Version of the draft that the preview showed; 0 where there was none.</summary>
    public uint DraftVersion { get; set; }

    /// <summary>From the address, never bound.</summary>
    [BindNever]
    public Guid PeriodId { get; set; }
}

internal sealed class SubmitQuarterValidator : AbstractValidator<SubmitQuarter>
{
    public SubmitQuarterValidator() => RuleFor(c => c.Id).NotEmpty().OverridePropertyName(string.Empty)
        .WithMessage("Something was missing from the form. Check the quarter below, then submit it again.");
}

internal sealed class SubmitQuarterHandler(
    PortalDbContext database, CurrentSession current, PlanClock clock, ReportNotifications notifications, TimeProvider time)
    : IRequestHandler<SubmitQuarter, Result<QuarterSubmitted>>
{
    private const string DraftChanged =
        "The summary, parts or decisions were changed after you opened the preview, so the quarter was not submitted. "
        + "Check the preview again, then submit it.";

    public async Task<Result<QuarterSubmitted>> Handle(SubmitQuarter command, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.Include(p => p.Plan)
            .FirstOrDefaultAsync(p => p.Id == command.PeriodId, cancellationToken);
        if (period is null)
        {
            return new Missing();
        }

        if (await IsSentAsync(command, cancellationToken))
        {
            return new QuarterSubmitted(period.Id);
        }

        if (!period.CanBecome(PeriodState.Submitted))
        {
            return new Conflict(QuarterLock.Explain(period.State));
        }

        if (period.Kind == PeriodKind.Closing && period.Plan is { } plan
            && PlanReportRules.Refusal(plan.State, period.Kind,
                await PlanReportRules.OpenQuartersAsync(database, plan.Id, cancellationToken))
                is { } refusal)
        {
            return Failure.Field(string.Empty, refusal);
        }

        database.Entry(period).Property(p => p.Version).OriginalValue = command.Version;
        period.Become(PeriodState.Submitted);
        if (!await database.TakeAsync(period, cancellationToken))
        {
            return await IsSentAsync(command, cancellationToken) ? new QuarterSubmitted(command.PeriodId) : new Conflict(QuarterLock.AtTheSameMoment);
        }

        return await SubmitAsync(command, period, cancellationToken);
    }

    private async Task<Result<QuarterSubmitted>> SubmitAsync(
        SubmitQuarter command, ReportingPeriod period, CancellationToken cancellationToken)
    {
        if (await database.Submissions.AnyAsync(s => s.Id == command.Id, cancellationToken))
        {
            return Failure.Field(string.Empty, "This form is for another quarter. Check the quarter below, then submit it again.");
        }

        var draft = await database.ReportDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.PeriodId == period.Id, cancellationToken)
            ?? new ReportDraft { PeriodId = period.Id };
        if (draft.Version != command.DraftVersion)
        {
            return new Conflict(DraftChanged);
        }

        var layout = current.RequiredTenant.Partnership.Layout;
        var rows = await SnapshotRows.ReadAsync(database, period, layout, clock.Today, cancellationToken);
        if (QuarterQuorum.NobodySignsFor(rows, current) is { Count: > 0 } agencies)
        {
            return Failure.Field(string.Empty, QuarterQuorum.ExplainNobodySigns(agencies));
        }

        await TakeSnapshotAsync(command.Id, period, rows, draft, cancellationToken);
        return new QuarterSubmitted(period.Id);
    }

    /// <summary>True where this very form was sent before.</summary>
    private Task<bool> IsSentAsync(SubmitQuarter command, CancellationToken cancellationToken) =>
        database.Submissions.AnyAsync(s => s.Id == command.Id && s.PeriodId == command.PeriodId, cancellationToken);

    private async Task TakeSnapshotAsync(
        Guid id, ReportingPeriod period, SnapshotRows rows, ReportDraft draft, CancellationToken cancellationToken)
    {
        var number = 1 + await database.Submissions.Where(s => s.PeriodId == period.Id).CountAsync(cancellationToken);
        var person = current.RequiredPerson;
        var at = time.GetUtcNow();
        var partnership = current.RequiredTenant.Partnership;
        var quorum = QuarterQuorum.Of(rows.People.Values, current);
        var (snapshot, edition) = new SnapshotBuilder(rows, partnership, draft, quorum.Number, clock.Today)
            .Build(period, number, at, person.DisplayName);
        var bytes = CanonicalJson.Write(snapshot);
        database.Add(new Submission
        {
            Id = id,
            PeriodId = period.Id,
            Number = number,
            SubmittedByUserId = person.UserId,
            SubmittedAt = at,
            Snapshot = bytes,
            Sha256 = CanonicalJson.Hash(bytes),
            ScrutinyEdition = edition,
        });
        QuarterStatements.Submit(database, rows, period.Id);
        await notifications.WaitsAsync(period, isCorrection: false, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }
}
