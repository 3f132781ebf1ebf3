namespace InspectionPortal.Web.Features.Reports;

/// <summary>A recommendation in a pack, with the evidence that answers it.</summary>
public sealed record PackRecommendation(Guid Id, string Number, string Text, IReadOnlySet<Guid> Evidence)
{
    /// <summary>Approved position statements, the newest first.</summary>
    public IReadOnlyList<PackStatement> Statements { get; init; } = [];
}
