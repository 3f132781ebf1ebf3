namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>What became of a plan, and when.</summary>
public sealed class PlanLifeSeed
{
    public string WrittenOn { get; set; } = string.Empty;

    /// <summary>Numbers of the projects that come from the earlier plan; it is started with them.</summary>
    public CarryOverSeed? CarryOver { get; set; }

    /// <summary>What the partnership lead judged at the end.</summary>
    public List<OutcomeSeed> Outcomes { get; set; } = [];

    public List<TestOfChangeSeed> Tests { get; set; } = [];

    /// <summary>The reports by which it was agreed and closed.</summary>
    public List<PlanReportSeed> Reports { get; set; } = [];
}
