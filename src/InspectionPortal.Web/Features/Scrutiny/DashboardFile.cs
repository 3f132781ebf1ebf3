using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>The overview as a file.</summary>
public sealed record DashboardFile(byte[] Bytes, string Name) : IReadByLinkOfficers
{
    public string WhatWasRead => "Overview of partnerships, as a file";
}
