using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Evidence;

public sealed record ReleasedEvidenceList(IReadOnlyList<ReleasedGroup> Groups, bool IsFiltered, bool IsLive, TimeZoneInfo Zone) : IReadByLinkOfficers
{
    public string WhatWasRead => "List of released evidence";
}
