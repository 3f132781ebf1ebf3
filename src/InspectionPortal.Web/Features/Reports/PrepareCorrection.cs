using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The form that corrects a published report: first which projects, then what the report says about them.</summary>
[Requires(Permission.SubmitQuarter)]
public sealed record PrepareCorrection(Guid PeriodId, IReadOnlyList<Guid> Projects) : IQuery<CorrectionForm>;

internal sealed class PrepareCorrectionHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<PrepareCorrection, CorrectionForm?>
{
    public async Task<CorrectionForm?> Handle(PrepareCorrection query, CancellationToken cancellationToken)
    {
        var newest = await database.PublishedReports.AsNoTracking().Where(r => r.PeriodId == query.PeriodId)
            .OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellationToken);
        if (newest is null)
        {
            return null;
        }

        var last = await database.Submissions.AsNoTracking().Where(s => s.PeriodId == query.PeriodId).OrderByDescending(s => s.Number)
            .Select(s => s.State).FirstAsync(cancellationToken);
        var report = CanonicalJson.Read<QuarterSnapshot>(newest.Snapshot);
        var projects = report.Aims.SelectMany(a => a.Projects).ToList();
        return new CorrectionForm
        {
            Id = Guid.CreateVersion7(),
            PeriodId = query.PeriodId,
            Title = newest.Title,
            Number = newest.Number + 1,
            Sha256 = newest.Sha256,
            Report = report,
            IsPending = last == SubmissionState.WithChiefOfficers,
            NobodySignsFor = await QuarterQuorum.NobodySignsForAsync(database, current, cancellationToken),
            Returned = last == SubmissionState.Returned
                ? await ReturnNote.LastAsync(database, query.PeriodId, clock.LocalTimeZone, cancellationToken) : null,
            Chosen = [.. projects.Where(p => query.Projects.Contains(p.Id)).Take(CorrectReport.MostProjects)],
        };
    }
}
