namespace InspectionPortal.Web.Features.Evidence;

/// <summary>The item and the number of the version.</summary>
public sealed record EvidenceAdded(Guid ItemId, int Number)
{
    /// <summary>The update that it was added for, where that is not submitted yet: the form to go back to.</summary>
    public (Guid ProjectId, Guid PeriodId)? Update { get; init; }

    /// <summary>How many pieces of evidence were added.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The title of other evidence with the same content; null where there is none.</summary>
    public string? SameAs { get; init; }
}
