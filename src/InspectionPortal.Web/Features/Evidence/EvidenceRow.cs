using InspectionPortal.Domain.Evidence;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>One item. <paramref name="Released"/> is the newest version that was released, null where none was.</summary>
public sealed record EvidenceRow(
    Guid Id, string Title, EvidenceForm Form, EvidenceType Kind, EvidenceClassification Classification, IReadOnlyList<EvidenceProof> Proofs,
    int Latest, int? Released, DateTimeOffset AddedAt, string? AddedBy)
{
    /// <summary>Of the newest version.</summary>
    public ScanResult Scan { get; init; }

    public DateOnly? MadeOn { get; init; }

    public string? Period => Proofs.Select(p => p.PeriodTitle).FirstOrDefault(t => t is not null);
}
