using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>UTF-8 with a byte order mark, lines that end with CR LF.</summary>
public sealed record CoverageFile(byte[] Bytes, string Name, string Title) : IReadByLinkOfficers
{
    public string WhatWasRead => $"Coverage as a file: {Title}";
}
