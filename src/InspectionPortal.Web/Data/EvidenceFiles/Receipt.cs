namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>What became of a file that was sent: stored, or why not, in words for the field.</summary>
public sealed record Receipt(StoredFile? File, string? Problem)
{
    public static Receipt Refused(string problem) => new(null, problem);
}
