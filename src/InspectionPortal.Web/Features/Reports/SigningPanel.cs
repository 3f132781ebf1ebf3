namespace InspectionPortal.Web.Features.Reports;

/// <summary>Who signed these bytes, who is awaited, and what this person may do.</summary>
public sealed record SigningPanel
{
    public required int Approvals { get; init; }
    public required IReadOnlyList<Signer> Signers { get; init; }
    /// <summary>Chief officers who recorded that they do not agree.</summary>
    public required IReadOnlyList<ReportDissent> Dissents { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>False where the stored bytes are no longer those that were sealed.</summary>
    public required bool SealHolds { get; init; }

    /// <summary>True where one of those who approved was a partnership lead too, as the partnership’s settings allowed.</summary>
    public required bool ApprovedByLead { get; init; }

    public required bool MaySign { get; init; }

    /// <summary>True where this person may name somebody who decides for them.</summary>
    public required bool MayDelegate { get; init; }

    public required string? PublishedAt { get; init; }

    /// <summary>The first 12 digits, in fours.</summary>
    public string Seal => Fours(Sha256);

    public static string Fours(string hash) => $"{hash[..4]} {hash[4..8]} {hash[8..12]}";
}
