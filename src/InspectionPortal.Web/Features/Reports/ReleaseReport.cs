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

/// <summary>A chief officer shows a withheld version again.</summary>
[Requires(Permission.WithholdReports)]
[ConfirmIdentity]
public sealed class ReleaseReport : ICommand<ReportDecided>
{
    public string? Reason { get; set; }

    /// <summary>From the address, never bound.</summary>
    [BindNever]
    public Guid PeriodId { get; set; }

    /// <summary>From the address, never bound.</summary>
    [BindNever]
    public int Number { get; set; }
}

internal sealed class ReleaseReportValidator : AbstractValidator<ReleaseReport>
{
    public ReleaseReportValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Enter why it can be shown again").MaxLength(ReportWithholding.ReasonMaxLength);
}

internal sealed class ReleaseReportHandler(PortalDbContext database, CurrentSession current, ReportNotices notices, TimeProvider time)
    : IRequestHandler<ReleaseReport, Result<ReportDecided>>
{
    public async Task<Result<ReportDecided>> Handle(ReleaseReport command, CancellationToken cancellationToken)
    {
        var report = await database.PublishedReports.AsNoTracking()
            .FirstOrDefaultAsync(r => r.PeriodId == command.PeriodId && r.Number == command.Number, cancellationToken);
        if (report is null)
        {
            return new Missing();
        }

        var withheld = await database.ReportWithholdings.FirstOrDefaultAsync(w => w.ReportId == report.Id && w.ReleasedAt == null,
            cancellationToken);
        if (withheld is null)
        {
            return new Conflict("This version is not withheld. Everyone with access can read it.");
        }

        withheld.Release(command.Reason ?? string.Empty, time.GetUtcNow(), current.RequiredPerson.UserId);
        await notices.ReleasedAsync(report, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return new ReportDecided(report.PeriodId, report.Number);
    }
}
