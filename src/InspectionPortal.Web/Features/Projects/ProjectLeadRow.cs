using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Projects;

public sealed class ProjectLeadRow
{
    public Guid? ResponsibilityId { get; set; }
    public LeadKind Kind { get; set; }

    /// <summary>Leaves one empty row at the end.</summary>
    public static void AddSpare(List<ProjectLeadRow> rows)
    {
        while (rows.Count > 0 && rows[^1].ResponsibilityId is null)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        rows.Add(new ProjectLeadRow());
    }
}
