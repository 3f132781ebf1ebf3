using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Archives;

/// <param name="Rows">Newest first.</param>
/// <param name="EvidenceFiles">How many files evidence has.</param>
/// <param name="EvidenceBytes">How large they are together.</param>
public sealed record ArchivesPage(IReadOnlyList<ArchiveRow> Rows, int EvidenceFiles, long EvidenceBytes)
{
    /// <summary>The id that a new archive gets, so that a form sent twice makes one.</summary>
    public Guid NewId { get; } = Guid.CreateVersion7();

    public ArchiveRow? UnderWay => Rows.FirstOrDefault(r => r.State is JobState.Waiting or JobState.Running);

    public IEnumerable<ArchiveRow> Ready => Rows.Where(r => r.State == JobState.Done);

    /// <summary>The failure to show: the newest, unless something came after it.</summary>
    public ArchiveRow? Failed => Rows.Count > 0 && Rows[0].State == JobState.Failed ? Rows[0] : null;
}
