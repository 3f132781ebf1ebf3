namespace InspectionPortal.Web.Data.Auditing;

/// <summary>What verifying a partnership's chain and reports found.</summary>
/// <param name="Entries">Entries from the first to the last that are whole.</param>
/// <param name="LastHash">Hash of the last of them. Kept elsewhere, it shows later that nothing before it was changed.</param>
/// <param name="Reports">Published reports.</param>
/// <param name="Broken">What is broken first, in one line; null where all is whole.</param>
public sealed record AuditVerdict(long Entries, string LastHash, int Reports, string? Broken);
