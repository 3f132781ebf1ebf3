using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Inspections;

public sealed record InspectionHead(
    Guid Id, InspectionKind Kind, string Title, string? Framework, string? FieldworkText, DateOnly? FieldworkFrom, DateOnly? FieldworkTo, DateOnly? Published, string? PublishedText,
    string? Summary, string? OverallJudgement, SourceNote Source, List<InspectionBodyRow> Bodies, List<NumberedText> Questions)
{
    /// <summary>When the fieldwork was, in the report's words where it has any.</summary>
    public string Fieldwork => InspectionLabels.Fieldwork(FieldworkText, FieldworkFrom, FieldworkTo) ?? "Not recorded";
}
