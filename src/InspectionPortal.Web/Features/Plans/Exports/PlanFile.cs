using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>A file that is deleted when it is closed.</summary>
public sealed record PlanFile(Stream Content, string Name, string ContentType, string Title, PlanFormat Format) : IReadByLinkOfficers
{
    public string WhatWasRead => $"Plan as a {(Format == PlanFormat.Csv ? "CSV" : Format.ToString())} file: {Title}";
}
