using InspectionPortal.Domain.Ratings;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

public sealed record LinkOfficerDashboard(
    IReadOnlyList<PartnershipRow> Rows, SinceWhen Since, DateTimeOffset? LastLooked, IReadOnlyList<Rating> Key) : IReadByLinkOfficers
{
    public string WhatWasRead => "Overview of partnerships";

    /// <summary>The row in which most moved; null where nothing did.</summary>
    public PartnershipRow? MostMoved => Rows.Where(r => r.Moved > 0).MaxBy(r => r.Moved);
}
