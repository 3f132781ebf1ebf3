using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>A plan as it will be once a file is brought in.</summary>
internal sealed record MergedPlan(
    MergeLog Log, IReadOnlyList<MergedRow> Rows, IReadOnlyList<string> NotInFile, IReadOnlyList<UnknownLead> UnknownLeads, IReadOnlyList<ImportIssue> Issues)
{
    public string Fingerprint { get; } = Log.Fingerprint();
}
