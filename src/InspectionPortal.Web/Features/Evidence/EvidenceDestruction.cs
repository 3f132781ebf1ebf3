namespace InspectionPortal.Web.Features.Evidence;

/// <summary>How far the destruction of an item's files is, and what its reader may do about it.</summary>
public sealed record EvidenceDestruction
{
    public DateTimeOffset? RequestedAt { get; init; }
    public string? RequestedBy { get; init; }
    public string? Reason { get; init; }
    public DateTimeOffset? DestroyedAt { get; init; }
    public string? DestroyedBy { get; init; }
    public bool MayRequest { get; init; }
    public bool MayConfirm { get; init; }
    public bool MayDecline { get; init; }
}
