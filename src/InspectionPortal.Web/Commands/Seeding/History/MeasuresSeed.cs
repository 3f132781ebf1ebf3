namespace InspectionPortal.Web.Commands.Seeding.History;

public sealed class MeasuresSeed
{
    /// <summary>The day on which the measures were added, with the figures up to then.</summary>
    public string AddedOn { get; set; } = string.Empty;

    public List<SeriesSeed> Measures { get; set; } = [];
}
