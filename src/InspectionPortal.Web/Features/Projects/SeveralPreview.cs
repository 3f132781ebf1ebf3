namespace InspectionPortal.Web.Features.Projects;

/// <summary>What a change to many would do, row by row.</summary>
/// <param name="What">What is changed: "Status".</param>
/// <param name="RecordsSlips">True where deadlines in force change: that is kept for ever and cannot be undone.</param>
public sealed record SeveralPreview(string What, IReadOnlyList<SeveralRow> Rows, bool RecordsSlips)
{
    public int Changing => Rows.Count(r => r.Refusal is null);
}
