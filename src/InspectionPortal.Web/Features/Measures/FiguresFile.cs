using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>UTF-8 with a byte order mark, lines that end with CR LF.</summary>
public sealed record FiguresFile(byte[] Bytes, string Name, string Title) : IReadByLinkOfficers
{
    public string WhatWasRead => $"Figures as a file: {Title}";
}
