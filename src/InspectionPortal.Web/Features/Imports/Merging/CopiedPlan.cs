using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.PlanDocuments.PortalFormat;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>A plan as the copy in an exported file has it, as new rows of this partnership.</summary>
/// <param name="Plan">The plan itself.</param>
/// <param name="Rows">All rows, the plan among them; what others refer to comes before them.</param>
/// <param name="Settings">Words, columns and ratings that a partnership without its own takes over; null where it keeps them.</param>
/// <param name="Notes">What to tell about it.</param>
/// <param name="Names">The ids that the rows have in the file, by those they have here.</param>
internal sealed record CopiedPlan(
    Plan Plan, IReadOnlyList<TenantEntity> Rows, PlanCopySettings? Settings, IReadOnlyList<string> Notes,
    IReadOnlyDictionary<Guid, Guid> Names)
{
    public IReadOnlySet<Guid> Ids { get; } = Rows.Select(r => r.Id).ToHashSet();

    /// <summary>What a row is called however often it is made.</summary>
    public string NameOf(TenantEntity row) => Names[row.Id].ToString();

    /// <summary>The plan's title: what somebody typed, else the one that it has in the file.</summary>
    public string TitleFor(string? typed, string fileName) =>
        typed is not null && typed != Path.GetFileNameWithoutExtension(fileName) ? typed : Plan.Title;
}
