using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Reporting.Comparisons;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Comparisons;

/// <summary>A project through all approved reports.</summary>
public sealed class ProjectQuartersPage : IReadByLinkOfficers
{
    public required Guid ProjectId { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    /// <summary>Titles of the periods whose report is withheld from the reader.</summary>
    public required IReadOnlyList<string> Withheld { get; init; }

    public required Vocabulary Vocabulary { get; init; }
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Oldest first; empty where no approved report has it.</summary>
    public required IReadOnlyList<ProjectQuarter> Quarters { get; init; }

    /// <summary>True where the reader may open the live project.</summary>
    public required bool IsProjectOpen { get; init; }

    /// <summary>True where the reports read are complete: those of members.</summary>
    public required bool IsFull { get; init; }

    public string WhatWasRead => $"Quarter by quarter: {Number} {Title}";

    /// <summary>How often the expected day moved later.</summary>
    public int Slips => Quarters.Count(q => q.IsSlipped);
}
