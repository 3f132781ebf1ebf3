using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Reports;

public sealed record PublishedReportList(IReadOnlyList<PublishedReportRow> Reports, TimeZoneInfo Zone) : IReadByLinkOfficers
{
    public string WhatWasRead => "List of approved reports";
}
