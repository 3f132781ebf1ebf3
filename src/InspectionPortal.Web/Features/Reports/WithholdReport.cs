using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// A chief officer withholds a version of a published report on legal grounds. Its hash, its date and the reason stay visible.
/// </summary>
[Requires(Permission.WithholdReports)]
[ConfirmIdentity]
public sealed class WithholdReport : ICommand<ReportDecided>
{
    public string? Reason { get; set; }

    /// <summary>From the address, never bound.</summary>
    [BindNever]
    public Guid PeriodId { get; set; }

    /// <summary>From the address, never bound.</summary>
    [BindNever]
    public int Number { get; set; }
}

internal sealed class WithholdReportValidator : AbstractValidator<WithholdReport>
{
    public WithholdReportValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Enter the legal grounds").MaxLength(ReportWithholding.ReasonMaxLength);
}

internal sealed class WithholdReportHandler(PortalDbContext database, CurrentSession current, ReportNotices notices, TimeProvider time)
    : IRequestHandler<WithholdReport, Result<ReportDecided>>
{
    public async Task<Result<ReportDecided>> Handle(WithholdReport command, CancellationToken cancellationToken)
    {
        var report = await database.PublishedReports.AsNoTracking()
            .FirstOrDefaultAsync(r => r.PeriodId == command.PeriodId && r.Number == command.Number, cancellationToken);
        if (report is null)
        {
            return new Missing();
        }

        if (await database.ReportWithholdings.AnyAsync(w => w.ReportId == report.Id && w.ReleasedAt == null, cancellationToken))
        {
            return new Conflict("This version is already withheld. Check the reason below.");
        }

        database.Add(ReportWithholding.Of(report, command.Reason ?? string.Empty, time.GetUtcNow(), current.RequiredPerson.UserId));
        await notices.WithheldAsync(report, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return new ReportDecided(report.PeriodId, report.Number);
    }
}
