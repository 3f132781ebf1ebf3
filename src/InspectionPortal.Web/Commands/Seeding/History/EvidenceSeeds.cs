namespace InspectionPortal.Web.Commands.Seeding.History;

public sealed class EvidenceSeeds
{
    public List<EvidenceSeed> Evidence { get; set; } = [];
}
