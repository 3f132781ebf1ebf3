using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Measures;

public sealed record ChartPicture(string Svg, string Name, string Title) : IReadByLinkOfficers
{
    public string WhatWasRead => $"Chart as a file: {Title}";
}
