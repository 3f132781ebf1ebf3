using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Inspections;

public sealed class GradingRow : FormRow
{
    public string? Indicator { get; set; }
    public string? Title { get; set; }
    public string? Scale { get; set; }
    public string? Grade { get; set; }

    /// <summary>True where the judgement is part of the nearest one above that is not.</summary>
    public bool IsPart { get; set; }

    public override bool IsBlank() => Indicator is null && Title is null && Scale is null && Grade is null;
}
