namespace InspectionPortal.Web.Commands.Seeding;

public sealed class PointSeed : SourcedSeed
{
    public string? Label { get; set; }
    public string ValueText { get; set; } = string.Empty;
    public decimal? Value { get; set; }
    public string? ChangeText { get; set; }
    public string? DateText { get; set; }
    public string? Note { get; set; }
    public string? Date { get; set; }
    public decimal? Numerator { get; set; }
    public decimal? Denominator { get; set; }
    public string? Excluded { get; set; }
}
