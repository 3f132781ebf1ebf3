using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// The partnership lead corrects what a published report says and sends it to the chief officers. The period stays approved. When enough
/// of them approve, it is published as the next version beside the old one.
/// </summary>
[Requires(Permission.SubmitQuarter)]
public sealed class CorrectReport : ICommand<QuarterSubmitted>
{
    public const int MostProjects = 20;

    /// <summary>Key of the submission, made when the form was opened, so that sending it twice submits once.</summary>
    public Guid Id { get; set; }

    /// <summary>Hash of the version that the form shows.</summary>
    public string? Sha256 { get; set; }

    public string? Reason { get; set; }

    public List<CorrectedProject> Projects { get; set; } = [];

    /// <summary>From the address, never bound.</summary>
    [BindNever]
    public Guid PeriodId { get; set; }
}

internal sealed class CorrectReportValidator : AbstractValidator<CorrectReport>
{
    public CorrectReportValidator()
    {
        RuleFor(c => c.Id).NotEmpty().OverridePropertyName(string.Empty)
            .WithMessage("Something was missing from the form. Choose the projects again, then send the correction.");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Enter why the report is corrected").MaxLength(Submission.CorrectionReasonMaxLength);
        RuleFor(c => c.Projects).Must(p => p.Count is > 0 and <= CorrectReport.MostProjects).OverridePropertyName(string.Empty)
            .WithMessage($"Choose between 1 and {CorrectReport.MostProjects} projects to correct.");
        RuleForEach(c => c.Projects).ChildRules(project =>
        {
            project.RuleForEach(p => p.Texts).NotEmpty().WithMessage("Enter what the update says").MaxLength(UpdateEntry.TextMaxLength);
            project.RuleFor(p => p.SlipReason).MaxLength(ProgressUpdate.TextMaxLength);
            project.RuleFor(p => p.HelpNeeded).MaxLength(ProgressUpdate.TextMaxLength);
        });
    }
}

internal sealed class CorrectReportHandler(
    PortalDbContext database, CurrentSession current, ReportNotifications notifications, TimeProvider time)
    : IRequestHandler<CorrectReport, Result<QuarterSubmitted>>
{
    private const string NothingDiffers =
        "Nothing is different from the published report. Change what is wrong, then send the correction.";

    public async Task<Result<QuarterSubmitted>> Handle(CorrectReport command, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.FirstOrDefaultAsync(p => p.Id == command.PeriodId, cancellationToken);
        var newest = await NewestAsync(command.PeriodId, cancellationToken);
        if (period is null || newest is null)
        {
            return new Missing();
        }

        var sent = await database.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id).ToListAsync(cancellationToken);
        if (sent.Exists(s => s.Id == command.Id))
        {
            return new QuarterSubmitted(period.Id);
        }

        if (WhyNot(sent.Exists(s => s.State == SubmissionState.WithChiefOfficers), newest.Sha256 == command.Sha256) is { } conflict)
        {
            return conflict;
        }

        var report = CanonicalJson.Read<QuarterSnapshot>(newest.Snapshot);
        if (Refusal(command, report) is { } refusal)
        {
            return refusal;
        }

        var corrected = new CorrectedReport(report, [.. command.Projects.Select(Of)]);
        if (await AgainstAsync(command, period, corrected, cancellationToken) is { } against)
        {
            return against;
        }

        await notifications.WaitsAsync(period, isCorrection: true, cancellationToken);
        await AddAsync(command, newest, corrected, sent.Count + 1, cancellationToken);
        return new QuarterSubmitted(period.Id);
    }

    /// <summary>Why the correction cannot be sent now, or null; then the period is taken until the transaction ends.</summary>
    private async Task<Failure?> AgainstAsync(
        CorrectReport command, ReportingPeriod period, CorrectedReport corrected, CancellationToken cancellationToken)
    {
        if (corrected.Changed.Count == 0)
        {
            return Failure.Field(string.Empty, NothingDiffers);
        }

        // The key of a form that was sent for another period.
        if (await database.Submissions.AnyAsync(s => s.Id == command.Id, cancellationToken))
        {
            return new Conflict("This form is for another report. Check the report, then correct it again.");
        }

        if (await QuarterQuorum.NobodySignsForAsync(database, current, cancellationToken) is { Count: > 0 } agencies)
        {
            return Failure.Field(string.Empty, QuarterQuorum.ExplainNobodySigns(agencies));
        }

        return await database.TakeAsync(period, cancellationToken) ? null : new Conflict(QuarterLock.CorrectionAtTheSameMoment);
    }

    private Task<PublishedReport?> NewestAsync(Guid periodId, CancellationToken cancellationToken) =>
        database.PublishedReports.AsNoTracking().Where(r => r.PeriodId == periodId)
            .OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellationToken);

    private static Conflict? WhyNot(bool isPending, bool isNewest) => (isPending, isNewest) switch
    {
        (_, false) => new Conflict("A newer version was published. Check it, then correct that one."),
        (true, _) => new Conflict("A correction of this report is already with the chief officers. Wait for their decision."),
        _ => null,
    };

    private async Task AddAsync(CorrectReport command, PublishedReport newest, CorrectedReport corrected, int number,
        CancellationToken cancellationToken)
    {
        var reason = command.Reason ?? string.Empty;
        var quorum = await QuarterQuorum.ForAsync(database, current, cancellationToken);
        var mustSign = await SnapshotRows.MustSignOf(database).ToListAsync(cancellationToken);
        var (snapshot, edition) = corrected.Build(
            number, quorum.Number, mustSign, new SnapshotCorrection(newest.Number + 1, reason, newest.Sha256, corrected.Changed));
        var bytes = CanonicalJson.Write(snapshot);
        database.Add(new Submission
        {
            Id = command.Id,
            PeriodId = newest.PeriodId,
            Number = number,
            SubmittedByUserId = current.RequiredPerson.UserId,
            SubmittedAt = time.GetUtcNow(),
            Snapshot = bytes,
            Sha256 = CanonicalJson.Hash(bytes),
            ScrutinyEdition = edition,
            CorrectionReason = reason,
        });
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What the form cannot have sent: another report's projects, one twice, a rating that the report does not know.</summary>
    private static Invalid? Refusal(CorrectReport command, QuarterSnapshot report)
    {
        var projects = report.Aims.SelectMany(a => a.Projects).ToDictionary(p => p.Id);
        if (command.Projects.DistinctBy(p => p.ProjectId).Count() != command.Projects.Count
            || command.Projects.Exists(p => !projects.ContainsKey(p.ProjectId)))
        {
            return Failure.Field(string.Empty, "Something was missing from the form. Choose the projects again, then send the correction.");
        }

        var wrong = command.Projects.FindIndex(p => !string.IsNullOrEmpty(p.Rating)
            && Rating.Find(report.RatingKey, p.Rating) == Rating.NotRated);
        return wrong < 0 ? null
            : Failure.Field($"{nameof(command.Projects)}[{wrong}].{nameof(CorrectedProject.Rating)}", "Choose a rating from the list");
    }

    private static ProjectCorrection Of(CorrectedProject project) => new(
        project.ProjectId,
        string.IsNullOrEmpty(project.Rating) ? null : project.Rating,
        [.. project.Texts.Select(t => t ?? string.Empty)],
        string.IsNullOrEmpty(project.SlipReason) ? null : project.SlipReason,
        string.IsNullOrEmpty(project.HelpNeeded) ? null : project.HelpNeeded);
}
