namespace InspectionPortal.Domain.Inspections;

/// <summary>What a plan can answer: a scrutiny body's inspection, another body's report, or the partnership's own assessment.</summary>
public enum InspectionKind
{
    Inspection,
    Report,
    InternalAssessment,
}
