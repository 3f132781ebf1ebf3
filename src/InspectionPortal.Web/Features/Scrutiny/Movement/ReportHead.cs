namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>A version of an approved report, without its content.</summary>
internal sealed record ReportHead
{
    public Guid Id { get; init; }
    public Guid PeriodId { get; init; }
    public required string Title { get; init; }

    /// <summary>Last day of the period: what puts the reports of a plan in order.</summary>
    public DateOnly To { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>Projects and recommendations that its evidence proves.</summary>
    public Guid[] Evidenced { get; init; } = [];

    /// <summary>False where a later version corrects it.</summary>
    public bool IsNewest { get; init; }

    /// <summary>True where it, or a later version of it, is withheld.</summary>
    public bool IsWithheld { get; init; }
}
