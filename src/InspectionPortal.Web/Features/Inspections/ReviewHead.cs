using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Inspections;

public sealed record ReviewHead(
    Guid Id, Guid InspectionId, string Inspection, string Title, string? FieldworkText, DateOnly? FieldworkFrom, DateOnly? FieldworkTo, DateOnly? Published,
    string? PublishedText, string? Method, List<string> Samples, List<string> Met, string? NotMet, string? Approach, List<string> Strengths,
    string? Conclusion, string? Next, Deadline NextBy, SourceNote Source, List<InspectionBodyRow> Bodies)
{
    /// <summary>When the fieldwork was, in the report's words where it has any.</summary>
    public string? Fieldwork => InspectionLabels.Fieldwork(FieldworkText, FieldworkFrom, FieldworkTo);
}
