namespace InspectionPortal.Web.Commands.Seeding;

public sealed class TargetSeed : SourcedSeed
{
    public decimal Value { get; set; }
    public string? Unit { get; set; }
    public string? ByText { get; set; }
}
