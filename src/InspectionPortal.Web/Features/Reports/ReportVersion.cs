namespace InspectionPortal.Web.Features.Reports;

/// <summary>A version of a published report, and what stays visible of it while it is withheld.</summary>
public sealed record ReportVersion
{
    public required Guid PeriodId { get; init; }
    public required Guid PlanId { get; init; }
    public required string Title { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly To { get; init; }

    /// <summary>1 for the report as first approved.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>Why it corrects the version before; null for the first, and where it is hidden.</summary>
    public required string? CorrectionReason { get; init; }

    /// <summary>Null where it is not withheld.</summary>
    public required WithheldNote? Withheld { get; init; }

    /// <summary>Where to read it.</summary>
    public string Address => $"~/reports/{PeriodId}/versions/{Number}";
}
