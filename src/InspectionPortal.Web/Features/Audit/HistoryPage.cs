namespace InspectionPortal.Web.Features.Audit;

/// <param name="Kind">Of what.</param>
/// <param name="Id">Of which.</param>
/// <param name="Name">What it is called, or was when it was removed.</param>
/// <param name="Word">What such a thing is called within a sentence.</param>
/// <param name="IsThere">False where it was removed.</param>
/// <param name="Rows">Newest first.</param>
/// <param name="Count">Of all pages.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="Pages">How many.</param>
public sealed record HistoryPage(
    HistoryKind Kind, Guid Id, string Name, string Word, bool IsThere, IReadOnlyList<AuditRow> Rows, int Count, int Page, int Pages);
