using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The form for returning a quarter.</summary>
[Requires(Permission.ApproveQuarter)]
public sealed record PrepareReturn(Guid PeriodId) : IQuery<ReturnForm>;

internal sealed class PrepareReturnHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<PrepareReturn, ReturnForm?>
{
    public async Task<ReturnForm?> Handle(PrepareReturn query, CancellationToken cancellationToken)
    {
        var pending = await PendingSubmission.OpenAsync(database, query.PeriodId, cancellationToken);
        if (pending is null)
        {
            return null;
        }

        var open = pending.IsWaiting ? pending.Submission : null;
        return new ReturnForm
        {
            PeriodId = pending.Period.Id,
            Title = pending.Period.Title,
            DecidesFor = Vote.Of(current).For,
            IsCorrection = open is not null && pending.IsCorrection,
            Sha256 = open?.Sha256,
            WhyNot = pending.Refusal(current, open?.Sha256) switch
            {
                Conflict conflict => conflict.Message,
                Invalid invalid => invalid.Errors[0].Message,
                _ => null,
            },
            Projects = open is null
                ? []
                : [.. new ReportContent(open.Snapshot, TimeZoneInfo.Utc, projectsOpen: true).Projects
                    .Select(p => new SelectListItem($"{p.Number} {p.Title}", p.Id.ToString()))],
        };
    }
}
