namespace InspectionPortal.Web.Commands.Seeding;

public sealed class SampleSeed
{
    public int Count { get; set; }
    public string What { get; set; } = string.Empty;
}
